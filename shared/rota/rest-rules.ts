import { type ClockTime, clockTime, timeFromMinutes } from '../clock-time';
import { addDays, ageOn, daysBetween, earlierDay, type IsoDay, laterDay, mondayOf } from '../dates';
import type { SourceReference } from '../explain';
import type { Absence } from './absence';
import type { Severity } from './problem';
import type { RotaWorker } from './rota-worker';
import { momentOf } from './span';
import { restsWithin, type Spell, type SpellShift, spellsOf, spellsWithin, workedWithin } from './spells';
import { sourceOf, type WorkingTimeFigure, type WorkingTimeRules } from './working-time-rules';

export type RestCode =
  /** Less than 11 hours between two days' work, or work that leaves no 11 hours in 24. */
  | 'rest.daily'
  /** No 24 hours off in the week, nor 48 in two weeks. */
  | 'rest.weekly'
  /** Long enough that a break is due; told, not warned of. */
  | 'rest.break'
  /** More than 48 hours a week on average. */
  | 'hours.weekly-average'
  | 'young.daily-hours'
  | 'young.weekly-hours'
  | 'young.night';

/** One rule that the rota comes up against, for one worker. It never stops anything; the person decides. */
export type RestWarning = {
  readonly code: RestCode;
  readonly severity: Extract<Severity, 'warn' | 'inform'>;
  readonly workerId: string;
  /** The day it is about; for a week its Monday. */
  readonly day: IsoDay;
  readonly shiftKeys: readonly string[];
  /** Minutes found and minutes in the rule, and `sleepIn: 1` where a sleep-in is part of the work. */
  readonly details: Readonly<Record<string, number>>;
  readonly source: SourceReference;
  readonly mark: string;
};

export type RestInput = {
  readonly worker: RotaWorker;
  /** Shifts as `rotaForWindow` gives them; for the average from 17 weeks before `from`, for weeks off one week on either side. */
  readonly shifts: readonly SpellShift[];
  readonly absences: readonly Absence[];
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly rules: WorkingTimeRules;
};

const MIDNIGHT: ClockTime = clockTime('00:00');
const DAY_MINUTES = 1440;

/**
 * Rest and working time in a window, by rule. The limits are those given; how they are applied to a rota is said at each.
 * Sources: Working Time Regulations 1998 regs 4, 5A, 6A, 10, 11, 12; Acas on domestic workers.
 */
export function restWarnings(input: RestInput): readonly RestWarning[] {
  const spells = spellsOf(input.worker.id, input.shifts);
  const found = [
    ...dailyRest(input, spells),
    ...weeklyRest(input, spells),
    ...breaks(input, spells),
    ...weeklyAverage(input, spells),
    ...youngHours(input, spells),
  ];
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.code < b.code ? -1 : 1));
}

function isYoungOn(input: RestInput, day: IsoDay): boolean {
  const { birthDate } = input.worker;
  return birthDate !== null && ageOn(birthDate, day) < input.rules.youngUnderAge.value;
}

function warning(
  input: RestInput,
  code: RestCode,
  day: IsoDay,
  figure: WorkingTimeFigure,
  spells: readonly Spell[],
  details: Readonly<Record<string, number>>,
): RestWarning {
  return {
    code,
    severity: code === 'rest.break' ? 'inform' : 'warn',
    workerId: input.worker.id,
    day,
    shiftKeys: spells.flatMap((spell) => spell.keys),
    details: spells.some((spell) => spell.hasSleepIn) ? { ...details, sleepIn: 1 } : details,
    source: sourceOf(figure),
    mark: figure.mark,
  };
}

/**
 * Two spells that begin on different days need the daily rest between them; two on the same day are one working day
 * with a break in it. One spell may be no longer than what leaves the rest in 24 hours.
 */
function dailyRest(input: RestInput, spells: readonly Spell[]): readonly RestWarning[] {
  const found: RestWarning[] = [];
  spells.forEach((spell, at) => {
    if (spell.day < input.from || spell.day > input.to) return;
    const figure = isYoungOn(input, spell.day)
      ? input.rules.youngDailyRestMinutes
      : input.rules.dailyRestMinutes;
    const before = spells[at - 1];
    if (before !== undefined && before.day !== spell.day && spell.from - before.to < figure.value) {
      const details = { restMinutes: spell.from - before.to, ruleMinutes: figure.value };
      found.push(warning(input, 'rest.daily', spell.day, figure, [before, spell], details));
    }
    const workMinutes = spell.to - spell.from;
    if (workMinutes > DAY_MINUTES - figure.value) {
      const details = {
        restMinutes: Math.max(0, DAY_MINUTES - workMinutes),
        ruleMinutes: figure.value,
        workMinutes,
      };
      found.push(warning(input, 'rest.daily', spell.day, figure, [spell], details));
    }
  });
  return found;
}

/** Weeks run from Monday, as the regulation has it where nothing else is agreed (reg 11(4)–(6)). */
function weeklyRest(input: RestInput, spells: readonly Spell[]): readonly RestWarning[] {
  const found: RestWarning[] = [];
  const { weeklyRestMinutes, fortnightlyRestMinutes, youngWeeklyRestMinutes } = input.rules;
  for (let monday = mondayOf(input.from); monday <= input.to; monday = addDays(monday, 7)) {
    const start = momentOf(monday, MIDNIGHT);
    const end = momentOf(addDays(monday, 7), MIDNIGHT);
    const young = isYoungOn(input, monday);
    const figure = young ? youngWeeklyRestMinutes : weeklyRestMinutes;
    const longest = Math.max(0, ...restsWithin(spells, start, end));
    if (longest >= figure.value) continue;
    if (!young) {
      const enoughInTwoWeeks = [addDays(monday, -7), monday].some((first) => {
        const rests = restsWithin(
          spells,
          momentOf(first, MIDNIGHT),
          momentOf(addDays(first, 14), MIDNIGHT),
        ).filter((rest) => rest >= weeklyRestMinutes.value);
        return rests.length >= 2 || rests.some((rest) => rest >= fortnightlyRestMinutes.value);
      });
      if (enoughInTwoWeeks) continue;
    }
    const details = { restMinutes: longest, ruleMinutes: figure.value };
    found.push(warning(input, 'rest.weekly', monday, figure, spellsWithin(spells, start, end), details));
  }
  return found;
}

/** A spell with more waking work than the limit: a break is due. Whether it is taken the rota cannot know. */
function breaks(input: RestInput, spells: readonly Spell[]): readonly RestWarning[] {
  return spells.flatMap((spell) => {
    if (spell.day < input.from || spell.day > input.to) return [];
    const young = isYoungOn(input, spell.day);
    const after = young ? input.rules.youngBreakAfterMinutes : input.rules.breakAfterMinutes;
    const length = young ? input.rules.youngBreakMinutes : input.rules.breakMinutes;
    if (spell.awakeMinutes <= after.value) return [];
    const details = {
      workMinutes: spell.awakeMinutes,
      ruleMinutes: after.value,
      breakMinutes: length.value,
    };
    return [warning(input, 'rest.break', spell.day, length, [spell], details)];
  });
}

/** Work of the weeks that an average is taken over, up to the end of one week. */
export type AverageStretch = { readonly days: number; readonly minutes: number };

/**
 * Hours of the 17 weeks that end with a week, and the days not away: leave must not thin out the average (reg 4(4) looks
 * past it to later days; leaving it out is our nearest to that which needs no later rota). Somebody who began less than
 * 17 weeks ago is averaged from then (reg 4(3)(b), RECALLED). Null in the first week of work and where all days are away.
 */
export function averageStretch(
  input: Pick<RestInput, 'worker' | 'absences' | 'rules'>,
  spells: readonly Spell[],
  monday: IsoDay,
): AverageStretch | null {
  const { worker, rules } = input;
  const after = addDays(monday, 7);
  let first = addDays(after, -7 * rules.averageOverWeeks.value);
  if (worker.firstDay !== null) first = laterDay(first, worker.firstDay);
  if (daysBetween(first, after) < 7) return null;
  const absences = input.absences
    .filter((absence) => absence.workerId === worker.id)
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const days = daysBetween(first, after) - daysAway(absences, first, addDays(after, -1));
  if (days === 0) return null;
  return { days, minutes: workedWithin(spells, momentOf(first, MIDNIGHT), momentOf(after, MIDNIGHT)) };
}

/** The average of `averageStretch`, times 7, against the limit. Each breach stands on its Monday. */
function weeklyAverage(input: RestInput, spells: readonly Spell[]): readonly RestWarning[] {
  const { worker, rules } = input;
  if (worker.treatedAsDomesticWorker || worker.optedOutOf48Hours) return [];
  const found: RestWarning[] = [];
  for (let monday = mondayOf(input.from); monday <= input.to; monday = addDays(monday, 7)) {
    const stretch = averageStretch(input, spells, monday);
    if (stretch === null) continue;
    const { minutes, days } = stretch;
    if (minutes * 7 <= rules.averageWeekMinutes.value * days) continue;
    const start = momentOf(monday, MIDNIGHT);
    const end = momentOf(addDays(monday, 7), MIDNIGHT);
    found.push(
      warning(
        input,
        'hours.weekly-average',
        monday,
        rules.averageWeekMinutes,
        spellsWithin(spells, start, end),
        {
          averageMinutes: Math.floor((minutes * 7) / days),
          ruleMinutes: rules.averageWeekMinutes.value,
          weekMinutes: workedWithin(spells, start, end),
        },
      ),
    );
  }
  return found;
}

/** Days of absence from `from` to `to`, each counted once; the absences are in order of their first day. */
function daysAway(absences: readonly Absence[], from: IsoDay, to: IsoDay): number {
  let days = 0;
  let next = from;
  for (const absence of absences) {
    const first = laterDay(absence.firstDay, next);
    const last = absence.lastDay === null ? to : earlierDay(absence.lastDay, to);
    if (last < first) continue;
    days += daysBetween(first, last) + 1;
    next = addDays(last, 1);
  }
  return days;
}

/** Under 18: hours a day (midnight to midnight), hours a week, and no work at night. */
function youngHours(input: RestInput, spells: readonly Spell[]): readonly RestWarning[] {
  if (!isYoungOn(input, input.from)) return [];
  const { youngDayMinutes, youngWeekMinutes, youngNightFromMinute, youngNightToMinute } = input.rules;
  const found: RestWarning[] = [];
  for (let day = input.from; day <= input.to && isYoungOn(input, day); day = addDays(day, 1)) {
    const start = momentOf(day, MIDNIGHT);
    const end = momentOf(addDays(day, 1), MIDNIGHT);
    const worked = workedWithin(spells, start, end);
    if (worked > youngDayMinutes.value) {
      const details = { workMinutes: worked, ruleMinutes: youngDayMinutes.value };
      found.push(
        warning(input, 'young.daily-hours', day, youngDayMinutes, spellsWithin(spells, start, end), details),
      );
    }
    const nightFrom = momentOf(day, timeFromMinutes(youngNightFromMinute.value));
    const nightTo = momentOf(addDays(day, 1), timeFromMinutes(youngNightToMinute.value));
    const atNight = workedWithin(spells, nightFrom, nightTo);
    if (atNight > 0) {
      const touching = spellsWithin(spells, nightFrom, nightTo);
      found.push(
        warning(input, 'young.night', day, youngNightFromMinute, touching, { workMinutes: atNight }),
      );
    }
  }
  for (let monday = mondayOf(input.from); monday <= input.to; monday = addDays(monday, 7)) {
    if (!isYoungOn(input, monday)) break;
    const start = momentOf(monday, MIDNIGHT);
    const end = momentOf(addDays(monday, 7), MIDNIGHT);
    const worked = workedWithin(spells, start, end);
    if (worked <= youngWeekMinutes.value) continue;
    const details = { workMinutes: worked, ruleMinutes: youngWeekMinutes.value };
    found.push(
      warning(
        input,
        'young.weekly-hours',
        monday,
        youngWeekMinutes,
        spellsWithin(spells, start, end),
        details,
      ),
    );
  }
  return found;
}
