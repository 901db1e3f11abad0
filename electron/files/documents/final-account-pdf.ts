import words from '@resources/documents/final-account.json';
import type { EndingView, FinalLineShown } from '@shared/api/endings';
import { formatDay, formatShortDay } from '@shared/dates';
import { formatPounds, type Pence, pence } from '@shared/money';
import { formatAmount } from './figures';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

const LINES: Readonly<Record<string, string>> = words.lines;
const NOTES: Readonly<Record<string, string>> = words.notes;

function lineText(line: FinalLineShown): string {
  const what = LINES[line.code] ?? line.code;
  const named = line.name === '' ? what : fill(words.named, { what, name: line.name });
  return line.estimate ? fill(words.estimate, { what: named }) : named;
}

/** A note of the account in words; amounts come as pence. */
export function noteText(note: EndingView['notes'][number]): string {
  const amount = Number(note.values['pence'] ?? 0);
  return fill(NOTES[note.code] ?? note.code, { amount: formatPounds(pence(amount)), ...note.values });
}

function trueUpText(name: string, one: EndingView['funding']): string {
  const part =
    one.periodDays === 0
      ? ''
      : fill(words.trueUpPart, { partDays: one.partDays, periodDays: one.periodDays });
  const text = fill(words.trueUp, {
    whole: one.whole,
    each: formatPounds(one.each),
    part,
    due: formatPounds(one.due),
    received: formatPounds(one.received),
  });
  return `${name}: ${text}`;
}

/** The final account on paper: both sides, what is left, how what came in was checked, and the steps with what is done. */
export function finalAccountPdf({
  view,
  reference,
}: {
  readonly view: EndingView;
  readonly reference: string;
}): Uint8Array {
  const { ending, funderName: funder, supportedName: name } = view;
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { funder, day: formatDay(view.asOf) }),
    createdOn: view.today,
    footer: (page, pages) => fill(words.footer, { name, page, pages }),
  });
  const heading = (text: string): void => {
    writer.gap(10);
    writer.write('H2', text, { size: 13, weight: 'semibold', after: 3, keepWith: 70 });
  };
  writer.write('H1', words.title, { size: 19, weight: 'bold', after: 2 });
  writer.write('P', fill(words.subtitle, { name, funder }), { size: 12, weight: 'semibold', after: 2 });
  const about = [
    fill(words.kinds[ending.kind], { name, day: formatDay(ending.endedOn) }),
    fill(words.asOf, { day: formatDay(view.asOf) }),
    ...(reference === '' ? [] : [fill(words.reference, { reference })]),
    ...(ending.executorName === '' ? [] : [fill(words.executor, { name: ending.executorName })]),
    ...(ending.executorContact === ''
      ? []
      : [fill(words.executorContact, { contact: ending.executorContact })]),
  ];
  for (const text of about) writer.write('P', text, { after: 2 });

  const side = (title: string, lines: readonly FinalLineShown[], total: string, amount: Pence): void => {
    heading(title);
    writeTable(writer, {
      summary: title,
      padding: 4,
      columns: [
        { heading: words.columns.what, share: 1 },
        { heading: words.columns.amount, align: 'right', figures: true, least: 70 },
      ],
      rows: [
        ...lines.map((line): TableRow => ({ cells: [lineText(line), formatAmount(line.amount)] })),
        { cells: [total, formatAmount(amount)], bold: true, rule: 'heavy' },
      ],
    });
  };
  side(words.hasTitle, view.has, words.totalHas, view.totalHas);
  side(words.owesTitle, view.owes, words.totalOwes, view.totalOwes);
  heading(words.resultTitle);
  if (view.surplus === 0 && view.shortfall === 0) writer.write('P', words.even);
  else
    writeTable(writer, {
      summary: words.resultTitle,
      size: 12.5,
      hideHeadings: true,
      columns: [
        { heading: words.columns.what, share: 1 },
        { heading: words.columns.amount, align: 'right', figures: true },
      ],
      rows: [
        {
          cells: [
            fill(view.surplus > 0 ? words.surplus : words.shortfall, { funder }),
            formatPounds(view.surplus > 0 ? view.surplus : view.shortfall),
          ],
          bold: true,
          rule: 'heavy',
        },
      ],
    });

  const list = (items: readonly string[]): void =>
    writer.within('L', () => {
      for (const item of items) writer.within('LI', () => writer.write('LBody', `•  ${item}`, { after: 3 }));
    });
  heading(words.trueUpTitle);
  list([
    trueUpText(words.fundingName, view.funding),
    ...(view.contribution === null ? [] : [trueUpText(words.contributionName, view.contribution)]),
    words.trueUpNote,
  ]);
  if (view.notes.length > 0) {
    heading(words.notesTitle);
    list(view.notes.map(noteText));
  }
  heading(words.lawTitle);
  list([...words.law, ...(ending.kind === 'death' ? words.deathLaw : [])]);
  heading(words.stepsTitle);
  writeTable(writer, {
    summary: words.stepsTitle,
    padding: 4,
    columns: [
      { heading: words.stepColumns.step, share: 1 },
      { heading: words.stepColumns.by, figures: true, least: 74 },
      { heading: words.stepColumns.done, figures: true, least: 74 },
    ],
    rows: view.steps.map(
      (step): TableRow => ({
        cells: [
          step.title,
          step.by === null ? '' : `${formatShortDay(step.by)} ${step.by.slice(0, 4)}`,
          step.doneOn === null ? '' : `${formatShortDay(step.doneOn)} ${step.doneOn.slice(0, 4)}`,
        ],
      }),
    ),
  });
  writer.gap(26);
  writer.write('P', words.signed);
  return writer.finish();
}
