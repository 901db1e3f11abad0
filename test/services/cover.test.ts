import type { CoverContact, CoverPerson, CoverView } from '@shared/api/cover';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import type { ServiceContext } from '../../electron/services/context';
import { messageFor, noteAnswer, noteAsk, removeAsk } from '../../electron/services/cover-asks';
import { confirmOutside, fillCover, removeOutside } from '../../electron/services/cover-fill';
import {
  listContacts,
  listPots,
  personForCover,
  removeContact,
  saveContact,
  savePersonForCover,
  savePots,
  saveTrainings,
} from '../../electron/services/cover-save';
import { coverList, coverView } from '../../electron/services/cover-view';
import { payRun } from '../../electron/services/pay-run';
import { confirmHours } from '../../electron/services/rota-shifts';
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
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const TUESDAY = '2026-11-24';

function time(start: string, end: string, day = TUESDAY) {
  return { day: isoDay(day), start: clockTime(start), endDay: isoDay(day), end: clockTime(end) };
}

const SAID: CoverPerson = {
  willing: 'yes',
  ownWeeklyLimitMinutes: null,
  optedOutOf48On: null,
  premium: null,
  note: '',
  windows: [],
  daysOff: [],
  trainings: [],
};

const AGENCY: CoverContact = {
  id: null,
  kind: 'agency',
  name: 'Bright Care',
  phone: '0113 496 0100',
  hours: 'Day and night',
  minimumMinutes: 0,
  noticeMinutes: null,
  trainings: null,
  note: '',
  charges: [{ id: null, kindOfWork: null, fromDay: isoDay('2026-04-06'), toDay: null, pounds: '28.50' }],
};

type Given = {
  readonly given: TestWorkspace;
  readonly context: ServiceContext;
  readonly householdId: string;
  readonly grace: string;
  readonly maya: string;
  readonly key: string;
};

/**
 * Grace works from 10 am to 2 pm on weekdays at £13, 20 hours by contract. It is 9 am on Tuesday 24 November 2026, and
 * she has rung in sick for today. Maya, zero hours at £14, covers for others.
 */
async function graceIsSick(maya: Partial<WorkerOptions> = {}, employmentAllowance = true): Promise<Given> {
  const given = await workspaceForTest(TUESDAY);
  const { context } = given;
  const householdId = addTestHousehold(context, { employmentAllowance });
  const grace = addTestWorker(context, householdId, {
    startedOn: '2026-11-16',
    contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
  });
  const mayaId = addTestWorker(context, householdId, {
    firstNames: 'Maya',
    lastName: 'Reid',
    startedOn: '2026-11-16',
    rates: { weekday: '14.00' },
    ...maya,
  });
  addTestPattern(context, householdId, grace, '2026-11-16', [0, 1, 2, 3, 4], '10:00', '14:00');
  const absenceId = addTestAbsence(context, householdId, grace, 'sickness', TUESDAY, TUESDAY);
  const [need] = coverList(context, householdId, absenceId).needs;
  return { given, context, householdId, grace, maya: mayaId, key: need!.key };
}

function choiceOf(view: CoverView, id: string, kind = 'whole') {
  return view.choices.find((one) => one.kind === kind && one.takers.some((taker) => taker.id === id))!;
}

function reasonsOf(view: CoverView, id: string): readonly string[] {
  return choiceOf(view, id).takers[0]!.reasons.map((one) => one.code);
}

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

describe('a sick call', () => {
  test('is covered, and both are paid right: sick pay for one, hours and what was agreed on top for the other', async () => {
    const { given, context, householdId, key, maya, grace } = await graceIsSick({
      contract: { holidayMethod: 'rolled-up' },
    });
    savePersonForCover(context, householdId, maya, {
      ...SAID,
      premium: { kind: 'sum', on: 'all-cover', per: 'hour', pounds: '1.50' },
    });
    const choice = choiceOf(coverView(context, householdId, key), maya);
    // £56.00 and 4 × £1.50 = £6.00; holiday 12.07 % of £62.00 = £7.4834, £7.48. In all £69.48.
    expect(choice.takers[0]!.cost).toMatchObject({ wages: 5_600, premium: 600, onCosts: 748, total: 6_948 });
    const { keys, leftMinutes } = fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: choice.takers[0]!.span }],
      how: 'call',
    });
    expect(leftMinutes).toBe(0);
    // What is agreed later is for later covers.
    savePersonForCover(context, householdId, maya, { ...SAID, premium: null });
    given.goTo('2026-11-30');
    confirmHours(context, householdId, [{ key: keys[0]!, actual: null }]);
    const run = payRun(context, householdId, 'weekly:2026-11-23');
    const paid = (id: string) => run.lines.find((one) => one.workerId === id)!;
    expect(paid(maya).earnings.map(({ code, amount }) => [code, amount])).toEqual([
      ['hours', 5_600],
      ['cover-premium', 600],
      ['rolled-up-holiday-pay', 748],
    ]);
    // What it costs is what was shown: gross pay and the employer's own costs.
    expect(paid(maya).gross).toBe(choice.cost);
    expect(paid(grace).earnings.map(({ code, amount }) => [code, amount])).toEqual([
      ['statutory-sick-pay', 2_465],
    ]);
  });

  test('a percentage over the contract’s hours is paid for the minutes over them that were worked', async () => {
    const { given, context, householdId, key, maya } = await graceIsSick({
      contract: { hoursKind: 'fixed', weeklyMinutes: 3 * 60 },
    });
    savePersonForCover(context, householdId, maya, {
      ...SAID,
      premium: { kind: 'percent', on: 'over-contract', hundredths: 2_500 },
    });
    // One of the four hours is over the contract's three: a quarter of £14.00.
    expect(choiceOf(coverView(context, householdId, key), maya).takers[0]!.cost?.premium).toBe(350);
    const { keys } = fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('10:00', '14:00') }],
      how: null,
    });
    given.goTo('2026-11-30');
    // She stayed half an hour longer: an hour and a half is over, a quarter of £21.00.
    confirmHours(context, householdId, [
      {
        key: keys[0]!,
        actual: {
          start: clockTime('10:00'),
          end: clockTime('14:30'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: 'The bus was late',
        },
      },
    ]);
    const line = payRun(context, householdId, 'weekly:2026-11-23').lines.find(
      (one) => one.workerId === maya,
    )!;
    expect(line.earnings.map(({ code, amount }) => [code, amount])).toContainEqual(['cover-premium', 525]);
  });

  test('that is undone leaves the list of all that needs someone, not a page that is gone', async () => {
    const { context, householdId, maya } = await graceIsSick();
    const absenceId = addTestAbsence(context, householdId, maya, 'sickness', TUESDAY, TUESDAY);
    undo(context, householdId);
    const list = coverList(context, householdId, absenceId);
    expect(list.absence).toBe(null);
    expect(list.needs).toEqual(coverList(context, householdId, null).needs);
  });

  test('one who gets an open shift is on it, and undo makes it open again', async () => {
    const { context, householdId, maya } = await graceIsSick();
    const key = addTestShift(
      context,
      householdId,
      null as unknown as string,
      '2026-11-26',
      '18:00',
      '22:00',
      {
        confirmed: false,
      },
    );
    fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('18:00', '22:00', '2026-11-26') }],
      how: null,
    });
    const shiftNow = () =>
      rotaView(context, householdId, isoDay('2026-11-26'), isoDay('2026-11-26')).shifts.find(
        (one) => one.key === key,
      );
    expect(shiftNow()).toMatchObject({ workerId: maya, state: 'planned' });
    undo(context, householdId);
    expect(shiftNow()).toMatchObject({ workerId: null, state: 'needs-someone' });
  });

  test('a time that somebody has is not filled twice, nor one outside the shift', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    const takes = (start: string, end: string) => () =>
      fillCover(context, householdId, {
        key,
        takers: [{ who: { kind: 'worker', id: maya }, span: time(start, end) }],
        how: null,
      });
    expect(refusalOf(takes('09:00', '14:00'))).toBe('cover.outside-the-shift');
    expect(refusalOf(takes('10:00', '12:00'))).toBe('not refused');
    expect(refusalOf(takes('11:00', '14:00'))).toBe('cover.taken-already');
    expect(coverView(context, householdId, key).need).toEqual(time('12:00', '14:00'));
    expect(refusalOf(takes('12:00', '14:00'))).toBe('not refused');
    expect(refusalOf(takes('12:00', '14:00'))).toBe('cover.not-needed');
  });
});

describe('cover from outside', () => {
  test('counts as covered on the rota, and can be confirmed with what was charged, or taken off again', async () => {
    const { given, context, householdId, key } = await graceIsSick();
    const id = saveContact(context, householdId, AGENCY);
    fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'agency', id }, span: time('10:00', '14:00') }],
      how: 'call',
    });
    const day = rotaView(context, householdId, isoDay(TUESDAY), isoDay(TUESDAY));
    expect(day.days[0]!.shortMinutes).toBe(0);
    // Nobody else works that day: it costs what the agency charges, 4 × £28.50.
    expect(day.cost).toBe(11_400);
    expect(day.shifts.find((one) => one.key === key)?.state).toBe('off');
    const booked = coverView(context, householdId, key).coveredBy[0]!;
    // 4 × £28.50.
    expect(booked).toMatchObject({ name: 'Bright Care', charge: 11_400, confirmed: false });
    expect(refusalOf(() => removeContact(context, householdId, id))).toBe('cover-contact.used');
    given.goTo('2026-11-25');
    confirmOutside(context, householdId, booked.outsideId!, time('10:00', '13:00'), pence(8_550));
    const view = coverView(context, householdId, key);
    expect(view.coveredBy[0]).toMatchObject({ charge: 8_550, confirmed: true });
    expect(view.uncovered).toEqual([time('13:00', '14:00')]);
    expect(view.state.code).toBe('over-uncovered');
    removeOutside(context, householdId, booked.outsideId!);
    expect(coverView(context, householdId, key).uncoveredMinutes).toBe(240);
  });

  test('a contact keeps its charges, and one without cover can go', async () => {
    const { context, householdId } = await graceIsSick();
    const id = saveContact(context, householdId, AGENCY);
    const [kept] = listContacts(context, householdId);
    saveContact(context, householdId, {
      ...kept!,
      charges: [
        { ...kept!.charges[0]!, toDay: isoDay('2026-12-31') },
        { id: null, kindOfWork: 'weekend', fromDay: isoDay('2027-01-01'), toDay: null, pounds: '31.00' },
      ],
    });
    expect(listContacts(context, householdId)[0]!.charges).toMatchObject([
      { id: kept!.charges[0]!.id, toDay: '2026-12-31', pounds: '28.50' },
      { kindOfWork: 'weekend', pounds: '31.00' },
    ]);
    removeContact(context, householdId, id);
    expect(listContacts(context, householdId)).toEqual([]);
    undo(context, householdId);
    expect(listContacts(context, householdId)[0]!.charges).toHaveLength(2);
  });
});

describe('asking', () => {
  test('is noted with the answer, which can change, and be taken back', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    const ask = {
      key,
      who: { kind: 'worker' as const, id: maya },
      span: time('10:00', '14:00'),
      how: 'text' as const,
      answer: 'waiting' as const,
      offered: null,
    };
    const id = noteAsk(context, householdId, ask);
    expect(coverView(context, householdId, key).state.code).toBe('waiting');
    expect(coverList(context, householdId, null).needs[0]).toMatchObject({ waiting: ['Maya'] });
    expect(refusalOf(() => noteAsk(context, householdId, ask))).toBe('cover-ask.waiting-already');
    expect(refusalOf(() => noteAnswer(context, householdId, id, 'part', time('10:00', '14:00')))).toBe(
      'cover-ask.not-a-part',
    );
    noteAnswer(context, householdId, id, 'part', time('10:00', '12:00'));
    expect(coverView(context, householdId, key).asks[0]).toMatchObject({ offered: time('10:00', '12:00') });
    noteAnswer(context, householdId, id, 'no', null);
    expect(coverView(context, householdId, key).state.code).toBe('refused-by-all');
    removeAsk(context, householdId, id);
    expect(coverView(context, householdId, key).state.code).toBe('nobody-asked');
  });

  test('the message says when and what for, what it pays, and nothing of who is away or why', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    const { parts } = messageFor(
      context,
      householdId,
      key,
      { kind: 'worker', id: maya },
      time('10:00', '14:00'),
    );
    expect(parts.map((part) => part.code)).toEqual([
      'cover-message.hello',
      'cover-message.can-you',
      'cover-message.part-is-fine',
      'cover-message.rate',
      'cover-message.reply-to',
      'cover-message.thanks',
    ]);
    expect(JSON.stringify(parts)).not.toMatch(/Grace|Okafor|sick/i);
  });
});

test('what a PA has said comes back as it was saved, and only what changed is written', async () => {
  const { context, householdId, maya } = await graceIsSick();
  const said: CoverPerson = {
    ...SAID,
    willing: 'no',
    ownWeeklyLimitMinutes: 16 * 60,
    optedOutOf48On: isoDay('2026-11-16'),
    windows: [
      {
        id: null,
        weekday: 4,
        start: clockTime('20:00'),
        end: clockTime('08:00'),
        endsNextDay: true,
        fromDay: isoDay('2026-11-16'),
        toDay: null,
      },
    ],
    trainings: [{ id: null, name: 'Hoist', doneOn: isoDay('2026-01-05'), expiresOn: null }],
  };
  savePersonForCover(context, householdId, maya, said);
  const { person } = personForCover(context, householdId, maya);
  expect(person).toMatchObject({
    willing: 'no',
    ownWeeklyLimitMinutes: 960,
    windows: [{ weekday: 4, start: '20:00' }],
    trainings: [{ name: 'Hoist' }],
  });
  savePersonForCover(context, householdId, maya, person);
  expect(personForCover(context, householdId, maya).person).toEqual(person);
  const nothing = {
    ...person.windows[0]!,
    start: clockTime('08:00'),
    end: clockTime('08:00'),
    endsNextDay: false,
  };
  expect(
    refusalOf(() => savePersonForCover(context, householdId, maya, { ...person, windows: [nothing] })),
  ).toBe('cover-person.no-hours');
});
