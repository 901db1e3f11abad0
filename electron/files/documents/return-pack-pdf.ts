import words from '@resources/documents/return-pack.json';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatWeekday } from '@shared/dates';
import { formatPounds, negatePence, sumPence } from '@shared/money';
import { formatAmount } from './figures';
import { type Table, type TableRow, writeTable } from './pdf-table';
import { MARGIN, PdfWriter } from './pdf-writer';
import { type ReturnDocument, type ReturnTotals, returnTotals } from './return-document';
import { writeEvidence } from './return-evidence-pages';
import { writeAnswers, writeSums } from './return-sums-pages';
import { fill, fillCount } from './words';

/** Where the parts of a pack begin, found by writing it once before. */
type Places = Map<string, number>;

function returnPeriod(given: ReturnDocument): string {
  return fill(words.period, { from: formatDay(given.period.from), to: formatDay(given.period.to) });
}

function heading(writer: PdfWriter, text: string): void {
  writer.write('H2', text, { size: 13, weight: 'semibold', after: 2, keepWith: 70 });
}

/** A heading that starts a part on a new page, with its bookmark. */
function part(writer: PdfWriter, places: Places, key: string, title: string): void {
  writer.newPage();
  places.set(key, writer.pages);
  writer.document.outline.addItem(title);
  writer.write('H1', title, { size: 18, weight: 'bold', after: 10 });
}

function moneyTable(summary: string, rows: readonly TableRow[]): Table {
  return {
    summary,
    columns: [
      { heading: summary, share: 1 },
      { heading: words.columns.amount, align: 'right', figures: true },
    ],
    rows,
  };
}

function total(name: string, amount: string, rule: 'light' | 'heavy' | 'none' = 'none'): TableRow {
  return { cells: [name, amount], bold: true, rule };
}

function named(line: { readonly name: string; readonly count?: number }): string {
  return line.count === undefined ? line.name : fill(words.withCount, { name: line.name, count: line.count });
}

function writeCover(writer: PdfWriter, given: ReturnDocument, totals: ReturnTotals, places: Places): void {
  writer.document.outline.addItem(words.about);
  writer.write('H1', fill(words.title, { authority: given.authorityName }), {
    size: 24,
    weight: 'bold',
    after: 4,
  });
  writer.write('P', returnPeriod(given), { size: 14, after: 2 });
  const made = fill(words.made, { day: formatDay(given.madeOn) });
  const due =
    given.dueOn === undefined ? '' : ` · ${fill(words.due, { day: formatWeekday(given.dueOn, true) })}`;
  writer.write('P', made + due, { after: 18 });
  const facts: [string, string][] = [[words.forWhom, given.recipientName]];
  if (given.recipientDateOfBirth !== undefined)
    facts.push([words.dateOfBirth, formatDay(given.recipientDateOfBirth)]);
  if (given.agreementReference !== undefined) facts.push([words.reference, given.agreementReference]);
  if (given.actingFor !== undefined) facts.push([words.actedBy, fill(words.actedByRole, given.actingFor)]);
  if (given.payeReference !== undefined) facts.push([words.payeReference, given.payeReference]);
  if (given.accountName !== undefined) facts.push([words.account, given.accountName]);
  writeTable(writer, {
    summary: words.about,
    hideHeadings: true,
    columns: [
      { heading: '', least: 110 },
      { heading: '', share: 1 },
    ],
    rows: facts.map(([name, value]): TableRow => ({ cells: [name, value] })),
  });
  writer.gap(20);
  writeTable(
    writer,
    moneyTable(words.key, [
      {
        cells: [fill(words.shortOpening, { day: formatDay(given.period.from) }), formatAmount(given.opening)],
      },
      { cells: [words.shortIn, formatAmount(totals.moneyIn)] },
      { cells: [words.shortOut, formatAmount(negatePence(totals.moneyOut))] },
      total(fill(words.shortClosing, { day: formatDay(given.period.to) }), formatAmount(given.closing)),
    ]),
  );
  writer.gap(22);
  const pageOf = (key: string): string => String(places.get(key) ?? '');
  writer.write('H2', words.indexHeading, { size: 13, weight: 'semibold', after: 2, keepWith: 70 });
  writeTable(writer, {
    summary: words.indexHeading,
    padding: 4,
    columns: [
      { heading: words.indexColumns.number, figures: true, least: 30 },
      { heading: words.indexColumns.what, share: 3 },
      { heading: words.indexColumns.lines, share: 1, least: 70, figures: true },
      { heading: words.indexColumns.page, align: 'right', figures: true, least: 30 },
    ],
    rows: [
      ...(['return', 'transactions', 'missing', 'declaration'] as const).map(
        (key): TableRow => ({ cells: ['', words.parts[key], '', pageOf(key)] }),
      ),
      ...given.evidence.map(
        (item): TableRow => ({
          cells: [
            String(item.number),
            item.name.startsWith(words.kinds[item.kind])
              ? item.name
              : `${words.kinds[item.kind]}: ${item.name}`,
            item.transactions.join(', '),
            pageOf(`item-${item.number}`),
          ],
        }),
      ),
    ],
  });
}

function writeAccount(writer: PdfWriter, given: ReturnDocument, totals: ReturnTotals): void {
  writeTable(
    writer,
    moneyTable(words.accountHeading, [
      total(fill(words.opening, { day: formatDay(given.period.from) }), formatAmount(given.opening), 'light'),
      ...given.moneyIn.map((line): TableRow => ({ cells: [named(line), formatAmount(line.amount)] })),
      total(words.inTotal, formatAmount(totals.moneyIn), 'light'),
      ...given.moneyOut.map(
        (line): TableRow => ({ cells: [named(line), formatAmount(negatePence(line.amount))] }),
      ),
      total(words.outTotal, formatAmount(negatePence(totals.moneyOut)), 'heavy'),
      total(fill(words.closing, { day: formatDay(given.period.to) }), formatAmount(given.closing)),
    ]),
  );
}

function writeBank(writer: PdfWriter, given: ReturnDocument, totals: ReturnTotals): void {
  writer.gap(16);
  const { statement } = given;
  if (statement === undefined || totals.unexplained === undefined) {
    heading(writer, words.bankHeading);
    writer.write('P', words.noStatement);
    return;
  }
  writeTable(
    writer,
    moneyTable(words.bankHeading, [
      { cells: [words.bankClosing, formatAmount(given.closing)] },
      ...statement.differences.map((line): TableRow => ({ cells: [line.name, formatAmount(line.amount)] })),
      {
        cells: [
          fill(words.bankStatement, { account: statement.accountName }),
          formatAmount(statement.balance),
        ],
      },
      total(words.bankDifference, formatAmount(totals.unexplained)),
    ]),
  );
  writer.write(
    'P',
    totals.unexplained === 0
      ? words.agrees
      : fill(words.differs, { amount: formatPounds(totals.unexplained) }),
    { weight: 'semibold' },
  );
}

function writeSpokenFor(writer: PdfWriter, given: ReturnDocument, totals: ReturnTotals): void {
  writer.gap(16);
  const rows: TableRow[] = given.spokenFor.map((line) => ({
    cells: [named(line), formatAmount(line.amount)],
  }));
  if (rows.length === 0) rows.push({ cells: [words.nothingSpoken, formatAmount(totals.spokenFor)] });
  else rows.push(total(words.spokenTotal, formatAmount(totals.spokenFor), 'heavy'));
  rows.push(total(words.leftOver, formatAmount(totals.leftOver), 'light'));
  const { allowance } = given;
  if (allowance !== undefined && totals.surplus !== undefined) {
    const { weeks, weekly } = allowance;
    const name =
      weeks === undefined || weekly === undefined
        ? words.allowedAmount
        : fill(words.allowed, { weeks, weekly: formatPounds(weekly) });
    rows.push({ cells: [name, formatAmount(allowance.amount)] });
    rows.push(total(words.surplus, formatAmount(totals.surplus)));
  }
  writeTable(writer, moneyTable(words.spokenHeading, rows));
  if (totals.surplus === 0) writer.write('P', words.noSurplus, { weight: 'semibold' });
}

function writeReturn(writer: PdfWriter, given: ReturnDocument, totals: ReturnTotals): void {
  if (given.funding.length > 0) {
    writeTable(writer, {
      summary: words.fundingHeading,
      columns: [
        { heading: words.fundingHeading, share: 1 },
        { heading: words.fundingColumns.weekly, align: 'right', figures: true, least: 80 },
        { heading: words.fundingColumns.period, align: 'right', figures: true, least: 110 },
      ],
      rows: given.funding.map(
        (line): TableRow => ({
          cells: [
            line.name,
            line.weekly === undefined ? '' : formatAmount(line.weekly),
            formatAmount(line.inPeriod),
          ],
        }),
      ),
    });
    writer.gap(16);
  }
  writeAccount(writer, given, totals);
  writeBank(writer, given, totals);
  writeSums(writer, given);
  writeSpokenFor(writer, given, totals);
  if (given.hours !== undefined) {
    writer.gap(16);
    const worked = given.hours.lines.reduce((sum, line) => sum + line.minutes, 0);
    const rows: TableRow[] = given.hours.lines.map((line) => ({
      cells: [line.name, formatHours(line.minutes)],
    }));
    rows.push(
      total(
        words.hoursTotal,
        formatHours(worked),
        given.hours.fundedMinutes === undefined ? 'none' : 'light',
      ),
    );
    if (given.hours.fundedMinutes !== undefined)
      rows.push({ cells: [words.hoursFunded, formatHours(given.hours.fundedMinutes)] });
    writeTable(writer, {
      summary: words.hoursHeading,
      columns: [
        { heading: words.hoursHeading, share: 1 },
        { heading: words.hoursColumns.hours, align: 'right', figures: true },
      ],
      rows,
    });
  }
  writeAnswers(writer, given);
  if (given.notes !== undefined && given.notes.length > 0) {
    writer.gap(16);
    heading(writer, words.notesHeading);
    for (const note of given.notes) writer.write('P', note, { after: 3 });
  }
}

function writeTransactions(writer: PdfWriter, given: ReturnDocument): void {
  if (given.transactions.length === 0) {
    writer.write('P', words.noTransactions);
    return;
  }
  const { transactionsColumns: columns } = words;
  const sum = (sign: 1 | -1): string =>
    formatAmount(
      sumPence(given.transactions.map((line) => line.amount).filter((amount) => amount * sign > 0)),
    );
  writeTable(writer, {
    summary: words.parts.transactions,
    size: 9.5,
    padding: 4,
    columns: [
      { heading: columns.number, figures: true, least: 22 },
      { heading: columns.date, figures: true, least: 46 },
      { heading: columns.what, share: 3, least: 110 },
      { heading: columns.category, share: 2, least: 70 },
      { heading: columns.in, align: 'right', figures: true, least: 50 },
      { heading: columns.out, align: 'right', figures: true, least: 50 },
      { heading: columns.evidence, share: 1, figures: true, least: 34 },
    ],
    rows: [
      ...given.transactions.map(
        (line): TableRow => ({
          cells: [
            String(line.number),
            `${line.day.slice(8)}/${line.day.slice(5, 7)}/${line.day.slice(2, 4)}`,
            line.detail === undefined || line.detail === ''
              ? line.payee
              : fill(words.withDetail, { payee: line.payee, detail: line.detail }),
            line.category,
            line.amount > 0 ? formatAmount(line.amount) : '',
            line.amount < 0 ? formatAmount(line.amount) : '',
            line.evidence.join(', '),
          ],
        }),
      ),
      { cells: ['', '', words.transactionsTotal, '', sum(1), sum(-1), ''], bold: true, rule: 'none' },
    ],
  });
}

function writeMissing(writer: PdfWriter, given: ReturnDocument): void {
  if (given.missing.length === 0) {
    writer.write('P', words.missingNone);
    return;
  }
  writer.write('P', words.missingHint, { after: 8 });
  writeTable(writer, {
    summary: words.parts.missing,
    columns: [
      { heading: words.missingColumns.what, share: 2 },
      { heading: words.missingColumns.why, share: 2 },
      { heading: words.missingColumns.line, align: 'right', figures: true, least: 30 },
    ],
    rows: given.missing.map(
      (gap): TableRow => ({
        cells: [gap.what, gap.why ?? '', gap.transaction === undefined ? '' : String(gap.transaction)],
      }),
    ),
  });
}

function signatureLines(writer: PdfWriter, known: Readonly<Record<string, string>> = {}): void {
  for (const label of [words.signName, words.signRole, words.signSignature, words.signDate]) {
    writer.keep(46);
    writer.gap(24);
    const answer = known[label];
    if (answer === undefined) {
      writer.write('P', label, { width: 90 });
      writer.rule(MARGIN + 100, writer.y, writer.width - 100, true);
    } else writer.write('P', fill(words.signed, { label, answer }));
  }
}

function writeDeclaration(writer: PdfWriter, given: ReturnDocument): void {
  writer.write('P', given.declaration ?? words.declarationText, { size: 11.5, after: 8 });
  const { signing } = given;
  signatureLines(
    writer,
    signing === undefined
      ? {}
      : {
          [words.signName]: signing.name,
          [words.signRole]: signing.role,
          ...(signing.day === undefined ? {} : { [words.signDate]: formatDay(signing.day) }),
        },
  );
  writer.gap(40);
  writer.write('H2', words.secondSignature, { size: 12.5, weight: 'semibold' });
  signatureLines(writer);
}

function writePack(
  given: ReturnDocument,
  totals: ReturnTotals,
  known: Places,
  widths: Map<string, number>,
  pictures: boolean,
): [PdfWriter, Places] {
  const period = returnPeriod(given);
  const places: Places = new Map();
  const authority = given.authorityName;
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { authority, period }),
    createdOn: given.madeOn,
    footer: (page, pages) => fill(words.footerFront, { authority, period, page, pages }),
    layOutOnly: !pictures,
    widths,
  });
  writeCover(writer, given, totals, known);
  part(writer, places, 'return', words.parts.return);
  writeReturn(writer, given, totals);
  part(writer, places, 'transactions', words.parts.transactions);
  writeTransactions(writer, given);
  part(writer, places, 'missing', words.parts.missing);
  writeMissing(writer, given);
  part(writer, places, 'declaration', words.parts.declaration);
  writeDeclaration(writer, given);
  const items = given.evidence.length;
  for (const item of given.evidence) {
    writer.newPage();
    places.set(`item-${item.number}`, writer.pages);
    writer.footerFromHere((page, pages) =>
      fill(words.footerItem, { authority, period, item: item.number, items, page, pages }),
    );
    const lines =
      item.transactions.length === 0
        ? words.itemNoLine
        : fillCount(words.itemLines, item.transactions.length, { lines: item.transactions.join(', ') });
    writeEvidence(writer, item, items, lines, pictures);
    if (pictures) writer.drain();
  }
  return [writer, places];
}

function wholePack(given: ReturnDocument): PdfWriter {
  const totals = returnTotals(given);
  // Laid out before it is written: the first time finds the pages that the index speaks of.
  const widths = new Map<string, number>();
  const [, places] = writePack(given, totals, new Map(), widths, false);
  const [writer, again] = writePack(given, totals, places, widths, true);
  for (const [key, page] of places)
    if (again.get(key) !== page) throw new Error(`The index of a pack is wrong at ${key}`);
  return writer;
}

/**
 * The whole pack as one tagged PDF: cover and index, the return, every transaction, what is missing, the declaration, and a
 * page for each item of evidence. JPEG and PNG pictures are drawn; any other file has a page that names it with its SHA-256,
 * and travels beside the pack. Throws when the figures do not add up.
 */
export async function returnPackPdf(given: ReturnDocument): Promise<Uint8Array> {
  return wholePack(given).finishLater();
}

/** The same as a Blob: a pack of hundreds of pictures is large. */
export async function largeReturnPack(given: ReturnDocument): Promise<Blob> {
  return wholePack(given).finishLarge();
}
