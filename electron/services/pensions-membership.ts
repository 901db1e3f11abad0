import { addDays, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence } from '@shared/money';
import type { PensionArrangement } from '@shared/payroll/pension';
import {
  type EarnedPeriod,
  type Enrolment,
  enrolmentDuties,
  type PeriodAssessment,
  writeBy,
} from '@shared/payroll/pension-duties';
import { inForce, type PayRecord, standingPayslips, type WorkerRow, workerOfRecord } from './pay-record';
import { paydayOf } from './pay-to-date';
import { ratesBookOf } from './rates';

export type MembershipRow = PayRecord['pensions'][number];

/** A PA's pension from day to day, oldest first. */
export function membershipsOf(record: PayRecord, workerId: string): MembershipRow[] {
  return record.pensions.filter((one) => one.worker_id === workerId);
}

export function membershipOn(record: PayRecord, workerId: string, day: IsoDay): MembershipRow | undefined {
  return inForce(record.pensions, workerId, day, (one) => one.from_day);
}

/** The day the household's pension duties began: as the person set it, else the first PA's first day. */
export function dutiesStartOf(record: PayRecord): IsoDay | null {
  const first = record.workers.map((one) => one.started_on).reduce<IsoDay | null>(earliest, null);
  return record.employer?.pension_duties_on ?? first;
}

function earliest(a: IsoDay | null, b: IsoDay): IsoDay {
  return a === null ? b : earlierDay(a, b);
}

/** A stretch of membership without a break, whatever percentages changed in it, and the row that ended it. */
export type MemberSpell = {
  readonly first: MembershipRow;
  readonly last: MembershipRow;
  readonly ended: MembershipRow | null;
  /** The day before whatever came after the row that ended it. */
  readonly to: IsoDay | null;
};

/** Every stretch of a PA's membership, oldest first. */
export function memberSpells(rows: readonly MembershipRow[]): MemberSpell[] {
  const spells: MemberSpell[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.status !== 'member' || rows[index - 1]?.status === 'member') continue;
    const rest = rows.slice(index);
    const after = rest.findIndex((one) => one.status !== 'member');
    const last = (after === -1 ? rest.at(-1) : rest[after - 1]) ?? row;
    const ended = after === -1 ? null : (rest[after] ?? null);
    const next = after === -1 ? undefined : rest.slice(after).find((one) => one.status === 'member');
    spells.push({ first: row, last, ended, to: next === undefined ? null : addDays(next.from_day, -1) });
  }
  return spells;
}

/** The stretch that a PA is in, or was in last. */
export function lastSpell(record: PayRecord, workerId: string): MemberSpell | undefined {
  return memberSpells(membershipsOf(record, workerId)).at(-1);
}

export type PaidIn = { readonly employee: Pence; readonly employer: Pence };

/**
 * What payslips that stand paid into a pension, for periods that end from one day to another (both included), refunds
 * taken off. With `before`, only paydays before that day: for working a finished payday out again.
 */
export function paidIn(
  record: PayRecord,
  workerId: string,
  from: IsoDay,
  to: IsoDay | null,
  before: IsoDay | null = null,
): PaidIn {
  let employee = NO_MONEY;
  let employer = NO_MONEY;
  for (const row of standingPayslips(record, workerId)) {
    const stored = record.paid(row.id);
    const ends = stored.input.input.periodTo;
    if (ends < from || (to !== null && ends > to)) continue;
    if (before !== null && paydayOf(stored) >= before) continue;
    employee = addPence(employee, stored.result.result.pensionEmployee);
    employer = addPence(employer, stored.result.result.pensionEmployer);
  }
  return { employee, employer };
}

export type RefundOwed = PaidIn & {
  readonly treatment: Extract<PensionArrangement, { kind: 'refund' }>['treatment'];
  readonly provider: string;
  readonly noticeOn: IsoDay;
  /** The row of the opt-out. */
  readonly optOut: MembershipRow;
};

/** What a PA who opted out in time still has to have back; null where nothing is. */
export function refundOwed(
  record: PayRecord,
  workerId: string,
  before: IsoDay | null = null,
): RefundOwed | null {
  for (const spell of memberSpells(membershipsOf(record, workerId)).reverse()) {
    const { ended } = spell;
    if (ended?.status !== 'opted-out' || ended.notice_on === null) continue;
    const owed = paidIn(record, workerId, spell.first.from_day, spell.to, before);
    if (owed.employee <= 0 && owed.employer <= 0) continue;
    const { treatment, provider } = spell.last;
    return { ...owed, treatment, provider, noticeOn: ended.notice_on, optOut: ended };
  }
  return null;
}

/** What a PA earned in each pay period that was paid, as qualifying earnings count it, oldest first. */
export function paidPeriods(record: PayRecord, workerId: string): EarnedPeriod[] {
  const byPeriod = new Map<string, EarnedPeriod>();
  for (const row of standingPayslips(record, workerId)) {
    const { input, result } = record.paid(row.id);
    const { periodFrom: from, periodTo: to, payDate, frequency } = input.input;
    const known = byPeriod.get(`${from} ${to}`);
    byPeriod.set(`${from} ${to}`, {
      from,
      to,
      frequency,
      payDate: known?.payDate ?? payDate,
      earnings: addPence(known?.earnings ?? NO_MONEY, result.result.pensionablePay),
    });
  }
  return [...byPeriod.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether the law no longer asks for a PA to be put in now: they are in, opted out, or stopped by their own wish. */
export function isDealtWith(record: PayRecord, workerId: string, day: IsoDay): boolean {
  const row = membershipOn(record, workerId, day);
  if (row === undefined) return false;
  if (row.status === 'member' || row.status === 'opted-out') return true;
  return membershipsOf(record, workerId).some((one) => one.status === 'member' && one.from_day <= day);
}

export type Assessed = {
  readonly assessments: readonly PeriodAssessment[];
  /** The first day on which the PA was an eligible jobholder. */
  readonly eligibleOn: IsoDay | null;
  /** What the law asks for, whatever was done about it since. */
  readonly enrolment: Enrolment | null;
};

/**
 * Assesses a PA over their pay periods, with the postponement that was noted last. Null without a birth date, without a
 * first PA, or where there are no figures for a pay date.
 */
export function assess(
  record: PayRecord,
  worker: WorkerRow,
  periods: readonly EarnedPeriod[],
): Assessed | null {
  const dutiesStartOn = dutiesStartOf(record);
  if (worker.birth_date === null || dutiesStartOn === null) return null;
  const postponed = membershipsOf(record, worker.id).findLast((one) => one.status === 'postponed');
  const until = postponed?.postponed_until ?? null;
  const input = {
    worker: { birthDate: worker.birth_date, startedOn: worker.started_on },
    dutiesStartOn,
    periods,
    askedOn: null,
  };
  const book = ratesBookOf(record.db);
  const put =
    postponed === undefined || until === null
      ? null
      : enrolmentDuties({ ...input, postponement: { from: postponed.from_day, until } }, book);
  if (put?.ok) return assessedOf(put.value);
  const plain = enrolmentDuties({ ...input, postponement: null }, book);
  if (!plain.ok) return null;
  const { enrolment } = plain.value;
  if (enrolment === null || until === null || enrolment.enrolOn.day >= until) return assessedOf(plain.value);
  // Put off by hand from a day the law does not name: no earlier than the end of it.
  const day = laterDay(enrolment.enrolOn.day, until);
  const moved = { ...enrolment, enrolOn: { ...enrolment.enrolOn, day }, doneBy: writeBy(day) };
  return assessedOf({ ...plain.value, enrolment: moved });
}

function assessedOf(duties: {
  readonly assessments: readonly PeriodAssessment[];
  readonly eligibleOn: { readonly day: IsoDay } | null;
  readonly enrolment: Enrolment | null;
}): Assessed {
  const { assessments, eligibleOn, enrolment } = duties;
  return { assessments, eligibleOn: eligibleOn?.day ?? null, enrolment };
}

/** The last day of the periods a PA was paid for; null before their first pay. */
export function lastPaidTo(record: PayRecord, workerId: string): IsoDay | null {
  workerOfRecord(record, workerId);
  return (
    record.payslips
      .filter((one) => one.worker_id === workerId)
      .map((one) => one.period_to)
      .sort()
      .at(-1) ?? null
  );
}
