import duties from '@resources/rates/pension-duties.json';
import { addDays, addMonths, addYears, ageOn, type IsoDay, isoDay, laterDay } from '../dates';
import type { SourceReference } from '../explain';
import { type Pence, sumPence } from '../money';
import { type RatesBook, ratesForDay } from '../rates/rates-book';
import type { PayFrequency } from '../rates/tax-year-rates';
import { ok, type Result, refused } from '../result';
import { sourceOf } from './dated-rows';
import { assessForPension, type PensionDuty } from './pension';

/** A day that a duty gives, with where the rule was read and its mark (`SEEN`, or `RECALLED` and to be checked). */
export type DutyDay = { readonly day: IsoDay; readonly source: SourceReference; readonly mark: string };

type Rule = { readonly source: string; readonly part?: string; readonly mark: string };

function dutyDay(day: IsoDay, rule: Rule): DutyDay {
  return { day, source: sourceOf(rule), mark: rule.mark };
}

/** The last day of a period of months or weeks that begins with a day: the earlier reading of "within". */
function lastDayOf(from: IsoDay, length: { readonly months?: number; readonly weeks?: number }): IsoDay {
  return addDays(addMonths(from, length.months ?? 0), (length.weeks ?? 0) * 7 - 1);
}

/** One pay period with what the worker earned in it, as qualifying earnings count them. */
export type EarnedPeriod = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly payDate: IsoDay;
  readonly frequency: PayFrequency;
  readonly earnings: Pence;
};

export type PensionWorker = { readonly birthDate: IsoDay; readonly startedOn: IsoDay };

/** What a worker was in one period, from which day of it. */
export type PeriodAssessment = {
  readonly period: EarnedPeriod;
  readonly duty: PensionDuty;
  readonly from: DutyDay;
};

/**
 * Assesses a worker period by period, by age and earnings, with the figures in force on each pay date. A birthday that
 * makes a worker old enough counts from that day on. Periods that end before the job or the duties start are left out.
 * Refuses `rates.unknown-date` for a pay date without figures. Source: Pensions Act 2008 sections 1 to 9.
 */
export function assessPeriods(
  worker: PensionWorker,
  dutiesStartOn: IsoDay,
  periods: readonly EarnedPeriod[],
  book: RatesBook,
): Result<readonly PeriodAssessment[], 'rates.unknown-date'> {
  const first = laterDay(worker.startedOn, dutiesStartOn);
  const assessed: PeriodAssessment[] = [];
  for (const period of periods) {
    if (period.to < first) continue;
    const rates = ratesForDay(book, period.payDate);
    if (!rates.ok) return rates;
    const { pensions } = rates.value;
    const start = laterDay(period.from, first);
    const old = oldEnough(worker.birthDate, pensions.ages.enrolFrom);
    const day = old > start && old <= period.to ? old : start;
    const duty = assessForPension(
      { birthDate: worker.birthDate, day },
      period.earnings,
      period.frequency,
      pensions,
      book,
    );
    const [evidence] = pensions.ages.evidence;
    const source = { source: evidence?.sources[0] ?? '', mark: evidence?.mark ?? 'RECALLED' };
    assessed.push({ period, duty, from: dutyDay(day, source) });
  }
  return ok(assessed);
}

/** The first day on which somebody is of an age; born on 29 February, the day that `ageOn` counts. */
function oldEnough(birthDate: IsoDay, age: number): IsoDay {
  const birthday = addYears(birthDate, age);
  return ageOn(birthDate, birthday) >= age ? birthday : addDays(birthday, 1);
}

/** Put off until a day, from the day duties start, the first day of work or the day of becoming eligible. */
export type Postponement = { readonly from: IsoDay; readonly until: IsoDay };

export type EnrolmentInput = {
  readonly worker: PensionWorker;
  readonly dutiesStartOn: IsoDay;
  /** Oldest first, and all of one worker. */
  readonly periods: readonly EarnedPeriod[];
  readonly postponement: Postponement | null;
  /** The day the worker asked in writing to be put in, or to join. */
  readonly askedOn: IsoDay | null;
};

export type PostponementDates = {
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly latest: DutyDay;
  readonly noticeBy: DutyDay;
};

export type Enrolment = {
  /** `automatic`, because the worker asked (`opt-in`, the employer pays too), or `joined` (the employer need not pay). */
  readonly how: 'automatic' | 'opt-in' | 'joined';
  readonly employerPays: boolean;
  readonly enrolOn: DutyDay;
  /** The worker is enrolled and has been written to by then. */
  readonly doneBy: DutyDay;
};

export type EnrolmentDuties = {
  readonly assessments: readonly PeriodAssessment[];
  /** The first day on which the worker is an eligible jobholder, if there is one. */
  readonly eligibleOn: DutyDay | null;
  readonly postponement: PostponementDates | null;
  readonly enrolment: Enrolment | null;
};

export type EnrolmentProblem =
  | 'rates.unknown-date'
  | 'pension.postponed-from-wrong-day'
  | 'pension.postponed-backwards'
  | 'pension.postponed-too-long'
  | 'pension.cannot-ask';

/**
 * Whether and when a worker has to be put into a pension. Postponement lasts three months at the most and the worker is
 * assessed again on the day it ends. Who asks is put in from the next pay period, postponed or not; an entitled worker
 * joins without a duty on the employer to pay. Sources and marks: resources/rates/pension-duties.json.
 */
export function enrolmentDuties(
  input: EnrolmentInput,
  book: RatesBook,
): Result<EnrolmentDuties, EnrolmentProblem> {
  const assessed = assessPeriods(input.worker, input.dutiesStartOn, input.periods, book);
  if (!assessed.ok) return assessed;
  const assessments = assessed.value;
  const firstEligible = assessments.find((one) => one.duty === 'eligible-jobholder');
  const eligibleOn = firstEligible?.from ?? null;
  const postponement = postponementDates(input, eligibleOn?.day ?? null);
  if (!postponement.ok) return postponement;
  const automatic = automaticFrom(assessments, postponement.value);
  const asked = askedFrom(input.askedOn, assessments);
  if (!asked.ok) return asked;
  const byLaw =
    automatic === null
      ? null
      : enrolmentFrom('automatic', dutyDay(automatic.day, duties.enrolWithinWeeks), automatic.day);
  const enrolment =
    asked.value !== null && (byLaw === null || asked.value.enrolOn.day < byLaw.enrolOn.day)
      ? asked.value
      : byLaw;
  return ok({ assessments, eligibleOn, postponement: postponement.value, enrolment });
}

function enrolmentFrom(how: Enrolment['how'], enrolOn: DutyDay, day: IsoDay): Enrolment {
  return {
    how,
    employerPays: how !== 'joined',
    enrolOn,
    doneBy: dutyDay(lastDayOf(day, duties.enrolWithinWeeks), duties.enrolWithinWeeks),
  };
}

function postponementDates(
  input: EnrolmentInput,
  eligibleOn: IsoDay | null,
): Result<PostponementDates | null, EnrolmentProblem> {
  if (input.postponement === null) return ok(null);
  const { from, until } = input.postponement;
  if (![input.dutiesStartOn, input.worker.startedOn, eligibleOn].includes(from))
    return refused('pension.postponed-from-wrong-day', { from });
  if (until <= from) return refused('pension.postponed-backwards', { from, until });
  const rule = duties.postponement;
  const latest = addMonths(from, rule.monthsAtMost);
  if (until > latest) return refused('pension.postponed-too-long', { until, latest });
  return ok({
    from,
    until,
    latest: dutyDay(latest, rule),
    noticeBy: dutyDay(lastDayOf(from, { weeks: rule.noticeWithinWeeks }), rule),
  });
}

/**
 * What follows from a worker's asking in writing to be put in: from when, and whether the employer pays. An eligible
 * jobholder asks like any jobholder: postponed, or back in after an opt-out. Refuses `pension.cannot-ask` where the day is
 * in no period, or the worker too young or too old.
 */
export function enrolmentAskedFor(
  input: Pick<EnrolmentInput, 'worker' | 'dutiesStartOn' | 'periods'> & { readonly askedOn: IsoDay },
  book: RatesBook,
): Result<
  { readonly enrolment: Enrolment; readonly assessment: PeriodAssessment },
  'rates.unknown-date' | 'pension.cannot-ask'
> {
  const assessed = assessPeriods(input.worker, input.dutiesStartOn, input.periods, book);
  if (!assessed.ok) return assessed;
  const { askedOn } = input;
  const asked = askedFrom(askedOn, assessed.value);
  if (!asked.ok) return asked;
  const assessment = assessed.value.find(({ period }) => period.from <= askedOn && askedOn <= period.to);
  if (asked.value === null || assessment === undefined) return refused('pension.cannot-ask', { askedOn });
  return ok({ enrolment: asked.value, assessment });
}

/** The day the law puts a worker in: the first eligible day, or the first at or after the end of postponement. */
function automaticFrom(
  assessments: readonly PeriodAssessment[],
  postponement: PostponementDates | null,
): { readonly day: IsoDay } | null {
  for (const { duty, from, period } of assessments) {
    if (duty !== 'eligible-jobholder') continue;
    if (postponement === null || from.day < postponement.from) return { day: from.day };
    if (period.to < postponement.until) continue;
    return { day: laterDay(from.day, postponement.until) };
  }
  return null;
}

function askedFrom(
  askedOn: IsoDay | null,
  assessments: readonly PeriodAssessment[],
): Result<Enrolment | null, 'pension.cannot-ask'> {
  if (askedOn === null) return ok(null);
  const at = assessments.findIndex((one) => one.period.from <= askedOn && askedOn <= one.period.to);
  const assessed = assessments[at];
  if (assessed === undefined || assessed.duty === 'none') return refused('pension.cannot-ask', { askedOn });
  const day = laterDay(addDays(assessed.period.to, 1), askedOn);
  const how = assessed.duty === 'entitled-worker' ? 'joined' : 'opt-in';
  return ok(enrolmentFrom(how, dutyDay(day, duties.optIn), day));
}

export type OptOutWindow = { readonly from: DutyDay; readonly to: DutyDay };

/** The month in which a worker can opt out: it begins with the later of membership and having the information. */
export function optOutWindow(memberFrom: IsoDay, informedOn: IsoDay): OptOutWindow {
  const from = laterDay(memberFrom, informedOn);
  return { from: dutyDay(from, duties.optOut), to: dutyDay(lastDayOf(from, duties.optOut), duties.optOut) };
}

export type OptOut = {
  /** What was taken from the worker's pay, given back through pay. */
  readonly refund: Pence;
  readonly refundBy: DutyDay;
  /** The first payday on or after the notice, where one is known. */
  readonly refundPayDate: IsoDay | null;
};

/**
 * A worker's notice to opt out. Refuses a day outside the window (`pension.opt-out-too-early`, `-too-late`): the worker
 * may then stop paying in, but nothing is given back.
 */
export function optOut(input: {
  readonly window: OptOutWindow;
  readonly noticeOn: IsoDay;
  readonly taken: readonly Pence[];
  readonly payDates: readonly IsoDay[];
}): Result<OptOut, 'pension.opt-out-too-early' | 'pension.opt-out-too-late'> {
  const { window, noticeOn } = input;
  if (noticeOn < window.from.day) return refused('pension.opt-out-too-early', { from: window.from.day });
  if (noticeOn > window.to.day) return refused('pension.opt-out-too-late', { to: window.to.day });
  const [next] = input.payDates.filter((day) => day >= noticeOn).sort();
  return ok({
    refund: sumPence(input.taken),
    refundBy: dutyDay(lastDayOf(noticeOn, duties.optOut), duties.optOut),
    refundPayDate: next ?? null,
  });
}

/** The declaration of compliance, due even where nobody has to be enrolled. Postponement does not move it. */
export function declarationDue(dutiesStartOn: IsoDay): DutyDay {
  return dutyDay(lastDayOf(dutiesStartOn, duties.declaration), duties.declaration);
}

export type ReEnrolment = {
  readonly anniversary: DutyDay;
  readonly windowFrom: DutyDay;
  readonly windowTo: DutyDay;
  /** The re-declaration, due even where nobody is put back in. */
  readonly declareBy: DutyDay;
};

/**
 * The next re-enrolment: three years after duties started, or after the day last chosen for it, in a window of six
 * months around that day.
 */
export function nextReEnrolment(dutiesStartOn: IsoDay, lastReEnrolledOn: IsoDay | null): ReEnrolment {
  const rule = duties.reEnrolment;
  const anniversary = addYears(lastReEnrolledOn ?? dutiesStartOn, rule.years);
  const from = addMonths(anniversary, -rule.monthsEitherSide);
  const to = addDays(addMonths(anniversary, rule.monthsEitherSide), -1);
  return {
    anniversary: dutyDay(anniversary, rule),
    windowFrom: dutyDay(from, rule),
    windowTo: dutyDay(to, rule),
    declareBy: dutyDay(lastDayOf(anniversary, duties.declaration), duties.declaration),
  };
}

/**
 * The re-enrolment that comes next or is being done: where nothing was noted for years, the first whose re-declaration
 * is not over by a day.
 */
export function reEnrolmentOn(
  dutiesStartOn: IsoDay,
  lastReEnrolledOn: IsoDay | null,
  day: IsoDay,
): ReEnrolment {
  let next = nextReEnrolment(dutiesStartOn, lastReEnrolledOn);
  while (next.declareBy.day < day) next = nextReEnrolment(dutiesStartOn, next.anniversary.day);
  return next;
}

/** Whether somebody who opted out or stopped on a day is left out of re-enrolment on another: it was less than a year before. */
export function leftOutOfReEnrolment(stoppedOn: IsoDay, reEnrolOn: IsoDay): boolean {
  return addMonths(stoppedOn, duties.reEnrolment.notWithinMonths) > reEnrolOn;
}

/** The last day to write to a worker who need not be put in, from the first day of work or of duties. */
export function informBy(from: IsoDay): DutyDay {
  return dutyDay(lastDayOf(from, duties.information), duties.information);
}

/** The last day to write to who is put in, or whose assessment is put off, from the day that happens. */
export function writeBy(from: IsoDay): DutyDay {
  return dutyDay(lastDayOf(from, duties.enrolWithinWeeks), duties.enrolWithinWeeks);
}

/** The last day of a postponement that begins on a day. */
export function postponeUntilAtMost(from: IsoDay): DutyDay {
  return dutyDay(addMonths(from, duties.postponement.monthsAtMost), duties.postponement);
}

/** When an opt-in has to be followed again: one in any twelve months. */
export function nextOptInFrom(lastOn: IsoDay): DutyDay {
  return dutyDay(addMonths(lastOn, duties.optIn.onceInMonths), duties.optIn);
}

/** When contributions taken on a pay date have to be with the provider: a day of the month after it. */
export function contributionsDue(payDate: IsoDay, how: 'electronic' | 'other' = 'electronic'): DutyDay {
  const nextMonth = addMonths(isoDay(`${payDate.slice(0, 7)}-01`), 1);
  const { electronicDay, otherDay } = duties.payment;
  return dutyDay(addDays(nextMonth, (how === 'electronic' ? electronicDay : otherDay) - 1), duties.payment);
}

/** The re-declaration that belongs to a re-enrolment done on a day. */
export function reDeclarationFor(dutiesStartOn: IsoDay, reEnrolledOn: IsoDay): DutyDay {
  let done = nextReEnrolment(dutiesStartOn, null);
  while (done.windowTo.day < reEnrolledOn) done = nextReEnrolment(dutiesStartOn, done.anniversary.day);
  return done.declareBy;
}
