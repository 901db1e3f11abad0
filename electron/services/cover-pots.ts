import { addDays, type IsoDay, laterDay, mondayOf } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, takePence } from '@shared/money';
import { takeFromPots } from '@shared/rota/cover-cost';
import type { CoverCause, CoverPot } from '@shared/rota/cover-facts';
import { openRateBook, payAtRate } from '@shared/rota/rate';
import { isStaffed, type RotaShift } from '@shared/rota/shift';
import { coverPotsOf, outsideCoversBetween, shiftPremiumsOf } from '../db/queries/cover';
import { agreementsOf } from '../db/queries/household';
import { absencesBetween } from '../db/queries/rota';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { onCostsOf } from './on-cost';
import { premiumOfShift } from './pay-cover';
import { loadRates, loadRota } from './rota-data';

export type NamedPot = CoverPot & { readonly name: string };

type PotRow = WorkspaceSchema['cover_pot'];

/**
 * Money that may pay for cover on a day, in its order, with what is left of each. Where none is named, the agreements in
 * force pay, and nothing is said of what is left.
 */
export function potsOn(db: WorkspaceDatabase, householdId: string, day: IsoDay): NamedPot[] {
  const agreements = agreementsOf(db, householdId);
  const rows = coverPotsOf(db, householdId);
  if (rows.length === 0)
    return agreements
      .filter((one) => one.starts_on <= day && (one.ends_on === null || one.ends_on >= day))
      .map((one) => ({
        id: one.id,
        kind: 'agreement',
        name: one.funder_name,
        left: null,
        causes: null,
        paysOutside: true,
      }));
  const open = rows.filter(
    (row) => (row.from_day === null || row.from_day <= day) && (row.to_day === null || row.to_day >= day),
  );
  const used = usedOf(db, householdId, open);
  return open.map((row) => ({
    ...potOfRow(row),
    name: row.name || (agreements.find((one) => one.id === row.agreement_id)?.funder_name ?? ''),
    left:
      row.amount_pence === null
        ? null
        : pence(Math.max(0, takePence(row.amount_pence, used.get(row.id) ?? NO_MONEY))),
  }));
}

function potOfRow(row: PotRow): CoverPot {
  return {
    id: row.id,
    kind: row.kind,
    left: row.amount_pence,
    causes: row.causes_json === null ? null : (JSON.parse(row.causes_json) as CoverCause[]),
    paysOutside: row.pays_outside === 1,
  };
}

/** The longest time that is looked back on for what a pot has paid. */
const MOST_DAYS = 731;

/** What cover has taken from each pot that has an end: every cover in its order of days, from the first pot that may pay. */
function usedOf(
  db: WorkspaceDatabase,
  householdId: string,
  pots: readonly PotRow[],
): ReadonlyMap<string, Pence> {
  const used = new Map<string, Pence>();
  const ended = pots.filter((row) => row.amount_pence !== null && row.from_day !== null);
  const from = ended.map((row) => row.from_day as IsoDay).sort()[0];
  if (from === undefined) return used;
  const to = ended
    .map((row) => row.to_day ?? addDays(row.from_day as IsoDay, MOST_DAYS))
    .sort()
    .at(-1) as IsoDay;
  for (const cost of coverCosts(db, householdId, laterDay(from, addDays(to, -MOST_DAYS)), to)) {
    const open = pots.filter(
      (row) =>
        (row.from_day === null || row.from_day <= cost.day) &&
        (row.to_day === null || row.to_day >= cost.day),
    );
    const { shares } = takeFromPots(
      open.map((row) => ({
        ...potOfRow(row),
        left:
          row.amount_pence === null
            ? null
            : pence(Math.max(0, takePence(row.amount_pence, used.get(row.id) ?? NO_MONEY))),
      })),
      [{ amount: cost.amount, outside: cost.outside }],
      cost.cause,
    );
    for (const { potId, amount } of shares) used.set(potId, addPence(used.get(potId) ?? NO_MONEY, amount));
  }
  return used;
}

export type CoverCostOfDay = {
  readonly day: IsoDay;
  readonly amount: Pence;
  readonly outside: boolean;
  readonly cause: CoverCause;
};

/** What the covers on the rota cost, by day: PAs with what they add to the week's on-costs, and cover from outside. */
function coverCosts(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): readonly CoverCostOfDay[] {
  const book = openRateBook(loadRates(db, householdId));
  const onCost = onCostsOf(db, householdId);
  const absences = new Map(absencesBetween(db, householdId, from, to).map((row) => [row.id, row.kind]));
  const { window } = loadRota(db, householdId, from, to);
  const causeOf = (absenceId: string | null): CoverCause =>
    (absenceId === null ? undefined : absences.get(absenceId)) ?? 'open';
  const premiums = new Map(shiftPremiumsOf(db, householdId).map((row) => [row.shift_id, row]));
  const wagesOf = (shift: RotaShift): Pence => {
    const rate = shift.workerId === null ? null : book.find(shift.workerId, shift.kindOfWork, shift.day);
    if (rate === null) return NO_MONEY;
    return addPence(payAtRate(rate, shift.minutes, 1), premiumOfShift({ premiums, rateBook: book }, shift));
  };
  const weeks = new Map<string, Pence>();
  for (const shift of window.shifts) {
    if (!isStaffed(shift)) continue;
    const key = `${shift.workerId} ${mondayOf(shift.day)}`;
    weeks.set(key, addPence(weeks.get(key) ?? NO_MONEY, wagesOf(shift)));
  }
  const byKey = new Map(window.shifts.map((shift) => [shift.key, shift]));
  const covers = window.shifts
    .filter((shift) => shift.coversShiftKey !== null && isStaffed(shift))
    .map((shift): CoverCostOfDay => {
      const workerId = shift.workerId ?? '';
      const wages = wagesOf(shift);
      const monday = mondayOf(shift.day);
      const week = weeks.get(`${workerId} ${monday}`) ?? wages;
      const without = takePence(week, wages);
      const added = takePence(onCost(workerId, week, monday), onCost(workerId, without, monday));
      return {
        day: shift.day,
        amount: addPence(wages, added),
        outside: false,
        cause: causeOf(shift.coversAbsenceId),
      };
    });
  const outside = outsideCoversBetween(db, householdId, from, to).map(
    (row): CoverCostOfDay => ({
      day: row.day,
      amount: row.charge_pence ?? NO_MONEY,
      outside: true,
      cause: byKey.get(row.covers_key)?.absenceKind ?? 'open',
    }),
  );
  return [...covers, ...outside].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
