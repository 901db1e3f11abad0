import type { ContractTerms, PayRate } from '@shared/api/people';
import type { IsoDay } from '@shared/dates';
import { parseRate } from '@shared/rota/rate';
import { lastPaidPeriodOf } from '../db/queries/pay';
import { contractsOf, ratesOf } from '../db/queries/people';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { workerShortName } from './worker-name';

/**
 * Keeps the terms of a contract. New terms that start on another day are a new row, so that pay before that day keeps
 * the terms it had. Refuses when they start before something already paid.
 */
export function saveContract(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  terms: ContractTerms,
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
  const existing = contractsOf(db, householdId).filter((one) => one.worker_id === workerId);
  const same = existing.find((one) => one.starts_on === terms.startsOn);
  const paid = lastPaidPeriodOf(db, workerId, 'last');
  if (same === undefined && existing.length > 0 && paid !== undefined && terms.startsOn <= paid.period_to) {
    refuse('contract.already-paid', { day: paid.period_to }, 'startsOn');
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

/** Replaces all rates. Refuses when that would change a rate of a day that has been paid. */
export function saveRates(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  rates: readonly PayRate[],
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
  for (const old of existing) {
    const next = wanted.find((one) => one.key === `${old.kind_of_work} ${old.from_day}`);
    if (
      settled(old.from_day) &&
      (next === undefined || next.amount !== old.rate_ten_thousandths || next.per !== old.per)
    ) {
      refuse('rate.already-paid', { kind: old.kind_of_work, day: paid?.period_to ?? old.from_day }, 'rates');
    }
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
