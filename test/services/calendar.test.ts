import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  listAppointments,
  oneAppointment,
  removeAppointment,
  saveAppointment,
} from '../../electron/services/calendar-appointments';
import { calendarView, makeCalendar } from '../../electron/services/calendar-files';
import { previewCalendar, readCalendar } from '../../electron/services/calendar-read';
import { takeOff } from '../../electron/services/rota-shift-changes';
import { saveShift } from '../../electron/services/rota-shifts';
import { redo, undo } from '../../electron/services/undo';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** A phone: keeps what it is given by UID, and takes a newer SEQUENCE alone. Reads with a parser that is not ours. */
function phone() {
  const held = new Map<string, { sequence: number; text: string }>();
  return {
    give(bytes: Uint8Array) {
      ICAL.TimezoneService.reset();
      const calendar = new ICAL.Component(ICAL.parse(decoded(bytes)) as unknown[]);
      const zone = calendar.getFirstSubcomponent('vtimezone');
      if (zone) ICAL.TimezoneService.register(zone);
      for (const component of calendar.getAllSubcomponents('vevent')) {
        const event = new ICAL.Event(component);
        const last = held.get(event.uid);
        if (last !== undefined && last.sequence >= event.sequence) continue;
        const off = component.getFirstPropertyValue('status') === 'CANCELLED';
        const hours = (event.endDate.toUnixTime() - event.startDate.toUnixTime()) / 3600;
        const text = `${event.startDate.toString()} ${hours} h ${event.summary}`;
        held.set(event.uid, { sequence: event.sequence, text: off ? '' : text });
      }
    },
    shows: () =>
      [...held.values()]
        .map((one) => one.text)
        .filter((text) => text !== '')
        .sort(),
  };
}

async function aHousehold(today = '2026-11-21') {
  const { context, goTo } = await workspaceForTest(today);
  const householdId = addTestHousehold(context, { name: 'Margaret' });
  const grace = addTestWorker(context, householdId, { startedOn: '2026-01-05' });
  const make = (workerId: string | null) => makeCalendar(context, householdId, workerId);
  const ofWorker = (workerId: string | null) =>
    calendarView(context, householdId).calendars.find((one) => one.workerId === workerId);
  return { context, goTo, householdId, grace, make, ofWorker };
}

const shift = (workerId: string | null, day: string, start: string, end: string, more = {}) => ({
  key: null as string | null,
  workerId,
  day: isoDay(day),
  start: clockTime(start),
  end: clockTime(end),
  endsNextDay: false,
  kindOfWork: 'weekday' as const,
  coversKey: null,
  note: 'Take the tablets at 8',
  ...more,
});

describe('A PA’s calendar file, made again', () => {
  test('moves, takes off and puts back what the phone has, and adds what is new', async () => {
    const { context, householdId, grace, make, ofWorker } = await aHousehold();
    const { key: first } = saveShift(context, householdId, shift(grace, '2026-11-23', '08:00', '14:00'));
    const { key: second } = saveShift(context, householdId, shift(grace, '2026-11-24', '08:00', '14:00'));
    expect(ofWorker(grace)).toMatchObject({ madeOn: null, entries: 2, changes: [] });
    const hers = phone();
    const made = make(grace);
    hers.give(made.file.bytes);
    expect([made.file.name, made.added]).toEqual(['Shifts of Grace Okafor.ics', 2]);
    expect(hers.shows()).toEqual([
      '2026-11-23T08:00:00 6 h Shift with Margaret',
      '2026-11-24T08:00:00 6 h Shift with Margaret',
    ]);
    expect(ofWorker(grace)).toMatchObject({ madeOn: '2026-11-21', added: 0, changed: 0, takenOff: 0 });

    // One shift is moved, one is taken off, one is new.
    saveShift(context, householdId, shift(grace, '2026-11-23', '10:00', '14:00', { key: first }));
    takeOff(context, householdId, second, 'this-one', []);
    saveShift(context, householdId, shift(grace, '2026-11-26', '08:00', '09:00'));
    expect(ofWorker(grace)?.changes.map((one) => [one.change, one.when.fromDay])).toEqual([
      ['changed', '2026-11-23'],
      ['taken-off', '2026-11-24'],
      ['added', '2026-11-26'],
    ]);
    expect(ofWorker(grace)?.changes[0]?.before).toMatchObject({ from: '08:00', to: '14:00' });
    hers.give(make(grace).file.bytes);
    expect(hers.shows()).toEqual([
      '2026-11-23T10:00:00 4 h Shift with Margaret',
      '2026-11-26T08:00:00 1 h Shift with Margaret',
    ]);

    // All of it is undone: the phone has what it had at first, and the one taken off is put back.
    for (let steps = 0; steps < 3; steps += 1) undo(context, householdId);
    hers.give(make(grace).file.bytes);
    expect(hers.shows()).toEqual([
      '2026-11-23T08:00:00 6 h Shift with Margaret',
      '2026-11-24T08:00:00 6 h Shift with Margaret',
    ]);
  });

  test('is no step of undo: what was sent cannot be taken back, and what was done before still can', async () => {
    const { context, householdId, grace, make } = await aHousehold();
    saveShift(context, householdId, shift(grace, '2026-11-23', '08:00', '14:00'));
    make(grace);
    expect(undo(context, householdId).code).toBe('rota.shift-added');
    make(null);
    expect(redo(context, householdId).code).toBe('rota.shift-added');
  });

  test('shows a sick day as away alone, and gives the shift back when the absence is taken out', async () => {
    const { context, householdId, grace, make } = await aHousehold();
    addTestPattern(context, householdId, grace, '2026-11-23', [0], '08:00', '14:00');
    const hers = phone();
    hers.give(make(grace).file.bytes);
    const before = hers.shows();
    addTestAbsence(context, householdId, grace, 'sickness', '2026-11-23', '2026-11-24');
    const { bytes } = make(grace).file;
    hers.give(bytes);
    expect(hers.shows().slice(0, 2)).toEqual([
      '2026-11-23 48 h Away',
      '2026-11-30T08:00:00 6 h Shift with Margaret',
    ]);
    expect(decoded(bytes)).not.toMatch(/sick|ill|tablets|DESCRIPTION|LOCATION|COMMENT/i);
    undo(context, householdId);
    hers.give(make(grace).file.bytes);
    expect(hers.shows()).toEqual(before);
  });

  test('keeps the hours of a night right over both clock changes, and over midnight', async () => {
    const { context, householdId, grace, make } = await aHousehold('2027-01-10');
    const night = { endsNextDay: true, kindOfWork: 'waking-night' as const };
    // The clocks go forward on 28 March 2027, so that night has 8 hours; one in January has 9.
    saveShift(context, householdId, shift(grace, '2027-01-12', '22:00', '07:00', night));
    saveShift(context, householdId, shift(grace, '2027-03-27', '22:00', '07:00', night));
    // They went back on 25 October 2026: 10 hours. January's file reaches back to 1 October.
    saveShift(context, householdId, shift(grace, '2026-10-24', '22:00', '07:00', night));
    const hers = phone();
    hers.give(make(grace).file.bytes);
    expect(hers.shows()).toEqual([
      '2026-10-24T22:00:00 10 h Shift with Margaret',
      '2027-01-12T22:00:00 9 h Shift with Margaret',
      '2027-03-27T22:00:00 8 h Shift with Margaret',
    ]);
  });

  test('leaves alone what is past its first day when months go by', async () => {
    const { context, goTo, householdId, grace, make } = await aHousehold();
    addTestShift(context, householdId, grace, '2026-11-20', '08:00', '14:00');
    const hers = phone();
    hers.give(make(grace).file.bytes);
    goTo('2027-06-01');
    const { added, changed, takenOff, file } = make(grace);
    hers.give(file.bytes);
    expect([added, changed, takenOff]).toEqual([0, 0, 0]);
    expect(hers.shows()).toHaveLength(1);
  });

  test('is refused for a PA of another household', async () => {
    const { context, grace } = await aHousehold();
    const other = addTestHousehold(context, { name: 'Ruth' });
    expect(refusalOf(() => makeCalendar(context, other, grace))).toBe('not-found');
  });
});

describe('A household’s calendar file', () => {
  test('has everybody, what needs someone, and turns a shift over to whoever covers it', async () => {
    const { context, householdId, grace, make, ofWorker } = await aHousehold();
    const maya = addTestWorker(context, householdId, { firstNames: 'Maya', startedOn: '2026-01-05' });
    const { key } = saveShift(context, householdId, shift(grace, '2026-11-23', '08:00', '14:00'));
    const ours = phone();
    ours.give(make(null).file.bytes);
    expect(ours.shows()).toEqual(['2026-11-23T08:00:00 6 h Grace']);
    saveShift(context, householdId, shift(null, '2026-11-23', '08:00', '14:00', { key }));
    expect(ofWorker(null)?.changes).toMatchObject([{ change: 'changed', kind: 'needs-someone', name: null }]);
    ours.give(make(null).file.bytes);
    expect(ours.shows()).toEqual(['2026-11-23T08:00:00 6 h Needs someone']);
    saveShift(context, householdId, shift(maya, '2026-11-23', '08:00', '14:00', { key }));
    ours.give(make(null).file.bytes);
    expect(ours.shows()).toEqual(['2026-11-23T08:00:00 6 h Maya']);
    // Each PA's own file is kept apart from it.
    expect(ofWorker(maya)).toMatchObject({ madeOn: null });
  });
});

describe('An appointment', () => {
  const visit = {
    id: null,
    day: isoDay('2026-11-24'),
    start: clockTime('13:00'),
    end: clockTime('15:00'),
    endsNextDay: false,
    title: 'Hospital visit',
    place: 'St James',
    note: '',
  };
  const days = [isoDay('2026-11-21'), isoDay('2027-02-28')] as const;

  test('says who is there by the rota and when nobody is', async () => {
    const { context, householdId, grace } = await aHousehold();
    addTestShift(context, householdId, grace, '2026-11-24', '08:00', '14:00', { confirmed: false });
    saveAppointment(context, householdId, visit, []);
    expect(listAppointments(context, householdId, ...days)).toMatchObject([
      {
        title: 'Hospital visit',
        with: [{ name: 'Grace', minutes: 60 }],
        alone: [{ start: '14:00', end: '15:00' }],
        aloneMinutes: 60,
      },
    ]);
  });

  test('is copied to other days in one action, changed, removed and put back', async () => {
    const { context, householdId } = await aHousehold();
    const { ids } = saveAppointment(context, householdId, visit, [
      isoDay('2026-12-01'),
      isoDay('2026-12-08'),
    ]);
    const shown = () => listAppointments(context, householdId, ...days).map((one) => [one.day, one.start]);
    expect(shown()).toEqual([
      ['2026-11-24', '13:00'],
      ['2026-12-01', '13:00'],
      ['2026-12-08', '13:00'],
    ]);
    saveAppointment(context, householdId, { ...visit, id: ids[0] ?? '', start: clockTime('12:00') }, []);
    expect(oneAppointment(context, householdId, ids[0] ?? '').start).toBe('12:00');
    removeAppointment(context, householdId, ids[0] ?? '');
    expect(shown()).toHaveLength(2);
    undo(context, householdId);
    undo(context, householdId);
    expect(shown()[0]).toEqual(['2026-11-24', '13:00']);
    undo(context, householdId);
    expect(shown()).toEqual([]);
  });

  test('may go over midnight when that is said, and is asked about else', async () => {
    const { context, householdId } = await aHousehold();
    const concert = { ...visit, start: clockTime('21:00'), end: clockTime('00:30') };
    expect(refusalOf(() => saveAppointment(context, householdId, concert, []))).toBe('shift.ends-next-day');
    saveAppointment(context, householdId, { ...concert, endsNextDay: true }, []);
    expect(listAppointments(context, householdId, ...days)[0]).toMatchObject({
      endDay: '2026-11-25',
      aloneMinutes: 210,
    });
  });

  test('is not copied onto its own day, and not found in another household', async () => {
    const { context, householdId } = await aHousehold();
    expect(refusalOf(() => saveAppointment(context, householdId, visit, [visit.day]))).toBe(
      'calendar.same-day',
    );
    const { ids } = saveAppointment(context, householdId, visit, []);
    const other = addTestHousehold(context, { name: 'Ruth' });
    expect(refusalOf(() => removeAppointment(context, other, ids[0] ?? ''))).toBe('not-found');
  });
});

describe('A calendar file that is read', () => {
  const file = (...events: string[]): Uint8Array =>
    new TextEncoder().encode(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n'));
  const event = (uid: string, start: string, end: string, ...more: string[]): string =>
    [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      'SUMMARY:Art class',
      `DTSTART;TZID=Europe/London:${start}`,
      `DTEND;TZID=Europe/London:${end}`,
      ...more,
      'END:VEVENT',
    ].join('\r\n');
  const days = [isoDay('2026-11-21'), isoDay('2027-11-30')] as const;
  const once = event('a', '20261124T100000', '20261124T120000', 'LOCATION:Town hall');

  test('is shown first and kept after; the same file again doubles nothing', async () => {
    const { context, householdId } = await aHousehold();
    const preview = previewCalendar(context, householdId, file(once));
    expect(preview).toMatchObject({ eventsInFile: 1, added: 1, changed: 0, from: '2026-11-21' });
    expect(preview.appointments).toMatchObject([{ title: 'Art class', place: 'Town hall', standing: 'new' }]);
    expect(listAppointments(context, householdId, ...days)).toEqual([]);
    expect(readCalendar(context, householdId, file(once))).toMatchObject({ added: 1 });
    expect(readCalendar(context, householdId, file(once))).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(listAppointments(context, householdId, ...days)).toHaveLength(1);
  });

  test('with another time changes what was read, and keeps the person’s own note', async () => {
    const { context, householdId } = await aHousehold();
    readCalendar(context, householdId, file(once));
    const kept = listAppointments(context, householdId, ...days)[0];
    if (kept === undefined) throw new Error('Nothing was read');
    const { id, day, start, end, title, place } = kept;
    saveAppointment(
      context,
      householdId,
      { id, day, start, end, endsNextDay: false, title, place, note: 'Bring the brushes' },
      [],
    );
    const moved = file(event('a', '20261124T110000', '20261124T130000', 'SEQUENCE:1'));
    expect(readCalendar(context, householdId, moved)).toMatchObject({ changed: 1, added: 0 });
    expect(listAppointments(context, householdId, ...days)).toMatchObject([
      { id, start: '11:00', place: '', note: 'Bring the brushes', isFromFile: true },
    ]);
  });

  test('that repeats for ever is taken for a year, and says so', async () => {
    const { context, householdId } = await aHousehold();
    const weekly = file(event('w', '20261124T100000', '20261124T120000', 'RRULE:FREQ=WEEKLY'));
    const preview = previewCalendar(context, householdId, weekly);
    // Tuesdays from 24 November 2026 to 16 November 2027.
    expect([preview.added, preview.to]).toEqual([52, '2027-11-20']);
    expect(preview.notes.map((note) => note.code)).toEqual(['calendar.repeats-for-ever']);
    readCalendar(context, householdId, weekly);
    expect(listAppointments(context, householdId, ...days).at(-1)?.day).toBe('2027-11-16');
    undo(context, householdId);
    expect(listAppointments(context, householdId, ...days)).toEqual([]);
  });

  test('takes off what it says is off, and what a repeat no longer has; other files’ appointments stay', async () => {
    const { context, householdId } = await aHousehold();
    const rule = 'RRULE:FREQ=WEEKLY;COUNT=3';
    readCalendar(context, householdId, file(once, event('w', '20261125T100000', '20261125T120000', rule)));
    const next = file(
      event('w', '20261125T100000', '20261125T120000', rule, 'EXDATE;TZID=Europe/London:20261202T100000'),
    );
    expect(previewCalendar(context, householdId, next).appointments).toMatchObject([
      { day: '2026-12-02', standing: 'taken-off' },
    ]);
    readCalendar(context, householdId, next);
    expect(listAppointments(context, householdId, ...days).map((one) => one.day)).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-12-09',
    ]);
    readCalendar(
      context,
      householdId,
      file(event('a', '20261124T100000', '20261124T120000', 'STATUS:CANCELLED')),
    );
    expect(listAppointments(context, householdId, ...days).map((one) => one.day)).toEqual([
      '2026-11-25',
      '2026-12-09',
    ]);
  });

  test('leaves out whole days, moments and what lasts longer than a day, and counts them', async () => {
    const { context, householdId } = await aHousehold();
    const preview = previewCalendar(
      context,
      householdId,
      file(
        'BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Birthday\r\nDTSTART;VALUE=DATE:20261126\r\nEND:VEVENT',
        event('c', '20261127T100000', '20261127T100000'),
        event('d', '20261128T100000', '20261130T120000'),
        'BEGIN:VEVENT\r\nUID:e\r\nSUMMARY:Choir\r\nDTSTART:20261201T190000\r\nDURATION:PT1H\r\nEND:VEVENT',
      ),
    );
    expect(preview.added).toBe(1);
    expect(preview.notes.map((note) => [note.code, note.values['count']])).toEqual([
      ['calendar.whole-days-left-out', 1],
      ['calendar.no-length-left-out', 1],
      ['calendar.too-long-left-out', 1],
      ['calendar.no-zone', 1],
    ]);
  });

  test('that is broken is refused whole', async () => {
    const { context, householdId } = await aHousehold();
    const broken = file(once, event('x', '20261124T100000', 'tomorrow'));
    expect(refusalOf(() => previewCalendar(context, householdId, broken))).toBe('calendar.bad-time');
    expect(refusalOf(() => readCalendar(context, householdId, broken))).toBe('calendar.bad-time');
    expect(refusalOf(() => readCalendar(context, householdId, new Uint8Array()))).toBe('calendar.empty');
    expect(listAppointments(context, householdId, ...days)).toEqual([]);
  });
});
