import type { ErasureView } from '@shared/api/erasure';
import { backupsToLetGo, type KeepFacts } from '@shared/backups/keep';
import { addDays, addMonths } from '@shared/dates';
import { backupsView } from './backups-view';
import { type ServiceContext, todayOf } from './context';

/** More days with a backup than are kept one by one. */
const DAYS_AHEAD = 40;

type Held = ErasureView['backups'];

/**
 * Backups made up to a moment, in every place that is here: they still hold what was erased then. Each with whether it goes
 * by itself, found by asking the keep-rules what they would let go after some weeks of backups.
 */
export async function backupsUpTo(context: ServiceContext, moment: string): Promise<Held> {
  const view = await backupsView(context);
  const later = addMonths(todayOf(context), 1);
  return [{ folder: view.folder, backups: view.backups }, ...view.places].flatMap(
    ({ folder, backups }): Held => {
      const oldestFirst = backups.toSorted((a, b) => (a.made.at < b.made.at ? -1 : 1));
      const facts = oldestFirst.map(
        (one, index): KeepFacts => ({
          name: one.name,
          day: one.made.day,
          sequence: index + 1,
          reason: one.reason,
          good: one.state !== 'damaged',
        }),
      );
      const ahead = Array.from(
        { length: DAYS_AHEAD },
        (_, index): KeepFacts => ({
          name: `later ${index}`,
          day: addDays(later, index),
          sequence: facts.length + index + 1,
          reason: 'daily',
          good: true,
        }),
      );
      const letGo = new Set(backupsToLetGo([...facts, ...ahead]));
      return oldestFirst
        .filter((one) => one.made.at <= moment)
        .map(({ name, made, reason, before }) => ({
          made,
          reason,
          before,
          folder,
          forGood: !letGo.has(name),
        }));
    },
  );
}
