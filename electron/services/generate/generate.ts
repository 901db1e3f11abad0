import words from '@resources/example/households.json';
import { addDays, type IsoDay, weekdayOf } from '@shared/dates';
import type { TakeInWriter } from '../../db/workspace-database';
import { fixedClock } from '../../system/clock';
import { seededIds } from '../../system/ids';
import { databaseOf, type ServiceContext } from '../context';
import { saveOrganisation, saveStaff } from '../organisation-set-up';
import { copyOf, type HouseholdPlan, planHousehold } from './generate-copies';
import { HOUSEHOLD_KINDS } from './generate-kinds';
import { liveHousehold } from './generate-life';
import type { LifeDays } from './generate-people';

const WEEKS = 104;
const FRIDAY = 4;
/** Households written in one transaction. */
const AT_ONCE = 50;

/** Two years that end with the pay period whose Friday is on or after a day. */
function lifeDays(today: IsoDay): LifeDays {
  const friday = addDays(today, (FRIDAY - weekdayOf(today) + 7) % 7);
  const last = addDays(friday, -5);
  return { today, first: addDays(last, 1 - WEEKS * 7), last };
}

/**
 * Lives each kind of household once, in the workspace of `making`, which is let go afterwards. Answers them ready to be
 * copied. `told` hears of each. The same day gives the same households, to the id.
 */
export async function planKinds(
  making: ServiceContext,
  today: IsoDay,
  told: (done: number, of: number) => void,
): Promise<readonly HouseholdPlan[]> {
  const db = databaseOf(making);
  return await db.withoutWaiting(async () => {
    const plans: HouseholdPlan[] = [];
    for (const kind of HOUSEHOLD_KINDS) {
      const context = { ...making, ids: seededIds(`kind ${kind.key} ${today}`) };
      plans.push(planHousehold(db, liveHousehold(context, kind, lifeDays(today))));
      told(plans.length, HOUSEHOLD_KINDS.length);
    }
    return plans;
  });
}

/** Fills an empty workspace with an organisation and so many households, each with people and numbers of its own. */
export async function fillWithCopies(
  into: ServiceContext,
  plans: readonly HouseholdPlan[],
  count: number,
  told: (done: number, of: number) => void,
): Promise<void> {
  const db = databaseOf(into);
  const context = { ...into, clock: fixedClock(into.clock.today()) };
  const { organisation, staff } = words;
  await db.withoutWaiting(async () => {
    saveOrganisation(context, {
      ...organisation,
      addressLine2: '',
      secondCheck: false,
      bankNameOnAccount: organisation.name,
      invoiceNote: '',
      vatNumber: '',
    });
    for (const one of staff) saveStaff(context, { id: null, ...one });
    const write = (take: TakeInWriter, at: number): void => {
      const plan = plans[at % plans.length];
      if (plan === undefined) throw new Error('Nothing to copy');
      copyOf(plan, at, `household ${context.clock.today()}`).write(take);
      told(at + 1, count);
    };
    for (let from = 0; from < count; from += AT_ONCE)
      db.takeIn({ name: 'example.made', householdId: null, undoable: false }, (take) => {
        for (let at = from; at < Math.min(from + AT_ONCE, count); at += 1) write(take, at);
      });
  });
}
