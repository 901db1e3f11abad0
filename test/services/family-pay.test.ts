import { type FamilyLeave, familyView as familyViewShape } from '@shared/api/family';
import { isoDay } from '@shared/dates';
import { sumPence } from '@shared/money';
import { must } from '@shared/result';
import { describe, expect, test } from 'vitest';
import { removeAbsence } from '../../electron/services/absences-save';
import type { ServiceContext } from '../../electron/services/context';
import { familyView, previewLeave } from '../../electron/services/family-leave';
import { familyPaper } from '../../electron/services/family-papers';
import { endLeave, removeLeave, saveLeave } from '../../electron/services/family-save';
import { getHousehold } from '../../electron/services/household-record';
import { saveDetails, saveEmployer } from '../../electron/services/household-save';
import { ledgerEntries } from '../../electron/services/ledger';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { rotaView } from '../../electron/services/rota-view';
import { redo, undo } from '../../electron/services/undo';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  type WorkerOptions,
  weekdaysFrom,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';

type Given = { given: TestWorkspace; context: ServiceContext; householdId: string; grace: string };

function leave(given: Partial<Record<keyof FamilyLeave, unknown>>): FamilyLeave {
  return {
    kind: 'SMP',
    adoption: false,
    dueOn: null,
    happenedOn: null,
    matchedOn: null,
    careStartedOn: null,
    fullDaysOfCare: 0,
    weeksUsedElsewhere: 0,
    leaveStartsOn: isoDay('2026-02-05'),
    weeks: 1,
    toldOn: null,
    evidenceOn: null,
    averagePounds: '',
    note: '',
    ...given,
  } as FamilyLeave;
}

function amounts(context: ServiceContext, householdId: string, key: string) {
  return payRun(context, householdId, key).lines[0]?.earnings.map((one) => [one.code, one.units, one.amount]);
}

function finishAll(context: ServiceContext, householdId: string, before: string): string[] {
  return payRuns(context, householdId)
    .open.filter((one) => one.periodTo < before)
    .map(({ key }) => finishRun(context, householdId, key, payRun(context, householdId, key).totals.net));
}

/** A PA who works 20 h a week at £13 (£260.00) in some weeks, all of them paid. */
async function paidWeeks(
  monday: string,
  weeks: number,
  startedOn: string,
  until: string,
  more: Partial<WorkerOptions> = {},
): Promise<Given> {
  const given = await workspaceForTest(until);
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn, ...more });
  for (const day of weekdaysFrom(monday, weeks, [0, 1, 2, 3, 4]))
    addTestShift(context, householdId, grace, day, '09:00', '13:00');
  finishAll(context, householdId, until);
  return { given, context, householdId, grace };
}

/**
 * Due on 18 March 2026: the week from Sunday 15 March; the 15th week before is 30 November to 6 December 2025.
 * Paydays on Fridays: those of 17 October to 5 December count, 8 × £260 ÷ 8 = £260.00. 90 % is £234.00.
 */
const MATERNITY = leave({ dueOn: isoDay('2026-03-18'), leaveStartsOn: isoDay('2026-02-05'), weeks: 52 });

describe('maternity pay', () => {
  test('paid weekly: 90 % for six weeks, then the standard rate, which rises on the leave’s own weekday in April', async () => {
    const { given, context, householdId, grace } = await paidWeeks(
      '2025-09-29',
      9,
      '2025-06-02',
      '2025-12-15',
    );
    saveLeave(context, householdId, grace, null, MATERNITY);
    given.goTo('2026-04-20');
    // Thursday 5 to Sunday 8 February: 4 × £234 ÷ 7 = £133.7142…, up to the penny.
    expect(amounts(context, householdId, 'weekly:2026-02-02')).toEqual([
      ['statutory-maternity-pay', 4, 13_372],
    ]);
    expect(amounts(context, householdId, 'weekly:2026-02-09')).toEqual([
      ['statutory-maternity-pay', 7, 23_400],
    ]);
    // Six weeks end on 18 March: 3 × £234 ÷ 7 + 4 × £187.18 ÷ 7 = £100.2857… + £106.96 = £207.2457…
    expect(amounts(context, householdId, 'weekly:2026-03-16')).toEqual([
      ['statutory-maternity-pay', 7, 20_725],
    ]);
    // The new rate is for weeks from Thursday 9 April: 3 × £26.74 + 4 × £27.76 = £191.26.
    expect(amounts(context, householdId, 'weekly:2026-04-06')).toEqual([
      ['statutory-maternity-pay', 7, 19_126],
    ]);
    const view = must(familyView(context, householdId, grace).leaves[0], 'the leave');
    expect(view).toMatchObject({
      outcome: 'due',
      paidWeeks: 39,
      payEndsOn: '2026-11-04',
      lastDayAway: '2027-02-03',
      earnings: { pounds: '260.0000000', from: 'record', isOpen: false },
      testWeek: { from: '2025-11-30', to: '2025-12-06' },
    });
    // 6 × £234 + 3 × £187.18 + 30 × £194.32 = £1,404.00 + £561.54 + £5,829.60, and roundings up to the penny.
    expect(view.total).toBeGreaterThanOrEqual(779_514);
    expect(view.total).toBeLessThan(779_514 + view.schedule.length);
    expect(sumPence(view.schedule.map((one) => one.amount))).toBe(view.total);
  });

  test('paid monthly: the average of two months, and each month for its own days', async () => {
    const given = await workspaceForTest('2025-12-15');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, {
      startedOn: '2025-06-01',
      contract: { payFrequency: 'monthly', firstPeriodFrom: isoDay('2025-06-01'), payDayOffset: 0 },
      rates: { weekday: '12.50' },
    });
    // September £100, October £1,000, November £1,100; the payday of 30 November, a Sunday, was Friday the 28th.
    const days = [
      ...weekdaysFrom('2025-09-08', 1, [0]),
      ...weekdaysFrom('2025-10-06', 2, [0, 1, 2, 3, 4]),
      ...weekdaysFrom('2025-11-03', 2, [0, 1, 2, 3, 4]),
      ...weekdaysFrom('2025-11-17', 1, [0]),
    ];
    for (const day of days) addTestShift(context, householdId, grace, day, '09:00', '17:00');
    finishAll(context, householdId, '2025-12-01');
    saveLeave(context, householdId, grace, null, MATERNITY);
    given.goTo('2026-05-04');
    // £2,100 ÷ 2 × 12 ÷ 52 = £242.3076923; 90 % = £218.0769230 a week.
    expect(familyView(context, householdId, grace).leaves[0]?.earnings.pounds).toBe('242.3076923');
    // 5 to 28 February: 3 weeks and 3 days = £654.2307… + £93.4615… = £747.6923…
    expect(amounts(context, householdId, 'monthly:2026-02-01')).toEqual([
      ['statutory-maternity-pay', 24, 74_770],
    ]);
    // March: 18 days at 90 % and 13 at £187.18 ÷ 7 = £560.7692… + £347.62 = £908.3892…
    expect(amounts(context, householdId, 'monthly:2026-03-01')).toEqual([
      ['statutory-maternity-pay', 31, 90_839],
    ]);
    // April: 8 days at £26.74, 22 at £27.76 = £213.92 + £610.72.
    expect(amounts(context, householdId, 'monthly:2026-04-01')).toEqual([
      ['statutory-maternity-pay', 30, 82_464],
    ]);
  });

  test('is not due to somebody who began too late or earned too little, and says which', async () => {
    const { context, householdId, grace } = await paidWeeks('2025-09-29', 9, '2025-06-16', '2025-12-15');
    const late = previewLeave(context, householdId, grace, null, MATERNITY);
    // 26 weeks into the week that ends on 6 December 2025 need a start by 14 June.
    expect(late).toMatchObject({
      outcome: 'not-due',
      reasons: ['family-pay.service-too-short'],
      paidWeeks: 0,
      schedule: [],
    });
    expect(
      late.entitlement?.steps.find((one) => one.code === 'family-pay.service-too-short')?.result,
    ).toEqual({
      kind: 'day',
      day: '2025-06-14',
    });
    // £124.99 is below the £125 of 2025-26; £125 reaches it.
    const poor = leave({ ...MATERNITY, dueOn: isoDay('2026-05-20'), leaveStartsOn: isoDay('2026-05-18') });
    expect(
      ['124.9999999', '125'].map(
        (averagePounds) =>
          previewLeave(context, householdId, grace, null, { ...poor, averagePounds }).reasons,
      ),
    ).toEqual([['family-pay.earnings-too-low'], []]);
    expect(
      previewLeave(context, householdId, grace, null, {
        ...poor,
        averagePounds: '300',
        leaveStartsOn: isoDay('2026-02-28'),
      }).reasons,
    ).toEqual(['family-pay.starts-too-early']);
  });

  test('asks for the average where pay began in other software, and pays no one until it is there', async () => {
    const { given, context, householdId, grace } = await paidWeeks(
      '2025-11-03',
      4,
      '2024-01-01',
      '2025-12-15',
    );
    const id = saveLeave(context, householdId, grace, null, MATERNITY);
    given.goTo('2026-02-16');
    expect(familyView(context, householdId, grace).leaves[0]).toMatchObject({
      outcome: 'not-known',
      problem: { code: 'family-pay.average-needed' },
    });
    // A week with nothing but the leave is not passed over as nothing to pay.
    expect(payRun(context, householdId, 'weekly:2026-02-09').refused).toMatchObject([
      { workerId: grace, code: 'family-pay.average-needed' },
    ]);
    addTestShift(context, householdId, grace, '2026-02-03', '09:00', '13:00');
    const { warnings } = payRun(context, householdId, 'weekly:2026-02-02');
    expect(warnings.find((one) => one.code === 'family-pay.average-needed')?.blocks).toBe(true);
    saveLeave(context, householdId, grace, id, { ...MATERNITY, averagePounds: '300' });
    // 90 % of £300 is £270: four days are £154.2857…
    expect(amounts(context, householdId, 'weekly:2026-02-02')).toContainEqual([
      'statutory-maternity-pay',
      4,
      15_429,
    ]);
  });

  test('stops with the last whole week before an early return, and the rota is in step', async () => {
    const { given, context, householdId, grace } = await paidWeeks(
      '2025-09-29',
      9,
      '2025-06-02',
      '2025-12-15',
    );
    addTestPattern(context, householdId, grace, '2026-01-05', [0], '09:00', '13:00');
    const id = saveLeave(context, householdId, grace, null, MATERNITY);
    given.goTo('2026-03-02');
    const awayOn = (from: string) =>
      rotaView(context, householdId, isoDay(from), isoDay(from)).shifts.map((one) => one.state);
    expect(awayOn('2026-03-16')).toEqual(['needs-someone']);
    // Sunday 8 March is 4 weeks and 4 days after Thursday 5 February.
    endLeave(context, householdId, id, isoDay('2026-03-08'));
    expect(familyView(context, householdId, grace).leaves[0]).toMatchObject({
      paidWeeks: 4,
      payEndsOn: '2026-03-04',
      lastDayAway: '2026-03-08',
    });
    expect(awayOn('2026-03-16')).toEqual(['planned']);
    undo(context, householdId);
    expect(awayOn('2026-03-16')).toEqual(['needs-someone']);
    redo(context, householdId);
    expect(refusalOf(() => endLeave(context, householdId, id, isoDay('2026-01-01')))).toBe(
      'family-pay.end-outside-leave',
    );
    const absence = must(
      rotaView(context, householdId, isoDay('2026-03-02'), isoDay('2026-03-02')).absences[0],
      'days away',
    );
    expect(refusalOf(() => removeAbsence(context, householdId, absence.id))).toBe('absence.of-family-leave');
    removeLeave(context, householdId, id);
    expect(awayOn('2026-03-02')).toEqual(['planned']);
  });

  test('past the last standard rate that is published: shown as not known, with the day', async () => {
    const { context, householdId, grace } = await paidWeeks('2025-09-29', 9, '2025-06-02', '2025-12-15');
    const view = previewLeave(context, householdId, grace, null, {
      ...MATERNITY,
      dueOn: isoDay('2026-12-16'),
      leaveStartsOn: isoDay('2026-12-14'),
      averagePounds: '260',
    });
    // Weeks from Monday 14 December: the last published week ends on Sunday 4 April 2027.
    expect(view.schedule.filter((one) => one.state === 'to-come').at(-1)?.to).toBe('2027-04-04');
    expect(view.schedule.find((one) => one.state === 'not-known')?.from).toBe('2027-04-05');
    expect(view.warnings).toContainEqual({
      code: 'family-pay.rate-not-known',
      values: { name: 'Grace', kind: 'SMP', day: '2027-04-05' },
    });
    expect(view.recovery.map((one) => [one.taxYear, one.back === null])).toEqual([
      ['2026-27', false],
      ['2027-28', true],
    ]);
  });
});

/**
 * Due on 9 September 2026: the test week is 24 to 30 May. Paydays 10 April to 29 May count; that of 3 April, Good Friday,
 * was paid on the 2nd and still ends the eight weeks before: 8 × £260 ÷ 8 = £260.00.
 */
async function father(): Promise<Given> {
  const made = await paidWeeks('2026-03-23', 10, '2025-11-03', '2026-06-08');
  made.given.goTo('2026-10-19');
  return made;
}

const PATERNITY = leave({
  kind: 'SPP',
  dueOn: isoDay('2026-09-09'),
  happenedOn: isoDay('2026-09-07'),
  leaveStartsOn: isoDay('2026-09-07'),
});

describe('paternity pay', () => {
  test('two weeks apart are each paid in Great Britain', async () => {
    const { context, householdId, grace } = await father();
    saveLeave(context, householdId, grace, null, PATERNITY);
    saveLeave(context, householdId, grace, null, { ...PATERNITY, leaveStartsOn: isoDay('2026-10-05') });
    expect(familyView(context, householdId, grace).leaves.map((one) => one.earnings.pounds)).toEqual([
      '260.0000000',
      '260.0000000',
    ]);
    expect(amounts(context, householdId, 'weekly:2026-09-07')).toEqual([
      ['statutory-paternity-pay', 7, 19_432],
    ]);
    expect(amounts(context, householdId, 'weekly:2026-10-05')).toEqual([
      ['statutory-paternity-pay', 7, 19_432],
    ]);
    const third = { ...PATERNITY, leaveStartsOn: isoDay('2026-11-02') };
    expect(previewLeave(context, householdId, grace, null, third).reasons).toEqual(['family-pay.no-weeks']);
  });

  test('have to be together in Northern Ireland, within eight weeks of the birth', async () => {
    const { context, householdId, grace } = await father();
    const { details } = getHousehold(context, householdId);
    saveDetails(context, householdId, { ...details, nation: 'northern-ireland' });
    saveLeave(context, householdId, grace, null, PATERNITY);
    const second = previewLeave(context, householdId, grace, null, {
      ...PATERNITY,
      leaveStartsOn: isoDay('2026-10-05'),
    });
    expect(second.reasons).toEqual(['family-pay.one-block-only']);
    // 55 days after the due date are 3 November.
    const late = { ...PATERNITY, leaveStartsOn: isoDay('2026-10-28'), dueOn: isoDay('2026-09-08') };
    expect(previewLeave(context, householdId, grace, null, { ...late, happenedOn: null }).reasons).toEqual([
      'family-pay.ends-too-late',
    ]);
  });
});

describe('what HMRC gives back', () => {
  async function paidPaternity(isSmall: boolean) {
    const made = await father();
    const { context, householdId, grace } = made;
    const { employer } = getHousehold(context, householdId);
    saveEmployer(context, householdId, {
      ...must(employer, 'the employer'),
      smallEmployersRelief: isSmall,
    });
    const id = saveLeave(context, householdId, grace, null, PATERNITY);
    const runId = finishRun(
      context,
      householdId,
      'weekly:2026-09-07',
      payRun(context, householdId, 'weekly:2026-09-07').totals.net,
    );
    return { ...made, id, runId };
  }

  function hmrcLedger(context: ServiceContext, householdId: string): number {
    return sumPence(
      ledgerEntries(context, householdId)
        .flatMap((one) => one.entry.postings)
        .filter((one) => one.account === 'hmrc-owed')
        .map((one) => one.amount),
    );
  }

  const owed = (context: ServiceContext, householdId: string): number =>
    sumPence(hmrcView(context, householdId, '2026-27').months.map((one) => one.owed)) +
    sumPence(hmrcView(context, householdId, '2025-26').months.map((one) => one.owed));

  test('is 109 % to a small employer in 2026-27, 92 % to others, in the record of the month and in the ledger', async () => {
    // £194.32 × 1.09 = £211.8088; × 0.92 = £178.7744. Paid on Friday 18 September: month 6.
    for (const [isSmall, back] of [
      [true, 21_181],
      [false, 17_877],
    ] as const) {
      const { context, householdId, runId } = await paidPaternity(isSmall);
      const month = hmrcView(context, householdId, '2026-27').months.find((one) => one.taxMonth === 6);
      expect(month?.statutoryRecovered).toBe(back);
      expect(month?.explanation.steps.find((one) => one.code === 'hmrc.statutory-recovered')?.result).toEqual(
        {
          kind: 'money',
          pence: back,
        },
      );
      expect(finishedRun(context, householdId, runId).totals.statutoryRecovered).toBe(back);
      expect(owed(context, householdId)).toBe(-hmrcLedger(context, householdId));
    }
  });

  test('goes back to HMRC when a correction takes the pay away', async () => {
    const { context, householdId, id, runId } = await paidPaternity(true);
    removeLeave(context, householdId, id);
    addTestShift(
      context,
      householdId,
      must(finishedRun(context, householdId, runId).lines[0], 'a line').workerId,
      '2026-09-08',
      '09:00',
      '13:00',
    );
    const slip = must(finishedRun(context, householdId, runId).lines[0]?.payslipId, 'the payslip');
    const corrected = correctPayslip(context, householdId, slip, isoDay('2026-10-23'));
    expect(finishedRun(context, householdId, corrected).totals.statutoryRecovered).toBe(-21_181);
    const months = hmrcView(context, householdId, '2026-27').months;
    expect(months.find((one) => one.taxMonth === 7)?.statutoryRecovered).toBe(-21_181);
    expect(owed(context, householdId)).toBe(-hmrcLedger(context, householdId));
  });
});

describe('what is worth a look', () => {
  test('days worked while away are counted, and sickness close to the birth is told', async () => {
    const { given, context, householdId, grace } = await paidWeeks(
      '2025-09-29',
      9,
      '2025-06-02',
      '2025-12-15',
      { pension: {} },
    );
    const id = saveLeave(context, householdId, grace, null, {
      ...MATERNITY,
      leaveStartsOn: isoDay('2026-03-09'),
      toldOn: isoDay('2026-02-23'),
    });
    given.goTo('2026-03-23');
    const codes = () => familyView(context, householdId, grace).leaves[0]?.warnings.map((one) => one.code);
    // 14 days before instead of 28; the maternity certificate is not noted.
    expect(codes()).toEqual([
      'family-pay.late-notice',
      'family-pay.evidence-not-seen',
      'family-pay.pension-on-normal-pay',
    ]);
    // Four weeks before the week of 15 March begin on 15 February: sick from the 16th, leave would start on the 17th.
    addTestAbsence(context, householdId, grace, 'sickness', '2026-02-16', '2026-02-19');
    addTestShift(context, householdId, grace, '2026-02-20', '09:00', '13:00');
    expect(codes()).toContain('family-pay.sickness-starts-leave');
    expect(payRun(context, householdId, 'weekly:2026-02-16').warnings).toContainEqual({
      workerId: grace,
      blocks: false,
      code: 'family-pay.sickness-starts-leave',
      values: { name: 'Grace', day: '2026-02-16', from: '2026-02-17' },
    });
    saveLeave(context, householdId, grace, id, { ...MATERNITY, leaveStartsOn: isoDay('2026-02-21') });
    addTestShift(context, householdId, grace, '2026-03-10', '09:00', '13:00');
    addTestShift(context, householdId, grace, '2026-03-11', '09:00', '13:00');
    expect(payRun(context, householdId, 'weekly:2026-03-09').warnings).toContainEqual({
      workerId: grace,
      blocks: false,
      code: 'family-pay.days-worked',
      values: { name: 'Grace', kind: 'SMP', used: 2, most: 10, left: 8 },
    });
    const paper = familyPaper(context, householdId, 'confirm', id);
    const words = readPdf(paper.bytes).text.replace(/\s+/g, ' ');
    expect(paper.name).toBe('Letter SMP Grace Okafor 2026-03-23.pdf');
    // 39 weeks from Saturday 21 February end on Friday 20 November.
    for (const part of ['21 February 2026', '20 November 2026', '£260.00', 'up to 10 days'])
      expect(words, part).toContain(part);
    expect(familyViewShape.safeParse(familyView(context, householdId, grace)).error).toBeUndefined();
  });
});

describe('bereavement and other kinds', () => {
  test('need no time in the job in Northern Ireland from 6 April 2026, and 26 weeks elsewhere', async () => {
    const { context, householdId, grace } = await paidWeeks('2026-08-03', 6, '2026-08-03', '2026-09-28');
    const away = leave({
      kind: 'SPBP',
      happenedOn: isoDay('2026-09-22'),
      leaveStartsOn: isoDay('2026-09-28'),
      weeks: 2,
    });
    expect(previewLeave(context, householdId, grace, null, away).reasons).toEqual([
      'family-pay.service-too-short',
    ]);
    const { details } = getHousehold(context, householdId);
    saveDetails(context, householdId, { ...details, nation: 'northern-ireland' });
    expect(previewLeave(context, householdId, grace, null, away)).toMatchObject({
      outcome: 'due',
      paidWeeks: 2,
      total: 38_864,
    });
  });

  test('a day that is missing is asked for in its own field', async () => {
    const { context, householdId, grace } = await paidWeeks('2026-08-03', 1, '2026-08-03', '2026-08-24');
    expect(refusalOf(() => saveLeave(context, householdId, grace, null, leave({})))).toBe(
      'family-pay.day-missing',
    );
    expect(refusalOf(() => saveLeave(context, householdId, grace, null, { ...PATERNITY, weeks: 3 }))).toBe(
      'family-pay.too-many-weeks',
    );
  });
});
