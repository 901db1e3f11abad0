import type {
  HouseholdPensions,
  PensionHistoryRow,
  PensionLetterKind,
  PensionPeriod,
  PensionStanding,
  PensionTask,
  WorkerPension,
} from '@shared/api/pensions';
import { type IsoDay, laterDay } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import { type PensionDuty, rateTooLow } from '@shared/payroll/pension';
import {
  declarationDue,
  type EarnedPeriod,
  informBy,
  leftOutOfReEnrolment,
  optOut,
  optOutWindow,
  postponeUntilAtMost,
  reEnrolmentOn,
  writeBy,
} from '@shared/payroll/pension-duties';
import { ratesForDay } from '@shared/rates/rates-book';
import { periodKey, type TaxYearRates } from '@shared/rates/tax-year-rates';
import { lettersOf } from '../db/queries/pay-life';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { gatherPay } from './pay-inputs';
import { arrangementOf, leastRates } from './pay-pension';
import { openPeriods, type PaySpan } from './pay-periods';
import { loadPayRecord, type PayRecord, type WorkerRow, workerOfRecord } from './pay-record';
import { workOutSpan } from './pay-view';
import {
  type Assessed,
  assess,
  dutiesStartOf,
  lastPaidTo,
  lastSpell,
  type MembershipRow,
  membershipOn,
  membershipsOf,
  paidPeriods,
  refundOwed,
} from './pensions-membership';
import { ratesBookOf } from './rates';
import { workerName, workerShortName } from './worker-name';

/** A period that is not finished, with what was earned in it so far. */
export type OpenEarned = EarnedPeriod & { readonly hasPay: boolean; readonly running: boolean };

/** Open pay periods of a household by PA, oldest first; those of one PA share no day. */
export function openEarned(record: PayRecord): ReadonlyMap<string, readonly OpenEarned[]> {
  return record.db.remember(`pension open ${record.householdId} ${record.today}`, () => {
    const byWorker = new Map<string, OpenEarned[]>();
    for (const span of openPeriods(record).flatMap((period) => period.spans))
      byWorker.set(span.workerId, [...(byWorker.get(span.workerId) ?? []), earnedIn(record, span)]);
    return byWorker;
  });
}

function earnedIn(record: PayRecord, span: PaySpan): OpenEarned {
  const { worked } = workOutSpan(record, span, gatherPay(record, span));
  return {
    from: span.shownFrom,
    to: span.shownTo,
    payDate: span.payDate,
    frequency: span.frequency,
    earnings: worked?.result.pensionablePay ?? NO_MONEY,
    hasPay: worked !== undefined,
    running: span.periodTo >= record.today,
  };
}

/** A PA's periods, those without any pay left out. */
function periodsOf(record: PayRecord, workerId: string): readonly EarnedPeriod[] {
  const open = (openEarned(record).get(workerId) ?? []).filter((one) => one.hasPay);
  return [...paidPeriods(record, workerId), ...open];
}

/** The figures of a day; null where there are none. */
export function pensionRatesOn(record: PayRecord, day: IsoDay): TaxYearRates['pensions'] | null {
  const found = ratesForDay(ratesBookOf(record.db), day);
  return found.ok ? found.value.pensions : null;
}

const RANK: Readonly<Record<PensionDuty, number>> = {
  none: 0,
  'entitled-worker': 1,
  'non-eligible-jobholder': 2,
  'eligible-jobholder': 3,
};

/** What a PA is by their newest pay. A period that still runs counts once it raises them: its pay is not all there yet. */
function dutyNow(record: PayRecord, assessed: Assessed): { duty: PensionDuty; from: IsoDay } | null {
  const list = [...assessed.assessments];
  const last = list.at(-1);
  const before = list.at(-2);
  const isRunning = last !== undefined && last.period.to >= record.today;
  if (last !== undefined && before !== undefined && isRunning && RANK[last.duty] < RANK[before.duty])
    list.pop();
  const now = list.at(-1);
  if (now === undefined) return null;
  let from = now.from.day;
  for (const one of list.reverse()) {
    if (one.duty !== now.duty) break;
    from = one.from.day;
  }
  return { duty: now.duty, from };
}

/** Where a PA stands, and what there is to do about it. */
export function standingOf(record: PayRecord, worker: WorkerRow): PensionStanding {
  const assessed = assess(record, worker, periodsOf(record, worker.id));
  const now = assessed === null ? null : dutyNow(record, assessed);
  const row = membershipOn(record, worker.id, record.today) ?? membershipsOf(record, worker.id)[0];
  return {
    workerId: worker.id,
    name: workerName(worker),
    shortName: workerShortName(worker),
    leftOn: worker.left_on,
    state: stateOf(record, row),
    stateFrom: row?.from_day ?? null,
    provider: row?.status === 'member' ? row.provider : '',
    duty: now?.duty ?? null,
    dutyFrom: now?.from ?? null,
    dutyUnknown: now === null ? (worker.birth_date === null ? 'no-birth-date' : 'no-pay-yet') : '',
    tasks: tasksOf(record, worker, assessed, now?.duty ?? null),
  };
}

function stateOf(record: PayRecord, row: MembershipRow | undefined): PensionStanding['state'] {
  if (row === undefined) return 'not-enrolled';
  return isStopped(record, row) ? 'stopped' : row.status;
}

/** Whether a row ends a membership by the PA's own wish, without an opt-out. */
function isStopped(record: PayRecord, row: MembershipRow): boolean {
  return (
    row.status === 'not-enrolled' &&
    record.pensions.some(
      (one) => one.worker_id === row.worker_id && one.status === 'member' && one.from_day < row.from_day,
    )
  );
}

function tasksOf(
  record: PayRecord,
  worker: WorkerRow,
  assessed: Assessed | null,
  duty: PensionDuty | null,
): PensionTask[] {
  const { today } = record;
  const tasks: PensionTask[] = [];
  const name = workerShortName(worker);
  const task = (
    code: string,
    by: IsoDay | null,
    values: PensionTask['values'] = {},
    letter: PensionLetterKind | null = null,
  ): void =>
    void tasks.push({ code, by, late: by !== null && by < today, letter, values: { name, ...values } });
  const owed = refundOwed(record, worker.id);
  if (owed !== null)
    task('refund', refundByOf(owed.noticeOn), { own: owed.employee, employer: owed.employer });
  if (worker.left_on !== null && worker.left_on < today) return tasks;
  const rows = membershipsOf(record, worker.id);
  const row = rows.at(-1);
  const letters = givenLetters(record, worker.id);
  const isPutOff = row?.status === 'postponed' && (row.postponed_until ?? today) >= today;
  const wasIn = rows.some((one) => one.status === 'member' || one.status === 'opted-out');
  if (assessed?.enrolment != null && !wasIn && !isPutOff) {
    const { enrolOn, doneBy } = assessed.enrolment;
    if (enrolOn.day <= today) task('enrol', doneBy.day, { day: enrolOn.day });
    else task('enrol-soon', doneBy.day, { day: enrolOn.day });
  }
  if (row?.status === 'postponed') {
    if (isPutOff && row.postponed_until !== null)
      task('postponement-ends', row.postponed_until, { day: row.postponed_until });
    if (!letters.has(`pension-postponement ${row.id}`))
      task('write-postponement', writeBy(row.from_day).day, {}, 'pension-postponement');
  }
  const spell = lastSpell(record, worker.id);
  if (row?.status === 'member' && spell !== undefined) {
    const { first } = spell;
    if (first.informed_on === null && (first.how === 'automatic' || first.how === 'opt-in')) {
      const isAgain = rows.some((one) => one.status === 'member' && one.from_day < first.from_day);
      const kind = isAgain ? 'pension-re-enrolment' : 'pension-enrolment';
      task('write-enrolment', writeBy(first.from_day).day, {}, kind);
    }
    const rates = pensionRatesOn(record, laterDay(row.from_day, today));
    if (rates !== null && row.how !== 'joined' && row.earnings_basis === 'qualifying-earnings') {
      const short = rateTooLow(arrangementOf(row), rates.minimum);
      if (short !== null) task('rate-too-low', null, { ...short, ...leastRates(rates) });
    }
  }
  const mayAsk = duty === 'non-eligible-jobholder' || duty === 'entitled-worker';
  const started = dutiesStartOf(record);
  if (
    mayAsk &&
    !wasIn &&
    started !== null &&
    !letters.has('pension-rights') &&
    !letters.has('pension-postponement')
  )
    task('write-rights', informBy(laterDay(worker.started_on, started)).day, { duty }, 'pension-rights');
  if (worker.birth_date === null) task('birth-date', null);
  return tasks;
}

/** The last day to give money back after a notice. */
export function refundByOf(noticeOn: IsoDay): IsoDay {
  const found = optOut({ window: optOutWindow(noticeOn, noticeOn), noticeOn, taken: [], payDates: [] });
  if (!found.ok) throw new Error('A notice is in a window that begins with it');
  return found.value.refundBy.day;
}

/** Kinds of letters that were given to a PA, each also with what it was about. */
function givenLetters(record: PayRecord, workerId: string): ReadonlySet<string> {
  return new Set(
    lettersOf(record.db, record.householdId)
      .filter((one) => one.worker_id === workerId && one.given_on !== null)
      .flatMap((one) => [one.kind, `${one.kind} ${one.about}`]),
  );
}

function pensionPeriods(record: PayRecord, worker: WorkerRow): PensionPeriod[] {
  const open = new Set((openEarned(record).get(worker.id) ?? []).map((one) => `${one.from} ${one.to}`));
  const assessed = assess(record, worker, periodsOf(record, worker.id));
  return (assessed?.assessments ?? []).flatMap(({ period, duty, from }) => {
    const rates = pensionRatesOn(record, period.payDate);
    if (rates === null) return [];
    const isOpen = open.has(`${period.from} ${period.to}`);
    return [
      {
        from: period.from,
        to: period.to,
        payDate: period.payDate,
        frequency: period.frequency,
        earnings: period.earnings,
        trigger: rates.thresholds.trigger[periodKey(period.frequency)],
        duty,
        dutyFrom: from.day,
        open: isOpen,
        running: isOpen && period.to >= record.today,
      },
    ];
  });
}

/** Whether nothing was paid by a row, so that it may go. */
export function canTakeBack(row: MembershipRow, lastPaid: IsoDay | null): boolean {
  return lastPaid === null || row.from_day > lastPaid || row.status === 'postponed';
}

/** A PA's pension: where they stand, how each period was assessed, and all that was noted. Refuses with `not-found`. */
export function workerPension(context: ServiceContext, householdId: string, workerId: string): WorkerPension {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  const lastPaid = lastPaidTo(record, workerId);
  const spell = lastSpell(record, workerId);
  const window =
    spell?.ended === null && spell.first.informed_on !== null && spell.first.how !== 'joined'
      ? optOutWindow(spell.first.from_day, spell.first.informed_on)
      : null;
  const rates = pensionRatesOn(record, record.today);
  return {
    standing: standingOf(record, worker),
    periods: pensionPeriods(record, worker).reverse(),
    history: membershipsOf(record, workerId)
      .map(
        (row): PensionHistoryRow => ({
          id: row.id,
          fromDay: row.from_day,
          status: row.status,
          provider: row.provider,
          treatment: row.treatment,
          earningsBasis: row.earnings_basis,
          employeePercentHundredths: row.employee_percent_hundredths,
          employerPercentHundredths: row.employer_percent_hundredths,
          postponedUntil: row.postponed_until,
          how: row.how,
          stopped: isStopped(record, row),
          informedOn: row.informed_on,
          askedOn: row.asked_on,
          noticeOn: row.notice_on,
          canTakeBack: canTakeBack(row, lastPaid),
        }),
      )
      .reverse(),
    letters: lettersOf(record.db, householdId)
      .filter((one) => one.worker_id === workerId && one.kind.startsWith('pension-'))
      .map((one) => ({
        id: one.id,
        kind: one.kind as PensionLetterKind,
        madeOn: one.made_on,
        givenOn: one.given_on,
      }))
      .reverse(),
    optOutWindow: window === null ? null : { from: window.from.day, to: window.to.day },
    lastPaidTo: lastPaid,
    least:
      rates === null ? null : { total: rates.minimum.totalPercent, employer: rates.minimum.employerPercent },
    postponeFrom: postponeDays(record, worker),
  };
}

/** Days that an assessment may be put off from, and that are not so long ago that the time is over. */
export function postponeDays(record: PayRecord, worker: WorkerRow): { from: IsoDay; until: IsoDay }[] {
  const duties = dutiesStartOf(record);
  const assessed = assess(record, worker, periodsOf(record, worker.id));
  const days = [duties, worker.started_on, assessed?.eligibleOn ?? null].filter(
    (day) => day !== null && (duties === null || day >= duties),
  ) as IsoDay[];
  return [...new Set(days)]
    .sort()
    .map((from) => ({ from, until: postponeUntilAtMost(from).day }))
    .filter((one) => one.until > record.today);
}

/** The household's pension duties: when they began, what the regulator is told by when, and where each PA stands. */
export function householdPensions(context: ServiceContext, householdId: string): HouseholdPensions {
  const db = databaseOf(context);
  const today = todayOf(context);
  return db.remember(`pensions ${householdId} ${today}`, () =>
    readHousehold(loadPayRecord(db, householdId, today)),
  );
}

function readHousehold(record: PayRecord): HouseholdPensions {
  const { employer, today } = record;
  const starts = dutiesStartOf(record);
  const again = starts === null ? null : reEnrolmentOn(starts, employer?.re_enrolled_on ?? null, today);
  const suggested = record.workers.map((one) => one.started_on).sort()[0] ?? null;
  const here = record.workers.filter((one) => one.left_on === null || one.left_on >= today);
  const isOpen = again !== null && again.windowFrom.day <= today && today <= again.windowTo.day;
  const reEnrolOn = isOpen ? today : (again?.anniversary.day ?? today);
  const workers = here.map((worker) => standingOf(record, worker));
  return {
    days: {
      dutiesOn: employer?.pension_duties_on ?? null,
      declaredOn: employer?.pension_declared_on ?? null,
      reEnrolledOn: employer?.re_enrolled_on ?? null,
    },
    suggestedDutiesOn: suggested,
    declareBy: starts === null ? null : declarationDue(starts).day,
    reEnrolment:
      again === null
        ? null
        : {
            anniversary: again.anniversary.day,
            from: again.windowFrom.day,
            to: again.windowTo.day,
            declareBy: again.declareBy.day,
          },
    workers,
    toReEnrol: workers
      .filter(
        (one) => one.duty === 'eligible-jobholder' && (one.state === 'opted-out' || one.state === 'stopped'),
      )
      .filter((one) => {
        const row = membershipOn(record, one.workerId, today);
        const stopped = row?.notice_on ?? row?.from_day;
        return stopped !== undefined && !leftOutOfReEnrolment(stopped, reEnrolOn);
      })
      .map(({ workerId, shortName }) => ({ workerId, shortName })),
  };
}
