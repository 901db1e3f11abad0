import type { FamilyKind } from '@shared/api/family';
import { isoDay } from '@shared/dates';
import { describe, expect, it } from 'vitest';
import { dateText } from '../../renderer/components/date-text';
import {
  asksOf,
  type LeaveValues,
  leaveSoFar,
  NEW_LEAVE,
  readLeave,
  typedLeave,
} from '../../renderer/features/people/family/leave-values';
import { actionWords } from '../../renderer/text/actions';
import { familyKinds, familyRefusals, sickReasons } from '../../renderer/text/family';
import { familyPayNames, familyProblems, leaveWarning } from '../../renderer/text/family-warnings';
import { warningText } from '../../renderer/text/pay-problems';
import { sentenceFor } from '../../renderer/text/refusals';

const on = (day: string) => dateText(isoDay(day));

const TYPED: LeaveValues = {
  ...NEW_LEAVE,
  kind: 'SMP',
  dueOn: on('2027-03-24'),
  leaveStartsOn: on('2027-03-08'),
  weeks: 52,
  averagePounds: ' £260.5 ',
  note: ' Told me by phone ',
};

describe('the form of a leave', () => {
  it('reads what its kind asks for, and leaves out what it does not', () => {
    const read = readLeave({
      ...TYPED,
      matchedOn: on('2026-01-01'),
      fullDaysOfCare: 12,
      adoption: 'adoption',
    });
    expect(read).toEqual({
      ok: true,
      value: {
        kind: 'SMP',
        adoption: false,
        dueOn: '2027-03-24',
        happenedOn: null,
        matchedOn: null,
        careStartedOn: null,
        fullDaysOfCare: 0,
        weeksUsedElsewhere: 0,
        leaveStartsOn: '2027-03-08',
        weeks: 52,
        toldOn: null,
        evidenceOn: null,
        averagePounds: '260.5',
        note: 'Told me by phone',
      },
    });
    if (read.ok) expect(readLeave(typedLeave(read.value))).toEqual(read);
  });

  it('says by its field what is missing', () => {
    expect(readLeave(NEW_LEAVE)).toMatchObject({ ok: false, problems: { kind: 'Choose what it is for.' } });
    const missing = (kind: FamilyKind) => {
      const read = readLeave({ ...NEW_LEAVE, kind, adoption: 'adoption', weeks: null });
      return read.ok ? [] : Object.keys(read.problems);
    };
    expect(missing('SMP')).toEqual(['dueOn', 'leaveStartsOn', 'weeks']);
    expect(missing('SAP')).toEqual(['matchedOn', 'happenedOn', 'leaveStartsOn', 'weeks']);
    expect(missing('SPP')).toEqual(['matchedOn', 'happenedOn', 'leaveStartsOn', 'weeks']);
    expect(missing('SPBP')).toEqual(['happenedOn', 'leaveStartsOn', 'weeks']);
    expect(missing('SNCP')).toEqual([
      'happenedOn',
      'careStartedOn',
      'fullDaysOfCare',
      'leaveStartsOn',
      'weeks',
    ]);
    expect(asksOf('ShPP', false)).toMatchObject({ dueOn: 'needed', used: true, matchedOn: false });
  });

  it('shows what it brings only once its days are whole', () => {
    expect(leaveSoFar(TYPED)?.leaveStartsOn).toBe('2027-03-08');
    expect(leaveSoFar({ ...TYPED, dueOn: { day: '24', month: '3', year: '20' } })).toBeUndefined();
    expect(leaveSoFar({ ...TYPED, averagePounds: 'about 300' })).toBeUndefined();
  });
});

const WARNINGS = [
  'family-pay.average-needed',
  'family-pay.day-missing',
  'parental-pay.rates-not-known',
  'family-pay.rate-not-known',
  'family-pay.not-due',
  'family-pay.sickness-starts-leave',
  'family-pay.days-worked',
  'family-pay.too-many-days-worked',
  'family-pay.pension-on-normal-pay',
  'family-pay.notice-not-noted',
  'family-pay.late-notice',
  'family-pay.evidence-not-seen',
  'family-pay.average-may-change',
  'family-pay.part-week-not-paid',
  'family-pay.other-parent-not-checked',
  'family-pay.goes-on-after-leaving',
  'family-pay.some-paid',
];

const VALUES = {
  name: 'Grace',
  kind: 'SMP',
  day: '2027-04-05',
  from: '2027-03-01',
  used: 2,
  most: 10,
  left: 8,
  days: 3,
  needed: 28,
};

/** Words of the longest sentence. */
function longest(text: string): number {
  return Math.max(...text.split(/[.?:]\s|[.?:]$/).map((sentence) => sentence.trim().split(/\s+/).length));
}

describe('the words of family leave', () => {
  it('has short sentences for each thing to look at, on the leave and on a run', () => {
    for (const code of WARNINGS) {
      const own = leaveWarning(code, VALUES);
      expect(own?.title, code).toBeTruthy();
      expect(own?.body, code).toBeTruthy();
      expect(`${own?.title} ${own?.body}`, code).not.toContain('undefined');
      expect(longest(own?.title ?? ''), code).toBeLessThanOrEqual(20);
      expect(longest(own?.body ?? ''), code).toBeLessThanOrEqual(20);
      expect(warningText(code, VALUES, 'w1', 'Grace').title, code).toBe(own?.title);
    }
    for (const [code, problem] of Object.entries(familyProblems)) {
      expect(problem.text('Grace', VALUES).length, code).toBeGreaterThan(40);
      expect(problem.link?.('w1', 'Grace').to, code).toBe('/people/w1/family');
    }
  });

  it('names each kind, each refusal, each reason for no sick pay, and each action', () => {
    expect(Object.keys(familyKinds)).toEqual(Object.keys(familyPayNames));
    for (const code of [
      'family-pay.too-many-weeks',
      'family-pay.end-outside-leave',
      'family-paper.not-needed',
    ])
      expect(sentenceFor({ code, details: VALUES }, familyRefusals)).not.toContain(code);
    for (const reason of Object.values(sickReasons)) expect(longest(reason)).toBeLessThanOrEqual(20);
    for (const code of ['leave-saved', 'leave-ended', 'leave-removed', 'paper-made', 'paper-given'])
      expect(actionWords(`family.${code}`, VALUES)).toContain('Grace');
  });
});
