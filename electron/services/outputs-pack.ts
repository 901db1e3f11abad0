import words from '@resources/documents/outputs.json';
import type { LargeFileOut } from '@shared/api/common';
import type { OutputNotMade, OutputsWanted } from '@shared/api/outputs';
import { formatDay, type IsoDay, isIsoDay } from '@shared/dates';
import { csvForPeople } from '../files/documents/csv';
import { type HmrcListLine, hmrcListCsv, hmrcListPdf } from '../files/documents/hmrc-list';
import { PrintRun } from '../files/documents/print-run-pdf';
import { freeFileName, safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { GrowingZip, zipFiles } from '../files/documents/zip';
import type { OutputFile, OutputPiece, PrintPaper } from './outputs-household';
import type { OutputHousehold, OutputScope } from './outputs-scope';

type Options = { readonly wanted: OutputsWanted; readonly scope: OutputScope; readonly madeOn: IsoDay };

const PDF = 'application/pdf';

/**
 * Puts papers together as they are made: a folder or a ZIP for each household, the print run, the lists of all. Each goes
 * into the ZIP at once, whose bytes are outside of what JavaScript has to look after.
 */
export class OutputPack {
  readonly #options: Options;
  readonly #daysText: string;
  readonly #zip = new GrowingZip();
  /** The first file, kept as it is until there is another: one alone needs no ZIP. */
  #first:
    | { readonly folders: readonly string[]; readonly name: string; readonly bytes: Uint8Array }
    | undefined;
  #entries = 0;
  /** The names in each folder of the ZIP. */
  readonly #names = new Map<string, Set<string>>();
  #run: PrintRun | undefined;
  #printRun: Blob | undefined;
  readonly #papers: PrintPaper[] = [];
  readonly #hmrc: HmrcListLine[] = [];
  readonly #notMade: OutputNotMade[] = [];
  #own: OutputFile[] = [];
  #household: OutputHousehold | undefined;
  #files = 0;
  #payslips = 0;

  constructor(options: Options) {
    this.#options = options;
    const { wholeYear, days } = options.scope;
    this.#daysText =
      wholeYear ?? (days.from === days.to ? days.from : fill(words.days, { from: days.from, to: days.to }));
  }

  get files(): number {
    return this.#files;
  }

  get payslips(): number {
    return this.#payslips;
  }

  get notMade(): readonly OutputNotMade[] {
    return this.#notMade;
  }

  get papersToPrint(): number {
    return this.#papers.length;
  }

  /** One thing that came of a household’s papers. */
  add(household: OutputHousehold, piece: OutputPiece): void {
    this.#household = household;
    switch (piece.kind) {
      case 'file':
        this.#files += 1;
        if (piece.isPayslip) this.#payslips += 1;
        if (piece.file.own) this.#own.push(piece.file);
        else this.#entry(piece.file.folders, piece.file.name, piece.file.bytes);
        return;
      case 'print':
        // Households come in their order; only another order has to wait for all of them.
        if (this.#options.wanted.sort === 'household') this.#printOne(piece.paper);
        else this.#papers.push(piece.paper);
        return;
      case 'hmrc':
        this.#hmrc.push(...piece.lines);
        return;
      case 'not-made':
        this.#notMade.push(piece.notMade);
    }
  }

  /** All of a household is there: its files go into its folder or its ZIP. */
  closeHousehold(): void {
    const household = this.#household;
    const own = this.#own;
    this.#own = [];
    this.#household = undefined;
    if (household === undefined || own.length === 0) return;
    if (this.#options.wanted.pack === 'zips') {
      const name = fill(words.files.householdZip, { household: household.folder });
      this.#entry([], name, zipFiles(own));
      return;
    }
    for (const file of own) this.#entry([household.folder], file.name, file.bytes);
  }

  #entry(folders: readonly string[], name: string, bytes: Uint8Array): void {
    const key = folders.join('/').toLowerCase();
    const taken = this.#names.get(key) ?? new Set<string>();
    this.#names.set(key, taken);
    const free = freeFileName(name, taken);
    this.#entries += 1;
    if (this.#entries === 1) {
      this.#first = { folders, name: free, bytes };
      return;
    }
    this.#addFirst();
    this.#zip.add(folders, free, bytes);
  }

  /** There is more than one file: the first goes into the ZIP, too. */
  #addFirst(): void {
    if (this.#first === undefined) return;
    this.#zip.add(this.#first.folders, this.#first.name, this.#first.bytes);
    this.#first = undefined;
  }

  #printOne({ paper, household }: PrintPaper): void {
    const { wanted, madeOn } = this.#options;
    this.#run ??= new PrintRun({ createdOn: madeOn, doubleSided: wanted.doubleSided });
    try {
      if (paper.kind === 'payslip') this.#run.addPayslip(paper.payslip);
      else this.#run.addLetter(paper.letter);
      if (paper.kind === 'payslip' && !wanted.kinds.includes('payslips')) this.#payslips += 1;
    } catch {
      this.#notMade.push({
        kind: 'print-run',
        householdId: household.id,
        household: household.name,
        about: paper.kind === 'payslip' ? paper.payslip.workerName : '',
        code: 'outputs.fault',
        values: {},
      });
    }
  }

  /** Puts what had to wait for its order into the print run, paper by paper, and tells how many are in it. */
  async *print(): AsyncGenerator<number> {
    let done = 0;
    for (const paper of byWorker(this.#papers)) {
      this.#printOne(paper);
      done += 1;
      yield done;
    }
    if (this.#run === undefined || this.#run.pages === 0) return;
    this.#printRun = await this.#run.finish();
    this.#files += 1;
  }

  /** The lists of all households, then everything in one ZIP; one file alone as it is; null where nothing was made. */
  async packed(): Promise<LargeFileOut | null> {
    if (this.#options.wanted.kinds.includes('hmrc-list') && this.#hmrc.length > 0) this.#addHmrcList();
    const printName = safeFileName(fill(words.files.printRun, { days: this.#daysText }));
    const printRun = this.#printRun;
    if (this.#entries === 0 && printRun === undefined) return null;
    const isAlone = this.#entries + (printRun === undefined ? 0 : 1) === 1 && this.#notMade.length === 0;
    if (isAlone && printRun !== undefined) return { name: printName, mediaType: PDF, blob: printRun };
    if (isAlone && this.#first !== undefined) {
      const { name, bytes } = this.#first;
      return { name, mediaType: mediaTypeOf(name), blob: new Blob([new Uint8Array(bytes)]) };
    }
    this.#addFirst();
    if (printRun !== undefined) await this.#zip.addLarge(printName, printRun);
    if (this.#notMade.length > 0) this.#zip.add([], words.files.notMade, this.#notMadeCsv());
    const name = safeFileName(fill(words.files.zip, { days: this.#daysText }));
    return { name, mediaType: 'application/zip', blob: this.#zip.finish() };
  }

  #addHmrcList(): void {
    const list = {
      days: this.#options.scope.days,
      daysText: this.#daysText,
      lines: this.#hmrc,
      madeOn: this.#options.madeOn,
    };
    this.#files += 2;
    this.#entry([], fill(words.files.hmrcListPdf, { days: this.#daysText }), hmrcListPdf(list));
    this.#entry([], fill(words.files.hmrcListCsv, { days: this.#daysText }), hmrcListCsv(list));
  }

  #notMadeCsv(): Uint8Array {
    const { household, what, about, why } = words.notMade;
    return csvForPeople(
      [household, what, about, why],
      this.#notMade.map((one) => [
        one.household,
        words.kinds[one.kind],
        isIsoDay(one.about) ? formatDay(one.about) : one.about,
        reasonOf(one),
      ]),
    );
  }
}

function reasonOf({ code, values }: OutputNotMade): string {
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return fill(reasons[code] ?? words.otherReason, { name: '', place: '', ...values, code });
}

function mediaTypeOf(name: string): string {
  if (name.endsWith('.pdf')) return PDF;
  return name.endsWith('.csv') ? 'text/csv' : 'application/zip';
}

/** In the order of PAs by their last name; those of one name in the order of their households. */
function byWorker(papers: readonly PrintPaper[]): readonly PrintPaper[] {
  const keyOf = ({ paper }: PrintPaper): string => {
    const name = paper.kind === 'payslip' ? paper.payslip.workerName : paper.letter.to.name;
    const parts = name.toLowerCase().split(' ');
    return `${parts.at(-1) ?? ''} ${parts.slice(0, -1).join(' ')}`;
  };
  const keyed = papers.map((paper, place) => ({ paper, place, key: keyOf(paper) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place));
  return keyed.map((one) => one.paper);
}
