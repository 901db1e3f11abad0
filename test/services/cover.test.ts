import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { noteAsk } from '../../electron/services/cover-asks';
import { fillCover } from '../../electron/services/cover-fill';
import {
  listPots,
  saveContact,
  savePersonForCover,
  savePots,
  saveTrainings,
} from '../../electron/services/cover-save';
import { coverList, coverView } from '../../electron/services/cover-view';
import { redo, undo } from '../../electron/services/undo';
import { addTestAbsence, addTestShift, addTestWorker } from '../support/workspace';
import { refusalOf } from '../support/workspace-for-test';
import { AGENCY, choiceOf, graceIsSick, reasonsOf, SAID, TUESDAY, time } from './cover-support';

describe('what a cover costs', () => {
  test('wages and holiday as it builds up; what the one who is sick is not paid, less sick pay, is taken off', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    const view = coverView(context, householdId, key);
    expect(view.minutesLeft).toBe(60);
    expect(view.state.code).toBe('nobody-asked');
    const choice = choiceOf(view, maya);
    // 4 h at £14 = £56.00; 12.07 % of it = £6.7592, £6.76. Employment Allowance: no National Insurance.
    expect(choice.takers[0]!.cost).toMatchObject({ wages: 5_600, onCosts: 676, premium: 0, total: 6_276 });
    // Grace: £52.00 less; 12.07 % of £260 is £31.38 and of £208 is £25.11, so £6.27 less. Sick pay of a day comes
    // instead: 80 % of £260 is more than the flat £123.25, a fifth of which is £24.65. £52.00 + £6.27 − £24.65.
    expect(view.spared).toBe(3_362);
    // £62.76 − £33.62.
    expect(choice.costAfterSpared).toBe(2_914);
  });

  test('sick pay of a day with two shifts is taken off what was spared once', async () => {
    const { context, householdId, grace } = await graceIsSick();
    const day = isoDay('2026-11-26');
    addTestShift(context, householdId, grace, day, '07:00', '08:00', { confirmed: false });
    const absenceId = addTestAbsence(context, householdId, grace, 'sickness', day, day);
    const spared = coverList(context, householdId, absenceId).needs.map(
      ({ key }) => coverView(context, householdId, key).spared,
    );
    // Her other days of the week come to £156.00; 12.07 % of it is £18.83. With the hour of £13.00 it is £20.40, so
    // £14.57 is not paid, and sick pay of £24.65 takes all of it: £10.08 of sick pay is left. With the four hours of
    // £52.00 it is £25.11: £52.00 + £6.28 − £10.08.
    expect(spared).toEqual([0, 4_820]);
  });

  test('no shift of a strange name is looked for', async () => {
    const { context, householdId } = await graceIsSick();
    expect(refusalOf(() => coverView(context, householdId, 'away-today'))).toBe('not-found');
  });

  test('National Insurance and pension are those that the cover adds to the week', async () => {
    const { context, householdId, key, maya } = await graceIsSick({ pension: {} }, false);
    addTestShift(context, householdId, maya, '2026-11-25', '08:00', '14:00', { confirmed: false });
    const choice = choiceOf(coverView(context, householdId, key), maya);
    // The week is £84.00 already, and £140.00 with the cover. Employer NI: (140 − 96) × 15 % = £6.60, before nothing.
    // Pension: (140 − 120) × 3 % = £0.60, before nothing. Holiday: £16.90 (16.898) − £10.14 (10.1388) = £6.76.
    expect(choice.takers[0]!.cost).toMatchObject({ wages: 5_600, onCosts: 660 + 60 + 676 });
  });

  test('an agency charges its minimum, and costs what it charges', async () => {
    const { context, householdId, key } = await graceIsSick();
    const id = saveContact(context, householdId, { ...AGENCY, minimumMinutes: 6 * 60, noticeMinutes: 120 });
    const view = coverView(context, householdId, key);
    // Six hours at £28.50, though four are worked.
    expect(choiceOf(view, id).cost).toBe(17_100);
    expect(reasonsOf(view, id)).toEqual(['cover.too-short-notice', 'cover.minimum-charged']);
    expect(choiceOf(view, id).takers[0]!.phone).toBe('0113 496 0100');
  });

  test('money is taken from the pots in their order, and what none has left is said', async () => {
    const { context, householdId, key, maya, grace } = await graceIsSick();
    const from = isoDay('2026-11-01');
    const pot = { id: null, agreementId: null, fromDay: from, toDay: null, causes: null, paysOutside: true };
    expect(
      refusalOf(() =>
        savePots(context, householdId, [
          { ...pot, kind: 'cover-budget', name: 'x', amount: pence(1), fromDay: null },
        ]),
      ),
    ).toBe('cover-pot.from-when');
    savePots(context, householdId, [
      { ...pot, kind: 'cover-budget', name: 'Cover money', amount: pence(4_000) },
      { ...pot, kind: 'own-money', name: 'My own', amount: pence(1_000) },
    ]);
    const choice = choiceOf(coverView(context, householdId, key), maya);
    expect(choice.pots.map(({ name, amount }) => [name, amount])).toEqual([
      ['Cover money', 4_000],
      ['My own', 1_000],
    ]);
    // £62.76 − £50.00.
    expect(choice.short).toBe(1_276);
    expect(listPots(context, householdId).agreements.map((one) => one.name)).toEqual(['Leeds City Council']);
    // Once it is filled, the next cover finds the pots empty.
    fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('10:00', '14:00') }],
      how: null,
    });
    const next = addTestAbsence(context, householdId, grace, 'holiday', '2026-11-25', '2026-11-25');
    const [need] = coverList(context, householdId, next).needs;
    expect(choiceOf(coverView(context, householdId, need!.key), maya)).toMatchObject({
      pots: [],
      short: 6_276,
    });
  });

  test('a pot from before a PA had a contract is lessened by what covers cost in their own weeks', async () => {
    const { context, householdId, key, maya, grace } = await graceIsSick();
    savePots(context, householdId, [
      {
        id: null,
        agreementId: null,
        kind: 'cover-budget',
        name: 'Cover money',
        amount: pence(7_000),
        fromDay: isoDay('2026-04-06'),
        toDay: null,
        causes: null,
        paysOutside: true,
      },
    ]);
    fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('10:00', '14:00') }],
      how: null,
    });
    const next = addTestAbsence(context, householdId, grace, 'holiday', '2026-11-25', '2026-11-25');
    const [need] = coverList(context, householdId, next).needs;
    // £70.00 less £56.00 and the £6.76 of holiday on it.
    expect(choiceOf(coverView(context, householdId, need!.key), maya).pots).toMatchObject([{ amount: 724 }]);
  });

  test('where no money is named, the agreement in force pays', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    expect(choiceOf(coverView(context, householdId, key), maya).pots).toMatchObject([
      { kind: 'agreement', name: 'Leeds City Council', amount: 6_276 },
    ]);
  });
});

describe('who can', () => {
  test('whoever said no, is not free, or is not trained cannot, and it says why', async () => {
    const { context, householdId, key, maya, grace } = await graceIsSick();
    saveTrainings(context, householdId, [{ id: null, name: 'Hoist', essential: true }]);
    let view = coverView(context, householdId, key);
    expect(reasonsOf(view, maya)).toEqual(['cover.training-missing']);
    expect(reasonsOf(view, grace)).toContain('cover.is-the-one-away');
    expect(view.state.code).toBe('nobody-to-ask');
    const trained = [
      { id: null, name: 'Hoist', doneOn: isoDay('2026-01-05'), expiresOn: isoDay('2026-11-23') },
    ];
    savePersonForCover(context, householdId, maya, { ...SAID, trainings: trained });
    view = coverView(context, householdId, key);
    expect(reasonsOf(view, maya)).toEqual(['cover.training-expired']);
    savePersonForCover(context, householdId, maya, {
      ...SAID,
      trainings: [{ ...trained[0]!, expiresOn: null }],
      daysOff: [{ id: null, firstDay: isoDay(TUESDAY), lastDay: isoDay(TUESDAY), note: '' }],
    });
    view = coverView(context, householdId, key);
    expect(reasonsOf(view, maya)).toEqual(['cover.day-off']);
    savePersonForCover(context, householdId, maya, {
      ...SAID,
      trainings: [{ ...trained[0]!, expiresOn: null }],
    });
    noteAsk(context, householdId, {
      key,
      who: { kind: 'worker', id: maya },
      span: time('10:00', '14:00'),
      how: 'call',
      answer: 'no',
      offered: null,
    });
    view = coverView(context, householdId, key);
    expect(reasonsOf(view, maya)).toEqual(['cover.said-no']);
    expect(view.state.code).toBe('refused-by-all');
  });

  test('hours that somebody can work leave a part, and two parts make a pair', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    const window = { id: null, weekday: 1, endsNextDay: false, fromDay: isoDay('2026-11-02'), toDay: null };
    savePersonForCover(context, householdId, maya, {
      ...SAID,
      windows: [{ ...window, start: clockTime('08:00'), end: clockTime('12:00') }],
    });
    const dev = addTestWorker(context, householdId, {
      firstNames: 'Dev',
      lastName: 'Shah',
      startedOn: '2026-11-16',
    });
    savePersonForCover(context, householdId, dev, {
      ...SAID,
      windows: [{ ...window, start: clockTime('12:00'), end: clockTime('18:00') }],
    });
    const view = coverView(context, householdId, key);
    const [best] = view.choices;
    expect(best).toMatchObject({ kind: 'pair', standing: 'can', minutes: 240 });
    expect(best!.takers.map(({ shortName, span }) => [shortName, span.start, span.end])).toEqual([
      ['Maya', '10:00', '12:00'],
      ['Dev', '12:00', '14:00'],
    ]);
    expect(choiceOf(view, maya, 'part').minutes).toBe(120);
    // Both in one action; undone, both are gone.
    fillCover(context, householdId, {
      key,
      takers: best!.takers.map(({ kind, id, span }) => ({ who: { kind, id }, span })),
      how: 'call',
    });
    const filled = coverView(context, householdId, key);
    expect(filled.state.code).toBe('filled');
    expect(filled.coveredBy.map((one) => one.name)).toEqual(['Maya Reid', 'Dev Shah']);
    expect(filled.asks.map((one) => one.answer)).toEqual(['yes', 'yes']);
    undo(context, householdId);
    expect(coverView(context, householdId, key)).toEqual(view);
    redo(context, householdId);
    expect(coverView(context, householdId, key)).toEqual(filled);
  });

  test('too little rest is something to weigh, not a bar', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    // From 6 pm to 2 am before: 8 hours until 10 am, where the rule asks for 11.
    addTestShift(context, householdId, maya, '2026-11-23', '18:00', '02:00', {
      endsNextDay: true,
      confirmed: false,
    });
    const view = coverView(context, householdId, key);
    expect(choiceOf(view, maya).standing).toBe('with-care');
    expect(choiceOf(view, maya).takers[0]!.reasons).toContainEqual({
      code: 'cover.rest-rule',
      weight: 'weigh',
      values: expect.objectContaining({ rule: 'rest.daily', restMinutes: 480, ruleMinutes: 660 }),
    });
  });
});
