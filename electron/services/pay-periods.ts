import { addDays, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { addPence } from '@shared/money';
import { parentalPayEnd } from '@shared/payroll/statutory-parental';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import type { WorkspaceSchema } from '../db/schema';
import { workedLeavesOf } from './family-claim';
import { regularPayDateOf, taxDayOfPayment } from './pay-dates';
import { leavePayInput } from './pay-family';
import { type LateRow, priceChange, waitingChanges } from './pay-late';
import { owesAfterLeaving } from './pay-leaving';
import { firstKnownPayDate, type PayRecord, type WorkerRow } from './pay-record';
import { cyclesOf, spanFrom, spansOf } from './pay-spans';
import { periodFromOf } from './people-holiday';

type ContractRow = WorkspaceSchema['contract'];

/** One PA's part of one pay period. */
export type PaySpan = {
  readonly workerId: string;
  readonly key: string;
  readonly frequency: PayFrequency;
  /** The whole pay period. */
  readonly periodFrom: IsoDay;
  readonly periodTo: IsoDay;
  /** Its days that count for this PA: employed, and paid by these terms. */
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** The period as the payslip names it: cut short only where the PA changes to another pay period. */
  readonly shownFrom: IsoDay;
  readonly shownTo: IsoDay;
  readonly contract: ContractRow;
  readonly payDate: IsoDay;
  /** The day that tax and National Insurance count from: the regular pay day where banks are closed on it. */
  readonly taxDay: IsoDay;
  /** Whether hours of periods that are done, confirmed late, are paid here. */
  readonly takesLate: boolean;
};

/** One pay period of everybody who shares it, not finished yet. */
export type OpenPeriod = {
  readonly key: string;
  readonly frequency: PayFrequency;
  readonly periodFrom: IsoDay;
  readonly periodTo: IsoDay;
  readonly payDate: IsoDay;
  /** The pay day by the contract, before weekends, bank holidays and the person's own choice. */
  readonly regularPayDate: IsoDay;
  /** The pay day as it would be without the person's own choice. */
  readonly usualPayDate: IsoDay;
  /** The day that tax and National Insurance count from. */
  readonly taxDay: IsoDay;
  readonly spans: readonly PaySpan[];
};

/**
 * The last day up to which a PA's periods are done: paid, or passed over by a finished run that found nothing to pay.
 * Hours of that time which are confirmed later are paid with the next pay.
 */
function doneUpTo(record: PayRecord, workerId: string, spans: readonly PaySpan[]): IsoDay | undefined {
  const finished = new Set(
    record.runs.filter((run) => run.kind === 'regular').map((run) => `${run.frequency}:${run.period_from}`),
  );
  const days = [
    ...spans.filter((span) => finished.has(span.key)).map((span) => span.shownTo),
    ...record.payslips.filter((one) => one.worker_id === workerId).map((one) => one.period_to),
  ];
  return days.sort().at(-1);
}

/** The last day that other software has paid a PA for; undefined where it paid nothing. */
export function paidElsewhereUntil(record: PayRecord, workerId: string): IsoDay | undefined {
  return record.figures
    .filter((one) => one.worker_id === workerId && one.source === 'earlier-software')
    .flatMap((one) => (one.reach_on === null ? [] : [one.reach_on]))
    .sort()
    .at(-1);
}

/** Shifts of a PA that were confirmed after their period was done, oldest first. */
export function lateShifts(record: PayRecord, workerId: string, before: IsoDay): WorkspaceSchema['shift'][] {
  const elsewhere = paidElsewhereUntil(record, workerId);
  return record.unpaid.filter(
    (shift) =>
      shift.worker_id === workerId &&
      shift.day < before &&
      (elsewhere === undefined || shift.day > elsewhere),
  );
}

/** Whether there may be something to pay a PA for in a span, late hours apart. Quick; `gatherPay` knows for sure. */
function mayHavePay(record: PayRecord, span: PaySpan): boolean {
  return (
    record
      .shifts(span.from, span.to)
      .some(
        (shift) =>
          shift.workerId === span.workerId &&
          ((shift.state === 'confirmed' && shift.paidIn === null) || shift.state === 'planned'),
      ) ||
    record.absences.some(
      (one) =>
        one.worker_id === span.workerId &&
        (one.kind === 'sickness' || one.kind === 'holiday' || one.kind === 'family' || one.pay_kept === 1) &&
        one.first_day <= span.to &&
        (one.last_day ?? span.to) >= span.from,
    ) ||
    record.drafts.some((one) => one.worker_id === span.workerId && one.pay_date <= span.payDate) ||
    record.workers.some((one) => one.id === span.workerId && one.left_on !== null && one.left_on <= span.to)
  );
}

/**
 * Whether a PA's part of a period comes before their part of another: by the days that count, because a month may begin
 * before the weeks that it follows.
 */
export function isEarlierFor(span: PaySpan, period: OpenPeriod): boolean {
  const own = period.spans.find((one) => one.workerId === span.workerId);
  return own !== undefined && span.from < own.from;
}

type OpenSpans = {
  readonly worker: WorkerRow;
  readonly open: readonly PaySpan[];
  /** The last day up to which they are done. */
  readonly done: IsoDay | undefined;
  readonly hasLate: boolean;
  /** Whether some of it is to be paid, and not only to be taken back. */
  readonly owesLate: boolean;
};

/** Whether a late change is to be paid; one without a rate opens a pay too, which says what is missing. */
function isOwed(record: PayRecord, row: LateRow): boolean {
  const priced = priceChange(record, row);
  return !priced.ok || addPence(priced.value.pay.amount, priced.value.premium) > 0;
}

/** Each PA's periods that are not done, whether or not there is something to pay in them. */
function openSpansOf(record: PayRecord, worker: WorkerRow): OpenSpans {
  const elsewhere = paidElsewhereUntil(record, worker.id);
  const all = [...spansOf(record, worker, record.today), ...spansOfFamilyPay(record, worker)]
    .filter((span) => elsewhere === undefined || span.to > elsewhere)
    .map((span) =>
      elsewhere === undefined || span.from > elsewhere ? span : { ...span, from: addDays(elsewhere, 1) },
    );
  const done = doneUpTo(record, worker.id, all);
  const firstPayDate = firstKnownPayDate(record.db);
  const open = all.filter(
    (span) =>
      (done === undefined || span.to > done) &&
      (record.firstDay === undefined || span.to >= record.firstDay) &&
      (firstPayDate === undefined || span.payDate >= firstPayDate),
  );
  const waiting = waitingChanges(record, worker.id);
  const hasLateShifts = done !== undefined && lateShifts(record, worker.id, addDays(done, 1)).length > 0;
  return {
    worker,
    open: afterLeavingOnce(worker, open),
    done,
    hasLate: hasLateShifts || waiting.length > 0,
    owesLate: hasLateShifts || waiting.some((row) => isOwed(record, row)),
  };
}

/** Those of them that may have pay, and the running one; late hours go to the first of them. */
function spansWithPay(record: PayRecord, { worker, open, done, hasLate, owesLate }: OpenSpans): PaySpan[] {
  if (open.length === 0 && (owesLate || worker.left_on !== null)) {
    const after = spanAfterLeaving(record, worker, done);
    if (after === undefined || !(owesLate || owesAfterLeaving(record, after))) return [];
    return [{ ...after, takesLate: true }];
  }
  const withPay = open.filter((span) => mayHavePay(record, span) || span.periodTo >= record.today);
  if (!hasLate) return withPay;
  const takes = withPay[0] ?? open.at(-1);
  if (takes === undefined) return withPay;
  return [{ ...takes, takesLate: true }, ...withPay.filter((span) => span !== takes)];
}

/** The last pay cycle of a PA as if it went on, with its first terms. */
function cycleAfterLeaving(record: PayRecord, worker: WorkerRow) {
  const cycle = cyclesOf(
    worker,
    record.contracts.filter((one) => one.worker_id === worker.id),
  ).at(-1);
  const first = cycle?.contracts[0];
  return cycle === undefined || first === undefined ? undefined : { cycle, first };
}

/**
 * The running period for somebody who has left, when hours of theirs were confirmed, or holiday is owed, after their last
 * pay; the one after it where it was paid ahead.
 */
function spanAfterLeaving(
  record: PayRecord,
  worker: WorkerRow,
  done: IsoDay | undefined,
): PaySpan | undefined {
  const last = cycleAfterLeaving(record, worker);
  if (last === undefined) return undefined;
  const day = done === undefined || done < record.today ? record.today : addDays(done, 1);
  const still = { ...worker, left_on: null };
  return spanFrom(record, still, last.cycle, last.first, periodFromOf(last.first, day), true);
}

/**
 * Periods that begin after somebody's last day of work and have days of family pay that is still due: it goes on by the
 * old pay cycle to the end of its weeks, or until the leave is ended because they take up other work.
 * Source: SSCBA 1992 ss 164 to 171ZZ, and GOV.UK, statutory pay when an employee leaves. (RECALLED)
 */
function spansOfFamilyPay(record: PayRecord, worker: WorkerRow): PaySpan[] {
  const { left_on: leftOn } = worker;
  if (leftOn === null || !record.familyLeaves.some((one) => one.worker_id === worker.id)) return [];
  const paid = workedLeavesOf(record, worker.id).flatMap((leave) => {
    const input = leavePayInput(leave);
    return input === null ? [] : [{ from: input.leaveStart, to: parentalPayEnd(input) }];
  });
  return spansOf(record, { ...worker, left_on: null }, record.today).filter(
    (span) => span.from > leftOn && paid.some((one) => one.from <= span.shownTo && one.to >= span.from),
  );
}

/** The first pay after leaving takes what else is owed, such as holiday, so that no two do. */
function afterLeavingOnce(worker: WorkerRow, open: readonly PaySpan[]): readonly PaySpan[] {
  const { left_on: leftOn } = worker;
  const [first] = open;
  return leftOn === null || first === undefined || first.from <= leftOn
    ? open
    : [{ ...first, takesLate: true }, ...open.slice(1)];
}

/** Every pay period that is not done, oldest first: what `runs` lists once it is known who has something to be paid. */
export function openPeriods(record: PayRecord): OpenPeriod[] {
  const workers = record.workers.map((worker) => openSpansOf(record, worker));
  const firstOpen = workers
    .flatMap(({ open }) => open.slice(0, 1).map((span) => span.from))
    .sort()
    .at(0);
  // One look at the rota for all of them.
  if (firstOpen !== undefined) record.shifts(firstOpen, laterDay(firstOpen, addDays(record.today, 31)));
  const byKey = new Map<string, PaySpan[]>();
  for (const one of workers) {
    for (const span of spansWithPay(record, one)) {
      const list = byKey.get(span.key);
      if (list) list.push(span);
      else byKey.set(span.key, [span]);
    }
  }
  const periods: OpenPeriod[] = [];
  for (const spans of byKey.values()) {
    const [first] = spans;
    if (first === undefined) continue;
    // Different terms may give different days; nobody is paid late.
    const usualPayDate = spans.map((span) => span.payDate).reduce(earlierDay);
    const regularPayDate = regularPayDateOf(
      first.periodTo,
      Math.min(...spans.map((span) => span.contract.pay_day_offset)),
    );
    const payDate = record.payDays.get(first.key) ?? usualPayDate;
    const taxDay = taxDayOfPayment(regularPayDate, payDate, record.isBankHoliday);
    periods.push({
      key: first.key,
      frequency: first.frequency,
      periodFrom: first.periodFrom,
      periodTo: first.periodTo,
      payDate,
      regularPayDate,
      usualPayDate,
      taxDay,
      spans: spans.map((span) => ({ ...span, payDate, taxDay })),
    });
  }
  return periods.sort((a, b) =>
    a.payDate === b.payDate ? (a.key < b.key ? -1 : 1) : a.payDate < b.payDate ? -1 : 1,
  );
}
