import type { CoverPerson } from '@shared/api/cover';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { removeAbsence } from '../../electron/services/absences-save';
import { messageFor, noteAnswer, noteAsk, removeAsk } from '../../electron/services/cover-asks';
import { confirmOutside, fillCover, removeOutside } from '../../electron/services/cover-fill';
import {
  listContacts,
  personForCover,
  removeContact,
  saveContact,
  savePersonForCover,
} from '../../electron/services/cover-save';
import { coverList, coverView } from '../../electron/services/cover-view';
import { needCost } from '../../electron/services/need-cost';
import { payRun } from '../../electron/services/pay-run';
import { confirmHours } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { todayView } from '../../electron/services/today';
import { undo } from '../../electron/services/undo';
import { addTestAbsence, addTestShift } from '../support/workspace';
import { refusalOf } from '../support/workspace-for-test';
import { AGENCY, choiceOf, graceIsSick, SAID, TUESDAY, time } from './cover-support';

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

  test('what is paid on top is in what the week and the weeks to come cost', async () => {
    const { context, householdId, maya, grace } = await graceIsSick({
      contract: { holidayMethod: 'rolled-up' },
    });
    savePersonForCover(context, householdId, maya, {
      ...SAID,
      premium: { kind: 'sum', on: 'all-cover', per: 'hour', pounds: '1.50' },
    });
    const day = isoDay('2026-11-25');
    const absenceId = addTestAbsence(context, householdId, grace, 'sickness', day, day);
    const [need] = coverList(context, householdId, absenceId).needs;
    fillCover(context, householdId, {
      key: need!.key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('10:00', '14:00', day) }],
      how: null,
    });
    const view = rotaView(context, householdId, isoDay('2026-11-23'), isoDay('2026-11-29'));
    // 4 × £14.00 and 4 × £1.50, with holiday of 12.07 % of £62.00, £7.48.
    expect(view.people.find((one) => one.workerId === maya)?.cost).toBe(6_948);
    // From Wednesday on: Maya's £62.00, and Grace's two days of £52.00.
    expect(needCost(context, householdId).weeks[0]?.wages).toBe(16_600);
  });

  test('that is taken back once it was covered tells of the cover that nobody needs any more', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('10:00', '14:00') }],
      how: 'call',
    });
    const today = () => rotaView(context, householdId, isoDay(TUESDAY), isoDay(TUESDAY));
    expect(today().warnings).toEqual([]);
    removeAbsence(context, householdId, today().absences[0]!.id);
    expect(today().warnings).toEqual([
      { code: 'rota.cover-not-needed', values: { name: 'Maya', other: 'Grace', day: TUESDAY } },
    ]);
  });

  test('of the one who covers opens the shift again, and their yes counts for nothing any more', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: time('10:00', '14:00') }],
      how: 'call',
    });
    addTestAbsence(context, householdId, maya, 'sickness', TUESDAY, TUESDAY);
    const [need] = coverList(context, householdId, null).needs;
    expect(need).toMatchObject({ key, uncoveredMinutes: 240, saidYes: [] });
    expect(coverView(context, householdId, key).state.code).toBe('nobody-to-ask');
  });

  test('of which somebody offers a part is filled for that part alone, and the rest is nothing for them', async () => {
    const { context, householdId, key, maya } = await graceIsSick();
    const part = time('10:00', '12:00');
    noteAsk(context, householdId, {
      key,
      who: { kind: 'worker', id: maya },
      span: time('10:00', '14:00'),
      how: 'call',
      answer: 'part',
      offered: part,
    });
    const offered = coverView(context, householdId, key);
    expect(offered.state.code).toBe('said-yes');
    expect(choiceOf(offered, maya).standing).toBe('cannot');
    // Two hours at £14.00 and 12.07 % of it, £3.38.
    expect(choiceOf(offered, maya, 'part')).toMatchObject({ cost: 3_138, takers: [{ span: part }] });
    fillCover(context, householdId, {
      key,
      takers: [{ who: { kind: 'worker', id: maya }, span: part }],
      how: null,
    });
    const left = coverView(context, householdId, key);
    expect(left.need).toEqual(time('12:00', '14:00'));
    expect(left.choices.filter((one) => one.standing !== 'cannot')).toEqual([]);
    expect(left.state.code).toBe('nobody-to-ask');
    // Today tells the two hours that are left, not all four.
    const gaps = todayView(context, householdId).needs.filter((one) => one.code === 'gap');
    expect(gaps.map((one) => [one.values['day'], one.values['start'], one.values['end']])).toEqual([
      [TUESDAY, '12:00', '14:00'],
    ]);
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
