import type { Pattern } from '@shared/api/rota';
import { addDays, type IsoDay } from '@shared/dates';
import { checkPattern } from '@shared/rota/pattern';
import { leftBehind } from '@shared/rota/pattern-exceptions';
import type { RotaProblem } from '@shared/rota/problem';
import { patternEntriesOf } from '../db/queries/rota';
import { coversOfPattern, keptOfPattern, namersOfPattern } from '../db/queries/rota-shifts';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext } from './context';
import { loadPatterns } from './rota-data';
import { refuseProblems } from './rota-find';
import { keptOfRow } from './rota-plans';
import { workerShortName } from './worker-name';

/** The household's repeating patterns. */
export function listPatterns(context: ServiceContext, householdId: string): (Pattern & { id: string })[] {
  return loadPatterns(databaseOf(context), householdId).map((pattern) => ({
    id: pattern.id,
    workerId: pattern.workerId,
    cycleWeeks: pattern.cycleWeeks,
    anchorMonday: pattern.anchorMonday,
    fromDay: pattern.from,
    toDay: pattern.to,
    entries: pattern.entries.map(({ id: _, ...entry }) => entry),
  }));
}

/** Adds a pattern, or replaces one from its first day on. */
export function savePattern(context: ServiceContext, householdId: string, input: Pattern): string {
  const db = databaseOf(context);
  const worker = input.workerId === null ? null : ownedRow(db.byId('worker', input.workerId), householdId);
  if (worker !== null && input.fromDay < worker.started_on)
    refuse('pattern.before-first-day', { day: worker.started_on }, 'fromDay');
  const id = input.id ?? context.ids.next();
  const entries = input.entries.map((entry) => ({
    id: context.ids.next(),
    ...entry,
    weekday: entry.weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6,
  }));
  refuseProblems(
    checkPattern({
      id,
      workerId: input.workerId,
      cycleWeeks: input.cycleWeeks,
      anchorMonday: input.anchorMonday,
      from: input.fromDay,
      to: input.toDay,
      entries,
    }),
  );
  const existing = input.id === null ? undefined : ownedRow(db.byId('rota_pattern', id), householdId);
  const row = {
    id,
    household_id: householdId,
    worker_id: input.workerId,
    cycle_weeks: input.cycleWeeks,
    anchor_monday: input.anchorMonday,
    from_day: input.fromDay,
    to_day: input.toDay,
  };
  const old = patternEntriesOf(db, householdId).filter((entry) => entry.pattern_id === id);
  const sameEntry = (entry: (typeof entries)[number]): string | undefined =>
    old.find(
      (one) =>
        one.week_index === entry.weekIndex && one.weekday === entry.weekday && one.start_time === entry.start,
    )?.id;
  db.act(
    {
      name: 'rota.pattern-saved',
      householdId,
      values: { name: worker === null ? '' : workerShortName(worker) },
    },
    (write) => {
      if (existing === undefined) write.insert('rota_pattern', row);
      else write.update('rota_pattern', id, row);
      const kept = new Set<string>();
      for (const entry of entries) {
        // An entry that starts at the same time keeps its name, so that confirmed shifts still stand for it.
        const known = sameEntry(entry);
        const entryRow = {
          id: known !== undefined && !kept.has(known) ? known : entry.id,
          household_id: householdId,
          pattern_id: id,
          week_index: entry.weekIndex,
          weekday: entry.weekday,
          start_time: entry.start,
          end_time: entry.end,
          ends_next_day: bit(entry.endsNextDay),
          kind_of_work: entry.kindOfWork,
        };
        kept.add(entryRow.id);
        if (entryRow.id === known) write.update('pattern_entry', known, entryRow);
        else write.insert('pattern_entry', entryRow);
      }
      for (const entry of old) if (!kept.has(entry.id)) write.remove('pattern_entry', entry.id);
    },
  );
  return id;
}

/**
 * Ends a pattern the day before a day. What was planned before stays; one that had not begun goes. What was changed by hand,
 * confirmed or covers on later days stays too: answered, as `leftBehind` tells it. Refuses `pattern.has-ended` (`day`).
 */
export function endPattern(
  context: ServiceContext,
  householdId: string,
  id: string,
  fromDay: IsoDay,
): readonly RotaProblem[] {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('rota_pattern', id), householdId);
  if (row.to_day !== null && row.to_day < fromDay)
    refuse('pattern.has-ended', { day: row.to_day }, 'fromDay');
  const pattern = loadPatterns(db, householdId).find((one) => one.id === id) ?? refuse('not-found');
  const kept = keptOfPattern(db, householdId, id).map(keptOfRow);
  const covers = coversOfPattern(db, householdId, id).map(keptOfRow);
  db.act({ name: 'rota.pattern-ended', householdId, values: { day: fromDay } }, (write) => {
    if (row.from_day >= fromDay) {
      for (const entry of patternEntriesOf(db, householdId))
        if (entry.pattern_id === id) write.remove('pattern_entry', entry.id);
      // Days that stay support whom the week did.
      const { pooled } = namersOfPattern(db, householdId, id);
      const stays = [
        ...kept.filter((shift) => shift.status !== 'cancelled').map((shift) => shift.occurrenceKey),
        ...covers.map((shift) => shift.coversShiftKey),
      ];
      const named = new Set(pooled.map((one) => `${one.pool_id} ${one.shift_key}`));
      for (const row of pooled) {
        if (row.pattern_id !== id) continue;
        write.remove('pool_shift', row.id);
        for (const shift_key of new Set(stays))
          if (shift_key !== null && !named.has(`${row.pool_id} ${shift_key}`))
            write.insert('pool_shift', { ...row, id: context.ids.next(), pattern_id: null, shift_key });
      }
      write.remove('rota_pattern', id);
    } else write.update('rota_pattern', id, { to_day: addDays(fromDay, -1) });
  });
  return leftBehind({ pattern, plansStill: (day) => day < fromDay, kept, covers });
}
