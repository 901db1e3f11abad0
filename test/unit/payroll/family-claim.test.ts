import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { longestParentalWeeks, parentalRateKnownTo } from '@shared/payroll/statutory-parental';
import {
  type FamilyLeaveFacts,
  familyLeaveClaim,
  familyLeaveEnd,
  familyLeaveNotice,
  familyLeaveTestWeek,
  keepingInTouchDays,
} from '@shared/payroll/statutory-parental-claim';
import { recoveredStatutoryPay } from '@shared/payroll/statutory-parental-recovery';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { describe, expect, it } from 'vitest';
import { explainText, hasStepSentence, hasTitle } from '../../../renderer/text/explain/explain-text';

type Given = Partial<Record<keyof FamilyLeaveFacts, unknown>> & { readonly leaveStartsOn: string };

function facts(given: Given): FamilyLeaveFacts {
  return {
    kind: 'SMP',
    adoption: false,
    dueOn: null,
    happenedOn: null,
    matchedOn: null,
    careStartedOn: null,
    fullDaysOfCare: 0,
    weeksUsed: 0,
    weeks: 52,
    endedOn: null,
    ...given,
  } as FamilyLeaveFacts;
}

type Worker = { startedOn?: string; leftOn?: string; earnings?: string; northernIreland?: boolean };

function claim(given: Given, worker: Worker = {}) {
  return familyLeaveClaim(facts(given), {
    startedOn: isoDay(worker.startedOn ?? '2020-01-06'),
    leftOn: worker.leftOn === undefined ? null : isoDay(worker.leftOn),
    averageWeeklyEarnings: worker.earnings ?? '300',
    northernIreland: worker.northernIreland ?? false,
  });
}

const MATERNITY = { dueOn: '2026-09-09', leaveStartsOn: '2026-08-24' };

describe('a leave in the record', () => {
  it('brings maternity pay of 39 of its 52 weeks, from eleven weeks before the week of the birth on', () => {
    expect(claim(MATERNITY)).toMatchObject({
      ok: true,
      value: { paidWeeks: 39, entitlement: { weeks: 39 } },
    });
    // The week is that of Sunday 6 September; eleven weeks before is 21 June.
    expect(claim({ ...MATERNITY, leaveStartsOn: '2026-06-21' })).toMatchObject({ value: { paidWeeks: 39 } });
    expect(claim({ ...MATERNITY, leaveStartsOn: '2026-06-20' })).toMatchObject({
      value: { paidWeeks: 0, entitlement: { reasons: ['family-pay.starts-too-early'] } },
    });
    // Born on 20 August: leave begins the day after at the latest.
    const born = { ...MATERNITY, happenedOn: '2026-08-20' };
    expect(claim({ ...born, leaveStartsOn: '2026-08-21' })).toMatchObject({ value: { paidWeeks: 39 } });
    expect(claim({ ...born, leaveStartsOn: '2026-08-22' })).toMatchObject({
      value: { entitlement: { reasons: ['family-pay.starts-too-late'] } },
    });
  });

  it('looks at earnings in the week before the birth where it came before the end of the test week', () => {
    // The 15th week before is 24 to 30 May; born on Wednesday 20 May, so 10 to 16 May counts.
    expect(familyLeaveTestWeek(facts({ ...MATERNITY, happenedOn: '2026-05-20' }))).toMatchObject({
      value: { from: '2026-05-10', to: '2026-05-16' },
    });
    expect(familyLeaveTestWeek(facts(MATERNITY))).toMatchObject({
      value: { from: '2026-05-24', to: '2026-05-30' },
    });
  });

  it('pays whole weeks alone when it ends early', () => {
    // Monday 24 August to Sunday 11 October are seven weeks; to Wednesday the 14th still seven.
    const ended = (endedOn: string) => claim({ ...MATERNITY, endedOn });
    expect([ended('2026-10-11'), ended('2026-10-14'), ended('2026-08-26')]).toMatchObject([
      { value: { paidWeeks: 7 } },
      { value: { paidWeeks: 7 } },
      { value: { paidWeeks: 0 } },
    ]);
    expect(familyLeaveEnd(facts({ ...MATERNITY, weeks: 2 }))).toBe('2026-09-06');
  });

  it('is without pay for somebody who left before the test week, and with it for one who left later', () => {
    expect(claim(MATERNITY, { leftOn: '2026-05-23' })).toMatchObject({
      value: { paidWeeks: 0, entitlement: { reasons: ['family-pay.left-too-soon'] } },
    });
    expect(claim(MATERNITY, { leftOn: '2026-05-24' })).toMatchObject({ value: { paidWeeks: 39 } });
  });

  it('brings adoption pay from 14 days before the child moves in, by the week of matching', () => {
    const adoption = {
      kind: 'SAP',
      adoption: true,
      matchedOn: '2026-06-10',
      happenedOn: '2026-08-03',
    };
    // Matched in the week to 13 June: 26 weeks into it need a start by 20 December 2025.
    expect(claim({ ...adoption, leaveStartsOn: '2026-07-20' }, { startedOn: '2025-12-20' })).toMatchObject({
      value: { paidWeeks: 39 },
    });
    expect(claim({ ...adoption, leaveStartsOn: '2026-07-19' }, { startedOn: '2025-12-21' })).toMatchObject({
      value: { entitlement: { reasons: ['family-pay.service-too-short', 'family-pay.starts-too-early'] } },
    });
  });

  it('brings neonatal care pay a week for each 7 full days, less the weeks of earlier blocks', () => {
    const care = {
      kind: 'SNCP',
      happenedOn: '2026-06-01',
      careStartedOn: '2026-06-01',
      fullDaysOfCare: 23,
      leaveStartsOn: '2026-09-07',
      weeks: 2,
    };
    expect(claim({ ...care, weeksUsed: 1 })).toMatchObject({
      value: { paidWeeks: 2, entitlement: { weeks: 2 } },
    });
    expect(claim({ ...care, weeksUsed: 2 })).toMatchObject({ value: { paidWeeks: 1 } });
    // Care from 1 June: the first week can be taken from the 9th day on, until 68 weeks after the birth.
    expect(claim({ ...care, leaveStartsOn: '2026-06-08' })).toMatchObject({
      value: { entitlement: { reasons: ['family-pay.starts-too-early'] } },
    });
    expect(claim({ ...care, leaveStartsOn: '2027-09-13' })).toMatchObject({
      value: { entitlement: { reasons: ['family-pay.ends-too-late'] } },
    });
    expect(claim(care, { northernIreland: true })).toMatchObject({
      value: { entitlement: { reasons: ['family-pay.not-in-force'] } },
    });
  });

  it('asks for the day that its kind needs, by its field', () => {
    const missing = (given: Given) => claim(given);
    expect(missing({ leaveStartsOn: '2026-09-07' })).toMatchObject({ details: { field: 'dueOn' } });
    expect(missing({ kind: 'SPP', adoption: true, leaveStartsOn: '2026-09-07' })).toMatchObject({
      details: { field: 'matchedOn' },
    });
    expect(missing({ kind: 'SPBP', leaveStartsOn: '2026-09-07' })).toMatchObject({
      details: { field: 'happenedOn' },
    });
    expect(missing({ kind: 'SNCP', happenedOn: '2026-06-01', leaveStartsOn: '2026-09-07' })).toMatchObject({
      details: { field: 'careStartedOn' },
    });
  });

  it('tells each test in words', () => {
    for (const given of [
      { ...MATERNITY, leaveStartsOn: '2026-06-01' },
      { kind: 'SPP', dueOn: '2026-09-09', leaveStartsOn: '2027-09-13', weeks: 2, weeksUsed: 1 },
      { kind: 'SAP', matchedOn: '2026-06-10', happenedOn: '2026-08-03', leaveStartsOn: '2026-10-05' },
    ]) {
      const found = claim(given, { leftOn: '2026-01-05', northernIreland: true, earnings: '10' });
      const explanation = found.ok ? found.value.entitlement.explanation : undefined;
      expect(explanation).toBeDefined();
      if (explanation === undefined) continue;
      expect(hasTitle(explanation.code), explanation.code).toBe(true);
      for (const step of explanation.steps) expect(hasStepSentence(step.code), step.code).toBe(true);
      expect(explainText(explanation).steps.every((step) => step.figure !== '')).toBe(true);
    }
  });

  it('has the law’s notice, days that may be worked and most weeks, each by kind', () => {
    expect([familyLeaveNotice('SMP'), familyLeaveNotice('ShPP'), familyLeaveNotice('SPBP')]).toEqual([
      28, 56, 0,
    ]);
    expect([keepingInTouchDays('SMP'), keepingInTouchDays('ShPP'), keepingInTouchDays('SPP')]).toEqual([
      10, 20, 0,
    ]);
    expect([longestParentalWeeks('SMP'), longestParentalWeeks('SPP')]).toEqual([39, 2]);
    // The last rate begins on Sunday 5 April 2026 and is known for weeks that begin by Saturday 3 April 2027.
    expect(parentalRateKnownTo(isoDay('2026-12-13'))).toBe('2027-04-03');
    expect(parentalRateKnownTo(isoDay('2026-12-17'))).toBe('2027-04-07');
  });
});

describe('what HMRC gives back', () => {
  it('is given back to it alike when the pay is taken away', () => {
    const rates = ratesForTaxYear(bundledRates, '2026-27');
    if (!rates.ok) throw new Error('2026-27 has rates');
    const { statutoryPayRecovery } = rates.value;
    // £194.32 × 0.92 = £178.7744; × 1.09 = £211.8088.
    for (const [small, back] of [
      [false, 17_877],
      [true, 21_181],
    ] as const) {
      expect(recoveredStatutoryPay(pence(19_432), small, statutoryPayRecovery)).toBe(back);
      expect(recoveredStatutoryPay(pence(-19_432), small, statutoryPayRecovery)).toBe(-back);
    }
  });
});
