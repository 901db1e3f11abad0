import { clockTime } from '@shared/clock-time';
import { isoDay, type Weekday } from '@shared/dates';
import { checkNeedBeside } from '@shared/rota/need-beside';
import { checkNeed, type NeedAtATime, type NeedLine } from '@shared/rota/need-plan';
import { expect, test } from 'vitest';

const FROM = isoDay('2026-04-06');

function at(
  id: string,
  weekday: Weekday | null,
  start: string,
  end: string,
  part: Partial<NeedAtATime> = {},
) {
  const line: NeedAtATime = {
    id,
    agreementId: 'council',
    from: FROM,
    to: null,
    kind: 'at-a-time',
    weekday,
    start: clockTime(start),
    end: clockTime(end),
    endsNextDay: false,
    people: 1,
    sleepIn: false,
    ...part,
  };
  return line;
}

const weekly = (id: string, minutes: number, part: object = {}): NeedLine => ({
  id,
  agreementId: 'council',
  from: FROM,
  to: null,
  kind: 'any-time',
  weeklyMinutes: minutes,
  weeklySleepIns: 0,
  ...part,
});

const onADay = (id: string, weekday: Weekday, minutes: number): NeedLine => ({
  id,
  agreementId: 'council',
  from: FROM,
  to: null,
  kind: 'on-a-day',
  weekday,
  minutes,
});

const codes = (line: NeedLine, ...others: NeedLine[]) =>
  checkNeedBeside(line, others).map((problem) => `${problem.severity} ${problem.code}`);

test('the same time twice is refused, also where one says every day', () => {
  expect(codes(at('b', 1, '07:00', '10:00'), at('a', null, '07:00', '10:00'))).toEqual(['refuse need.twice']);
  expect(codes(at('b', 1, '07:00', '10:00'), at('a', 2, '07:00', '10:00'))).toEqual([]);
});

test('times that run into each other are asked about, over midnight and from Sunday into Monday too', () => {
  expect(codes(at('b', 1, '09:00', '12:00'), at('a', 1, '07:00', '10:00'))).toEqual(['ask need.overlaps']);
  expect(codes(at('b', 1, '10:00', '12:00'), at('a', 1, '07:00', '10:00'))).toEqual([]);
  const night = at('a', 6, '22:00', '07:00', { endsNextDay: true });
  expect(codes(at('b', 0, '06:00', '09:00'), night)).toEqual(['ask need.overlaps']);
  expect(codes(at('b', 0, '07:00', '09:00'), night)).toEqual([]);
});

test('lines of other days, of another agreement or of the line itself say nothing', () => {
  const before = { to: isoDay('2026-04-05'), from: isoDay('2025-04-07') };
  expect(codes(at('b', 1, '07:00', '10:00'), at('a', 1, '07:00', '10:00', before))).toEqual([]);
  const other = at('a', 1, '07:00', '10:00', { agreementId: 'nhs' });
  expect(codes(at('b', 1, '07:00', '10:00'), other)).toEqual([]);
  expect(codes(at('a', 1, '07:00', '10:00'), at('a', 1, '08:00', '11:00'))).toEqual([]);
});

test('hours of a kind that are there already are asked about with how many', () => {
  expect(checkNeedBeside(weekly('b', 600), [weekly('a', 2400)])).toEqual([
    { code: 'need.again', severity: 'ask', field: 'minutes', details: { minutes: 2400 } },
  ]);
  expect(codes(onADay('b', 1, 60), onADay('a', 1, 180))).toEqual(['ask need.again']);
  expect(codes(onADay('b', 2, 60), onADay('a', 1, 180), weekly('c', 60))).toEqual([]);
});

test('more hours than a day or a week has are asked about, more than four people could do are refused', () => {
  const found = (line: NeedLine) => checkNeed(line).map((one) => `${one.severity} ${one.code}`);
  expect(found(onADay('a', 1, 24 * 60))).toEqual([]);
  expect(found(onADay('a', 1, 30 * 60))).toEqual(['ask need.more-than-a-day']);
  expect(found(onADay('a', 1, 97 * 60))).toEqual(['refuse need.more-than-there-are']);
  expect(found(weekly('a', 168 * 60))).toEqual([]);
  expect(found(weekly('a', 169 * 60))).toEqual(['ask need.more-than-a-week']);
  expect(found(weekly('a', 673 * 60))).toEqual(['refuse need.more-than-there-are']);
  expect(found(weekly('a', 60, { weeklySleepIns: 8 }))).toEqual(['ask need.more-than-a-week']);
});
