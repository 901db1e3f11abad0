import words from '@resources/example/cover.json';
import cast from '@resources/example/household.json';
import { clockTime } from '@shared/clock-time';
import { addDays, addMonths, type IsoDay, isoDay, weekdayOf } from '@shared/dates';
import { pence } from '@shared/money';
import { absencesOfWorker } from '../../db/queries/rota';
import { fixedClock } from '../../system/clock';
import { addFitNote } from '../absences-fit-notes';
import { saveLate } from '../absences-late';
import { saveRequest } from '../absences-requests';
import { saveAppointment } from '../calendar-appointments';
import { makeCalendar } from '../calendar-files';
import { databaseOf, type ServiceContext } from '../context';
import { noteAnswer, noteAsk } from '../cover-asks';
import { confirmOutside, fillCover } from '../cover-fill';
import { makeClaim, previewClaim, sendClaim } from '../cover-papers-claim';
import { noteLate } from '../pay-late-change';
import { payRuns } from '../pay-run';
import { loadRota } from '../rota-data';
import { saveShift } from '../rota-shifts';
import { agreeTimesheet } from '../timesheets-agree';
import type { ExampleOutside } from './example-cover';
import type { ExampleDays } from './example-days';
import type { ExampleRecord } from './example-people';

/** The same context at a time of another day. */
function at(context: ServiceContext, day: IsoDay, time = '09:00'): ServiceContext {
  return { ...context, clock: fixedClock(day, clockTime(time)) };
}

/** A Monday so many weeks back from the week of the example's today; less than nothing for weeks ahead. */
function week(days: ExampleDays, back: number): IsoDay {
  return addDays(days.today, -weekdayOf(days.today) - 7 * back);
}

type Late = {
  readonly who: 'maya' | 'dev';
  readonly day: IsoDay;
  readonly minutes: number;
  readonly reason: string;
};

/** Of a week as it begins: who comes late in it, and in the week before this one Maya's calendar. */
export function keepDiary(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  monday: IsoDay,
): void {
  const { householdId, workers } = record;
  const lates: Late[] = [
    { who: 'dev', day: addDays(week(days, 20), 2), minutes: 15, reason: words.late.ice },
    { who: 'maya', day: addDays(week(days, 2), 1), minutes: 20, reason: words.late.bus },
  ];
  for (const late of lates) {
    if (late.day < monday || late.day > addDays(monday, 6)) continue;
    const { window } = loadRota(databaseOf(context), householdId, late.day, late.day);
    const shift = window.shifts.find(
      (one) => one.workerId === workers[late.who] && one.state === 'planned' && one.day === late.day,
    );
    if (shift === undefined) continue;
    saveLate(at(context, late.day, '22:30'), householdId, {
      key: shift.key,
      minutesLate: late.minutes,
      reason: late.reason,
      // The employer pays the whole shift: it was nobody's fault.
      paid: 'whole-shift',
    });
  }
  // Made before Maya's day off next week was asked for: the next file takes that shift off her phone.
  if (monday === week(days, 1)) makeCalendar(context, householdId, workers.maya);
}

/** An evening from six to nine that was nobody's, planned three days before, and what the agency was asked. */
function openEvening(
  context: ServiceContext,
  householdId: string,
  day: IsoDay,
  outside: ExampleOutside,
  note: string,
) {
  const asked = at(context, addDays(day, -3), '10:15');
  const times = { day, start: clockTime('18:00'), end: clockTime('21:00') };
  const input = { ...times, endsNextDay: false, kindOfWork: 'weekday', coversKey: null, note } as const;
  const { key } = saveShift(asked, householdId, { key: null, workerId: null, ...input });
  const [who, span] = [{ kind: 'agency', id: outside.agency } as const, { ...times, endDay: day }];
  const ask = { key, who, span, how: 'call', answer: 'waiting', offered: null } as const;
  return { key, who, span, askId: noteAsk(asked, householdId, ask) };
}

/** Two evenings that were nobody's: one the agency took, as it was charged; one that nobody could come to. */
function pastEvenings(
  context: ServiceContext,
  { householdId }: ExampleRecord,
  days: ExampleDays,
  outside: ExampleOutside,
): void {
  const lost = addDays(week(days, 6), 1);
  const day = addDays(week(days, 2), 3);
  if (lost < days.firstMonday) return;
  const { askId } = openEvening(context, householdId, lost, outside, words.lostEvening);
  noteAnswer(at(context, addDays(lost, -2), '16:05'), householdId, askId, 'no', null);
  const taken = openEvening(context, householdId, day, outside, words.openEvening);
  const { key, who, span } = taken;
  const said = at(context, addDays(day, -2), '11:40');
  noteAnswer(said, householdId, taken.askId, 'yes', null);
  const [cover] = fillCover(said, householdId, { key, takers: [{ who, span }], how: null }).keys;
  // Three hours at £24.00.
  if (cover === undefined) return;
  confirmOutside(at(context, addDays(day, 1)), householdId, cover, span, pence(words.agency.evening));
}

/** The first shift of a PA on a day, whatever became of it. */
function shiftOn(context: ServiceContext, record: ExampleRecord, workerId: string, day: IsoDay) {
  const { window } = loadRota(databaseOf(context), record.householdId, day, day);
  return window.shifts.find((one) => one.workerId === workerId && one.day === day);
}

/** Who was asked: on the last sick day before Grace said yes, and for next week's gap, which is still open. */
function noteAsks(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  outside: ExampleOutside,
): void {
  const { householdId, workers } = record;
  const agency = { kind: 'agency', id: outside.agency } as const;
  const sick = shiftOn(context, record, workers.maya, week(days, 3));
  if (sick?.absenceId) {
    const { key, day, start, endDay, end } = sick;
    noteAsk(at(context, day, '06:35'), householdId, {
      ...{ key, who: agency, span: { day, start, endDay, end } },
      ...{ how: 'call', answer: 'no', offered: null },
    });
  }
  const off = shiftOn(context, record, workers.maya, addDays(week(days, -1), 1));
  if (!off?.absenceId) return;
  const { key, day, start, endDay, end } = off;
  const asked = { key, span: { day, start, endDay, end }, offered: null };
  noteAsk(at(context, addDays(days.today, -1), '17:20'), householdId, {
    ...asked,
    ...{ who: { kind: 'worker', id: workers.grace }, how: 'text', answer: 'no' },
  });
  noteAsk(at(context, days.today, '08:40'), householdId, {
    ...asked,
    ...{ who: agency, how: 'email', answer: 'waiting' },
  });
}

/** The note for the sickness that lasted longer than a week, seen on its eighth day. */
function keepFitNote(context: ServiceContext, record: ExampleRecord): void {
  for (const absence of absencesOfWorker(databaseOf(context), record.workers.maya)) {
    const { id: absenceId, last_day: toDay } = absence;
    const eighth = addDays(absence.first_day, 7);
    if (absence.kind !== 'sickness' || toDay === null || toDay < eighth) continue;
    const note = { absenceId, fromDay: eighth, toDay, says: 'not-fit', seenOn: eighth } as const;
    addFitNote(at(context, eighth), record.householdId, note);
  }
}

/** This week and next: one where Maya is there, one where nobody is, and a review at home. */
function addAppointments(context: ServiceContext, { householdId }: ExampleRecord, days: ExampleDays): void {
  const { hair, optician, review, library } = words.appointments;
  const plan = [
    { ...hair, day: addDays(week(days, 0), 2), start: '10:30', end: '11:30' },
    { ...optician, day: addDays(week(days, 0), 3), start: '15:00', end: '15:45' },
    { ...library, day: addDays(week(days, 0), 5), start: '11:00', end: '12:30' },
    { ...review, day: addDays(week(days, -1), 3), start: '09:30', end: '11:00' },
  ];
  for (const { title, place, day, start, end } of plan) {
    const when = { day, start: clockTime(start), end: clockTime(end), endsNextDay: false };
    saveAppointment(context, householdId, { id: null, ...when, title, place, note: '' }, []);
  }
}

/** The words of the PAs that their hours are right: Grace typed hers, Maya signed. */
function agreeHours(context: ServiceContext, record: ExampleRecord, days: ExampleDays): void {
  const { householdId, workers } = record;
  const [grace, maya] = cast.workers;
  const agree = (workerId: string, who: typeof grace, how: 'typed' | 'signed', from: IsoDay, to: IsoDay) => {
    const name = `${who?.firstNames} ${who?.lastName}`;
    const on = addDays(to, 1);
    agreeTimesheet(at(context, on), householdId, workerId, { from, to }, { how, name, on });
  };
  for (const back of [5, 4, 3, 2]) {
    const monday = week(days, back);
    if (monday >= days.firstMonday) agree(workers.grace, grace, 'typed', monday, addDays(monday, 6));
  }
  const { finished } = payRuns(context, householdId);
  for (const run of finished.filter((one) => one.frequency === 'four-weekly').slice(0, 2))
    agree(workers.maya, maya, 'signed', run.periodFrom, run.periodTo);
}

/** The last quarter that was over for some days, and had cover to claim for, was claimed and sent. */
function sendClaims(context: ServiceContext, { householdId }: ExampleRecord, days: ExampleDays): void {
  const month = Number(days.today.slice(5, 7));
  const quarter = isoDay(
    `${days.today.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`,
  );
  for (const back of [3, 6, 9]) {
    const from = addMonths(quarter, -back);
    const to = addDays(addMonths(from, 3), -1);
    const sentOn = addDays(to, 12);
    if (from < days.start || sentOn > days.today) continue;
    const then = at(context, sentOn);
    const asked = { from, to, causes: ['holiday', 'sickness'] } as const;
    if (previewClaim(then, householdId, asked).claim.lines.length === 0) continue;
    const id = makeClaim(then, householdId, asked);
    sendClaim(then, householdId, id, { sentOn, reference: words.claimReference });
    return;
  }
}

/** Half an hour more on a Saturday that is paid already: Grace's next pay takes it. */
function changeLate(context: ServiceContext, record: ExampleRecord): void {
  const { householdId, workers } = record;
  const last = payRuns(context, householdId).finished.find((one) => one.frequency === 'weekly');
  if (last === undefined) return;
  const shift = shiftOn(context, record, workers.grace, addDays(last.periodTo, -1));
  if (shift === undefined || shift.paidIn === null || shift.end !== '14:00') return;
  noteLate(context, householdId, {
    key: shift.key,
    now: { start: shift.start, end: clockTime('14:30'), endsNextDay: false, awakeMinutes: null },
    reason: words.lateChange,
  });
}

/** What has been kept beside the rota by the example's today. */
export function finishDiary(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  outside: ExampleOutside,
): void {
  const today = at(context, days.today);
  pastEvenings(context, record, days, outside);
  noteAsks(context, record, days, outside);
  keepFitNote(context, record);
  addAppointments(today, record, days);
  agreeHours(context, record, days);
  sendClaims(context, record, days);
  saveRequest(today, record.householdId, {
    id: null,
    workerId: record.workers.grace,
    firstDay: addDays(week(days, -5), 4),
    lastDay: addDays(week(days, -5), 6),
    askedOn: addDays(days.today, -2),
    note: words.request,
  });
  changeLate(today, record);
}
