import words from '@resources/documents/cover-plan.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { COVER_PLAN_STEPS, type CoverPlanCaseName, type CoverPlanStepName } from '@shared/rota/cover-plan';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

/** The standing cover plan as it hangs on the wall. */
export type CoverPlanPaper = {
  /** The person who is supported. */
  readonly name: string;
  readonly pages: readonly {
    readonly case: CoverPlanCaseName;
    readonly from: CoverPlanCaseName | null;
    readonly lines: readonly {
      readonly step: CoverPlanStepName;
      readonly name: string;
      readonly phone: string | null;
    }[];
    readonly toKnow: string;
  }[];
  readonly toKnow: string;
  readonly checkedOn: IsoDay | null;
  readonly printedOn: IsoDay;
};

/** Sizes of the text, the largest first: the first that leaves it on one page is taken. */
const SIZES = [14, 13, 12, 11, 10, 9] as const;

/** The plan on one page of tagged A4, to hang up, in the largest letters that fit. */
export function coverPlanPdf(plan: CoverPlanPaper): Uint8Array {
  for (const size of SIZES) {
    const writer = written(plan, size);
    if (writer.pages === 1 || size === SIZES.at(-1)) return writer.finish();
  }
  throw new Error('There is always a last size');
}

function written(plan: CoverPlanPaper, size: number): PdfWriter {
  const { name } = plan;
  const day = formatDay(plan.printedOn);
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { name }),
    createdOn: plan.printedOn,
    footer: (page, pages) => fill(words.footer, { name, day, page, pages }),
  });
  writer.write('H1', words.title, { size: size + 11, weight: 'bold', after: 2 });
  writer.write('P', fill(words.subtitle, { name }), { size: size + 1, weight: 'semibold', after: 4 });
  writer.write('P', words.intro, { size, after: 2 });
  writer.write('P', words.danger, { size, weight: 'semibold', after: 8 });
  writeTable(writer, {
    summary: words.tableTitle,
    size,
    padding: size / 2,
    columns: [
      { heading: words.columns.case, least: 74 },
      ...COVER_PLAN_STEPS.map((step) => ({ heading: words.columns[step], share: 1 })),
    ],
    rows: plan.pages.map(
      (page): TableRow => ({
        cells: [
          page.from === null
            ? [{ text: words.cases[page.case], bold: true }]
            : [
                { text: `${words.cases[page.case]}\n`, bold: true },
                { text: fill(words.sameAs, { case: words.cases[page.from].toLowerCase() }), bold: false },
              ],
          ...COVER_PLAN_STEPS.map((step) => contactOf(page.lines.find((line) => line.step === step))),
        ],
      }),
    ),
  });
  writer.gap(12);
  writer.write('H2', words.toKnowTitle, { size: size + 2, weight: 'semibold', after: 3 });
  const cases = plan.pages.filter((page) => page.toKnow !== '');
  if (plan.toKnow === '' && cases.length === 0) writer.write('P', words.nothingToKnow, { size, after: 4 });
  if (plan.toKnow !== '') writer.write('P', plan.toKnow, { size, after: 5 });
  for (const page of cases)
    writer.write(
      'P',
      [
        { text: `${words.cases[page.case]}: `, bold: true },
        { text: page.toKnow, bold: false },
      ],
      { size, after: 4 },
    );
  writer.gap(6);
  writer.write(
    'P',
    plan.checkedOn === null ? words.neverChecked : fill(words.checked, { day: formatDay(plan.checkedOn) }),
    { size: Math.min(size, 10.5) },
  );
  return writer;
}

function contactOf(line: CoverPlanPaper['pages'][number]['lines'][number] | undefined) {
  if (line === undefined) return words.nobody;
  return [
    { text: `${line.name}\n`, bold: false },
    // A number stays on one line.
    { text: line.phone?.replaceAll(' ', '\u00a0') ?? words.noPhone, bold: line.phone !== null },
  ];
}
