import type { HolidayRequestInput } from '@shared/api/absences';
import type { Nation } from '@shared/api/household';
import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { addFitNote, removeFitNote } from '../../electron/services/absences-fit-notes';
import { holidayStandings } from '../../electron/services/absences-holiday';
import { listLates, previewLate, removeLate, saveLate } from '../../electron/services/absences-late';
import { listAbsences } from '../../electron/services/absences-list';
import { absenceDuties, absenceNeeds } from '../../electron/services/absences-needs';
import { lookAtAbsence, previewAbsence } from '../../electron/services/absences-preview';
import {
  answerRequest,
  listRequests,
  saveRequest,
  viewRequest,
} from '../../electron/services/absences-requests';
import { endAbsence, removeAbsence, saveAbsence } from '../../electron/services/absences-save';
import type { ServiceContext } from '../../electron/services/context';
import { getHousehold } from '../../electron/services/household-record';
import { saveDetails } from '../../electron/services/household-save';
import { saveCarried } from '../../electron/services/orders-carried';
import { payRun } from '../../electron/services/pay-run';
import { unconfirm } from '../../electron/services/rota-shifts';
import { rotaView } from '../../electron/services/rota-view';
import { redo, undo } from '../../electron/services/undo';
import { addTestHousehold, addTestPattern, addTestShift, addTestWorker } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const ask = (workerId: string, firstDay: string, lastDay: string, askedOn: string): HolidayRequestInput => ({
  id: null,
  workerId,
  firstDay: isoDay(firstDay),
  lastDay: isoDay(lastDay),
  askedOn: isoDay(askedOn),
  note: '',
});

const away = (
  workerId: string,
  kind: 'sickness' | 'holiday' | 'unpaid',
  firstDay: string,
  lastDay: string | null,
) => ({
  id: null,
  workerId,
  kind,
  firstDay: isoDay(firstDay),
  lastDay: lastDay === null ? null : isoDay(lastDay),
  holidayMinutes: null,
  note: '',
});

/** A PA with 20 fixed hours, Monday to Friday from 9 to 1, since April 2025. */
function fixedWorker(context: ServiceContext, householdId: string, firstNames = 'Grace'): string {
  const worker = addTestWorker(context, householdId, {
    firstNames,
    startedOn: '2025-04-07',
    contract: { hoursKind: 'fixed', weeklyMinutes: 20 * 60 },
  });
  addTestPattern(context, householdId, worker, '2026-04-06', [0, 1, 2, 3, 4], '09:00', '13:00');
  return worker;
}

function moveTo(context: ServiceContext, householdId: string, nation: Nation): void {
  saveDetails(context, householdId, { ...getHousehold(context, householdId).details, nation });
}

const codes = (view: { problems: readonly { code: string }[] }) => view.problems.map((one) => one.code);

describe('a request for holiday', () => {
  test('says notice, the last day to refuse, what it takes and what is left', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const id = saveRequest(context, householdId, ask(grace, '2026-06-08', '2026-06-12', '2026-05-06'));
    // Five working days: 2 × 5 + 1 = 11 days of notice, 33 given. Refused 5 + 1 days before 8 June: by 2 June.
    // A leave year from 1 April: 5.6 × 20 h = 112 h; the week takes 20 h.
    expect(viewRequest(context, householdId, id)).toMatchObject({
      noticeNeededDays: 11,
      noticeGivenDays: 33,
      refuseBy: '2026-06-02',
      mayStillBeRefused: true,
      takesMinutes: 1_200,
      leftMinutes: 6_720,
      leftAfterMinutes: 5_520,
      shifts: 5,
    });
    expect(codes(viewRequest(context, householdId, id))).toEqual(['holiday.need-uncovered']);
    // Looking left nothing behind.
    expect(listAbsences(context, householdId, { workerId: null, kind: null })).toEqual([]);
  });

  test('that is agreed is time away, and one undo takes both back', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const id = saveRequest(context, householdId, ask(grace, '2026-06-08', '2026-06-12', '2026-05-06'));
    const absenceId = answerRequest(context, householdId, id, 'agreed', isoDay('2026-05-06'));
    expect(listAbsences(context, householdId, { workerId: grace, kind: 'holiday' })).toMatchObject([
      { id: absenceId, firstDay: '2026-06-08', lastDay: '2026-06-12', when: 'coming', uncovered: 5 },
    ]);
    expect(viewRequest(context, householdId, id)).toMatchObject({
      takesMinutes: 1_200,
      leftAfterMinutes: 5_520,
    });
    undo(context, householdId);
    expect(listRequests(context, householdId)).toMatchObject([{ answer: 'asked', absenceId: null }]);
    expect(listAbsences(context, householdId, { workerId: null, kind: null })).toEqual([]);
    redo(context, householdId);
    expect(listRequests(context, householdId)).toMatchObject([{ answer: 'agreed', absenceId }]);
    expect(refusalOf(() => answerRequest(context, householdId, id, 'refused', isoDay('2026-05-06')))).toBe(
      'holiday.answered-already',
    );
    // Time away that goes leaves the request as taken back.
    removeAbsence(context, householdId, String(absenceId));
    expect(listRequests(context, householdId)).toMatchObject([{ answer: 'taken-back', absenceId: null }]);
  });

  test('that is refused too late is told so, and kept as refused all the same', async () => {
    const { context } = await workspaceForTest('2026-06-03');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const id = saveRequest(context, householdId, ask(grace, '2026-06-08', '2026-06-12', '2026-06-01'));
    const view = viewRequest(context, householdId, id);
    expect(view.mayStillBeRefused).toBe(false);
    // Seven days of notice were given, eleven are asked for.
    expect(codes(view)).toEqual(['holiday.notice-short', 'holiday.refusal-late', 'holiday.need-uncovered']);
    expect(answerRequest(context, householdId, id, 'refused', isoDay('2026-06-03'))).toBeNull();
    expect(listRequests(context, householdId)).toMatchObject([
      { answer: 'refused', answeredOn: '2026-06-03' },
    ]);
  });

  test('names another PA who is away then, and one who has asked, by name and without why', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const dev = fixedWorker(context, householdId, 'Dev');
    const maya = fixedWorker(context, householdId, 'Maya');
    saveAbsence(context, householdId, away(dev, 'sickness', '2026-06-12', null));
    saveRequest(context, householdId, ask(maya, '2026-06-11', '2026-06-15', '2026-05-04'));
    const id = saveRequest(context, householdId, ask(grace, '2026-06-08', '2026-06-12', '2026-05-06'));
    const { problems } = viewRequest(context, householdId, id);
    expect(problems.slice(0, 2)).toMatchObject([
      { code: 'holiday.other-away', values: { name: 'Dev', firstDay: '2026-06-12', lastDay: '' } },
      { code: 'holiday.other-asked', values: { name: 'Maya', askedOn: '2026-05-04' } },
    ]);
    expect(JSON.stringify(problems)).not.toContain('sickness');
  });

  test.each([
    ['england', '2026-08-31'],
    ['scotland', '2026-11-30'],
    ['northern-ireland', '2026-07-13'],
  ] as const)('in %s names the bank holiday of %s, and only there', async (nation, day) => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const id = saveRequest(context, householdId, ask(grace, day, day, '2026-05-06'));
    moveTo(context, householdId, nation);
    expect(viewRequest(context, householdId, id).bankHolidays).toMatchObject([{ day, worksThen: true }]);
    moveTo(context, householdId, nation === 'scotland' ? 'wales' : 'scotland');
    expect(viewRequest(context, householdId, id).bankHolidays).toEqual([]);
  });

  test('over their own time away says so: booked days stop it, sickness without an end gives way', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    saveAbsence(context, householdId, away(grace, 'holiday', '2026-06-10', '2026-06-10'));
    saveAbsence(context, householdId, away(grace, 'sickness', '2026-05-06', '2026-05-07'));
    const over = saveRequest(context, householdId, ask(grace, '2026-06-08', '2026-06-12', '2026-05-06'));
    expect(viewRequest(context, householdId, over).problems[0]).toMatchObject({
      code: 'absence.same-kind-there',
      severity: 'refuse',
    });
    expect(refusalOf(() => answerRequest(context, householdId, over, 'agreed', isoDay('2026-05-06')))).toBe(
      'absence.same-kind-there',
    );
    const sick = fixedWorker(context, householdId, 'Dev');
    saveAbsence(context, householdId, away(sick, 'sickness', '2026-05-06', null));
    const later = saveRequest(context, householdId, ask(sick, '2026-06-08', '2026-06-12', '2026-05-06'));
    expect(viewRequest(context, householdId, later)).toMatchObject({
      takesMinutes: 1_200,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'absence.open-sickness-ends' })]),
    });
    answerRequest(context, householdId, later, 'agreed', isoDay('2026-05-06'));
    expect(listAbsences(context, householdId, { workerId: sick, kind: 'sickness' })).toMatchObject([
      { lastDay: '2026-06-07' },
    ]);
  });

  test('is refused outside of the job, turned round, of more than a year, and asked tomorrow', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const refused = (firstDay: string, lastDay: string, askedOn = '2026-05-06') =>
      refusalOf(() => saveRequest(context, householdId, ask(grace, firstDay, lastDay, askedOn)));
    expect(refused('2025-04-06', '2025-04-08')).toBe('absence.before-first-day');
    expect(refused('2026-06-12', '2026-06-08')).toBe('holiday.ends-before-it-starts');
    expect(refused('2026-06-08', '2027-07-12')).toBe('holiday.too-long');
    expect(refused('2026-06-08', '2026-06-12', '2026-05-07')).toBe('holiday.asked-later');
    expect(listRequests(context, householdId)).toEqual([]);
  });
});

describe('how holiday stands', () => {
  test('of hours that vary it is built up from the hours of each pay period', async () => {
    const { context } = await workspaceForTest('2026-06-01');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-05-04' });
    // 10 h in each of four weeks: 12.07 % is 1.207 h, which is 1 h each.
    for (const monday of ['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25'])
      addTestShift(context, householdId, grace, monday, '08:00', '18:00');
    addTestShift(context, householdId, grace, '2026-06-09', '08:00', '10:00', { confirmed: false });
    saveAbsence(context, householdId, away(grace, 'holiday', '2026-06-09', '2026-06-09'));
    expect(holidayStandings(context, householdId)).toMatchObject([
      { name: 'Grace Okafor', method: 'accrual', accruedMinutes: 240, bookedMinutes: 120, leftMinutes: 120 },
    ]);
  });

  test('what was brought over is used first, and says until when the rest can be taken', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    saveCarried(context, householdId, grace, null, {
      leaveYearFrom: isoDay('2026-04-01'),
      minutes: 600,
      reason: 'agreed',
      useBy: null,
    });
    saveAbsence(context, householdId, away(grace, 'holiday', '2026-04-20', '2026-04-20'));
    // 10 h brought over, 4 h of them taken; 112 h of this year are untouched.
    expect(holidayStandings(context, householdId)).toMatchObject([
      { carried: [{ leftMinutes: 360, useBy: '2027-03-31' }], leftMinutes: 6_720 + 360 },
    ]);
  });

  test('that piles up before the year ends is told while there is time, and when there is not enough', async () => {
    const given = await workspaceForTest('2026-12-01');
    const { context } = given;
    const householdId = addTestHousehold(context);
    fixedWorker(context, householdId);
    const untaken = () => holidayStandings(context, householdId)[0]?.untaken;
    // 5.6 weeks left of 17 full weeks to 31 March.
    expect(untaken()).toMatchObject({
      code: 'holiday.piles-up',
      severity: 'warn',
      values: { weeksLeft: 17 },
    });
    given.goTo('2027-03-08');
    // 24 days are three full weeks.
    expect(untaken()).toMatchObject({ code: 'holiday.cannot-all-be-taken', values: { weeksLeft: 3 } });
    given.goTo('2026-05-06');
    expect(untaken()).toBeNull();
  });
});

describe('sickness and its fit notes', () => {
  test('a note is needed from the eighth day, covers its days, and ends with the sickness', async () => {
    const { context } = await workspaceForTest('2026-05-20');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const { id } = saveAbsence(context, householdId, away(grace, 'sickness', '2026-05-06', null));
    const problems = () =>
      listAbsences(context, householdId, { workerId: null, kind: null })[0]?.fitNoteProblems.map(
        (one) => one.code,
      );
    expect(problems()).toEqual(['fit-note.needed']);
    const note = (fromDay: string, toDay: string) =>
      addFitNote(context, householdId, {
        absenceId: id,
        fromDay: isoDay(fromDay),
        toDay: isoDay(toDay),
        says: 'not-fit',
        seenOn: isoDay('2026-05-20'),
      });
    expect(refusalOf(() => note('2026-05-20', '2026-05-13'))).toBe('fit-note.ends-before-it-starts');
    expect(refusalOf(() => note('2026-04-01', '2026-04-10'))).toBe('fit-note.outside-absence');
    const noteId = note('2026-05-13', '2026-05-26');
    expect(problems()).toEqual(['fit-note.runs-out']);
    // Back on Monday 25 May: the last day away is the day before.
    expect(refusalOf(() => endAbsence(context, householdId, id, isoDay('2026-05-06')))).toBe(
      'absence.back-before-away',
    );
    endAbsence(context, householdId, id, isoDay('2026-05-25'));
    expect(listAbsences(context, householdId, { workerId: null, kind: null })).toMatchObject([
      { lastDay: '2026-05-24', fitNotes: [{ id: noteId }] },
    ]);
    removeFitNote(context, householdId, noteId);
    expect(problems()).toEqual(['fit-note.needed']);
    undo(context, householdId);
    // Time away that goes takes its notes along, and undo brings both back.
    removeAbsence(context, householdId, id);
    undo(context, householdId);
    expect(listAbsences(context, householdId, { workerId: null, kind: null })).toMatchObject([
      { id, fitNotes: [{ id: noteId }] },
    ]);
  });
});

describe('what about time away needs the person', () => {
  test('a request that waits, a note that is missing, then one that runs out in three days', async () => {
    const given = await workspaceForTest('2026-05-20');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    const dev = fixedWorker(context, householdId, 'Dev');
    const requestId = saveRequest(context, householdId, ask(dev, '2026-06-08', '2026-06-12', '2026-05-19'));
    const { id } = saveAbsence(context, householdId, away(grace, 'sickness', '2026-05-06', null));
    const needs = () =>
      absenceNeeds(context, householdId).map(({ code, by, values }) => [code, by, values['name']]);
    // The five days can be refused until six days before 8 June.
    const request = ['holiday-asked', '2026-06-02', 'Dev'];
    expect(needs()).toEqual([['fit-note-needed', null, 'Grace'], request]);
    addFitNote(context, householdId, {
      absenceId: id,
      fromDay: isoDay('2026-05-13'),
      toDay: isoDay('2026-05-26'),
      says: 'not-fit',
      seenOn: isoDay('2026-05-20'),
    });
    expect(needs()).toEqual([request]);
    expect(absenceDuties(context, householdId)).toMatchObject([
      { code: 'fit-note-ends', dueOn: '2026-05-26', id },
      { code: 'holiday-answer', dueOn: '2026-06-02', id: requestId },
    ]);
    given.goTo('2026-05-23');
    expect(needs()).toEqual([['fit-note-ends', '2026-05-26', 'Grace'], request]);
    answerRequest(context, householdId, requestId, 'agreed', isoDay('2026-05-23'));
    endAbsence(context, householdId, id, isoDay('2026-05-23'));
    expect(needs()).toEqual([]);
  });
});

describe('coming late', () => {
  test('takes only the minutes lost from pay, and undo gives the shift back as it was', async () => {
    const given = await workspaceForTest('2026-05-07');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-05-04' });
    const key = addTestShift(context, householdId, grace, '2026-05-06', '09:00', '17:00', {
      confirmed: false,
    });
    const late = { key, minutesLate: 20, reason: 'The bus did not come', paid: 'time-worked' as const };
    // 7 h 40 at £13.00 is £99.67 in place of £104.00.
    expect(previewLate(context, householdId, late)).toEqual({
      plannedMinutes: 480,
      paidMinutes: 460,
      lostMinutes: 20,
      lostPay: 433,
    });
    const id = saveLate(context, householdId, late);
    const gross = () => payRun(context, householdId, 'weekly:2026-05-04').lines[0]?.gross;
    expect(gross()).toBe(9_967);
    expect(listLates(context, householdId, null)).toMatchObject([
      { id, minutesLate: 20, name: 'Grace Okafor' },
    ]);
    saveLate(context, householdId, { ...late, paid: 'whole-shift' });
    expect(gross()).toBe(10_400);
    expect(listLates(context, householdId, grace)).toMatchObject([{ id, paid: 'whole-shift' }]);
    undo(context, householdId);
    expect(gross()).toBe(9_967);
    unconfirm(context, householdId, key);
    expect(listLates(context, householdId, null)).toEqual([]);
    undo(context, householdId);
    expect(gross()).toBe(9_967);
    removeLate(context, householdId, id);
    expect(listLates(context, householdId, null)).toEqual([]);
    const shift = rotaView(context, householdId, isoDay('2026-05-06'), isoDay('2026-05-06')).shifts[0];
    expect(shift).toMatchObject({ state: 'planned', actual: null });
  });

  test('without a reason, by the whole shift, or for a shift to come is refused in words', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = addTestWorker(context, householdId, { startedOn: '2026-05-04' });
    const key = addTestShift(context, householdId, grace, '2026-05-06', '09:00', '17:00', {
      confirmed: false,
    });
    const coming = addTestShift(context, householdId, grace, '2026-05-08', '09:00', '17:00', {
      confirmed: false,
    });
    const refused = (more: { key?: string; minutesLate?: number; reason?: string }) =>
      refusalOf(() =>
        saveLate(context, householdId, {
          key,
          minutesLate: 20,
          reason: 'The bus',
          paid: 'time-worked',
          ...more,
        }),
      );
    expect(refused({ reason: ' ' })).toBe('late.no-reason');
    expect(refused({ minutesLate: 480 })).toBe('late.whole-shift');
    expect(refused({ key: coming })).toBe('shift.not-yet');
    expect(listLates(context, householdId, null)).toEqual([]);
  });
});

describe('bad days of time away', () => {
  test('before the job, after it, turned round, over other days: each is named, and nothing is saved', async () => {
    const { context } = await workspaceForTest('2026-05-06');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    saveAbsence(context, householdId, away(grace, 'holiday', '2026-05-11', '2026-05-15'));
    const refused = (kind: 'sickness' | 'holiday' | 'unpaid', firstDay: string, lastDay: string | null) => {
      const input = away(grace, kind, firstDay, lastDay);
      const shown = refusalOf(() => previewAbsence(context, householdId, input));
      const saved = refusalOf(() => saveAbsence(context, householdId, input));
      return [shown, saved];
    };
    expect(refused('unpaid', '2025-04-06', '2025-04-08')).toEqual([
      'absence.before-first-day',
      'absence.before-first-day',
    ]);
    expect(refused('unpaid', '2026-05-08', '2026-05-07')).toEqual([
      'absence.ends-before-it-starts',
      'absence.ends-before-it-starts',
    ]);
    expect(refused('holiday', '2026-05-15', '2026-05-18')).toEqual([
      'absence.same-kind-there',
      'absence.same-kind-there',
    ]);
    expect(refused('unpaid', '2026-05-15', '2026-05-18')).toEqual(['absence.overlaps', 'absence.overlaps']);
    // While it is typed, wrong days are an answer with the day that would do.
    expect(lookAtAbsence(context, householdId, away(grace, 'unpaid', '2025-04-06', '2025-04-08'))).toEqual({
      effect: null,
      refused: { code: 'absence.before-first-day', values: { firstDay: '2025-04-07' } },
    });
    // 400 days can be looked at; saving asks first.
    expect(refused('unpaid', '2026-06-01', '2027-07-05')).toEqual(['not refused', 'absence.very-long']);
    expect(listAbsences(context, householdId, { workerId: null, kind: null })).toHaveLength(1);
  });

  test('sickness in booked holiday asks, then gives those days back', async () => {
    const { context } = await workspaceForTest('2026-05-13');
    const householdId = addTestHousehold(context);
    const grace = fixedWorker(context, householdId);
    saveAbsence(context, householdId, {
      ...away(grace, 'holiday', '2026-05-11', '2026-05-15'),
      holidayMinutes: 1_200,
    });
    const sick = away(grace, 'sickness', '2026-05-13', '2026-05-14');
    expect(refusalOf(() => saveAbsence(context, householdId, sick))).toBe('absence.holiday-given-back');
    expect(previewAbsence(context, householdId, sick).problems).toMatchObject([
      { code: 'absence.holiday-given-back', severity: 'ask' },
    ]);
    saveAbsence(context, householdId, { ...sick, confirmed: ['absence.holiday-given-back'] });
    // 20 h over five days: 8 h of Monday and Tuesday, 4 h of Friday.
    expect(listAbsences(context, householdId, { workerId: null, kind: 'holiday' })).toMatchObject([
      { firstDay: '2026-05-15', lastDay: '2026-05-15', holidayMinutes: 240 },
      { firstDay: '2026-05-11', lastDay: '2026-05-12', holidayMinutes: 480 },
    ]);
    undo(context, householdId);
    expect(listAbsences(context, householdId, { workerId: null, kind: null })).toMatchObject([
      { kind: 'holiday', firstDay: '2026-05-11', lastDay: '2026-05-15', holidayMinutes: 1_200 },
    ]);
  });
});
