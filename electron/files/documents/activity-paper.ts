import words from '@resources/documents/activity.json';
import type { Activity, ActivityLine } from '@shared/api/casework';
import { formatTime } from '@shared/clock-time';
import { formatDay, type IsoDay } from '@shared/dates';
import { csvForPeople } from './csv';
import { type TableRow, writeTable } from './pdf-table';
import { PdfWriter } from './pdf-writer';
import { fill } from './words';

/** Who did what when for one household. */
export type ActivityPaper = {
  /** Whose money it is. */
  readonly name: string;
  readonly organisation: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly view: Activity;
  /** Each line in words, by its id. */
  readonly said: ReadonlyMap<string, string>;
  readonly printedOn: IsoDay;
};

type Made = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

const whatText = (paper: ActivityPaper, line: ActivityLine): string =>
  paper.said.get(String(line.id)) ?? line.name;

function fileName(paper: ActivityPaper, ending: string): string {
  return fill(words.fileName, { name: paper.name, from: paper.from, to: paper.to, ending });
}

/** The report as a tagged A4 paper: by whom, then each line. */
export function activityPdf(paper: ActivityPaper): Made {
  const { view, name } = paper;
  const period = fill(words.period, { from: formatDay(paper.from), to: formatDay(paper.to) });
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { name, period }),
    createdOn: paper.printedOn,
    footer: (page, pages) => fill(words.footer, { name, page, pages }),
  });
  const { columns } = words;
  const heading = (text: string): void => {
    writer.gap(10);
    writer.write('H2', text, { size: 13, weight: 'semibold', after: 3, keepWith: 80 });
  };
  writer.write('H1', words.title, { size: 19, weight: 'bold', after: 2 });
  writer.write('P', fill(words.forWhom, { name }), { size: 12, weight: 'semibold' });
  if (paper.organisation !== '') writer.write('P', fill(words.by, { organisation: paper.organisation }));
  writer.write('P', period, { after: 4 });
  if (view.lines.length === 0) {
    writer.write('P', words.nothing);
    return { name: fileName(paper, 'pdf'), mediaType: 'application/pdf', bytes: writer.finish() };
  }
  heading(words.peopleTitle);
  writeTable(writer, {
    summary: words.peopleTitle,
    columns: [
      { heading: columns.initials, least: 60 },
      { heading: columns.who, share: 1 },
      { heading: columns.count, align: 'right', figures: true },
    ],
    rows: view.people.map(
      (one): TableRow => ({
        cells: [
          one.initials === '' ? '–' : one.initials,
          one.initials === '' ? words.nobody : one.name,
          String(one.count),
        ],
      }),
    ),
  });
  heading(words.linesTitle);
  if (view.more) writer.write('P', fill(words.more, { count: view.lines.length }));
  writeTable(writer, {
    summary: words.linesTitle,
    columns: [
      { heading: columns.day, figures: true, least: 104 },
      { heading: columns.time, figures: true, least: 48 },
      { heading: columns.initials, least: 46 },
      { heading: columns.what, share: 1 },
    ],
    rows: view.lines.map((line): TableRow => {
      const what = whatText(paper, line);
      return {
        cells: [
          formatDay(line.day),
          formatTime(line.time),
          line.initials,
          line.undone ? fill(words.undoneBrackets, { what }) : what,
        ],
      };
    }),
  });
  return { name: fileName(paper, 'pdf'), mediaType: 'application/pdf', bytes: writer.finish() };
}

/** The same lines as a table for a spreadsheet. */
export function activityCsv(paper: ActivityPaper): Made {
  const { columns } = words;
  const names = new Map(paper.view.people.map((one) => [one.initials, one.name]));
  const bytes = csvForPeople(
    [columns.day, columns.time, columns.initials, columns.who, columns.what, columns.state],
    paper.view.lines.map((line) => [
      line.day,
      line.time,
      line.initials,
      names.get(line.initials) ?? '',
      whatText(paper, line),
      line.undone ? words.undone : '',
    ]),
  );
  return { name: fileName(paper, 'csv'), mediaType: 'text/csv', bytes };
}
