import { addPence, NO_MONEY, type Pence } from '@shared/money';
import { coverPremium } from '@shared/rota/cover-cost';
import type { CoverPremium } from '@shared/rota/cover-facts';
import { openRateBook } from '@shared/rota/rate';
import type { RotaShift } from '@shared/rota/shift';
import { shiftPremiumsOf } from '../db/queries/cover';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { PaidLine } from './pay-hours';
import type { PayRecord } from './pay-record';
import { loadRates } from './rota-data';

/**
 * What a PA is paid on top for a cover, by the terms that were agreed when it was filled: for the minutes that were
 * worked. Nothing for a shift that is no cover, or that somebody else was agreed for.
 */
export function premiumOfShift(
  record: Pick<PayRecord, 'premiums' | 'rateBook'>,
  shift: Pick<RotaShift, 'shiftId' | 'workerId' | 'kindOfWork' | 'day' | 'minutes'>,
): Pence {
  const agreed = shift.shiftId === null ? undefined : record.premiums.get(shift.shiftId);
  if (agreed === undefined || agreed.worker_id !== shift.workerId) return NO_MONEY;
  const rate = record.rateBook.find(agreed.worker_id, shift.kindOfWork, shift.day);
  if (rate === null) return NO_MONEY;
  const within = agreed.within_contract_minutes;
  const over = within === null ? 0 : Math.max(0, shift.minutes - within);
  return coverPremium(JSON.parse(agreed.premium_json) as CoverPremium, rate, shift.minutes, over);
}

/** What each shift of a household's rota is paid on top for covering, read once. */
export function premiumsOn(
  db: WorkspaceDatabase,
  householdId: string,
): { readonly premiumOf?: (shift: RotaShift) => Pence } {
  const premiums = new Map(shiftPremiumsOf(db, householdId).map((row) => [row.shift_id, row]));
  if (premiums.size === 0) return {};
  const rateBook = openRateBook(loadRates(db, householdId));
  return { premiumOf: (shift) => premiumOfShift({ premiums, rateBook }, shift) };
}

/** What some shifts are paid on top for covering, together. */
export function premiumsOf(record: PayRecord, shifts: readonly RotaShift[]): Pence {
  return shifts.reduce((sum, shift) => addPence(sum, premiumOfShift(record, shift)), NO_MONEY);
}

/** One line of pay for what is paid on top for covering; none where nothing is. */
export function premiumLines(record: PayRecord, shifts: readonly RotaShift[]): readonly PaidLine[] {
  const amount = premiumsOf(record, shifts);
  if (amount === 0) return [];
  return [
    {
      line: {
        code: 'cover-premium',
        amount,
        taxable: true,
        nicable: true,
        pensionable: true,
        // Paid above the basic rate for the same time (NMW Regulations 2015 reg 10).
        countsForMinimumWage: false,
      },
      shown: {
        code: 'cover-premium',
        kindOfWork: null,
        minutes: null,
        units: null,
        rate: null,
        amount,
        note: '',
      },
    },
  ];
}
