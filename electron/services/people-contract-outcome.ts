import type { ContractTerms } from '@shared/api/people';
import type { ContractOutcome } from '@shared/api/people-life';
import { addDays, type IsoDay, laterDay } from '@shared/dates';
import { taxPeriodOf } from '@shared/payroll/tax-period';
import { PAY_FREQUENCIES } from '@shared/rates/tax-year-rates';
import type { WorkspaceSchema } from '../db/schema';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { payDateOf } from './pay-dates';
import { loadPayRecord, type PayRecord } from './pay-record';
import { nextPeriodFrom, periodFromOf } from './people-holiday';

type Cycle = Pick<
  WorkspaceSchema['contract'],
  'pay_frequency' | 'first_period_from' | 'pay_day_offset' | 'starts_on'
>;
type Period = ContractOutcome['firstNew'];

function periodWith(record: PayRecord, cycle: Cycle, day: IsoDay): Period {
  const from = periodFromOf(cycle, day);
  const to = addDays(nextPeriodFrom(cycle.pay_frequency, cycle.first_period_from, from), -1);
  return { from, to, payDate: payDateOf(to, cycle.pay_day_offset, record.isBankHoliday) };
}

/**
 * What new terms do to the pay periods, before they are kept: the last period by the old terms, cut short the day before
 * the new ones begin, and the first by the new. Every day is in one period and no more. Changes nothing.
 */
export function contractOutcome(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  terms: ContractTerms,
): ContractOutcome {
  const db = databaseOf(context);
  ownedRow(db.byId('worker', workerId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const wanted: Cycle = {
    starts_on: terms.startsOn,
    pay_frequency: terms.payFrequency,
    first_period_from: terms.firstPeriodFrom,
    pay_day_offset: terms.payDayOffset,
  };
  const before = record.contracts
    .filter((one) => one.worker_id === workerId && one.starts_on < terms.startsOn)
    .at(-1);
  const whole = periodWith(record, wanted, terms.startsOn);
  const firstNew = { ...whole, from: laterDay(whole.from, terms.startsOn) };
  const changes =
    before !== undefined &&
    (before.pay_frequency !== wanted.pay_frequency ||
      periodFromOf(before, wanted.first_period_from) !== wanted.first_period_from);
  if (!changes) return { changes, lastOld: null, firstNew: whole, sharesNiPeriod: false };
  const lastOld = {
    ...periodWith(record, before, addDays(terms.startsOn, -1)),
    to: addDays(terms.startsOn, -1),
  };
  const isLonger =
    PAY_FREQUENCIES.indexOf(wanted.pay_frequency) > PAY_FREQUENCIES.indexOf(before.pay_frequency);
  const first = taxPeriodOf(firstNew.payDate, wanted.pay_frequency);
  const last = taxPeriodOf(lastOld.payDate, wanted.pay_frequency);
  return {
    changes,
    lastOld,
    firstNew,
    sharesNiPeriod:
      isLonger && first.taxYear === last.taxYear && first.payPeriodNumber === last.payPeriodNumber,
  };
}
