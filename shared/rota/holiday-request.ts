import figures from '@resources/rates/absence.json';
import { addDays, daysBetween, type IsoDay } from '../dates';
import type { SourceReference } from '../explain';
import { type BankHolidayDivision, bankHolidayOn, bankHolidaysBetween } from '../payroll/bank-holidays';
import { exact, exactText, roundedUp } from '../payroll/exact';
import type { Absence } from './absence';
import { daysOverlap, othersAway } from './absence-rules';
import type { RotaProblem } from './problem';

/** A request moves from `asked` to `agreed` or `refused`; the PA may take it back. */
export type HolidayAnswer = 'asked' | 'agreed' | 'refused' | 'taken-back';

export type HolidayRequest = {
  readonly id: string;
  readonly workerId: string;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly askedOn: IsoDay;
  readonly answer: HolidayAnswer;
  /** The day of the answer; null while it is open. */
  readonly answeredOn: IsoDay | null;
};

export type HolidayRequestProblem =
  | 'holiday.ends-before-it-starts'
  | 'holiday.asked-after-it-starts'
  | 'holiday.notice-short'
  | 'holiday.refusal-late'
  | 'holiday.more-than-left'
  | 'holiday.other-away'
  | 'holiday.other-asked'
  | 'holiday.own-request-there'
  | 'holiday.need-uncovered'
  | 'holiday.no-work-then'
  | 'holiday.two-leave-years'
  | 'holiday.bank-holiday-inside'
  | 'holiday.bank-holidays-not-published';

/** Bank holidays in the leave: counted in the entitlement, or given on top of it. The contract says which. */
export type BankHolidayTerms = 'in-entitlement' | 'on-top';

export type HolidayRequestInput = {
  readonly request: HolidayRequest;
  readonly today: IsoDay;
  /** Days of the leave on which the PA would have worked: those whose shifts it touches. */
  readonly workingDays: readonly IsoDay[];
  /** What the leave takes of the balance, and what is left of it after all that is booked: exact decimals in one unit. */
  readonly amount: string;
  readonly leftAfterBooked: string;
  readonly unit: 'days' | 'hours';
  readonly leaveYear: { readonly from: IsoDay; readonly to: IsoDay };
  /** Everybody's absences, this worker's own among them. */
  readonly absences: readonly Absence[];
  /** Everybody's requests; only those still `asked` count. */
  readonly requests: readonly HolidayRequest[];
  /** Minutes that nobody would cover if it were agreed, by day. */
  readonly uncovered: readonly { readonly day: IsoDay; readonly minutes: number }[];
  readonly division: BankHolidayDivision;
  readonly bankHolidays: BankHolidayTerms;
  /** What the contract says of notice in place of the law's rule, in days; null when it says nothing. */
  readonly contractNoticeDays: number | null;
};

export type LeaveBankHoliday = {
  readonly day: IsoDay;
  readonly title: string;
  /** Whether the PA would have worked on it, and whether it takes from their holiday. */
  readonly worksThen: boolean;
  readonly takesHoliday: boolean;
};

export type HolidayRequestView = {
  readonly problems: readonly RotaProblem<HolidayRequestProblem>[];
  readonly noticeNeededDays: number;
  readonly noticeGivenDays: number;
  /** The last day on which it can be refused with the notice that the law asks for. */
  readonly refuseBy: IsoDay;
  readonly bankHolidays: readonly LeaveBankHoliday[];
  /** What is left after this leave, as an exact decimal. */
  readonly leftAfter: string;
  readonly noticeSource: SourceReference;
};

/** Days of notice that leave of so many days needs: twice as many and one more. Source: GOV.UK; WTR 1998 reg 15. */
export function holidayNoticeDays(leaveDays: number): number {
  const { timesAsLong, plusDays } = figures.holidayNotice;
  return leaveDays === 0 ? 0 : timesAsLong * leaveDays + plusDays;
}

/** Days of notice that refusing leave of so many days needs: as many and one more. Source: GOV.UK; WTR 1998 reg 15. */
export function holidayRefusalDays(leaveDays: number): number {
  const { refusalTimesAsLong, plusDays } = figures.holidayNotice;
  return leaveDays === 0 ? 0 : refusalTimesAsLong * leaveDays + plusDays;
}

/**
 * Everything to weigh in a request for holiday before it is answered. Short notice and clashes are told, never refused:
 * the employer may agree all the same. The days of leave are those on which the PA would work.
 */
export function viewHolidayRequest(input: HolidayRequestInput): HolidayRequestView {
  const { request, workingDays } = input;
  const { firstDay, lastDay, askedOn } = request;
  const problems: RotaProblem<HolidayRequestProblem>[] = [];
  const say = (
    code: HolidayRequestProblem,
    severity: RotaProblem['severity'],
    details?: Readonly<Record<string, string | number>>,
    field?: string,
  ): void => {
    problems.push({
      code,
      severity,
      ...(field === undefined ? {} : { field }),
      ...(details === undefined ? {} : { details }),
    });
  };
  const leaveDays = new Set(workingDays.filter((day) => firstDay <= day && day <= lastDay)).size;
  const needed = input.contractNoticeDays ?? holidayNoticeDays(leaveDays);
  const given = Math.max(0, daysBetween(askedOn, firstDay));
  const refuseBy = addDays(firstDay, -holidayRefusalDays(leaveDays));
  const left = exact(input.leftAfterBooked).minus(input.amount);
  const view = {
    problems,
    noticeNeededDays: needed,
    noticeGivenDays: given,
    refuseBy,
    bankHolidays: [] as LeaveBankHoliday[],
    leftAfter: exactText(left),
    noticeSource: { source: figures.holidayNotice.source, part: figures.holidayNotice.part },
  };
  if (lastDay < firstDay) {
    say('holiday.ends-before-it-starts', 'refuse', undefined, 'lastDay');
    return view;
  }
  if (askedOn > firstDay) say('holiday.asked-after-it-starts', 'inform', { askedOn, firstDay });
  else if (given < needed)
    say('holiday.notice-short', 'warn', { given, needed, leaveDays, askBy: addDays(firstDay, -needed) });
  if (request.answer === 'asked' && leaveDays > 0 && input.today > refuseBy)
    say('holiday.refusal-late', 'inform', { refuseBy });
  if (left.isNegative())
    say('holiday.more-than-left', 'warn', {
      amount: exactText(exact(input.amount)),
      left: exactText(exact(input.leftAfterBooked)),
      unit: input.unit,
    });
  if (leaveDays === 0) say('holiday.no-work-then', 'inform');
  if (firstDay <= input.leaveYear.to && lastDay > input.leaveYear.to)
    say('holiday.two-leave-years', 'inform', { yearEnds: input.leaveYear.to });
  clashes(input, say);
  const minutes = input.uncovered.filter(
    (each) => firstDay <= each.day && each.day <= lastDay && each.minutes > 0,
  );
  if (minutes.length > 0)
    say('holiday.need-uncovered', 'warn', {
      minutes: minutes.reduce((sum, each) => sum + each.minutes, 0),
      days: new Set(minutes.map((each) => each.day)).size,
    });
  const last = bankHolidayOn(input.division, lastDay);
  if (!last.ok) say('holiday.bank-holidays-not-published', 'inform', { day: lastDay });
  for (const { day, title } of bankHolidaysBetween(input.division, firstDay, lastDay)) {
    const worksThen = workingDays.includes(day);
    const takesHoliday = worksThen && input.bankHolidays === 'in-entitlement';
    view.bankHolidays.push({ day, title, worksThen, takesHoliday });
    say('holiday.bank-holiday-inside', 'inform', {
      day,
      title,
      worksThen: worksThen ? 'yes' : 'no',
      takesHoliday: takesHoliday ? 'yes' : 'no',
    });
  }
  return view;
}

type Say = (
  code: HolidayRequestProblem,
  severity: RotaProblem['severity'],
  details: Readonly<Record<string, string | number>>,
) => void;

/** Others who are away or have asked to be, and another request of the same PA. Why others are away is not said. */
function clashes({ request, absences, requests }: HolidayRequestInput, say: Say): void {
  for (const other of othersAway(request, absences))
    say('holiday.other-away', 'warn', {
      workerId: other.workerId,
      firstDay: other.firstDay,
      lastDay: other.lastDay ?? '',
    });
  for (const other of requests) {
    if (other.id === request.id || other.answer !== 'asked' || !daysOverlap(request, other)) continue;
    const { workerId, firstDay, lastDay, askedOn } = other;
    const own = workerId === request.workerId;
    say(own ? 'holiday.own-request-there' : 'holiday.other-asked', 'warn', {
      workerId,
      firstDay,
      lastDay,
      askedOn,
    });
  }
}

export type HolidayAnswerProblem =
  | 'holiday.answered-already'
  | 'holiday.refusal-needs-notice'
  | 'holiday.answered-before-asked';

/**
 * What stands in the way of an answer. Agreeing is always possible while the request is open. A refusal after its last
 * day is told, not stopped: the PA may then have a right to the leave.
 */
export function checkAnswer(
  request: HolidayRequest,
  answer: 'agreed' | 'refused',
  on: IsoDay,
  refuseBy: IsoDay,
): readonly RotaProblem<HolidayAnswerProblem>[] {
  if (request.answer !== 'asked')
    return [{ code: 'holiday.answered-already', severity: 'refuse', details: { answer: request.answer } }];
  if (on < request.askedOn)
    return [
      {
        code: 'holiday.answered-before-asked',
        severity: 'refuse',
        field: 'answeredOn',
        details: { askedOn: request.askedOn },
      },
    ];
  return answer === 'refused' && on > refuseBy
    ? [{ code: 'holiday.refusal-needs-notice', severity: 'warn', details: { refuseBy } }]
    : [];
}

export type UntakenLeave = {
  readonly code: 'holiday.cannot-all-be-taken' | 'holiday.piles-up' | 'holiday.some-left-near-end';
  readonly severity: 'warn' | 'inform';
  readonly details: {
    readonly left: string;
    readonly unit: string;
    /** Whole weeks from today to the end of the leave year, and weeks off that what is left comes to, rounded up. */
    readonly weeksLeft: number;
    readonly weeksOfHoliday: number;
    readonly yearEnds: IsoDay;
    /** The last day to ask for one week of it in time. */
    readonly askBy: IsoDay;
  };
};

/** Weeks before the end of the leave year from which any holiday left is told, and the share of weeks that is a pile: our choice. */
const NEAR_END_WEEKS = 12;
const PILE_SHARE = 4;

/**
 * A warning while there is still time: more holiday left than weeks to take it in; more than a quarter of the weeks left;
 * or some left in the last twelve weeks. Null when all is well. An employer has to encourage leave and say that it may
 * be lost (WTR 1998 reg 13, recalled). `left` is what is not yet taken or booked; `weekly` what a week off takes.
 */
export function untakenLeave(input: {
  readonly today: IsoDay;
  readonly leaveYear: { readonly from: IsoDay; readonly to: IsoDay };
  readonly left: string;
  readonly unit: 'days' | 'hours';
  readonly weekly: string;
  readonly workingDaysPerWeek: number;
}): UntakenLeave | null {
  const { today, leaveYear, unit } = input;
  const left = exact(input.left);
  const weekly = exact(input.weekly);
  if (today < leaveYear.from || today > leaveYear.to || !left.isPositive() || left.isZero()) return null;
  if (!weekly.isPositive() || weekly.isZero()) return null;
  const weeksLeft = Math.floor((daysBetween(today, leaveYear.to) + 1) / 7);
  const weeks = left.div(weekly);
  const code = weeks.greaterThan(weeksLeft)
    ? 'holiday.cannot-all-be-taken'
    : weeks.times(PILE_SHARE).greaterThan(weeksLeft)
      ? 'holiday.piles-up'
      : weeksLeft <= NEAR_END_WEEKS
        ? 'holiday.some-left-near-end'
        : null;
  if (code === null) return null;
  const lastWeek = addDays(leaveYear.to, -6);
  const askBy = addDays(lastWeek, -holidayNoticeDays(input.workingDaysPerWeek));
  return {
    code,
    severity: code === 'holiday.some-left-near-end' ? 'inform' : 'warn',
    details: {
      left: exactText(left),
      unit,
      weeksLeft,
      weeksOfHoliday: roundedUp(weeks, 0).toNumber(),
      yearEnds: leaveYear.to,
      askBy,
    },
  };
}
