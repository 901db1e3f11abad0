import type { NeedHours } from '@shared/api/need';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { removeAgreement, saveAgreement } from '../../electron/services/household-agreements';
import { getHousehold } from '../../electron/services/household-record';
import { saveEmployer } from '../../electron/services/household-save';
import { moneyOverview } from '../../electron/services/money-overview';
import { needBalances, needCost } from '../../electron/services/need-cost';
import { needPlan, removeNeed, saveNeed } from '../../electron/services/need-plan';
import { needRules } from '../../electron/services/need-rules';
import { needView } from '../../electron/services/need-view';
import { rotaView } from '../../electron/services/rota-view';
import { undo } from '../../electron/services/undo';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const MONDAY = isoDay('2026-11-23');
const SUNDAY = isoDay('2026-11-29');

type Given = { context: TestWorkspace['context']; householdId: string; agreementId: string; grace: string };

/** A household whose agreement names 40 hours a week and pays £2,400 every four weeks; Grace at £13.00 an hour. */
async function household(today = '2026-11-22'): Promise<Given> {
  const { context } = await workspaceForTest(today);
  const householdId = addTestHousehold(context);
  const grace = addTestWorker(context, householdId, { startedOn: '2026-01-05' });
  const agreementId = getHousehold(context, householdId).agreements[0]!.id!;
  return { context, householdId, agreementId, grace };
}

function atATime({ agreementId }: Given, part: Partial<NeedHours> = {}): NeedHours {
  return {
    agreementId,
    kind: 'at-a-time',
    from: isoDay('2026-04-06'),
    to: null,
    weekdays: [0, 1, 2, 3, 4],
    minutes: 0,
    sleepIns: 0,
    start: clockTime('07:00'),
    end: clockTime('10:00'),
    endsNextDay: false,
    people: 1,
    sleepIn: false,
    what: 'Getting up',
    ...part,
  };
}

const anyTime = (given: Given, minutes: number, part: Partial<NeedHours> = {}): NeedHours =>
  atATime(given, { kind: 'any-time', weekdays: [], minutes, start: null, end: null, people: 1, ...part });

const save = (
  { context, householdId }: Given,
  hours: NeedHours,
  ids: string[] = [],
  confirmed: string[] = [],
) => saveNeed(context, householdId, ids, hours, confirmed);

const week = ({ context, householdId }: Given) => needView(context, householdId, MONDAY, SUNDAY);

describe('what the plan pays for', () => {
  test('an agreement without lines counts with the hours a week it names', async () => {
    const given = await household();
    addTestPattern(
      given.context,
      given.householdId,
      given.grace,
      '2026-11-23',
      [0, 1, 2, 3],
      '09:00',
      '17:00',
    );
    const view = week(given);
    // Four days of 8 h are 32 h; the agreement names 40 h.
    expect(view.whole).toMatchObject({ staffedMinutes: 32 * 60, shortMinutes: 8 * 60, overMinutes: 0 });
    expect(view.whole.plan).toMatchObject({ minutes: 40 * 60, timedMinutes: 0 });
    expect(view.agreements).toMatchObject([{ name: 'Leeds City Council', minutes: 2400, weeklyOnly: true }]);
    expect(view.gaps).toEqual([]);
  });

  test('lines count instead of the weekly hours from the day they begin, and the weekly hours before', async () => {
    const given = await household();
    // 3 h on each of five days: 15 h a week from Monday 23 November.
    save(given, atATime(given, { from: MONDAY }));
    const { context, householdId } = given;
    expect(week(given).whole.plan?.minutes).toBe(15 * 60);
    const before = needView(context, householdId, isoDay('2026-11-16'), isoDay('2026-11-22'));
    expect(before.whole.plan?.minutes).toBe(40 * 60);
  });

  test('days of one line are one entry, which is changed as a whole and undone as a whole', async () => {
    const given = await household();
    const { context, householdId } = given;
    save(given, atATime(given));
    const entriesNow = () => needPlan(context, householdId).agreements[0]!.entries;
    expect(entriesNow()).toMatchObject([{ weekdays: [0, 1, 2, 3, 4], start: '07:00', end: '10:00' }]);
    const [entry] = entriesNow();
    // Monday to Wednesday, and Saturday instead of Thursday and Friday, with two people: 4 × 2 × 3 h are 24 h.
    save(given, atATime(given, { weekdays: [0, 1, 2, 5], people: 2 }), entry!.ids);
    expect(entriesNow()).toMatchObject([{ weekdays: [0, 1, 2, 5], people: 2 }]);
    expect(needPlan(context, householdId).agreements[0]!.week).toMatchObject({ minutes: 24 * 60 });
    undo(context, householdId);
    expect(entriesNow()).toMatchObject([{ weekdays: [0, 1, 2, 3, 4], people: 1 }]);
    removeNeed(context, householdId, entriesNow()[0]!.ids);
    expect(entriesNow()).toEqual([]);
    expect(needPlan(context, householdId).agreements[0]!.week).toBeNull();
  });

  test('hours of all seven days are one line; sleep-ins count as nights', async () => {
    const given = await household();
    const night = { start: clockTime('22:00'), end: clockTime('07:00'), endsNextDay: true, sleepIn: true };
    save(given, atATime(given, { weekdays: [0, 1, 2, 3, 4, 5, 6], ...night }));
    const [agreement] = needPlan(given.context, given.householdId).agreements;
    expect(agreement!.entries[0]!.ids).toHaveLength(1);
    expect(agreement!.entries[0]!.weekdays).toHaveLength(7);
    expect(agreement!.week).toMatchObject({ minutes: 0, sleepIns: 7 });
  });

  test('taking an agreement away takes its lines too', async () => {
    const given = await household();
    save(given, atATime(given));
    removeAgreement(given.context, given.householdId, given.agreementId);
    expect(needPlan(given.context, given.householdId).agreements).toEqual([]);
    expect(week(given)).toMatchObject({ hasAgreement: false, whole: { plan: null } });
  });
});

describe('hours that can not be, or are asked about', () => {
  test('an end before the start is asked about; 30 hours of one person are refused', async () => {
    const given = await household();
    const times = { start: clockTime('22:00'), end: clockTime('07:00') };
    expect(refusalOf(() => save(given, atATime(given, times)))).toBe('need.ends-next-day');
    const long = { start: clockTime('07:00'), end: clockTime('13:00'), endsNextDay: true };
    expect(refusalOf(() => save(given, atATime(given, long)))).toBe('need.too-long');
    const day = { kind: 'on-a-day' as const, start: null, end: null, weekdays: [0], minutes: 30 * 60 };
    expect(refusalOf(() => save(given, atATime(given, day)))).toBe('need.more-than-a-day');
    save(given, atATime(given, day), [], ['need.more-than-a-day']);
    expect(refusalOf(() => save(given, anyTime(given, 700 * 60)))).toBe('need.more-than-there-are');
    expect(refusalOf(() => save(given, anyTime(given, 200 * 60)))).toBe('need.more-than-a-week');
    expect(refusalOf(() => save(given, anyTime(given, 0)))).toBe('need.no-hours');
  });

  test('the same hours twice are refused; hours that overlap are asked about', async () => {
    const given = await household();
    save(given, atATime(given));
    expect(refusalOf(() => save(given, atATime(given, { weekdays: [2] })))).toBe('need.twice');
    const later = atATime(given, { start: clockTime('09:00'), end: clockTime('12:00') });
    expect(refusalOf(() => save(given, later))).toBe('need.overlaps');
    save(given, later, [], ['need.overlaps']);
    save(given, anyTime(given, 120));
    expect(refusalOf(() => save(given, anyTime(given, 120)))).toBe('need.again');
  });

  test('people, days and the days of the agreement are checked', async () => {
    const given = await household();
    const { context, householdId } = given;
    expect(refusalOf(() => save(given, atATime(given, { people: 12 })))).toBe('need.people');
    expect(refusalOf(() => save(given, atATime(given, { weekdays: [] })))).toBe('need.no-days');
    const backwards = { from: SUNDAY, to: MONDAY };
    expect(refusalOf(() => save(given, atATime(given, backwards)))).toBe('need.ends-before-it-starts');
    const early = { from: isoDay('2024-01-01') };
    expect(refusalOf(() => save(given, atATime(given, early)))).toBe('need.before-agreement');
    const [agreement] = getHousehold(context, householdId).agreements;
    saveAgreement(context, householdId, { ...agreement!, endsOn: isoDay('2026-10-31') });
    expect(refusalOf(() => save(given, atATime(given, { from: MONDAY })))).toBe('need.after-agreement');
    expect(refusalOf(() => save(given, atATime(given, { to: MONDAY })))).toBe('need.after-agreement');
  });

  test('lines of another household are not found, and a window of two years is refused', async () => {
    const given = await household();
    const { context, householdId } = given;
    save(given, atATime(given));
    const other = addTestHousehold(context, { name: 'Another' });
    const [entry] = needPlan(context, householdId).agreements[0]!.entries;
    expect(refusalOf(() => removeNeed(context, other, entry!.ids))).toBe('not-found');
    expect(refusalOf(() => save({ ...given, householdId: other }, atATime(given)))).toBe('not-found');
    expect(refusalOf(() => needView(context, householdId, MONDAY, isoDay('2028-11-23')))).toBe(
      'need.window-too-long',
    );
  });
});

describe('the plan against the rota', () => {
  test('a second person whom nobody was planned for is missing at that time', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    save(given, atATime(given, { people: 2 }));
    addTestPattern(context, householdId, grace, '2026-11-23', [0, 1, 2, 3, 4], '07:00', '10:00');
    const view = week(given);
    // Wanted: 5 × 3 h × 2 people = 30 h. There: 15 h. Missing: one person for 3 h on five days.
    expect(view.whole).toMatchObject({
      staffedMinutes: 900,
      shortMinutes: 900,
      plan: { timedMinutes: 1800 },
    });
    expect(view.gaps).toHaveLength(5);
    expect(view.gaps[0]).toMatchObject({
      day: '2026-11-23',
      start: '07:00',
      end: '10:00',
      minutes: 180,
      people: 1,
      inPlan: true,
      reason: 'nobody-planned',
      shiftKey: null,
    });
    expect(view.days[0]).toMatchObject({
      wanted: [{ fromMinute: 420, toMinute: 600, people: 2 }],
      coming: [{ fromMinute: 420, toMinute: 600, people: 1 }],
      missing: [{ fromMinute: 420, toMinute: 600, people: 1 }],
    });
    expect(view.lostToCome.minutes).toBe(900);
  });

  test('a PA who is ill leaves a gap that names the shift to cover, and why', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    save(given, atATime(given));
    addTestPattern(context, householdId, grace, '2026-11-23', [0, 1, 2, 3, 4], '07:00', '10:00');
    addTestAbsence(context, householdId, grace, 'sickness', '2026-11-24', '2026-11-24');
    const [gap, ...more] = week(given).gaps;
    expect(more).toEqual([]);
    expect(gap).toMatchObject({
      day: '2026-11-24',
      reason: 'absence',
      absenceKind: 'sickness',
      name: 'Grace',
    });
    const shifts = rotaView(context, householdId, MONDAY, SUNDAY).shifts;
    expect(shifts.find((shift) => shift.key === gap!.shiftKey)?.day).toBe('2026-11-24');
  });

  test('with hours at any time, a shift that nobody works is a gap beside the plan', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    addTestPattern(context, householdId, grace, '2026-11-23', [0], '09:00', '12:00');
    addTestAbsence(context, householdId, grace, 'holiday', '2026-11-23', '2026-11-23');
    const view = week(given);
    expect(view.gaps).toMatchObject([{ day: '2026-11-23', inPlan: false, minutes: 180, reason: 'absence' }]);
    expect(view.whole.lost).toMatchObject({
      minutes: 180,
      reasons: [{ absenceKind: 'holiday', minutes: 180 }],
    });
  });

  test('two at once where one is wanted, and somebody where nobody is, are told of with their names', async () => {
    const given = await household();
    const { context, householdId, grace } = given;
    const dev = addTestWorker(context, householdId, { firstNames: 'Dev', startedOn: '2026-01-05' });
    save(given, atATime(given, { weekdays: [0] }));
    addTestShift(context, householdId, grace, '2026-11-23', '07:00', '11:00', { confirmed: false });
    addTestShift(context, householdId, dev, '2026-11-23', '09:00', '10:00', { confirmed: false });
    // One is wanted from 7 to 10. From 9 to 10 there are two; from 10 to 11 one is there whom nobody asked for.
    expect(week(given).more).toMatchObject([
      { code: 'doubling', start: '09:00', end: '10:00', minutes: 60, extraPeople: 1, neededPeople: 1 },
      { code: 'outside-plan', start: '10:00', end: '11:00', minutes: 60, names: ['Grace'] },
    ]);
    expect(week(given).more[0]!.names.toSorted()).toEqual(['Dev', 'Grace']);
  });

  test('the rota itself counts the plan by its lines', async () => {
    const given = await household();
    save(given, atATime(given));
    const { context, householdId } = given;
    expect(rotaView(context, householdId, MONDAY, SUNDAY).planMinutes).toBe(15 * 60);
  });
});

describe('what it costs to the end of the agreement', () => {
  async function fullWeeks(amount: number, endsOn: string | null): Promise<Given> {
    const given = await household('2026-11-22');
    const { context, householdId, grace } = given;
    const [agreement] = getHousehold(context, householdId).agreements;
    const end = endsOn === null ? null : isoDay(endsOn);
    saveAgreement(context, householdId, { ...agreement!, amount: pence(amount), endsOn: end });
    addTestPattern(context, householdId, grace, '2026-11-23', [0, 1, 2, 3, 4], '09:00', '17:00');
    return given;
  }

  test('each week has wages, what goes on top, what is paid and what is left so far', async () => {
    const { context, householdId } = await fullWeeks(240_000, '2026-12-20');
    const cost = needCost(context, householdId);
    expect([cost.from, cost.to, cost.weeks.length]).toEqual(['2026-11-23', '2026-12-20', 4]);
    // 40 h × £13.00 = £520.00; holiday 12.07 % of it = £62.76; no NI with Employment Allowance, no pension: £582.76.
    // £2,400.00 every 28 days is £600.00 a week: £17.24 is left each week.
    expect(cost.weeks[0]).toMatchObject({
      wages: 52_000,
      onCosts: 6_276,
      parts: { insurance: 0, pension: 0, holiday: 6_276 },
      cost: 58_276,
      pays: 60_000,
      left: 1_724,
      leftSoFar: 1_724,
      complete: true,
    });
    expect(cost.weeks.map((week) => week.leftSoFar)).toEqual([1_724, 3_448, 5_172, 6_896]);
    expect(cost.ends).toMatchObject([{ name: 'Leeds City Council', endsOn: '2026-12-20', left: 6_896 }]);
    expect(cost.firstOver).toBeNull();
  });

  test('who starts in the middle of a week builds up holiday from that week on', async () => {
    const given = await household();
    const maya = addTestWorker(given.context, given.householdId, {
      firstNames: 'Maya',
      startedOn: '2026-12-02',
    });
    for (const day of ['2026-12-02', '2026-12-09'])
      addTestShift(given.context, given.householdId, maya, day, '09:00', '19:00', { confirmed: false });
    // 10 h at £13.00 is £130.00 in each; 12.07 % of it is £15.69.
    expect(
      needCost(given.context, given.householdId)
        .weeks.filter((week) => week.wages > 0)
        .map((week) => [week.monday, week.wages, week.onCosts]),
    ).toEqual([
      ['2026-11-30', 13_000, 1_569],
      ['2026-12-07', 13_000, 1_569],
    ]);
  });

  test('what there is to spend begins as on Money and moves by payments and cost', async () => {
    const { context, householdId } = await fullWeeks(240_000, '2026-12-20');
    const found = needBalances(context, householdId);
    expect(found.start).toBe(moneyOverview(context, householdId).reallyYours);
    const [first, second] = needCost(context, householdId).weeks;
    // £2,400.00 comes every 28 days from 7 April 2025: on 16 November and on 14 December 2026.
    expect([first!.paidIn, second!.paidIn]).toEqual([0, 0]);
    expect(found.weeks[1]!.balance).toBe(found.start - 2 * 58_276);
    expect(found.weeks[3]!.balance).toBe(found.start - 4 * 58_276 + 240_000);
    // Nothing was ever paid in here: the money is out at once.
    expect(found.runsOut?.monday).toBe('2026-11-23');
  });

  test('the first week that is over is named, with how much', async () => {
    const { context, householdId } = await fullWeeks(230_000, '2026-12-20');
    // £575.00 a week: £7.76 over from the first week on.
    expect(needCost(context, householdId).firstOver).toEqual({ monday: '2026-11-23', over: 776 });
  });

  test('without an end it goes a year ahead; holiday needs no rates of a tax year', async () => {
    const { context, householdId } = await fullWeeks(240_000, null);
    const cost = needCost(context, householdId);
    expect([cost.to, cost.weeks.length, cost.ratesUnknownFrom]).toEqual(['2027-11-21', 52, null]);
    expect(cost.weeks.at(-1)).toMatchObject({ cost: 58_276, complete: true });
  });

  test('National Insurance is in it, and it says from when its rates are not known', async () => {
    const { context, householdId } = await fullWeeks(240_000, null);
    const { employer } = getHousehold(context, householdId);
    saveEmployer(context, householdId, { ...employer!, employmentAllowance: false });
    const cost = needCost(context, householdId);
    // 15 % of what is above £96.00 a week: (£520.00 − £96.00) × 15 % = £63.60.
    expect(cost.weeks[0]).toMatchObject({ parts: { insurance: 6_360 }, onCosts: 12_636 });
    expect([cost.to, cost.weeks.length, cost.ratesUnknownFrom]).toEqual(['2027-11-21', 52, '2027-04-06']);
    const unknown = cost.weeks.filter((week) => !week.complete);
    // The week of Monday 5 April has the change in it.
    expect(unknown[0]?.monday).toBe('2027-04-05');
    expect(cost.whole.complete).toBe(false);
  });
});

describe('rules of work', () => {
  test('a short night is told of with the regulation it comes from', async () => {
    const { context, householdId, grace } = await household();
    addTestShift(context, householdId, grace, '2026-11-23', '14:00', '23:00', { confirmed: false });
    addTestShift(context, householdId, grace, '2026-11-24', '07:00', '12:00', { confirmed: false });
    const [person] = needRules(context, householdId, MONDAY, SUNDAY).people;
    const rest = person!.warnings.find((warning) => warning.code === 'rest.daily');
    // 11 pm to 7 am are 8 hours; the rule is 11.
    expect(rest).toMatchObject({
      severity: 'warn',
      days: ['2026-11-24'],
      details: { restMinutes: 480, ruleMinutes: 660 },
      source: { part: '11 hours of rest a day (reg 10(1))' },
    });
    expect(rotaView(context, householdId, MONDAY, SUNDAY).warnings.map((one) => one.code)).toContain(
      'rota.rest.daily',
    );
  });

  test('a PA’s own limit and their word on more than 48 hours are kept to', async () => {
    const { context, householdId, grace } = await household();
    addTestPattern(context, householdId, grace, '2026-07-06', [0, 1, 2, 3, 4], '08:00', '18:00');
    const codes = () =>
      needRules(context, householdId, MONDAY, SUNDAY).people[0]!.warnings.map((warning) => warning.code);
    // 50 h in each week since July: over 48 on average.
    expect(codes()).toContain('hours.weekly-average');
    expect(codes()).not.toContain('hours.own-limit');
    context.workspace.database.act({ name: 'test', householdId }, (write) =>
      write.insert('worker_cover', {
        id: 'said',
        household_id: householdId,
        worker_id: grace,
        willing: 'yes',
        own_weekly_limit_minutes: 45 * 60,
        opted_out_of_48_on: isoDay('2026-07-01'),
        premium_json: null,
        note: '',
      }),
    );
    expect(codes()).not.toContain('hours.weekly-average');
    expect(codes()).toContain('hours.own-limit');
  });
});
