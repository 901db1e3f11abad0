import words from '@resources/documents/outputs.json';
import type { LargeFileOut } from '@shared/api/common';
import type { OutputNotMade, OutputsWanted } from '@shared/api/outputs';
import { formatDay, type IsoDay, isIsoDay } from '@shared/dates';
import { csvForPeople } from '../files/documents/csv';
import { type HmrcListLine, hmrcListCsv, hmrcListPdf } from '../files/documents/hmrc-list';
import { PrintRun } from '../files/documents/print-run-pdf';
import { distinctFileNames, safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { type LargeZipEntry, zipFiles, zipLargeFiles } from '../files/documents/zip';
import type { OutputFile, OutputPiece, PrintPaper } from './outputs-household';
import type { OutputHousehold, OutputScope } from './outputs-scope';

type Options = { readonly wanted: OutputsWanted; readonly scope: OutputScope; readonly madeOn: IsoDay };

const blobOf = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)]);

/**
 * Puts papers together as they are made: a folder or a ZIP for each household, the print run, the lists of all. Bytes are
 * held as Blobs, outside of what JavaScript has to look after.
 */
export class OutputPack {
  readonly #options: Options;
  readonly #daysText: string;
  readonly #entries: LargeZipEntry[] = [];
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
        else this.#entry(piece.file.folders, piece.file.name, blobOf(piece.file.bytes));
        return;
      case 'print':
        this.#papers.push(piece.paper);
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
      this.#entry([], name, blobOf(zipFiles(own)));
      return;
    }
    const names = distinctFileNames(own.map((file) => file.name));
    own.forEach((file, index) => {
      this.#entry([household.folder], names[index] ?? file.name, blobOf(file.bytes));
    });
  }

  #entry(folders: readonly string[], name: string, blob: Blob): void {
    this.#entries.push({ folders, name, read: () => blob });
  }

  /** Makes the print run, paper by paper, and tells how many are in it. */
  async *print(): AsyncGenerator<number> {
    if (this.#papers.length === 0) return;
    const { wanted, madeOn } = this.#options;
    const run = new PrintRun({ createdOn: madeOn, doubleSided: wanted.doubleSided });
    let done = 0;
    for (const { paper, household } of sortedPapers(this.#papers, wanted.sort)) {
      try {
        if (paper.kind === 'payslip') run.addPayslip(paper.payslip);
        else run.addLetter(paper.letter);
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
      done += 1;
      yield done;
    }
    if (run.pages === 0) return;
    const blob = await run.finish();
    this.#files += 1;
    this.#entry([], fill(words.files.printRun, { days: this.#daysText }), blob);
  }

  /** The lists of all households, then everything in one ZIP; one file alone as it is; null where nothing was made. */
  async packed(): Promise<LargeFileOut | null> {
    if (this.#options.wanted.kinds.includes('hmrc-list') && this.#hmrc.length > 0) this.#addHmrcList();
    const [only] = this.#entries;
    if (only === undefined) return null;
    if (this.#entries.length === 1 && this.#notMade.length === 0) {
      const blob = only.read();
      const name = safeFileName(only.name);
      return { name, mediaType: mediaTypeOf(name), blob: blob instanceof Blob ? blob : blobOf(blob) };
    }
    if (this.#notMade.length > 0) this.#entry([], words.files.notMade, blobOf(this.#notMadeCsv()));
    const name = safeFileName(fill(words.files.zip, { days: this.#daysText }));
    return { name, mediaType: 'application/zip', blob: await zipLargeFiles(this.#entries) };
  }

  #addHmrcList(): void {
    const list = {
      days: this.#options.scope.days,
      daysText: this.#daysText,
      lines: this.#hmrc,
      madeOn: this.#options.madeOn,
    };
    this.#files += 2;
    this.#entry([], fill(words.files.hmrcListPdf, { days: this.#daysText }), blobOf(hmrcListPdf(list)));
    this.#entry([], fill(words.files.hmrcListCsv, { days: this.#daysText }), blobOf(hmrcListCsv(list)));
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
  if (name.endsWith('.pdf')) return 'application/pdf';
  return name.endsWith('.csv') ? 'text/csv' : 'application/zip';
}

/** In the order of households, or of PAs by their last name: those of one name in the order of their households. */
function sortedPapers(papers: readonly PrintPaper[], sort: OutputsWanted['sort']): readonly PrintPaper[] {
  if (sort === 'household') return papers;
  const nameOf = ({ paper }: PrintPaper): string =>
    paper.kind === 'payslip' ? paper.payslip.workerName : paper.letter.to.name;
  const keyOf = (paper: PrintPaper): string => {
    const parts = nameOf(paper).toLowerCase().split(' ');
    return `${parts.at(-1) ?? ''} ${parts.slice(0, -1).join(' ')}`;
  };
  const keyed = papers.map((paper, place) => ({ paper, place, key: keyOf(paper) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place));
  return keyed.map((one) => one.paper);
}
