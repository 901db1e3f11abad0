import type { EpsChoices, ReportHow, ReportKind } from '@shared/api/filing';
import type { IsoDay } from '@shared/dates';
import { taxMonthDays } from '@shared/payroll/hmrc';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { epsView, writtenEps } from './filing-eps';
import { LATE_REASONS, reportedDay, writtenFps } from './filing-fps';
import { isMark, plainMark } from './filing-reports';
import { loadPayRecord, type PayRecord } from './pay-record';

/** What the person says they sent. `id` changes what was noted before; then `about` is that one's. */
export type SentNote = {
  readonly id: string | null;
  readonly kind: ReportKind;
  readonly about: readonly string[];
  readonly sentOn: IsoDay;
  readonly how: ReportHow;
  readonly receipt: string;
  readonly irMark: string;
  readonly note: string;
};

type Subject = { readonly taxYear: string; readonly from: IsoDay };

/** The tax year that a report is about and the first day it can be made for. Refuses with `not-found`. */
function subjectOf(record: PayRecord, kind: ReportKind, about: string): Subject {
  if (kind === 'fps') {
    const row = record.payslips.find((one) => one.pay_run_id === about) ?? refuse('not-found');
    return { taxYear: row.tax_year, from: reportedDay(record, row) };
  }
  const [, taxYear, number] = /^(\d{4}-\d{2}):(\d{1,2})$/.exec(about) ?? refuse('not-found');
  const last = kind === 'eps' ? 12 : 4;
  if (taxYear === undefined || number === undefined || Number(number) < 1 || Number(number) > last)
    refuse('not-found');
  const month = kind === 'eps' ? Number(number) : Number(number) * 3 - 2;
  return { taxYear, from: taxMonthDays(taxYear, month).from };
}

/** Every mark that a file made here for a pay day or month can have, in both forms; empty where none can be made. */
function fileMarks(context: ServiceContext, record: PayRecord, kind: ReportKind, about: string): string {
  const written =
    kind === 'fps'
      ? LATE_REASONS.map((reason) => writtenFps(context, record, about, reason))
      : kind === 'eps'
        ? epsMarks(context, record, about)
        : [];
  const marks = written.flatMap((one) => (one === null ? [] : [one.irMark.base64, one.irMark.base32]));
  return [...new Set(marks)].join(' ');
}

function epsMarks(context: ServiceContext, record: PayRecord, about: string) {
  const [taxYear = '', month = ''] = about.split(':');
  const { can } = epsView(context, record.householdId, taxYear, Number(month), null);
  const sides = (possible: boolean): readonly boolean[] => (possible ? [true, false] : [false]);
  const finals: readonly EpsChoices['final'][] = can.finalForYear ? ['none', 'year'] : ['none'];
  return sides(can.noPayment).flatMap((noPayment) =>
    sides(can.allowance).flatMap((allowance) =>
      sides(can.recovered).flatMap((recovered) =>
        finals.map((final) =>
          writtenEps(context, record, taxYear, Number(month), {
            noPayment,
            allowance,
            recovered,
            final,
            ceasedOn: null,
          }),
        ),
      ),
    ),
  );
}

/**
 * Keeps what the person says they sent to HMRC, for each pay day or month it is about. Mainstay sends nothing itself.
 * Refuses with `day.in-the-future`, `filing.sent-before`, `filing.mark-not-a-mark`, `filing.mark-of-one` and `not-found`.
 */
export function noteSent(context: ServiceContext, householdId: string, typed: SentNote): string[] {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const known = typed.id === null ? undefined : ownedRow(db.byId('report_sent', typed.id), householdId);
  const abouts = known === undefined ? [...new Set(typed.about)] : [known.about];
  const kind = known === undefined ? typed.kind : (known.kind as ReportKind);
  const subjects = abouts.map((about) => ({ about, ...subjectOf(record, kind, about) }));
  if (typed.sentOn > record.today) refuse('day.in-the-future', {}, 'sentOn');
  // A report can go a little before its pay day, and no sooner than the tax year before it.
  const tooEarly = subjects.find((one) => typed.sentOn < earliest(one));
  if (tooEarly !== undefined) refuse('filing.sent-before', { day: tooEarly.from }, 'sentOn');
  const mark = plainMark(typed.irMark);
  if (mark !== '' && !isMark(mark)) refuse('filing.mark-not-a-mark', {}, 'irMark');
  if (mark !== '' && abouts.length > 1) refuse('filing.mark-of-one', {}, 'irMark');
  const ids = abouts.map(() => typed.id ?? context.ids.next());
  db.act(
    { name: known === undefined ? 'filing.noted' : 'filing.note-changed', householdId, values: { kind } },
    (write) => {
      for (const [index, subject] of subjects.entries()) {
        const id = ids[index] ?? refuse('not-found');
        const row = {
          id,
          household_id: householdId,
          kind,
          about: subject.about,
          tax_year: subject.taxYear,
          sent_on: typed.sentOn,
          how: typed.how,
          receipt: typed.receipt.trim(),
          ir_mark: mark,
          file_mark: mark === '' ? '' : fileMarks(context, record, kind, subject.about),
          note: typed.note.trim(),
        };
        if (known === undefined) write.insert('report_sent', row);
        else write.update('report_sent', id, row);
      }
    },
  );
  return ids;
}

/** A year before what it is about: a date before that is a slip. */
function earliest({ from }: Subject): string {
  return `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
}

/** Takes a note of something sent out again. Refuses with `not-found`. */
export function removeSent(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('report_sent', id), householdId);
  db.act({ name: 'filing.note-removed', householdId, values: { kind: row.kind } }, (write) =>
    write.remove('report_sent', id),
  );
}
