import type { IsoDay } from '../dates';
import type { KindOfWork } from './kind-of-work';
import { kindOfWorkFacts } from './kind-of-work';
import type { RotaProblem } from './problem';
import type { RotaShift } from './shift';
import { spanThatCounts } from './shift';
import type { Span } from './span';

/** How one shift stands on a timesheet. `locked`: it is paid, and a change becomes a correction in the next pay. */
export type TimesheetStanding = 'to-confirm' | 'confirmed' | 'locked' | 'away' | 'cancelled';

export type TimesheetLine = {
  readonly key: string;
  readonly shiftId: string | null;
  readonly kindOfWork: KindOfWork;
  readonly standing: TimesheetStanding;
  readonly planned: Span;
  readonly plannedMinutes: number;
  /** What was worked; null while it is not confirmed, and when nothing was. */
  readonly worked: Span | null;
  readonly workedMinutes: number;
  /** Worked less planned; 0 while it is not confirmed. */
  readonly differenceMinutes: number;
  /** Why it differs; empty when it does not, or nobody said. */
  readonly reason: string;
  /** In a sleep-in: minutes awake for work. */
  readonly awakeMinutes: number;
};

export type TimesheetTotals = {
  readonly kindOfWork: KindOfWork;
  readonly shifts: number;
  readonly plannedMinutes: number;
  readonly workedMinutes: number;
  readonly awakeMinutes: number;
};

export type TimesheetProblem =
  | 'timesheet.to-confirm'
  | 'timesheet.difference-without-reason'
  | 'timesheet.changed-since-agreed'
  | 'timesheet.not-agreed';

/** The PA's word that a timesheet is right: on paper with a signature, or a name typed on a day. */
export type TimesheetAgreement = {
  readonly workerId: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly how: 'signed' | 'typed';
  readonly name: string;
  readonly on: IsoDay;
  /** `timesheetContent` of what was agreed, so that a later change shows. */
  readonly content: string;
};

export type Timesheet = {
  readonly workerId: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  /** Shifts that start in the period, by time. */
  readonly lines: readonly TimesheetLine[];
  /** By kind of work, those that were worked or are to be confirmed. */
  readonly totals: readonly TimesheetTotals[];
  readonly plannedMinutes: number;
  readonly workedMinutes: number;
  readonly differenceMinutes: number;
  readonly sleepIns: number;
  /** The newest agreement of just this period; null without one. */
  readonly agreement: TimesheetAgreement | null;
  /** Whether the agreement is of the timesheet as it is now. */
  readonly agreed: boolean;
  /** `all` and `some`: what is paid cannot be changed here any more. */
  readonly locked: 'none' | 'some' | 'all';
  readonly problems: readonly RotaProblem<TimesheetProblem>[];
};

/**
 * A PA's hours of a period, actual against planned. `shifts` are those of the rota for the window, cancelled ones too if
 * they are to be shown; another worker's and those that start outside the period are passed over.
 */
export function timesheet(input: {
  readonly workerId: string;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly shifts: readonly RotaShift[];
  readonly agreements: readonly TimesheetAgreement[];
}): Timesheet {
  const { workerId, from, to } = input;
  const lines = input.shifts
    .filter((shift) => shift.workerId === workerId && from <= shift.day && shift.day <= to)
    .sort((a, b) => a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1))
    .map(lineOf);
  const agreement =
    input.agreements
      .filter((each) => each.workerId === workerId && each.from === from && each.to === to)
      .reduce<TimesheetAgreement | null>(
        (newest, each) => (newest === null || each.on >= newest.on ? each : newest),
        null,
      ) ?? null;
  const agreed = agreement !== null && agreement.content === timesheetContent(lines);
  const counted = lines.filter((line) => line.standing !== 'away' && line.standing !== 'cancelled');
  const locked = counted.filter((line) => line.standing === 'locked').length;
  return {
    workerId,
    from,
    to,
    lines,
    totals: totalsOf(counted),
    plannedMinutes: hours(counted, (line) => line.plannedMinutes),
    workedMinutes: hours(counted, (line) => line.workedMinutes),
    differenceMinutes: hours(counted, (line) => line.differenceMinutes),
    sleepIns: counted.filter((line) => kindOfWorkFacts(line.kindOfWork).maySleep).length,
    agreement,
    agreed,
    locked: locked === 0 ? 'none' : locked === counted.length ? 'all' : 'some',
    problems: problemsOf(lines, agreement, agreed),
  };
}

function lineOf(shift: RotaShift): TimesheetLine {
  const standing = standingOf(shift);
  const isWorked = standing === 'confirmed' || standing === 'locked';
  const { day, start, endDay, end } = shift;
  const planned = { day, start, endDay, end };
  const counts = spanThatCounts(shift);
  const worked = isWorked ? { day, start: counts.start, endDay: counts.endDay, end: counts.end } : null;
  return {
    key: shift.key,
    shiftId: shift.shiftId,
    kindOfWork: shift.kindOfWork,
    standing,
    planned,
    plannedMinutes: shift.plannedMinutes,
    worked,
    workedMinutes: isWorked ? shift.minutes : 0,
    differenceMinutes: isWorked ? shift.minutes - shift.plannedMinutes : 0,
    reason: isWorked ? (shift.actual?.reason ?? '') : '',
    awakeMinutes:
      isWorked && kindOfWorkFacts(shift.kindOfWork).maySleep ? (shift.actual?.awakeMinutes ?? 0) : 0,
  };
}

function standingOf(shift: RotaShift): TimesheetStanding {
  if (shift.paidIn !== null) return 'locked';
  switch (shift.state) {
    case 'confirmed':
      return 'confirmed';
    case 'planned':
      return 'to-confirm';
    case 'cancelled':
      return 'cancelled';
    case 'off':
    case 'open':
      return 'away';
  }
}

/** Hours of work; nights asleep are counted as nights instead. */
function hours(lines: readonly TimesheetLine[], of: (line: TimesheetLine) => number): number {
  return lines.reduce((sum, line) => sum + (kindOfWorkFacts(line.kindOfWork).maySleep ? 0 : of(line)), 0);
}

function totalsOf(lines: readonly TimesheetLine[]): readonly TimesheetTotals[] {
  const totals = new Map<KindOfWork, TimesheetTotals>();
  for (const line of lines) {
    const { kindOfWork } = line;
    const sum = totals.get(kindOfWork);
    totals.set(kindOfWork, {
      kindOfWork,
      shifts: (sum?.shifts ?? 0) + 1,
      plannedMinutes: (sum?.plannedMinutes ?? 0) + line.plannedMinutes,
      workedMinutes: (sum?.workedMinutes ?? 0) + line.workedMinutes,
      awakeMinutes: (sum?.awakeMinutes ?? 0) + line.awakeMinutes,
    });
  }
  return [...totals.values()];
}

function problemsOf(
  lines: readonly TimesheetLine[],
  agreement: TimesheetAgreement | null,
  agreed: boolean,
): readonly RotaProblem<TimesheetProblem>[] {
  const problems: RotaProblem<TimesheetProblem>[] = [];
  const open = lines.filter((line) => line.standing === 'to-confirm').length;
  if (open > 0) problems.push({ code: 'timesheet.to-confirm', severity: 'inform', details: { count: open } });
  for (const line of lines) {
    if (differs(line) && line.reason.trim() === '')
      problems.push({
        code: 'timesheet.difference-without-reason',
        severity: 'warn',
        details: { key: line.key, day: line.planned.day, minutes: line.differenceMinutes },
      });
  }
  if (agreement === null) problems.push({ code: 'timesheet.not-agreed', severity: 'inform' });
  else if (!agreed)
    problems.push({
      code: 'timesheet.changed-since-agreed',
      severity: 'warn',
      details: { on: agreement.on, name: agreement.name },
    });
  return problems;
}

/** Whether other times were worked than planned, also where they come to as many minutes. */
function differs(line: TimesheetLine): boolean {
  const { worked, planned } = line;
  return (
    worked !== null &&
    (worked.start !== planned.start || worked.end !== planned.end || worked.endDay !== planned.endDay)
  );
}

/**
 * What a PA agrees to, as one text: each shift that was worked with its times, kind and time awake. The same whether it
 * is paid yet or not; plans and reasons are no part of it, so that only a change of hours makes an agreement old.
 */
export function timesheetContent(lines: readonly TimesheetLine[]): string {
  return lines
    .flatMap(({ key, kindOfWork, worked, awakeMinutes }) =>
      worked === null
        ? []
        : [
            `${key} ${kindOfWork} ${worked.day} ${worked.start} ${worked.endDay} ${worked.end} ${awakeMinutes}`,
          ],
    )
    .sort()
    .join('\n');
}

export type AgreementProblem =
  | 'agreement.no-name'
  | 'agreement.in-the-future'
  | 'agreement.before-the-period-ends'
  | 'agreement.nothing-worked'
  | 'agreement.shifts-to-confirm';

/** What is wrong with, or to be asked of, an agreement being noted. */
export function checkAgreement(
  sheet: Timesheet,
  agreement: Pick<TimesheetAgreement, 'name' | 'on'>,
  today: IsoDay,
): readonly RotaProblem<AgreementProblem>[] {
  const problems: RotaProblem<AgreementProblem>[] = [];
  if (agreement.name.trim() === '')
    problems.push({ code: 'agreement.no-name', severity: 'refuse', field: 'name' });
  if (agreement.on > today)
    problems.push({ code: 'agreement.in-the-future', severity: 'refuse', field: 'on', details: { today } });
  else if (agreement.on < sheet.to)
    problems.push({
      code: 'agreement.before-the-period-ends',
      severity: 'warn',
      field: 'on',
      details: { ends: sheet.to },
    });
  if (!sheet.lines.some((line) => line.worked !== null))
    problems.push({ code: 'agreement.nothing-worked', severity: 'refuse' });
  const open = sheet.lines.filter((line) => line.standing === 'to-confirm').length;
  if (open > 0)
    problems.push({ code: 'agreement.shifts-to-confirm', severity: 'warn', details: { count: open } });
  return problems;
}
