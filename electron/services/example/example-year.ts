import { addDays, type IsoDay } from '@shared/dates';
import { firstDayOf, lastDayOf, taxYearAfter } from '@shared/payroll/new-tax-year';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { fixedClock } from '../../system/clock';
import { databaseOf, type ServiceContext } from '../context';
import { loadPayRecord } from '../pay-record';
import { p60Workers } from '../pay-year-papers';
import { savePensionDays } from '../pensions-change';
import { ratesBookOf } from '../rates';
import { markDuty } from '../today-duties';
import { yearEndKey } from '../year-end';
import { givenP60 } from '../year-p60';
import { newYear, startYear } from '../year-start';

/** Days after 5 April by which the example has closed its year: everything is given and told by the end of May. */
const CLOSED_AFTER = 56;
/** Days after the first day of work until the regulator was told. */
const DECLARED_AFTER = 60;

/** A tax year that ended some while ago is closed: its P60s given, the new year's codes checked, the allowance claimed. */
function closeYear(context: ServiceContext, householdId: string, taxYear: string): void {
  const on = (day: IsoDay): ServiceContext => ({ ...context, clock: fixedClock(day) });
  const next = taxYearAfter(taxYear);
  const started = on(addDays(firstDayOf(next), 2));
  startYear(
    started,
    householdId,
    next,
    newYear(started, householdId, next).codes.map((one) => ({ workerId: one.workerId, taxCode: one.code })),
  );
  const given = addDays(lastDayOf(taxYear), 20);
  const db = databaseOf(context);
  for (const worker of p60Workers(loadPayRecord(db, householdId, given), taxYear))
    givenP60(on(given), householdId, taxYear, worker.id, given);
  for (const what of ['checked', 'employment-allowance'])
    markDuty(on(given), householdId, yearEndKey(taxYear, what), given);
}

/** What an employer had to tell or give by now: the regulator, and the papers of every tax year that is long over. */
export function keepTheYears(
  context: ServiceContext,
  householdId: string,
  start: IsoDay,
  today: IsoDay,
): void {
  const declaredOn = addDays(start, DECLARED_AFTER);
  savePensionDays(context, householdId, {
    dutiesOn: start,
    declaredOn: declaredOn <= today ? declaredOn : null,
    reEnrolledOn: null,
  });
  const book = ratesBookOf(databaseOf(context));
  for (
    let taxYear = taxYearOf(start);
    addDays(lastDayOf(taxYear), CLOSED_AFTER) <= today;
    taxYear = taxYearAfter(taxYear)
  )
    if (ratesForTaxYear(book, taxYearAfter(taxYear)).ok) closeYear(context, householdId, taxYear);
}
