import type { OutputSources } from '@shared/api/outputs';
import { isoDay } from '@shared/dates';
import { expect, test } from 'vitest';
import { NO_DATE } from '../../renderer/components/date-text';
import { firstChoice, kindsFor, readChoice } from '../../renderer/features/desk/outputs/outputs-choice';
import { outputs as words } from '../../renderer/text/desk/outputs';

const SOURCES: OutputSources = {
  batches: ['newest', 'older'].map((id) => ({
    id,
    payFrom: isoDay('2026-11-20'),
    payTo: isoDay('2026-11-20'),
    finished: 3,
    closed: false,
    madeAt: '2026-11-18T09:00:00Z',
  })),
  newest: { from: isoDay('2026-11-20'), to: isoDay('2026-11-20') },
  taxYears: [{ name: '2026-27', isOver: false, p60From: isoDay('2027-04-06') }],
};

test('begins with the batch that one came from, else the newest, else the newest pay day', () => {
  expect(firstChoice(SOURCES, 'older')).toMatchObject({ whose: 'batch', batchId: 'older' });
  expect(firstChoice(SOURCES, null)).toMatchObject({ whose: 'batch', batchId: 'newest' });
  expect(firstChoice({ ...SOURCES, batches: [] }, 'gone')).toMatchObject({
    whose: 'days',
    from: { day: '20', month: '11', year: '2026' },
  });
});

test('what is not shown is not asked for: a letter without letters, the year end of pay days', () => {
  const choice = { ...firstChoice(SOURCES, null), letterId: 'letter', kinds: kindsFor('year') };
  const read = readChoice({ ...choice, kinds: choice.kinds.filter((kind) => kind !== 'letters') });
  expect(read).toMatchObject({
    ok: true,
    value: { of: { kind: 'batch', batchId: 'newest' }, letterId: null },
  });
  expect(read.ok && read.value.kinds).not.toContain('year-end');
  expect(readChoice({ ...choice, whose: 'year' })).toMatchObject({
    ok: true,
    value: { of: { kind: 'year', taxYear: '2026-27' }, letterId: 'letter', kinds: kindsFor('year') },
  });
});

test('says beside each field what is missing', () => {
  const choice = firstChoice({ ...SOURCES, batches: [], newest: null }, null);
  const read = readChoice({ ...choice, kinds: ['letters'], to: NO_DATE });
  expect(read.ok ? {} : Object.keys(read.problems).sort()).toEqual(['from', 'letterId', 'to']);
  const from = { day: '21', month: '11', year: '2026' };
  const to = { day: '20', month: '11', year: '2026' };
  expect(readChoice({ ...choice, from, to })).toEqual({ ok: false, problems: { to: words.order } });
  expect(readChoice({ ...choice, from: to, to, kinds: [] })).toEqual({
    ok: false,
    problems: { kinds: words.whatMissing },
  });
});
