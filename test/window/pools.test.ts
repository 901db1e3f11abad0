import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PoolSplitView, PoolView } from '@shared/api/pools';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { newPool, readPool, typedPool } from '../../renderer/features/rota/pools/pool-values';
import { actionWords } from '../../renderer/text/actions';
import { pools as words } from '../../renderer/text/pools';
import { poolTold } from '../../renderer/text/pools-problems';
import { sentenceFor } from '../../renderer/text/refusals';

const MONDAY = isoDay('2026-11-16');
const HOUSEHOLDS = [
  { id: 'ruth', name: 'Ruth Bell' },
  { id: 'ben', name: 'Ben Shah' },
];
const WEEKS = [{ id: 'week', name: 'Grace: Tue 9 am to 5 pm' }];
const date = (day: string, month: string, year: string) => ({ day, month, year });

describe('what is typed of a shared PA', () => {
  const fresh = newPool(HOUSEHOLDS, WEEKS, MONDAY);

  test('starts with both of two households, equally, and reads as that', () => {
    const [week] = fresh.patterns;
    const read = readPool(
      { ...fresh, name: ' Grace ', patterns: [{ ...week!, households: ['ruth', 'ben'] }] },
      undefined,
    );
    expect(read).toEqual({
      ok: true,
      value: {
        name: 'Grace',
        note: '',
        endedOn: null,
        members: [
          { householdId: 'ruth', agreementId: null, from: '2026-11-16', to: null },
          { householdId: 'ben', agreementId: null, from: '2026-11-16', to: null },
        ],
        rules: [{ from: '2026-11-16', kind: 'equal', shares: [] }],
        patterns: [
          {
            patternId: 'week',
            supported: [
              { householdId: 'ruth', minutes: null },
              { householdId: 'ben', minutes: null },
            ],
          },
        ],
      },
    });
  });

  test('names each slip beside its own field', () => {
    const [ruth, ben] = fresh.members;
    const [week] = fresh.patterns;
    const read = readPool(
      {
        ...fresh,
        members: [ruth!, { ...ben!, from: date('31', '2', '2026') }],
        rules: [{ id: 4, from: date('16', '11', '2026'), kind: 'fixed', parts: { ruth: '2', ben: 'half' } }],
        patterns: [{ ...week!, households: ['ben'], hours: { ben: 'two' } }],
      },
      undefined,
    );
    expect(read.ok).toBe(false);
    expect(Object.keys(read.ok ? {} : read.problems)).toEqual([
      'name',
      'member-ben-from',
      'rule-4-ben',
      'week-week-ben',
    ]);
  });

  test('of one that is kept, comes back as it was, with what is not in sight', () => {
    const kept: PoolView = {
      id: 'pool',
      name: 'Grace',
      note: 'Since spring',
      endedOn: null,
      members: [
        { householdId: 'ben', agreementId: 'a', from: isoDay('2026-04-06'), to: isoDay('2026-06-30') },
        { householdId: 'ruth', agreementId: null, from: isoDay('2026-04-06'), to: null },
        { householdId: 'ben', agreementId: 'b', from: isoDay('2026-09-01'), to: null },
      ],
      rules: [
        {
          from: isoDay('2026-04-06'),
          kind: 'fixed',
          shares: [
            { householdId: 'ruth', parts: 2 },
            { householdId: 'ben', parts: 1 },
          ],
        },
      ],
      patterns: [
        { patternId: 'ended', supported: [{ householdId: 'ben', minutes: null }] },
        { patternId: 'week', supported: [{ householdId: 'ben', minutes: 120 }] },
      ],
      shifts: [],
      employer: HOUSEHOLDS[0]!,
      isEmployer: true,
      households: HOUSEHOLDS,
      workers: ['Grace'],
      workerIds: ['grace'],
      isUsed: true,
    };
    const read = readPool(typedPool(kept, HOUSEHOLDS, WEEKS, MONDAY), kept);
    const value = read.ok ? read.value : undefined;
    expect(new Set(value?.members)).toEqual(new Set(kept.members));
    expect(value?.rules).toEqual(kept.rules);
    expect(value?.patterns).toEqual(kept.patterns);
  });
});

describe('words', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const sources = [
    'shared/rota/pooled.ts',
    ...readdirSync(`${root}/electron/services`)
      .filter((name) => name.startsWith('pools-'))
      .map((name) => `electron/services/${name}`),
  ].map((path) => readFileSync(`${root}/${path}`, 'utf8'));
  const codes = [
    ...new Set(sources.flatMap((text) => text.match(/'(pooled\.[a-z-]+|line\.pool-[a-z]+)'/g) ?? [])),
  ].map((code) => code.slice(1, -1));

  test('every reason a shared PA can’t be kept, shared or paid has its sentence', () => {
    expect(codes.length).toBeGreaterThan(18);
    const silent = codes.filter(
      (code) =>
        sentenceFor({ code, details: {} }).includes(code) && poolTold({ code, values: {} }).includes(code),
    );
    expect(silent).toEqual([]);
  });

  test('every action has its words', () => {
    const names = sources.flatMap((text) => text.match(/'pools\.[a-z-]+'/g) ?? []);
    expect(names.length).toBe(3);
    for (const name of names) expect(actionWords(name.slice(1, -1), {})).not.toBe('the last change');
  });

  test('what is owed is said from each side, also when too much was paid', () => {
    const owed = {
      other: HOUSEHOLDS[0]!,
      weOwe: true,
      shared: pence(5_500),
      paid: pence(0),
      left: pence(5_500),
      leftByThem: pence(5_500),
    };
    expect(words.owes(owed)).toBe('You owe Ruth Bell £55.00');
    expect(words.owes({ ...owed, left: pence(0) })).toBe('You owe Ruth Bell nothing now');
    expect(words.owes({ ...owed, left: pence(-500) })).toBe('Ruth Bell is to pay £5.00 back');
    expect(words.owes({ ...owed, weOwe: false })).toBe('Ruth Bell owes you £55.00');
  });

  test('a shared shift is heard with its PA and who employs them', () => {
    const said = words.shift({
      key: 'k',
      poolId: 'p',
      day: isoDay('2026-11-24'),
      start: clockTime('09:00'),
      endDay: isoDay('2026-11-24'),
      end: clockTime('17:00'),
      minutes: 480,
      workerName: 'Grace',
      employer: HOUSEHOLDS[0]!,
      state: 'planned',
    });
    expect(said).toBe('Tuesday 24 November, 9 am to 5 pm, with Grace, employed by Ruth Bell. 8 h for you.');
  });

  test('a correction is told from a pay', () => {
    const split = { workerName: 'Grace Okafor', payDate: isoDay('2026-12-04') } as PoolSplitView;
    expect(words.split({ ...split, isCorrection: true })).toBe('Grace Okafor, correction of 4 December 2026');
    expect(words.split({ ...split, isCorrection: false })).toBe('Grace Okafor, pay of 4 December 2026');
  });
});
