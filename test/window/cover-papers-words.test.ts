import { coverCause } from '@shared/api/cover';
import { claimPreview } from '@shared/api/cover-papers';
import { pence } from '@shared/money';
import { COVER_PLAN_CASES, COVER_PLAN_STEPS, type CoverPlanMissingCode } from '@shared/rota/cover-plan';
import { expect, test } from 'vitest';
import { goesOver, readLate } from '../../renderer/features/rota/late/late-values';
import { caseNamed, readCase, typedCase } from '../../renderer/features/rota/papers/plan-values';
import { actionWords } from '../../renderer/text/actions';
import {
  claimWords,
  coverCauses,
  hoursAndNights,
  paperRefusals,
  planCases,
  planMissing,
  planSteps,
} from '../../renderer/text/cover-papers';
import { lateRefusals, movedHours, signed } from '../../renderer/text/late-change';

const MISSING: Readonly<Record<CoverPlanMissingCode, true>> = {
  'cover-plan.nothing-yet': true,
  'cover-plan.no-first': true,
  'cover-plan.no-second': true,
  'cover-plan.no-last-resort': true,
  'cover-plan.no-phone': true,
  'cover-plan.no-name': true,
  'cover-plan.not-employed': true,
  'cover-plan.does-not-cover': true,
  'cover-plan.not-known': true,
  'cover-plan.same-again': true,
  'cover-plan.circle': true,
  'cover-plan.nothing-to-know': true,
  'cover-plan.never-checked': true,
  'cover-plan.check-due': true,
};

const values = {
  case: 'emergency',
  step: 'second',
  name: 'Maya',
  checkedOn: '2026-01-01',
  day: '2026-11-12',
};

test('everything a cover plan can miss has a sentence of its own', () => {
  const sentences = Object.keys(MISSING).map((code) => planMissing[code]?.(values));
  expect(sentences).not.toContain(undefined);
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(planMissing['cover-plan.nothing-yet']?.(values)).toBe('Nobody is named for an emergency.');
});

test('every case, step, cause and reason to leave a cover out has its words', () => {
  expect(Object.keys(planCases)).toEqual([...COVER_PLAN_CASES]);
  expect(Object.keys(planSteps)).toEqual([...COVER_PLAN_STEPS]);
  expect(Object.keys(coverCauses).sort()).toEqual([...coverCause.options].sort());
  const codes = claimPreview.shape.leftOut.element.shape.code.options;
  expect(Object.keys(claimWords.leftOutCode).sort()).toEqual([...codes].sort());
});

test('what these services refuse or do is said in words', () => {
  for (const code of [
    'cover-plan.circle',
    'cover-report.too-long',
    'cover-claim.no-cause',
    'cover-claim.nothing-to-claim',
    'cover-claim.already-sent',
    'cover-claim.sent-before-made',
  ])
    expect(paperRefusals[code], code).toBeDefined();
  for (const code of [
    'late-change.not-paid',
    'late-change.no-change',
    'late-change.reason-needed',
    'late-change.not-yet',
    'late-change.paid-already',
    'late-change.more-awake-than-night',
    'pay.changed-late',
  ])
    expect(lateRefusals[code], code).toBeDefined();
  for (const action of [
    'cover.plan-saved',
    'cover.plan-checked',
    'cover.claim-made',
    'cover.claim-sent',
    'cover.claim-removed',
    'pay.late-change-noted',
    'pay.late-change-removed',
    'pay.hours-added',
  ])
    expect(actionWords(action, { name: 'Grace' }), action).not.toContain(action);
});

test('hours, nights and differences are said as people say them', () => {
  expect(hoursAndNights({ minutes: 450, sleepIns: 0 })).toBe('7 h 30');
  expect(hoursAndNights({ minutes: 60, sleepIns: 2 })).toBe('1 h and 2 nights');
  expect(hoursAndNights({ minutes: 0, sleepIns: 1 })).toBe('1 night');
  expect([movedHours(120), movedHours(-30), movedHours(0)]).toEqual([
    '2 h more',
    '30 min less',
    'No hours more or less',
  ]);
  expect([signed(pence(2_660)), signed(pence(-2_660)), signed(pence(0))]).toEqual([
    '£26.60 more',
    '£26.60 less',
    'no money',
  ]);
});

test('a case of the plan is read back as it was typed, and somebody by name needs a name', () => {
  const plan = { cases: {}, toKnow: '', checkedOn: null, checkEveryMonths: 12 };
  const empty = typedCase(plan, 'weather');
  expect(readCase(plan, 'weather', { ...empty, firstWho: 'person' })).toMatchObject({
    ok: false,
    problems: { firstName: 'Enter the name of the first one.' },
  });
  const typed = {
    ...empty,
    firstWho: 'worker:maya',
    lastWho: 'council',
    lastName: 'Duty team',
    lastPhone: ' ',
  };
  const read = readCase(plan, 'weather', typed);
  expect(read).toMatchObject({
    ok: true,
    value: {
      cases: {
        weather: {
          sameAs: null,
          steps: {
            first: { kind: 'worker', workerId: 'maya' },
            'last-resort': { kind: 'council', name: 'Duty team', phone: null },
          },
        },
      },
    },
  });
  if (read.ok) expect(typedCase(read.value, 'weather')).toEqual({ ...typed, lastPhone: '' });
  expect([caseNamed('weather'), caseNamed('to-know')]).toEqual(['weather', undefined]);
});

test('an end that is not after the start is asked about, and not worked needs a reason', () => {
  const typed = {
    mode: 'hours',
    start: '22:00',
    end: '07:00',
    nextDay: '',
    awake: '',
    reason: 'Why',
  } as const;
  expect(goesOver(typed)).toBe(true);
  expect(readLate(typed, true)).toMatchObject({ ok: false, problems: { nextDay: expect.any(String) } });
  expect(readLate({ ...typed, nextDay: 'no' }, true)).toMatchObject({
    ok: false,
    problems: { end: expect.any(String) },
  });
  expect(readLate({ ...typed, nextDay: 'yes', awake: '1:30' }, true)).toMatchObject({
    ok: true,
    value: { now: { endsNextDay: true, awakeMinutes: 90 }, reason: 'Why' },
  });
  expect(readLate({ ...typed, mode: 'not-worked', reason: ' ' }, true)).toMatchObject({
    ok: false,
    problems: { reason: expect.any(String) },
  });
});
