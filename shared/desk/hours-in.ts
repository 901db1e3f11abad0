import { daysFromTo, earlierDay, type IsoDay, laterDay } from '../dates';
import { type KindOfWork, kindOfWorkFacts } from '../rota/kind-of-work';
import { isEmployedOn } from '../rota/rota-worker';
import type { RotaShift } from '../rota/shift';
import type {
  Draft,
  Found,
  FoundProblem,
  HoursInProblem,
  HoursPlan,
  HoursPlanInput,
  Place,
  SaidAmount,
  SaidHours,
  TimesKnown,
} from './hours-in-types';
import { workedOf } from './hours-in-worked';

/**
 * How hours that came in fit a PA's record, as values: nothing is changed yet. Where the planned shifts of the days come to
 * just what was said, they are confirmed as planned. Else they come off the rota, and shifts that hold what was said
 * stand in their place: one a day from 8 am, hours of a period spread evenly over its weekdays, whole minutes that add up exactly.
 * These are the program's own choices; the rules of pay need how much was worked in which pay period, and when it was a day's rate.
 */
export function planHours(input: HoursPlanInput): HoursPlan {
  const draft: Draft = {
    confirm: [],
    takeOff: [],
    putBack: [],
    remove: [],
    add: [],
    here: [],
    problems: [],
  };
  for (const [at, said] of input.said.entries()) planOne(input, draft, said, at);
  draft.add.sort((a, b) => compare(a.day, b.day) || compare(a.start, b.start));
  return draft;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function knownOf(input: HoursPlanInput, shift: RotaShift): TimesKnown {
  return (shift.shiftId === null ? undefined : input.timesKnown.get(shift.shiftId)) ?? 'times';
}

function foundOf(input: HoursPlanInput, said: SaidHours, kinds: readonly KindOfWork[]): Found {
  // What is still to come can't have been worked.
  const to = earlierDay(said.to, input.today);
  const own = input.shifts.filter(
    (shift) => said.from <= shift.day && shift.day <= to && kinds.includes(shift.kindOfWork),
  );
  return {
    planned: own.filter(
      (shift) =>
        (shift.state === 'planned' && shift.paidIn === null) ||
        (said.replace && shift.state === 'cancelled' && knownOf(input, shift) !== 'times'),
    ),
    confirmed: own.filter((shift) => shift.state === 'confirmed' && shift.paidIn === null),
    paid: own.filter((shift) => shift.paidIn !== null),
  };
}

function minutesIn(shifts: readonly RotaShift[]): number {
  return shifts.reduce((sum, shift) => sum + shift.minutes, 0);
}

/** What some shifts come to in the way it was said; null where times were said. */
function sumOf(shifts: readonly RotaShift[], amount: SaidAmount): number | null {
  if (amount.per === 'hour') return minutesIn(shifts);
  return amount.per === 'shift' ? shifts.length : null;
}

function isJust(shifts: readonly RotaShift[], said: SaidHours): boolean {
  const { amount } = said;
  if (amount.per === 'hour') return minutesIn(shifts) === amount.minutes;
  if (amount.per === 'shift') return shifts.length === amount.shifts;
  if (amount.per === 'taken-back') return false;
  const here = shifts.map((shift) => {
    const worked = shift.actual ?? shift;
    return `${worked.start} ${worked.end}`;
  });
  return (
    here.sort().join() ===
    amount.spans
      .map((span) => `${span.start} ${span.end}`)
      .sort()
      .join()
  );
}

/** Hours confirmed that others may take the place of: known only as hours, or confirmed as the pattern planned them. */
function isReplaceable(input: HoursPlanInput, shift: RotaShift): boolean {
  return knownOf(input, shift) !== 'times' || (shift.patternId !== null && shift.actual === null);
}

function planOne(input: HoursPlanInput, draft: Draft, said: SaidHours, at: number): void {
  const { problems } = draft;
  const tell = (
    code: HoursInProblem,
    severity: FoundProblem['severity'],
    details: FoundProblem['details'] = {},
  ): void => {
    problems.push({ code, severity, at, details });
  };
  const days = { from: said.from, to: said.to };
  const { worker, today } = input;
  const employed = daysFromTo(said.from, said.to).filter((day) => isEmployedOn(worker, day));
  const first = employed[0];
  if (first === undefined) {
    const isEarly = worker.firstDay !== null && said.to < worker.firstDay;
    tell('hours-in.not-employed', 'stop', {
      ...days,
      why: isEarly ? 'before' : 'after',
      day: (isEarly ? worker.firstDay : worker.lastDay) ?? '',
    });
    return;
  }
  if (first > today) {
    tell('hours-in.not-yet', 'stop', days);
    return;
  }

  const hourly = input.kinds.filter((kind) => isByTheHour(input, kind, first, said.to));
  if (said.kind === null) {
    const all = foundOf(input, said, hourly);
    if (all.confirmed.length === 0 && all.paid.length === 0 && all.planned.length > 0)
      if (isJust(all.planned, said)) {
        confirmAll(draft, all.planned);
        return;
      }
    if (
      all.planned.length === 0 &&
      isJust([...all.confirmed, ...all.paid], said) &&
      all.confirmed.length > 0
    ) {
      draft.here.push(at);
      return;
    }
  }
  const kind = said.kind ?? (hourly.length === 1 ? hourly[0] : undefined);
  if (kind === undefined) {
    tell(hourly.length === 0 ? 'hours-in.no-rate' : 'hours-in.kind-needed', 'stop', days);
    return;
  }
  const hasRate = input.rateOf(kind, laterDay(first, said.from)) ?? input.rateOf(kind, said.to);
  if (said.amount.per !== 'taken-back' && hasRate === null) {
    tell('hours-in.no-rate', 'stop', { ...days, kind });
    return;
  }

  const found = foundOf(input, said, [kind]);
  const standing = [...found.confirmed, ...found.paid];
  if (standing.length > 0 && isJust(standing, said)) {
    draft.here.push(at);
    // Typed over, it is all that was worked; what waits beside it was not.
    const waits = said.replace ? found.planned.filter((shift) => shift.state === 'planned') : [];
    draft.takeOff.push(...waits.map((shift) => ({ shift, timesKnown: 'period' }) as const));
    return;
  }
  if (!said.replace && standing.length > 0 && found.planned.length > 0)
    if (isJust([...standing, ...found.planned], said)) {
      confirmAll(draft, found.planned);
      return;
    }
  const here = sumOf(standing, said.amount) ?? minutesIn(standing);
  const unit = said.amount.per === 'shift' ? 'nights' : 'minutes';
  if (found.paid.length > 0) {
    tell('hours-in.paid', 'stop', { ...days, kind, here, unit });
    return;
  }
  if (found.confirmed.length > 0) {
    if (!found.confirmed.every((shift) => isReplaceable(input, shift))) {
      tell('hours-in.times-known', 'stop', { ...days, kind, here, unit });
      return;
    }
    if (!said.replace) tell('hours-in.other-here', 'ask', { ...days, kind, here, unit });
  }
  takeTheirPlace(input, draft, { said, kind, found, days: employed.filter((day) => day <= today), tell });
}

function isByTheHour(input: HoursPlanInput, kind: KindOfWork, from: IsoDay, to: IsoDay): boolean {
  if (kindOfWorkFacts(kind).isPartOfShift) return false;
  return (input.rateOf(kind, from) ?? input.rateOf(kind, to))?.per === 'hour';
}

/** Confirms what waits; what was confirmed already stays so. */
function confirmAll(draft: Draft, shifts: readonly RotaShift[]): void {
  draft.confirm.push(...shifts.filter((shift) => shift.state !== 'confirmed'));
}

/** What was said takes the place of what stands there. */
function takeTheirPlace(input: HoursPlanInput, draft: Draft, place: Place): void {
  const { said, kind, found, tell } = place;
  const asPlanned = [
    ...found.planned,
    ...found.confirmed.filter((shift) => knownOf(input, shift) === 'times'),
  ];
  const lengths = found.confirmed.filter((shift) => knownOf(input, shift) !== 'times');
  if (said.amount.per === 'taken-back') {
    draft.remove.push(...lengths);
    draft.putBack.push(...asPlanned.filter((shift) => shift.state !== 'planned'));
    return;
  }
  if (asPlanned.length > 0 && isJust(asPlanned, said)) {
    draft.remove.push(...lengths);
    confirmAll(draft, asPlanned);
    return;
  }
  const add = workedOf(input, draft, place);
  if (add === null) return;
  const timesKnown = said.amount.per === 'times' ? 'times' : said.from === said.to ? 'day' : 'period';
  const still = asPlanned.filter((shift) => shift.state !== 'cancelled');
  const unit = said.amount.per === 'shift' ? 'nights' : 'minutes';
  const planned = sumOf(still, said.amount) ?? minutesIn(still);
  if (still.length > 0)
    tell(
      add.length === 0 ? 'hours-in.none-worked' : 'hours-in.plan-differs',
      add.length === 0 ? 'ask' : 'note',
      {
        from: said.from,
        to: said.to,
        kind,
        planned,
        unit,
      },
    );
  draft.remove.push(...lengths);
  // What is known of a shift that came off is kept with it, so that it can be put back.
  const mark = timesKnown === 'times' ? 'day' : timesKnown;
  draft.takeOff.push(...still.map((shift) => ({ shift, timesKnown: mark }) as const));
  draft.add.push(...add);
  const after = draft.add.length > 0 ? rateChange(input, kind, said) : null;
  if (after !== null && said.amount.per === 'hour' && timesKnown === 'period')
    tell('hours-in.rate-changes', 'note', { from: said.from, to: said.to, kind, day: after });
}

/** The day on which a rate changes within the days; null where it does not. */
function rateChange(input: HoursPlanInput, kind: KindOfWork, { from, to }: SaidHours): IsoDay | null {
  let before = input.rateOf(kind, from);
  for (const day of daysFromTo(from, to)) {
    const rate = input.rateOf(kind, day);
    if (before !== null && (rate === null || rate.pounds !== before.pounds || rate.per !== before.per))
      return day;
    before = rate;
  }
  return null;
}
