import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import type { ServiceContext } from '../../electron/services/context';
import { familyView } from '../../electron/services/family-leave';
import { familyPaper, noteLetterGiven } from '../../electron/services/family-papers';
import { saveLeave } from '../../electron/services/family-save';
import { getHousehold } from '../../electron/services/household-record';
import { saveDetails } from '../../electron/services/household-save';
import { payRun } from '../../electron/services/pay-run';
import { addTestAbsence, addTestHousehold, addTestWorker } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';

/** A PA on a contract of so many hours a week at £13.00, not paid yet: the contract is the average. */
async function contracted(hours: number, startedOn: string, today: string) {
  const given = await workspaceForTest(today);
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, {
    startedOn,
    contract: { hoursKind: 'fixed', weeklyMinutes: hours * 60 },
  });
  return { given, context, householdId, grace };
}

function sickPay(context: ServiceContext, householdId: string, key: string) {
  return payRun(context, householdId, key)
    .lines[0]?.earnings.filter((one) => one.code === 'statutory-sick-pay')
    .map((one) => [one.units, one.amount])[0];
}

describe('sickness over 6 April 2026', () => {
  test('with earnings below the old limit: nothing before it, 80 % of earnings from it', async () => {
    const { context, householdId, grace } = await contracted(8, '2026-03-30', '2026-04-20');
    addTestAbsence(context, householdId, grace, 'sickness', '2026-03-30', '2026-04-10');
    // 8 h at £13 = £104.00, below £125. From Monday 6 April 80 % of it: £83.20 ÷ 5 = £16.64 a day, five days.
    expect(sickPay(context, householdId, 'weekly:2026-04-06')).toEqual([5, 8_320]);
    const sick = familyView(context, householdId, grace).sickness[0];
    expect(sick).toMatchObject({
      daysPaid: 5,
      amount: 8_320,
      ssp1: 'not-due',
      refusals: [
        { code: 'sick-pay.earnings-too-low', firstDay: '2026-03-30', lastDay: '2026-04-03', days: 5 },
      ],
    });
  });

  test('paid before it: waiting days, then the old rate, then the new flat rate even above 80 % of earnings', async () => {
    const { context, householdId, grace } = await contracted(10, '2026-03-23', '2026-04-20');
    addTestAbsence(context, householdId, grace, 'sickness', '2026-03-23', '2026-04-10');
    // £130 a week reaches £125. Three waiting days; two days at £118.75 ÷ 5 = £23.75; a week; then £123.25, not £104.
    expect(
      ['2026-03-23', '2026-03-30', '2026-04-06'].map((monday) =>
        sickPay(context, householdId, `weekly:${monday}`),
      ),
    ).toEqual([
      [2, 4_750],
      [5, 11_875],
      [5, 12_325],
    ]);
  });

  test('noted until after the last published rate: the days before it are paid, the others wait', async () => {
    const { context, householdId, grace } = await contracted(10, '2026-11-02', '2026-11-30');
    addTestAbsence(context, householdId, grace, 'sickness', '2026-11-16', '2027-04-30');
    // 80 % of £130 = £104.00 a week. Rates are known to 5 April 2027: 20 whole weeks of Monday to Friday, and one day.
    expect(sickPay(context, householdId, 'weekly:2026-11-16')).toEqual([5, 10_400]);
    expect(familyView(context, householdId, grace).sickness[0]).toMatchObject({
      daysPaid: 101,
      amount: 210_080,
      lastPaidDay: '2027-04-05',
      refusals: [
        { code: 'sick-pay.rates-not-known', firstDay: '2027-04-06', lastDay: '2027-04-30', days: 25 },
      ],
    });
  });

  test('sick again within eight weeks: linked, with no waiting days, and by the new rules', async () => {
    const { context, householdId, grace } = await contracted(10, '2026-03-23', '2026-05-04');
    addTestAbsence(context, householdId, grace, 'sickness', '2026-03-23', '2026-03-27');
    addTestAbsence(context, householdId, grace, 'sickness', '2026-04-20', '2026-04-21');
    // 80 % of £130 = £104 ÷ 5 = £20.80 a day, from the first day.
    expect(sickPay(context, householdId, 'weekly:2026-04-20')).toEqual([2, 4_160]);
  });

  test('still serving waiting days: paid from 6 April', async () => {
    const { context, householdId, grace } = await contracted(20, '2026-03-30', '2026-04-20');
    addTestAbsence(context, householdId, grace, 'sickness', '2026-04-02', '2026-04-08');
    // Thursday 2 and Friday 3 April wait. Monday to Wednesday at £123.25 ÷ 5 = £24.65.
    expect(sickPay(context, householdId, 'weekly:2026-04-06')).toEqual([3, 7_395]);
  });
});

describe('the figures for form SSP1', () => {
  test('are offered near the end of the 28 weeks and when they are used up, in Northern Ireland by their own name', async () => {
    const { given, context, householdId, grace } = await contracted(20, '2026-04-13', '2026-09-01');
    const id = addTestAbsence(context, householdId, grace, 'sickness', '2026-04-20', null);
    const why = () => familyView(context, householdId, grace).sickness[0]?.ssp1;
    // 28 weeks from Monday 20 April end on Friday 30 October; six weeks are left from 21 September on.
    expect(why()).toBeNull();
    expect(refusalOf(() => familyPaper(context, householdId, 'ssp1', id))).toBe('family-paper.not-needed');
    given.goTo('2026-09-28');
    expect(why()).toBe('ends-soon');
    given.goTo('2026-11-09');
    expect(why()).toBe('ended');
    const { details } = getHousehold(context, householdId);
    saveDetails(context, householdId, { ...details, nation: 'northern-ireland' });
    const paper = familyPaper(context, householdId, 'ssp1', id);
    expect(paper.name).toBe('SSP1(NI) figures Grace Okafor 2026-11-09.pdf');
    const { text } = readPdf(paper.bytes);
    for (const words of [
      'This is not the form itself',
      'Department for Communities',
      'All 28 weeks of sick pay are used up',
      '2 November 2026',
      '30 October 2026',
      '£3,451.00',
    ])
      expect(text.replace(/\s+/g, ' '), words).toContain(words);
    const [letter] = familyView(context, householdId, grace).letters;
    expect(letter).toMatchObject({ kind: 'ssp1', about: id, madeOn: '2026-11-09', givenOn: null });
    noteLetterGiven(context, householdId, letter?.id ?? '', isoDay('2026-11-09'));
    expect(familyView(context, householdId, grace).letters[0]?.givenOn).toBe('2026-11-09');
    expect(
      refusalOf(() => noteLetterGiven(context, householdId, letter?.id ?? '', isoDay('2026-12-01'))),
    ).toBe('day.in-the-future');
  });

  test('sickness in the weeks of maternity pay or allowance brings no sick pay', async () => {
    const { context, householdId, grace } = await contracted(20, '2026-08-03', '2026-11-09');
    // Began too late for maternity pay; the 39 weeks still shut sick pay out after an early end of the leave.
    saveLeave(context, householdId, grace, null, {
      kind: 'SMP',
      adoption: false,
      dueOn: isoDay('2026-10-14'),
      happenedOn: null,
      matchedOn: null,
      careStartedOn: null,
      fullDaysOfCare: 0,
      weeksUsedElsewhere: 0,
      leaveStartsOn: isoDay('2026-10-05'),
      weeks: 2,
      toldOn: null,
      evidenceOn: null,
      averagePounds: '260',
      note: '',
    });
    addTestAbsence(context, householdId, grace, 'sickness', '2026-11-02', '2026-11-03');
    const view = familyView(context, householdId, grace);
    expect(view.leaves[0]).toMatchObject({ outcome: 'not-due', reasons: ['family-pay.service-too-short'] });
    expect(view.sickness[0]?.refusals.map((one) => one.code)).toEqual(['sick-pay.maternity-pay']);
    const paper = familyPaper(context, householdId, 'refusal', view.leaves[0]?.id ?? '');
    const { text } = readPdf(paper.bytes);
    expect(paper.name).toBe('SMP1 figures Grace Okafor 2026-11-09.pdf');
    expect(text).toContain('Maternity Allowance');
    expect(text).toContain('3 August 2026');
  });
});
