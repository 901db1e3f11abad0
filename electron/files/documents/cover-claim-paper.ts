import words from '@resources/documents/cover-claim.json';
import type { CoverClaim } from '@shared/api/cover-papers';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatShortDay, type IsoDay } from '@shared/dates';
import { type CsvCell, csvForPeople, csvHours, csvMoney, csvNumber } from './csv';
import { formatAmount, formatRate } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { MARGIN, PdfWriter } from './pdf-writer';
import { fill } from './words';

/** A claim for cover that the council pays apart, with whose it is. */
export type CoverClaimPaper = {
  /** The person who is supported, and who claims: name and address. */
  readonly name: string;
  readonly from: { readonly name: string; readonly lines: readonly string[] };
  readonly claim: CoverClaim;
  readonly reference: string;
  readonly madeOn: IsoDay;
};

type Line = CoverClaim['lines'][number];

function whoText(line: Line): string {
  return fill(words.whoKind, { name: line.who, kind: words.kinds[line.kind] });
}

/** The claim sheet on tagged A4: each cover with who, when, why and what it cost, the total, and a line to sign on. */
export function coverClaimPdf(paper: CoverClaimPaper): Uint8Array {
  const { name, claim } = paper;
  const period = fill(words.period, { from: formatDay(claim.from), to: formatDay(claim.to) });
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { name, period }),
    createdOn: paper.madeOn,
    orientation: 'landscape',
    footer: (page, pages) => fill(words.footer, { name, page, pages }),
  });
  writer.write('H1', words.title, { size: 20, weight: 'bold', after: 2 });
  writer.write('P', fill(words.forWhom, { name }), { size: 12, weight: 'semibold' });
  writer.write('P', period);
  writer.write('P', fill(words.from, { name: [paper.from.name, ...paper.from.lines].join(', ') }));
  if (paper.reference !== '') writer.write('P', fill(words.reference, { reference: paper.reference }));
  const causes = claim.causes.map((cause) => words.causeNames[cause]).join(', ');
  writer.write('P', fill(words.causes, { causes }), { after: 10 });
  writer.write('H2', words.linesTitle, { size: 13, weight: 'semibold', after: 2, keepWith: 80 });
  const { columns } = words;
  const figure = (heading: string) => ({ heading, align: 'right' as const, figures: true });
  writeTable(writer, {
    summary: words.linesTitle,
    columns: [
      { heading: columns.day, figures: true, least: 74 },
      { heading: columns.times, figures: true, least: 76 },
      { heading: columns.who, share: 2 },
      { heading: columns.why, share: 1 },
      figure(columns.hours),
      figure(columns.rate),
      figure(columns.wages),
      figure(columns.onCosts),
      figure(columns.amount),
    ],
    rows: [
      ...claim.lines.map(
        (line): TableRow => ({
          cells: [
            `${formatShortDay(line.day)} ${line.day.slice(0, 4)}`,
            `${line.start}–${line.end}`,
            whoText(line),
            words.causeNames[line.because],
            formatHours(line.minutes),
            line.rate === null ? '' : formatRate(line.rate.pounds),
            formatAmount(line.wages),
            formatAmount(line.onCosts),
            formatAmount(line.amount),
          ],
        }),
      ),
      {
        cells: [
          words.total,
          '',
          '',
          '',
          formatHours(claim.minutes),
          '',
          formatAmount(claim.wages),
          formatAmount(claim.onCosts),
          formatAmount(claim.amount),
        ],
        bold: true,
        rule: 'none',
      },
    ],
  });
  writer.gap(6);
  writer.write('P', words.onCostsNote, { size: 9.5 });
  writer.keep(70);
  writer.gap(10);
  writer.write('P', words.declaration);
  writer.write('P', fill(words.made, { day: formatDay(paper.madeOn) }));
  writer.gap(26);
  const top = writer.y;
  writer.write('P', words.sign, { width: 60 });
  writer.rule(MARGIN + 60, writer.y, 240, true);
  writer.y = top;
  writer.write('P', words.date, { x: MARGIN + 330, width: 40 });
  writer.rule(MARGIN + 370, writer.y, 160, true);
  return writer.finish();
}

/** The same as a CSV for people. */
export function coverClaimCsv({ claim }: CoverClaimPaper): Uint8Array {
  const { csv } = words;
  const rows = claim.lines.map((line): CsvCell[] => [
    line.day,
    line.start,
    line.endDay,
    line.end,
    line.who,
    words.kinds[line.kind],
    words.causeNames[line.because],
    csvHours(line.minutes),
    line.rate === null ? null : csvNumber(line.rate.pounds),
    line.rate === null ? null : words.per[line.rate.per],
    csvMoney(line.wages),
    csvMoney(line.onCosts),
    csvMoney(line.amount),
  ]);
  return csvForPeople(
    [
      csv.day,
      csv.start,
      csv.endDay,
      csv.end,
      csv.who,
      csv.kind,
      csv.why,
      csv.hours,
      csv.rate,
      csv.per,
      csv.wages,
      csv.onCosts,
      csv.amount,
    ],
    rows,
  );
}
