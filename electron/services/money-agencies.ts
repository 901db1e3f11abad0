import { addDays } from '@shared/dates';
import { pence } from '@shared/money';
import { contactsOf, outsideCoversBetween } from '../db/queries/cover';
import { categoriesOf } from '../db/queries/household';
import { settledOf } from '../db/queries/matching';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { categoryFor, type Found, offer, type Stretch } from './money-candidates';

/** How long before its line cover by an agency is looked for: agencies send a bill weeks later. */
const COVER_DAYS = 60;

/** What confirmed cover from agencies cost and no line has paid yet, by the name that payments have. */
export function agenciesToPay(db: WorkspaceDatabase, householdId: string, { from, to }: Stretch): Found[] {
  const covers = outsideCoversBetween(db, householdId, addDays(from, -COVER_DAYS), to).filter(
    (one) => one.confirmed === 1 && one.charge_pence !== null && one.charge_pence > 0,
  );
  if (covers.length === 0) return [];
  const keyOf = (id: string): string => `agency:${id}`;
  const settled = settledOf(
    db,
    householdId,
    covers.map((one) => keyOf(one.id)),
  );
  const names = new Map(contactsOf(db, householdId).map((one) => [one.id, one.name]));
  const categories = categoriesOf(db, householdId);
  return covers.flatMap(({ id, day, charge_pence, contact_id }): Found[] => {
    const name = names.get(contact_id);
    if (name === undefined || settled.has(keyOf(id))) return [];
    return [
      offer(
        { kind: 'bill', id: keyOf(id), amount: pence(charge_pence ?? 0), date: day, name },
        {
          ledgerAccount: 'agency',
          matchKind: 'regular',
          matchKey: keyOf(id),
          ...categoryFor(categories, 'agency'),
        },
      ),
    ];
  });
}
