import type { GridCell } from '@shared/api/hours-in';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { timesheetFile } from '../../electron/services/rota-documents';
import { confirmHours } from '../../electron/services/rota-shifts';
import { timesheetView } from '../../electron/services/timesheets-view';
import { undo } from '../../electron/services/undo';
import { clientOf } from '../support/client-of';
import { tablesOf } from '../support/small-household';
import {
  addTestAbsence,
  addTestHousehold,
  addTestPattern,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
} from '../support/workspace';
import { readPdf } from '../unit/documents/read-pdf';

const WEEK = { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') };
const PAY = { from: isoDay('2026-11-27'), to: isoDay('2026-11-27') };

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace('2026-11-22');
});
afterAll(() => workspace.close());

let households = 0;

/** A household of its own, whose Grace is paid by the week, on the Friday after it. It is Sunday 22 November 2026. */
function aWeek(options: Partial<Parameters<typeof addTestWorker>[2]> = {}) {
  const { context } = workspace;
  households += 1;
  const name = `Household n${households}n`;
  const householdId = addTestHousehold(context, { supportedName: name });
  const workerId = addTestWorker(context, householdId, { startedOn: '2026-11-02', ...options });
  const client = clientOf(context);
  const type = (...cells: readonly [string, string][]) =>
    client.hoursIn.type({
      householdId,
      workerId,
      ...WEEK,
      cells: cells.map(([kind, typed]) => ({ kind: kind as GridCell['kind'], typed })),
    });
  const people = (more: { without?: boolean; search?: string } = {}) =>
    client.hoursIn.people({ pay: PAY, page: 1, search: name, without: false, ...more });
  const shifts = () =>
    (tablesOf(context, householdId)['shift'] ?? [])
      .filter((row) => String(row['day']) >= WEEK.from)
      .map(
        (row) =>
          `${row['day']} ${row['start_time']}-${row['end_time']} ${row['status']} ${row['times_known']}`,
      )
      .sort();
  return { context, name, householdId, workerId, client, type, people, shifts };
}

const cell = (cells: readonly GridCell[], kind: string) => cells.find((one) => one.kind === kind);

describe('Hours typed for a pay period', () => {
  test('that are just what the rota plans confirm the shifts as planned', async () => {
    const { context, householdId, workerId, type, shifts } = aWeek();
    addTestPattern(context, householdId, workerId, '2026-11-16', [0, 1, 4], '08:00', '14:00');
    // Three shifts of 6 hours.
    const { cells, notes } = await type(['weekday', '18']);
    expect(cell(cells, 'weekday')).toMatchObject({ here: 1080, planned: 0, fixed: 'no' });
    expect(notes).toEqual([]);
    expect(shifts()).toEqual([
      '2026-11-16 08:00-14:00 confirmed times',
      '2026-11-17 08:00-14:00 confirmed times',
      '2026-11-20 08:00-14:00 confirmed times',
    ]);
  });

  test('that are other than planned are spread over the weekdays, add up to the minute, and come off the plan', async () => {
    const { context, householdId, workerId, type, shifts } = aWeek();
    addTestPattern(context, householdId, workerId, '2026-11-16', [0, 1, 4], '08:00', '14:00');
    const { cells, notes } = await type(['weekday', '22:32']);
    // 1,352 minutes over five days: 271 and 270.
    expect(cell(cells, 'weekday')?.here).toBe(22 * 60 + 32);
    expect(notes.map((note) => note.code)).toEqual(['hours-in.plan-differs']);
    expect(shifts().filter((row) => row.includes('confirmed'))).toEqual([
      '2026-11-16 08:00-12:31 confirmed period',
      '2026-11-17 08:00-12:31 confirmed period',
      '2026-11-18 08:00-12:30 confirmed period',
      '2026-11-19 08:00-12:30 confirmed period',
      '2026-11-20 08:00-12:30 confirmed period',
    ]);
    expect(shifts().filter((row) => row.includes('cancelled'))).toHaveLength(3);
    expect(timesheetView(context, householdId, workerId, WEEK).steps).toMatchObject({ toConfirm: 0 });
  });

  test('of which only the sum is known say so on the rota, the timesheet and its paper, and name no times', async () => {
    const { context, householdId, workerId, client, type } = aWeek();
    await type(['weekday', '22.5']);
    const rota = await client.rota.view({ householdId, ...WEEK });
    expect(rota.shifts.map((shift) => shift.timesKnown)).toEqual(Array(5).fill('period'));
    expect(timesheetView(context, householdId, workerId, WEEK).lines[0]).toMatchObject({
      timesKnown: 'period',
    });
    expect(timesheetView(context, householdId, workerId, WEEK).steps).toMatchObject({
      plannedMinutes: 0,
      workedMinutes: 1350,
    });
    const pdf = timesheetFile(context, householdId, workerId, WEEK.from, WEEK.to);
    const { text } = readPdf(pdf.bytes);
    expect(text).toContain('Only the hours are known');
    expect(text).toContain('22:30');
    expect(text).not.toContain('08:00');
  });

  test('that are a great many are taken, and told', async () => {
    const { type } = aWeek();
    expect((await type(['weekday', '73'])).notes.map((note) => note.code)).toEqual(['hours-in.very-many']);
    expect((await type(['weekday', '7.3'])).notes).toEqual([]);
  });

  test('are paid to the penny: 22.5 hours at £13.00', async () => {
    const { context, householdId, type } = aWeek();
    await type(['weekday', '22.5']);
    // 22.5 × 13.00 = 292.50
    expect(payRun(context, householdId, 'weekly:2026-11-16').totals.gross).toBe(29_250);
  });

  test('may be typed over, and a total that fits the plan after all brings the planned shifts back', async () => {
    const { context, householdId, workerId, type, shifts } = aWeek();
    addTestPattern(context, householdId, workerId, '2026-11-16', [0, 1, 4], '08:00', '14:00');
    await type(['weekday', '20']);
    await type(['weekday', '21']);
    expect(cell((await type(['weekday', '18'])).cells, 'weekday')?.here).toBe(1080);
    expect(shifts()).toHaveLength(3);
    expect(shifts().every((row) => row.endsWith('confirmed times'))).toBe(true);
  });

  test('are taken back where the field is emptied: the plan waits as before', async () => {
    const { context, householdId, workerId, type, shifts } = aWeek();
    addTestPattern(context, householdId, workerId, '2026-11-16', [0, 1, 4], '08:00', '14:00');
    await type(['weekday', '20']);
    const { cells } = await type(['weekday', '']);
    expect(cell(cells, 'weekday')).toMatchObject({ here: null, planned: 1080 });
    expect(shifts().every((row) => row.includes('planned'))).toBe(true);
  });

  test('are one action, which can be undone', async () => {
    const { context, householdId, workerId, type, people } = aWeek();
    addTestPattern(context, householdId, workerId, '2026-11-16', [0, 1, 4], '08:00', '14:00');
    await type(['weekday', '20']);
    undo(context, householdId);
    expect(cell((await people()).rows[0]?.cells ?? [], 'weekday')).toMatchObject({
      here: null,
      planned: 1080,
    });
  });

  test('of two kinds stand one after the other on a day, and weekend hours on the weekend', async () => {
    const { type, shifts } = aWeek({
      rates: { weekday: '13.00', weekend: '15.00', training: '13.00' },
    });
    await type(['weekday', '10'], ['training', '5'], ['weekend', '4']);
    expect(shifts().slice(0, 2)).toEqual([
      '2026-11-16 08:00-10:00 confirmed period',
      '2026-11-16 10:00-11:00 confirmed period',
    ]);
    expect(shifts().slice(-2)).toEqual([
      '2026-11-21 08:00-10:00 confirmed period',
      '2026-11-22 08:00-10:00 confirmed period',
    ]);
  });

  test('are nights where a kind is paid by the shift, as long as the PA’s last one', async () => {
    const { context, householdId, workerId, type, shifts } = aWeek();
    await expect(type(['sleep-in', '2'])).rejects.toMatchObject({
      data: { code: 'hours-in.night-length', field: 'sleep-in' },
    });
    addTestShift(context, householdId, workerId, '2026-11-10', '22:00', '07:00', {
      kindOfWork: 'sleep-in',
      endsNextDay: true,
    });
    await expect(type(['sleep-in', '2.5'])).rejects.toMatchObject({ data: { code: 'hours-in.not-nights' } });
    await type(['sleep-in', '2']);
    expect(shifts()).toEqual([
      '2026-11-16 22:00-07:00 confirmed period',
      '2026-11-19 22:00-07:00 confirmed period',
    ]);
  });

  test('lie on days on which the PA was not away', async () => {
    const { context, householdId, workerId, type, shifts } = aWeek();
    addTestAbsence(context, householdId, workerId, 'holiday', '2026-11-16', '2026-11-18');
    await type(['weekday', '8']);
    expect(shifts()).toEqual([
      '2026-11-19 08:00-12:00 confirmed period',
      '2026-11-20 08:00-12:00 confirmed period',
    ]);
  });

  test('are refused where more is said than days can hold, or where times are known', async () => {
    const { context, householdId, workerId, type, shifts } = aWeek();
    await expect(type(['weekday', '81'])).rejects.toMatchObject({ data: { code: 'hours-in.too-many' } });
    await expect(type(['travel', '1'])).rejects.toMatchObject({ data: { code: 'hours-in.no-rate' } });
    addTestShift(context, householdId, workerId, '2026-11-17', '09:00', '12:00');
    const before = shifts();
    await expect(type(['weekday', '5'])).rejects.toMatchObject({
      data: { code: 'hours-in.times-known', details: { here: 180 } },
    });
    expect(shifts()).toEqual(before);
  });

  test('are refused once they are paid', async () => {
    const { context, householdId, type } = aWeek();
    await type(['weekday', '22.5']);
    const key = 'weekly:2026-11-16';
    finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    await expect(type(['weekday', '20'])).rejects.toMatchObject({ data: { code: 'hours-in.paid' } });
  });
});

describe('PAs to be paid on some days', () => {
  let given: ReturnType<typeof aWeek>;
  beforeAll(() => {
    given = aWeek();
  });
  test('are listed with their pay period, planned hours, and who has none yet', async () => {
    const { context, householdId, workerId, people } = given;
    addTestPattern(context, householdId, workerId, '2026-11-16', [0, 1], '08:00', '14:00');
    const second = addTestWorker(context, householdId, {
      startedOn: '2026-11-02',
      firstNames: 'Maya',
      lastName: 'Lewis',
    });
    addTestWorker(context, householdId, {
      startedOn: '2026-11-02',
      firstNames: 'Jo',
      contract: { payFrequency: 'four-weekly' },
    });
    const page = await people();
    expect(page).toMatchObject({ count: 2, without: 2, kinds: ['weekday', 'sleep-in'] });
    expect(page.rows.map(({ name, from, to, payDate }) => ({ name, from, to, payDate }))).toEqual([
      { name: 'Grace Okafor', ...WEEK, payDate: '2026-11-27' },
      { name: 'Maya Lewis', ...WEEK, payDate: '2026-11-27' },
    ]);
    expect(cell(page.rows[0]?.cells ?? [], 'weekday')).toMatchObject({ planned: 720, here: null });
    confirmHours(
      context,
      householdId,
      timesheetView(context, householdId, workerId, WEEK).lines.map((line) => ({
        key: line.key,
        actual: null,
      })),
    );
    const rest = await people({ without: true });
    expect([rest.without, rest.rows.map((row) => row.workerId)]).toEqual([1, [second]]);
    expect((await people({ search: `lewis, ${given.name}` })).rows).toHaveLength(1);
  });

  test('are those of nobody where pay is finished', async () => {
    const { context, householdId, people } = given;
    const key = 'weekly:2026-11-16';
    finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    expect((await people()).count).toBe(0);
  });
});
