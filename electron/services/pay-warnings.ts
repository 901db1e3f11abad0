import type { PayWarning } from '@shared/api/pay';
import { clockTime } from '@shared/clock-time';
import { addDays, ageOn, daysBetween, type IsoDay, isoDay } from '@shared/dates';
import type { SickPay } from '@shared/payroll/sick-pay';
import { taxYearOf } from '@shared/payroll/tax-period';
import { overlapPairs } from '@shared/rota/at-the-same-time';
import { type RotaShift, spanThatCounts } from '@shared/rota/shift';
import { minutesByDay, momentOf } from '@shared/rota/span';
import type { WorkspaceSchema } from '../db/schema';
import type { PaidHoliday } from './pay-holiday';
import type { PaidHours } from './pay-hours';
import type { PaySpan } from './pay-periods';
import type { PayRecord, WorkerRow } from './pay-record';
import { isPaidAfterP45 } from './pay-tax-facts';
import { workerShortName } from './worker-name';

/** A difference from the contract's hours that is worth a look: more than an hour. */
const HOURS_WORTH_A_LOOK = 60;
const MIDNIGHT = clockTime('00:00');

type Facts = {
  readonly worker: WorkerRow;
  readonly own: readonly RotaShift[];
  readonly hours: PaidHours;
  readonly holiday: PaidHoliday;
  readonly sickness: SickPay | null;
  readonly tax: WorkspaceSchema['tax_detail'];
};

/** Born after this day, nobody can have a reduced-rate election: they were under 16 when the last were made (CWG2; recalled). */
const LAST_REDUCED_RATE_BIRTH = isoDay('1961-05-11');
/** Letters of work at a freeport's or an investment zone's own site. */
const LETTERS_OF_A_SITE: readonly string[] = ['D', 'E', 'F', 'I', 'K', 'L', 'N', 'S'];
const SCHOOL_LEAVING_AGE = 16;

type Told = { readonly code: string; readonly values: PayWarning['values']; readonly blocks?: true };

/** A letter that the age allows (the pay itself refuses the others) and that still can't be, or hardly is, right. */
function letterWarnings(worker: WorkerRow, letter: string, taxDay: IsoDay): Told[] {
  const { birth_date: birthDate } = worker;
  if (letter === 'B') {
    if (worker.gender === 'male') return [{ code: 'pay.letter-for-women', values: { letter }, blocks: true }];
    return birthDate !== null && birthDate > LAST_REDUCED_RATE_BIRTH
      ? [{ code: 'pay.letter-too-young', values: { letter } }]
      : [];
  }
  if (LETTERS_OF_A_SITE.includes(letter)) return [{ code: 'pay.letter-of-a-site', values: { letter } }];
  if (letter === 'X' && birthDate !== null && ageOn(birthDate, taxDay) >= SCHOOL_LEAVING_AGE)
    return [{ code: 'pay.letter-none-due', values: { letter } }];
  return [];
}

/** Hours that can't be: more than a day has, or two shifts at one time. */
function hoursWarnings(own: readonly RotaShift[]): Told[] {
  const minutes = new Map<IsoDay, number>();
  for (const shift of own)
    for (const part of minutesByDay(spanThatCounts(shift)))
      minutes.set(part.day, (minutes.get(part.day) ?? 0) + part.minutes);
  const tooMany = [...minutes]
    // The day that the clocks go back has 25 hours.
    .filter(([day, of]) => of > momentOf(addDays(day, 1), MIDNIGHT) - momentOf(day, MIDNIGHT))
    .map(
      ([day, of]): Told => ({
        code: 'pay.more-than-a-day',
        values: { day, minutes: of },
        blocks: true,
      }),
    );
  const days = new Set(overlapPairs(own).map((pair) => pair.secondDay));
  return [...tooMany, ...[...days].map((day): Told => ({ code: 'pay.shifts-overlap', values: { day } }))];
}

/** What HMRC or the law asks of somebody's details, whatever they are paid. */
function detailWarnings(worker: WorkerRow, taxDay: IsoDay): Told[] {
  const told: Told[] = [];
  if (worker.ni_number === '') told.push({ code: 'pay.no-ni-number', values: {} });
  const age = worker.birth_date === null ? undefined : ageOn(worker.birth_date, taxDay);
  if (age !== undefined && age < SCHOOL_LEAVING_AGE) told.push({ code: 'pay.school-age', values: { age } });
  return told;
}

/** What is worth a look before paying. What can't be right blocks; all the rest may be as it is. */
export function gatheredWarnings(record: PayRecord, span: PaySpan, facts: Facts): PayWarning[] {
  const { worker, own, hours, holiday, sickness, tax } = facts;
  const name = workerShortName(worker);
  const warnings: PayWarning[] = [];
  const note = (code: string, values: PayWarning['values'] = {}): void =>
    void warnings.push({ workerId: worker.id, blocks: false, code, values: { name, ...values } });
  const tell = (told: readonly Told[]): void => {
    for (const one of told)
      warnings.push({
        workerId: worker.id,
        blocks: one.blocks === true,
        code: one.code,
        values: { name, ...one.values },
      });
  };
  tell(hoursWarnings(own));
  tell(letterWarnings(worker, tax.ni_category, span.taxDay));
  tell(detailWarnings(worker, span.taxDay));
  if (isPaidAfterP45(worker, span))
    note('pay.after-p45', { taxCode: tax.tax_code, day: worker.p45_given_on ?? span.payDate });
  for (const shift of own) if (shift.absenceId !== null) note('pay.worked-while-away', { day: shift.day });
  for (const one of holiday.notes) note(one.code, { day: one.day });
  for (const refusal of sickness?.refusals ?? [])
    note(refusal.code, { from: refusal.firstDay, to: refusal.lastDay, days: refusal.qualifyingDays });
  if (
    tax.tax_basis === 'week1-month1' &&
    taxYearOf(tax.from_day) !== taxYearOf(span.taxDay) &&
    !isPaidAfterP45(worker, span)
  )
    note('pay.week1-from-last-year', { taxCode: tax.tax_code });
  // A period that is still running has hours to come.
  const hasLeft = worker.left_on !== null && worker.left_on < span.from;
  if (!hasLeft && span.contract.hours_kind === 'fixed' && span.periodTo < record.today) {
    const days = daysBetween(span.from, span.to) + 1;
    const contracted = Math.round((span.contract.weekly_minutes * days) / 7);
    const away = record
      .shifts(span.from, span.to)
      .filter(
        (shift) => shift.workerId === worker.id && shift.state === 'off' && shift.absenceKind !== 'holiday',
      )
      .reduce((sum, shift) => sum + shift.plannedMinutes, 0);
    const accounted = hours.ownMinutes + holiday.minutes + away;
    if (Math.abs(accounted - contracted) > HOURS_WORTH_A_LOOK)
      note('pay.hours-not-as-contract', {
        paidMinutes: hours.ownMinutes,
        awayMinutes: holiday.minutes + away,
        contractMinutes: contracted,
      });
  }
  return warnings;
}
