import { backupsToLetGo, type KeepFacts } from '@shared/backups/keep';
import { addDays, isoDay } from '@shared/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const backup = (day: string, sequence: number, more: Partial<KeepFacts> = {}): KeepFacts => ({
  name: `${day} ${sequence}`,
  day: isoDay(day),
  sequence,
  reason: 'on-close',
  good: true,
  ...more,
});

/** Names that are kept, oldest first. */
const kept = (backups: readonly KeepFacts[]): string[] => {
  const letGo = backupsToLetGo(backups);
  return backups.filter((one) => !letGo.includes(one.name)).map((one) => one.name);
};

describe('backups that are kept', () => {
  test('are all of today and yesterday', () => {
    const all = [
      backup('2026-11-20', 1),
      backup('2026-11-20', 2),
      backup('2026-11-21', 3),
      backup('2026-11-21', 4),
    ];
    expect(backupsToLetGo(all)).toEqual([]);
  });

  test('are the newest of each of the last 14 days', () => {
    // Two a day from 1 to 14 November: the last two days keep both, the twelve before keep their second.
    const all = Array.from({ length: 28 }, (_, at) => backup(addDays(isoDay('2026-11-01'), at >> 1), at + 1));
    expect(kept(all)).toHaveLength(12 + 4);
    expect(backupsToLetGo(all)).toContain('2026-11-01 1');
    expect(kept(all)).toContain('2026-11-01 2');
  });

  test('are the newest of each month, however long ago', () => {
    // One a day through 2025: 14 of December, and the last of each of the eleven months before.
    const all = Array.from({ length: 365 }, (_, at) => backup(addDays(isoDay('2025-01-01'), at), at + 1));
    const names = kept(all);
    expect(names).toHaveLength(14 + 11);
    expect(names).toContain('2025-01-31 31');
    expect(names).not.toContain('2025-01-30 30');
  });

  test('are all that were made before an update', () => {
    const updates = Array.from({ length: 40 }, (_, at) =>
      backup('2024-03-01', at + 1, { reason: 'before-update' }),
    );
    const since = Array.from({ length: 60 }, (_, at) => backup(addDays(isoDay('2026-01-01'), at), at + 41));
    expect(kept([...updates, ...since]).filter((name) => name.startsWith('2024'))).toHaveLength(40);
  });

  test('include the newest good one in place of a damaged one of the same day', () => {
    const days = Array.from({ length: 10 }, (_, at) => backup(addDays(isoDay('2026-11-10'), at), at + 10));
    const all = [backup('2026-11-05', 1), backup('2026-11-05', 2, { good: false }), ...days];
    expect(kept(all)).toContain('2026-11-05 1');
  });
});

describe('a clock that is wrong', () => {
  test('set back by a year, it does not cost the backup just made, nor one from before', () => {
    const before = Array.from({ length: 14 }, (_, at) => backup(addDays(isoDay('2026-11-01'), at), at + 1));
    const all = [...before, backup('2025-11-15', 15)];
    expect(kept(all)).toContain('2025-11-15 15');
    // 14 days are counted in the order they were made: the oldest of them is the newest of no other day, but for its month.
    expect(backupsToLetGo(all)).toEqual(['2026-11-01 1']);
  });

  test('set on by three years for a day, it lets go no more than one backup', () => {
    const before = Array.from({ length: 14 }, (_, at) => backup(addDays(isoDay('2026-11-01'), at), at + 1));
    expect(backupsToLetGo([...before, backup('2029-06-01', 15)])).toEqual(['2026-11-01 1']);
  });
});

const anyBackups = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 800 }),
      good: fc.boolean(),
      reason: fc.constantFrom('on-close', 'daily', 'by-hand', 'before-update', 'before-change'),
    }),
    { maxLength: 120 },
  )
  .map((list) =>
    list.map(({ day, good, reason }, at) =>
      backup(addDays(isoDay('2024-01-01'), day), at + 1, { good, reason }),
    ),
  );

describe('whatever days the clock told', () => {
  test('the newest backup and the newest good one are kept, and letting go twice lets go no more', () => {
    fc.assert(
      fc.property(anyBackups, (all) => {
        const letGo = backupsToLetGo(all);
        const newest = all.at(-1);
        const newestGood = all.filter((one) => one.good).at(-1);
        if (newest !== undefined) expect(letGo).not.toContain(newest.name);
        if (newestGood !== undefined) expect(letGo).not.toContain(newestGood.name);
        expect(backupsToLetGo(all.filter((one) => !letGo.includes(one.name)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('each month that had a good backup still has one', () => {
    fc.assert(
      fc.property(anyBackups, (all) => {
        const months = (list: readonly KeepFacts[]): string[] =>
          [...new Set(list.filter((one) => one.good).map((one) => one.day.slice(0, 7)))].sort();
        const letGo = backupsToLetGo(all);
        expect(months(all.filter((one) => !letGo.includes(one.name)))).toEqual(months(all));
      }),
      { numRuns: 300 },
    );
  });
});
