import type { ReportHow, ReportKind, ReportState, SentReport } from '@shared/api/filing';
import type { IsoDay } from '@shared/dates';
import { reportsSentOf } from '../db/queries/pay-life';
import type { WorkspaceSchema } from '../db/schema';
import type { PayRecord } from './pay-record';

type Row = WorkspaceSchema['report_sent'];

const KINDS: ReadonlySet<string> = new Set<ReportKind>(['fps', 'eps', 'paper-quarter']);

/** HMRC's mark as it is compared: without spaces and the words before it; the 32 letters in capitals. */
export function plainMark(typed: string): string {
  const text = typed.replace(/^\s*ir\s*mark\s*:?/i, '').replace(/[\s-]/g, '');
  return text.length === 32 ? text.toUpperCase() : text;
}

/** Whether a text has the form of a mark: 32 letters (Base32), or 28 that end with `=` (Base64). */
export function isMark(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text) || /^[A-Za-z0-9+/]{27}=$/.test(text);
}

function markOf(row: Row): SentReport['mark'] {
  if (row.ir_mark === '') return 'none';
  if (row.file_mark === '') return 'unknown';
  return row.file_mark.split(' ').includes(row.ir_mark) ? 'same' : 'different';
}

function reportOf(row: Row): SentReport {
  return {
    id: row.id,
    kind: row.kind as ReportKind,
    about: row.about,
    taxYear: row.tax_year,
    sentOn: row.sent_on,
    how: row.how as ReportHow,
    receipt: row.receipt,
    irMark: row.ir_mark,
    mark: markOf(row),
    note: row.note,
  };
}

/** Everything the person says they told HMRC about pay, earliest first. */
export function sentReports(record: PayRecord): readonly SentReport[] {
  return reportsSentOf(record.db, record.householdId)
    .filter((row) => KINDS.has(row.kind))
    .map(reportOf);
}

export function reportsAbout(record: PayRecord, kind: ReportKind, about: string): SentReport[] {
  return sentReports(record).filter((one) => one.kind === kind && one.about === about);
}

/** How a report stands on a day: the first note counts, for later ones are about the same pay. */
export function stateOf(
  reports: readonly SentReport[],
  dueFrom: IsoDay,
  dueOn: IsoDay,
  today: IsoDay,
): ReportState {
  const first = reports[0];
  if (first !== undefined) return first.sentOn > dueOn ? 'noted-late' : 'noted';
  if (today > dueOn) return 'missing';
  return today >= dueFrom ? 'due' : 'later';
}
