import { addDays, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence } from '@shared/money';
import { rolledUpHolidayPay } from '@shared/payroll/holiday-pay';
import { nationalInsurance } from '@shared/payroll/national-insurance';
import { pensionContributions, qualifyingBand } from '@shared/payroll/pension';
import { ratesForDay } from '@shared/rates/rates-book';
import type { NiCategory } from '@shared/rates/tax-year-rates';
import { employerOf } from '../db/queries/household';
import { contractsOf, pensionsOf, taxDetailsOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { ratesBookOf } from './rates';

/** What goes on top of a week's wages, by what it is. */
export type OnCostParts = {
  readonly insurance: Pence;
  readonly pension: Pence;
  readonly holiday: Pence;
  /** False where National Insurance or pension are left out because the rates of the tax year are not known. */
  readonly known: boolean;
};

/**
 * What an employer pays on top of a week's wages of a worker, for planning ahead: employer National Insurance (none
 * while Employment Allowance is claimed), the employer's pension share, and holiday as it builds up (unless it is counted
 * elsewhere). Pay itself is exact. Where the rates of the day are not known, nothing is guessed.
 */
export function weeklyOnCost(
  db: WorkspaceDatabase,
  householdId: string,
  day: IsoDay,
  withHoliday = true,
): (workerId: string, wages: Pence) => Pence {
  const partsOf = weeklyOnCostParts(db, householdId, day, withHoliday);
  return (workerId, wages) => {
    const { insurance, pension, holiday } = partsOf(workerId, wages);
    return addPence(insurance, pension, holiday);
  };
}

/** The same of any week, each week's rates looked up once. */
export function onCostsOf(
  db: WorkspaceDatabase,
  householdId: string,
  withHoliday = true,
): (workerId: string, wages: Pence, monday: IsoDay) => Pence {
  const weeks = new Map<IsoDay, ReturnType<typeof weeklyOnCost>>();
  return (workerId, wages, monday) => {
    const known = weeks.get(monday) ?? weeklyOnCost(db, householdId, monday, withHoliday);
    weeks.set(monday, known);
    return known(workerId, wages);
  };
}

/** The same by what it is. */
export function weeklyOnCostParts(
  db: WorkspaceDatabase,
  householdId: string,
  day: IsoDay,
  withHoliday = true,
): (workerId: string, wages: Pence) => OnCostParts {
  const rates = ratesForDay(ratesBookOf(db), day);
  const lastDay = addDays(day, 6);
  const allowance = employerOf(db, householdId)?.employment_allowance === 1;
  // Who starts within the week has their first terms from then on: the week's wages are of those days.
  const newest = <Row extends { worker_id: string }>(
    rows: Row[],
    fromOf: (row: Row) => IsoDay,
  ): Map<string, Row> => {
    const found = new Map<string, Row>();
    for (const row of rows)
      if (fromOf(row) <= day || (fromOf(row) <= lastDay && !found.has(row.worker_id)))
        found.set(row.worker_id, row);
    return found;
  };
  const tax = newest(taxDetailsOf(db, householdId), (row) => row.from_day);
  const pensions = newest(pensionsOf(db, householdId), (row) => row.from_day);
  const contracts = newest(contractsOf(db, householdId), (row) => row.starts_on);
  const holidayOf = (workerId: string, wages: Pence): Pence => {
    const contract = contracts.get(workerId);
    // Rolled-up holiday is paid with the wages themselves; other holiday only builds up.
    const counts = withHoliday || contract?.holiday_method === 'rolled-up';
    return contract === undefined || !counts ? NO_MONEY : rolledUpHolidayPay(wages).amount;
  };
  if (!rates.ok) {
    return (workerId, wages) => ({
      insurance: NO_MONEY,
      pension: NO_MONEY,
      holiday: holidayOf(workerId, wages),
      known: allowance && pensions.get(workerId)?.status !== 'member',
    });
  }
  const band = qualifyingBand('weekly', rates.value.pensions);
  return (workerId, wages) => {
    const category = (tax.get(workerId)?.ni_category ?? 'A') as NiCategory;
    const insurance = allowance
      ? NO_MONEY
      : nationalInsurance(wages, category, 'weekly', rates.value.nationalInsurance).employer;
    const membership = pensions.get(workerId);
    const pension =
      membership?.status === 'member'
        ? pensionContributions(
            wages,
            {
              kind: membership.earnings_basis,
              treatment: membership.treatment,
              employeePercent: membership.employee_percent_hundredths,
              employerPercent: membership.employer_percent_hundredths,
            },
            band,
            rates.value.pensions,
          ).employer
        : NO_MONEY;
    return { insurance, pension, holiday: holidayOf(workerId, wages), known: true };
  };
}
