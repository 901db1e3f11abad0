import {
  addDays,
  addYears,
  daysBetween,
  daysFromTo,
  type IsoDay,
  laterDay,
  type Weekday,
  weekdayOf,
} from '../dates';
import { must, ok, type Result, refused } from '../result';
import { cutOff, type Exact, exact, exactText } from './exact';
import {
  qualifyingDayWhenNoneIsAgreed,
  type SickPayRate,
  sickPayLimits,
  sickPayRateOn,
  sickPayReformDay,
  sickPayRulesOn,
  sickSinceBeforeDay,
} from './sick-pay-rates';

/** A run of days of sickness, both ends included. Only whole days count. */
export type SicknessAbsence = {
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  /** Average weekly earnings before this absence, exact pounds as text. That of the first linked absence is used. */
  readonly averageWeeklyEarnings: string;
};

/** The weekdays normally worked, or agreed, from a day on; the first row also serves the days before it. An empty list stands for Wednesday alone. */
export type QualifyingDays = { readonly from: IsoDay; readonly weekdays: readonly Weekday[] };

/** Why sick pay is not due on days that would otherwise count. */
export type SickPayExclusionReason =
  | 'maternity-pay'
  | 'other-statutory-pay'
  | 'pregnancy-related'
  | 'late-notice'
  | 'in-custody'
  | 'trade-dispute'
  | 'work-not-begun'
  | 'employment-ended';

/** Days on which sick pay is not due for a reason of its own, both ends included. */
export type SickPayExclusion = {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly reason: SickPayExclusionReason;
};

export type SickPayRefusalCode =
  | 'sick-pay.too-few-days'
  | 'sick-pay.earnings-too-low'
  | 'sick-pay.no-earnings'
  | 'sick-pay.used-up'
  | 'sick-pay.linked-too-long'
  | 'sick-pay.sick-since-before-reform'
  | `sick-pay.${SickPayExclusionReason}`;

/** What became of one day of sickness. */
export type SickDay = {
  readonly day: IsoDay;
  /** First day of the first of the linked absences. */
  readonly linkedFrom: IsoDay;
} & (
  | { readonly outcome: 'not-qualifying' }
  | { readonly outcome: 'waiting' }
  | { readonly outcome: 'refused'; readonly code: SickPayRefusalCode }
  | {
      readonly outcome: 'paid';
      /** Exact pounds as text. */
      readonly weeklyRate: string;
      readonly qualifyingDaysInWeek: number;
      /** The weekly rate over the qualifying days, cut off at four decimals. */
      readonly dailyRate: string;
      readonly source: string;
    }
);

export type SickDaysInput = {
  readonly absences: readonly SicknessAbsence[];
  readonly qualifyingDays: readonly QualifyingDays[];
  readonly exclusions?: readonly SickPayExclusion[];
};

export type SickPayProblem = 'sick-pay.rates-not-known';

/** Shares of a week: 420 divides by every number of days from 1 to 7. */
const WEEK_SHARES = 420;

/** Whether days of sickness make a period of incapacity for work: 4 days, or 1 where any is on or after 6 April 2026. */
export function formsPeriodOfIncapacity(firstDay: IsoDay, lastDay: IsoDay): boolean {
  if (lastDay < firstDay) return false;
  if (lastDay >= sickPayReformDay) return true;
  const rules = must(sickPayRulesOn(lastDay), 'sick pay rules for the day');
  return daysBetween(firstDay, lastDay) + 1 >= rules.minimumDays;
}

/** Whether two periods link: not more than eight weeks lie between them. Source: SSCBA 1992 s152(3). */
export function periodsLink(earlierLastDay: IsoDay, laterFirstDay: IsoDay): boolean {
  return daysBetween(earlierLastDay, laterFirstDay) - 1 <= sickPayLimits.linkingDays;
}

/** The first day (Sunday) of the sick pay week that a day is in. */
export function sickPayWeekStart(day: IsoDay): IsoDay {
  return addDays(day, -((weekdayOf(day) + 1) % 7));
}

function weekdaysOn(pattern: readonly QualifyingDays[], day: IsoDay): readonly Weekday[] {
  const rows = [...pattern].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found = rows.findLast((row) => row.from <= day) ?? rows[0];
  return found && found.weekdays.length > 0 ? found.weekdays : [qualifyingDayWhenNoneIsAgreed];
}

/** Whether a day is a qualifying day under the pattern in force on it. */
export function isQualifyingDay(pattern: readonly QualifyingDays[], day: IsoDay): boolean {
  return weekdaysOn(pattern, day).includes(weekdayOf(day));
}

function qualifyingDaysInWeek(pattern: readonly QualifyingDays[], day: IsoDay): number {
  const start = sickPayWeekStart(day);
  return daysFromTo(start, addDays(start, 6)).filter((each) => isQualifyingDay(pattern, each)).length;
}

/** Weekly rate ÷ qualifying days, cut off at four decimals; nought where no day qualifies. Source: GOV.UK method. */
export function dailySickPayRate(weeklyRate: Exact, qualifyingDays: number): Exact {
  return qualifyingDays === 0 ? exact(0) : cutOff(weeklyRate.div(qualifyingDays), 4);
}

/** Joins absences that touch or overlap into unbroken spells, earliest first. */
export function joinedSpells(absences: readonly SicknessAbsence[]): SicknessAbsence[] {
  const spells: SicknessAbsence[] = [];
  for (const absence of [...absences].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
    if (absence.lastDay < absence.firstDay) throw new Error('An absence ends before it starts');
    const last = spells.at(-1);
    if (last && absence.firstDay <= addDays(last.lastDay, 1)) {
      spells[spells.length - 1] = { ...last, lastDay: laterDay(last.lastDay, absence.lastDay) };
    } else spells.push(absence);
  }
  return spells;
}

type Chain = {
  readonly firstDay: IsoDay;
  readonly earnings: Exact;
  readonly passesEarningsTest: boolean;
  lastDay: IsoDay;
  waitingDaysServed: number;
  weekSharesPaid: number;
};

/**
 * What becomes of every day of sickness, earliest first: not a qualifying day, waiting, refused with a code, or paid
 * at a rate. Absences link; the 28 weeks and the waiting days run through linked absences.
 * Sources: SSCBA 1992 Part XI, before and after 6 April 2026; DWP's transitional guidance for absences across that day.
 * Refuses with `sick-pay.rates-not-known` for a day whose rate is not known.
 */
export function sickDays(input: SickDaysInput): Result<readonly SickDay[], SickPayProblem> {
  const days: SickDay[] = [];
  let chain: Chain | undefined;
  for (const spell of joinedSpells(input.absences)) {
    const wholePeriod = daysBetween(spell.firstDay, spell.lastDay) + 1;
    const rulesAtStart = sickPayRulesOn(spell.firstDay);
    if (!rulesAtStart || !sickPayRateOn(spell.firstDay) || !sickPayRateOn(spell.lastDay))
      return refused('sick-pay.rates-not-known', { from: spell.firstDay, to: spell.lastDay });
    if (!formsPeriodOfIncapacity(spell.firstDay, spell.lastDay)) {
      for (const day of daysFromTo(spell.firstDay, spell.lastDay))
        days.push(
          isQualifyingDay(input.qualifyingDays, day)
            ? { day, linkedFrom: spell.firstDay, outcome: 'refused', code: 'sick-pay.too-few-days' }
            : { day, linkedFrom: spell.firstDay, outcome: 'not-qualifying' },
        );
      continue;
    }
    const periodFrom =
      wholePeriod >= rulesAtStart.minimumDays ? spell.firstDay : laterDay(spell.firstDay, sickPayReformDay);
    if (!chain || !periodsLink(chain.lastDay, periodFrom)) {
      const earnings = exact(spell.averageWeeklyEarnings);
      const limit = must(sickPayRateOn(periodFrom), 'a rate inside the spell').lowerEarningsLimit;
      chain = {
        firstDay: periodFrom,
        earnings,
        passesEarningsTest: !earnings.lessThan(limit),
        lastDay: spell.lastDay,
        waitingDaysServed: 0,
        weekSharesPaid: 0,
      };
    } else chain.lastDay = spell.lastDay;
    days.push(...spellDays(input, spell, periodFrom, chain));
  }
  return ok(days);
}

function spellDays(
  input: SickDaysInput,
  spell: SicknessAbsence,
  periodFrom: IsoDay,
  chain: Chain,
): readonly SickDay[] {
  const linkedFrom = chain.firstDay;
  const runEnds = addYears(chain.firstDay, sickPayLimits.longestLinkedYears);
  let receivedBeforeReform = false;
  return daysFromTo(spell.firstDay, spell.lastDay).map((day): SickDay => {
    const refuse = (code: SickPayRefusalCode): SickDay => ({ day, linkedFrom, outcome: 'refused', code });
    if (!isQualifyingDay(input.qualifyingDays, day)) return { day, linkedFrom, outcome: 'not-qualifying' };
    if (day < periodFrom) return refuse('sick-pay.too-few-days');
    const exclusion = input.exclusions?.find((each) => each.from <= day && day <= each.to);
    if (exclusion && exclusion.reason !== 'late-notice') return refuse(`sick-pay.${exclusion.reason}`);
    if (day >= runEnds) return refuse('sick-pay.linked-too-long');
    const rules = must(sickPayRulesOn(day), 'sick pay rules inside the spell');
    const rate = must(sickPayRateOn(day), 'a sick pay rate inside the spell');
    if (rules.earningsTest && !chain.passesEarningsTest) return refuse('sick-pay.earnings-too-low');
    if (chain.waitingDaysServed < rules.waitingDays) {
      chain.waitingDaysServed += 1;
      return { day, linkedFrom, outcome: 'waiting' };
    }
    if (day >= sickPayReformDay && spell.firstDay < sickSinceBeforeDay && !receivedBeforeReform)
      return refuse('sick-pay.sick-since-before-reform');
    const qualifying = qualifyingDaysInWeek(input.qualifyingDays, day);
    const share = WEEK_SHARES / qualifying;
    if (chain.weekSharesPaid + share > sickPayLimits.maximumWeeks * WEEK_SHARES)
      return refuse('sick-pay.used-up');
    if (day < sickPayReformDay) receivedBeforeReform = true;
    if (exclusion) return refuse('sick-pay.late-notice');
    const weekly = weeklyRate(rate, receivedBeforeReform ? null : rules.percentOfEarnings, chain.earnings);
    if (weekly.isZero()) return refuse('sick-pay.no-earnings');
    chain.weekSharesPaid += share;
    return {
      day,
      linkedFrom,
      outcome: 'paid',
      weeklyRate: exactText(weekly),
      qualifyingDaysInWeek: qualifying,
      dailyRate: dailySickPayRate(weekly, qualifying).toFixed(4),
      source: rate.source,
    };
  });
}

/** The flat rate, or from 6 April 2026 the lower of it and 80% of average weekly earnings. Source: SSCBA 1992 s157. */
function weeklyRate(rate: SickPayRate, percentOfEarnings: string | null, earnings: Exact): Exact {
  const flat = exact(rate.weeklyFlatRate);
  if (percentOfEarnings === null) return flat;
  const share = earnings.times(percentOfEarnings).div(100);
  return share.lessThan(flat) ? share : flat;
}
