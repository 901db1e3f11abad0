import type { ContractTerms, PayRate } from '@shared/api/people';
import type { IsoDay } from '@shared/dates';
import { mayRollUp } from '@shared/payroll/holiday-rates';
import { parseRate } from '@shared/rota/rate';
import { lastPaidPeriodOf } from '../db/queries/pay';
import { contractsOf, ratesOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { periodFromOf } from './people-holiday';
import { workerShortName } from './worker-name';

type ContractRow = WorkspaceSchema['contract'];

/**
 * Keeps the terms of a contract. New terms that start on another day are a new row, so that pay before that day keeps
 * the terms it had. Refuses when they start before something already paid, unless what was paid was `wrongFromStart`.
 * How often a PA is paid, and from which day, never changes for days that are paid: none is paid twice or left out.
 */
export function saveContract(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  terms: ContractTerms,
  wrongFromStart = false,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  if (terms.startsOn < worker.started_on)
    refuse('contract.before-start', { day: worker.started_on }, 'startsOn');
  if (terms.hoursKind === 'fixed' && terms.weeklyMinutes === 0)
    refuse('contract.no-hours', {}, 'weeklyMinutes');
  if (terms.weeklyMinutes > 168 * 60) refuse('hours.too-many', {}, 'weeklyMinutes');
  if (terms.holidayMethod !== 'weeks' && terms.hoursKind === 'fixed')
    refuse('contract.holiday-method-not-allowed', {}, 'holidayMethod');
  const { nation } = db.byId('household', householdId) ?? refuse('not-found');
  if (terms.holidayMethod === 'rolled-up' && !mayRollUp(nation))
    refuse('contract.rolled-up-not-in-nation', {}, 'holidayMethod');
  const existing = contractsOf(db, householdId).filter((one) => one.worker_id === workerId);
  const same = existing.find((one) => one.starts_on === terms.startsOn);
  const paid = lastPaidPeriodOf(db, workerId, 'last');
  if (paid !== undefined && existing.length > 0 && terms.startsOn <= paid.period_to) {
    const inForce = same ?? existing.findLast((one) => one.starts_on <= terms.startsOn);
    if (inForce !== undefined && !hasSameCycle(inForce, terms))
      refuse('contract.cycle-already-paid', { day: paid.period_to }, 'payFrequency');
    const isNew = same === undefined || changesPay(same, terms);
    if (!wrongFromStart && isNew) refuse('contract.already-paid', { day: paid.period_to }, 'startsOn');
  }
  const row = {
    id: same?.id ?? context.ids.next(),
    household_id: householdId,
    worker_id: workerId,
    starts_on: terms.startsOn,
    hours_kind: terms.hoursKind,
    weekly_minutes: terms.weeklyMinutes,
    pay_frequency: terms.payFrequency,
    first_period_from: terms.firstPeriodFrom,
    pay_day_offset: terms.payDayOffset,
    holiday_method: terms.holidayMethod,
    leave_year_starts: terms.leaveYearStarts,
    qualifying_days: [...new Set(terms.qualifyingDays)].sort().join(','),
    notice_weeks: terms.noticeWeeks,
    signed_on: terms.signedOn,
  };
  db.act(
    { name: 'people.contract-saved', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (same === undefined) write.insert('contract', row);
      else write.update('contract', same.id, row);
    },
  );
}

/** Whether terms have the pay periods of a contract that is kept. */
function hasSameCycle(kept: ContractRow, terms: ContractTerms): boolean {
  return (
    kept.pay_frequency === terms.payFrequency &&
    periodFromOf(kept, terms.firstPeriodFrom) === terms.firstPeriodFrom
  );
}

/** Whether terms pay otherwise than a contract that is kept: its hours, or how holiday and sick pay count. */
function changesPay(kept: ContractRow, terms: ContractTerms): boolean {
  return (
    kept.hours_kind !== terms.hoursKind ||
    kept.weekly_minutes !== terms.weeklyMinutes ||
    kept.holiday_method !== terms.holidayMethod ||
    kept.qualifying_days !== [...new Set(terms.qualifyingDays)].sort().join(',')
  );
}

/**
 * Replaces all rates. Refuses when that would change a rate of a day that has been paid, unless it was `wrongFromStart`:
 * then the payslips with that work are each to be put right by a correction.
 */
export function saveRates(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  rates: readonly PayRate[],
  wrongFromStart = false,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const seen = new Set<string>();
  const wanted = rates.map((rate) => {
    const key = `${rate.kindOfWork} ${rate.fromDay}`;
    if (seen.has(key)) refuse('rate.twice', { kind: rate.kindOfWork, day: rate.fromDay }, 'rates');
    seen.add(key);
    const amount = parseRate(rate.rate);
    if (!amount.ok) refuse(amount.code, {}, 'rates');
    return { ...rate, key, amount: amount.value };
  });
  const existing = ratesOf(db, householdId).filter((one) => one.worker_id === workerId);
  const paid = lastPaidPeriodOf(db, workerId, 'last');
  const settled = (day: IsoDay): boolean => paid !== undefined && day <= paid.period_to;
  for (const old of wrongFromStart ? [] : existing) {
    const next = wanted.find((one) => one.key === `${old.kind_of_work} ${old.from_day}`);
    if (
      settled(old.from_day) &&
      (next === undefined || next.amount !== old.rate_ten_thousandths || next.per !== old.per)
    ) {
      refuse('rate.already-paid', { kind: old.kind_of_work, day: paid?.period_to ?? old.from_day }, 'rates');
    }
  }
  const known = new Set(existing.map((one) => `${one.kind_of_work} ${one.from_day}`));
  for (const rate of wrongFromStart ? [] : wanted) {
    const isChange = existing.some((one) => one.kind_of_work === rate.kindOfWork);
    if (settled(rate.fromDay) && isChange && !known.has(rate.key))
      refuse('rate.already-paid', { kind: rate.kindOfWork, day: paid?.period_to ?? rate.fromDay }, 'rates');
  }
  db.act({ name: 'people.rates-saved', householdId, values: { name: workerShortName(worker) } }, (write) => {
    for (const old of existing) write.remove('pay_rate', old.id);
    for (const rate of wanted) {
      write.insert('pay_rate', {
        id: context.ids.next(),
        household_id: householdId,
        worker_id: workerId,
        kind_of_work: rate.kindOfWork,
        per: rate.per,
        rate_ten_thousandths: rate.amount,
        from_day: rate.fromDay,
      });
    }
  });
}
