import { minutesOf } from '../clock-time';
import type { NeedAtATime, NeedLine } from './need-plan';
import type { RotaProblem } from './problem';

export type NeedBesideProblem =
  /** The same hours are in the plan already. */
  | 'need.twice'
  /** Two times of one plan run into each other: right when two people are wanted then. */
  | 'need.overlaps'
  /** There are such hours already; these would come on top of them. */
  | 'need.again';

const DAY = 1440;
const WEEK = 7 * DAY;

/**
 * What is to be said of a line beside the others of its agreement. Two agreements may pay for the same time: nothing is
 * said of that.
 */
export function checkNeedBeside(
  line: NeedLine,
  others: readonly NeedLine[],
): readonly RotaProblem<NeedBesideProblem>[] {
  const beside = others.filter(
    (other) => other.agreementId === line.agreementId && other.id !== line.id && runTogether(line, other),
  );
  const problems: RotaProblem<NeedBesideProblem>[] = [];
  if (line.kind === 'at-a-time') {
    const timed = beside.filter((other) => other.kind === 'at-a-time');
    if (timed.some((other) => isSameTime(line, other)))
      problems.push({ code: 'need.twice', severity: 'refuse', field: 'start' });
    else if (timed.some((other) => timesMeet(line, other)))
      problems.push({ code: 'need.overlaps', severity: 'ask', field: 'start' });
    return problems;
  }
  const same = beside.find(
    (other) =>
      other.kind === line.kind &&
      (line.kind === 'any-time' || (other.kind === 'on-a-day' && other.weekday === line.weekday)),
  );
  if (same !== undefined)
    problems.push({
      code: 'need.again',
      severity: 'ask',
      field: 'minutes',
      details: {
        minutes: same.kind === 'any-time' ? same.weeklyMinutes : same.kind === 'on-a-day' ? same.minutes : 0,
      },
    });
  return problems;
}

function runTogether(a: NeedLine, b: NeedLine): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

function isSameTime(a: NeedAtATime, b: NeedAtATime): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.endsNextDay === b.endsNextDay &&
    a.sleepIn === b.sleepIn &&
    (a.weekday === null || b.weekday === null || a.weekday === b.weekday)
  );
}

/** Whether two times of a week meet, a night of Sunday running into Monday too. */
function timesMeet(a: NeedAtATime, b: NeedAtATime): boolean {
  return stretchesOf(a).some((one) =>
    stretchesOf(b).some((other) =>
      [-WEEK, 0, WEEK].some((shift) => one.from < other.to + shift && other.from + shift < one.to),
    ),
  );
}

function stretchesOf(line: NeedAtATime): readonly { readonly from: number; readonly to: number }[] {
  const length = minutesOf(line.end) - minutesOf(line.start) + (line.endsNextDay ? DAY : 0);
  const days = line.weekday === null ? [0, 1, 2, 3, 4, 5, 6] : [line.weekday];
  return days.map((day) => {
    const from = day * DAY + minutesOf(line.start);
    return { from, to: from + length };
  });
}
