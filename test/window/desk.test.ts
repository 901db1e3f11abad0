import { isoDay } from '@shared/dates';
import { caseLines } from '@shared/desk/desk-lines';
import { expect, test } from 'vitest';
import { openPath } from '../../renderer/api/desk-paths';
import { choosesAll, chosenFrom, pathOf } from '../../renderer/features/desk/list/desk-filter';
import { deskLineCodes, deskLineWords, dueWords } from '../../renderer/text/desk/list';

const today = isoDay('2026-11-21');
const from = (path: string) => chosenFrom(new URL(path, 'http://here').searchParams);

test('what is chosen stands in the address, and comes back from it', () => {
  const path =
    '/desk?state=wrong&about=hours&waits=household&level=payroll&pay=week&search=o%E2%80%99neill+zo&order=name&from=50';
  expect(pathOf(from(path))).toBe(path);
  expect(pathOf(from('/desk?pay=2026-11-27'))).toBe('/desk?pay=2026-11-27');
  expect(pathOf(from('/desk'))).toBe('/desk');
  expect(choosesAll(from('/desk?order=name'))).toBe(true);
});

test('an address that is not understood chooses nothing', () => {
  expect(pathOf(from('/desk?state=bad&about=none&waits=me&level=all&pay=soon&order=up&from=-9'))).toBe(
    '/desk',
  );
});

test('the way into a household keeps where it leads', () => {
  const path = openPath('a/b', '/pay/run/weekly:2026-11-16?x=1');
  expect(path).toBe('/desk/open/a%2Fb?to=%2Fpay%2Frun%2Fweekly%3A2026-11-16%3Fx%3D1');
});

test('each line of the desk has words of its own, and an unknown one is named', () => {
  const found = caseLines({
    today,
    services: [],
    filingRoute: null,
    followUps: [{ id: 'one', text: 'Ring the council', on: today }],
    taxCodesWaited: [{ workerId: 'maya', name: 'Maya', taxCode: '1257L', basis: 'week1-month1' }],
    payDays: [],
  });
  expect(found.map((line) => deskLineWords(line, today))).toEqual([
    'Nothing is agreed on what we may do',
    'Come back to: Ring the council',
    'Maya starts on tax code 1257L. HMRC may send another',
  ]);
  expect(found.every((line) => deskLineCodes.includes(line.code))).toBe(true);
  expect(deskLineWords({ code: 'hours-lost', values: {} }, today)).toBe('Something here needs a look');
});

test('a day that is over is said to be late', () => {
  expect(dueWords(isoDay('2026-11-20'), today)).toBe('Friday 20 November (late)');
  expect(dueWords(today, today)).toBe('Saturday 21 November');
  expect(dueWords(null, today)).toBe('No date');
});
