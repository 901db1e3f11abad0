import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { weekFile } from '../../electron/services/rota-documents';
import { rotaView } from '../../electron/services/rota-view';
import {
  addTestAbsence,
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
} from '../support/workspace';
import { readPdf } from '../unit/documents/read-pdf';

let made: TestWorkspace;
let householdId: string;
let grace: string;
let maya: string;

beforeEach(async () => {
  made = await testWorkspace('2026-11-21');
  householdId = addTestHousehold(made.context, { from: '2017-01-02' });
  grace = addTestWorker(made.context, householdId, { firstNames: 'Grace', startedOn: '2017-01-02' });
  maya = addTestWorker(made.context, householdId, { firstNames: 'Maya', startedOn: '2017-01-02' });
});
afterEach(() => made.close());

const week = (monday: string, sunday: string) =>
  rotaView(made.context, householdId, isoDay(monday), isoDay(sunday));

test('a week from before the rules of rest are known is shown all the same', () => {
  addTestShift(made.context, householdId, grace, '2018-03-06', '08:00', '14:00');
  const view = week('2018-03-05', '2018-03-11');
  expect(view.shifts).toHaveLength(1);
  expect(view.warnings).toEqual([]);
});

test('where cover leaves an hour open, that hour is told and the rest is not', () => {
  const planned = addTestShift(made.context, householdId, grace, '2026-11-24', '08:00', '14:00', {
    confirmed: false,
  });
  addTestAbsence(made.context, householdId, grace, 'sickness', '2026-11-24', '2026-11-24');
  const cover = addTestShift(made.context, householdId, maya, '2026-11-24', '08:00', '13:00', {
    confirmed: false,
  });
  const db = databaseOf(made.context);
  db.act({ name: 'rota.covered', householdId }, (write) =>
    write.update('shift', cover, { covers_key: planned }),
  );
  const found = week('2026-11-23', '2026-11-29').shifts.find((shift) => shift.key === planned);
  expect(found).toMatchObject({
    state: 'needs-someone',
    coveredByKey: cover,
    uncovered: [
      { day: '2026-11-24', start: clockTime('13:00'), endDay: '2026-11-24', end: clockTime('14:00') },
    ],
  });
});

test('shifts at the same work tell the key they share, and a PA on two at once tells of the other', () => {
  const first = addTestShift(made.context, householdId, grace, '2026-11-24', '08:00', '14:00', {
    confirmed: false,
  });
  const second = addTestShift(made.context, householdId, maya, '2026-11-24', '08:00', '14:00', {
    confirmed: false,
  });
  const db = databaseOf(made.context);
  db.act({ name: 'rota.shared', householdId }, (write) => {
    write.update('shift', first, { group_key: 'two' });
    write.update('shift', second, { group_key: 'two' });
  });
  expect(week('2026-11-23', '2026-11-29').shifts.map((shift) => shift.groupKey)).toEqual(['two', 'two']);
  db.act({ name: 'rota.shift-moved', householdId }, (write) =>
    write.update('shift', second, { worker_id: grace }),
  );
  const shifts = week('2026-11-23', '2026-11-29').shifts;
  expect(shifts.find((shift) => shift.key === first)?.overlaps).toEqual([second]);
});

test('the printed week of one PA holds their shifts alone; why somebody is away is on no paper', () => {
  addTestShift(made.context, householdId, grace, '2026-11-23', '08:00', '14:00', { confirmed: false });
  addTestShift(made.context, householdId, maya, '2026-11-24', '09:15', '10:45', { confirmed: false });
  addTestAbsence(made.context, householdId, grace, 'sickness', '2026-11-25', '2026-11-25');
  const [from, to] = [isoDay('2026-11-23'), isoDay('2026-11-29')];
  const own = weekFile(made.context, householdId, from, to, grace);
  expect(own.name).toBe('Rota Grace Okafor week of 2026-11-23.pdf');
  const text = readPdf(own.bytes).text;
  expect(text).toContain('08:00');
  expect(text).toContain('Away');
  expect(text).not.toContain('09:15');
  const all = readPdf(weekFile(made.context, householdId, from, to).bytes).text;
  expect(all).toContain('09:15');
  expect(`${text} ${all}`).not.toMatch(/sick/i);
});

test('a PA of another household has no week here', () => {
  const other = addTestHousehold(made.context, { name: 'Somebody else' });
  const [from, to] = [isoDay('2026-11-23'), isoDay('2026-11-29')];
  expect(() => weekFile(made.context, other, from, to, grace)).toThrow();
});
