import type { RotaView, RotaShift as Shift } from '@shared/api/rota';
import { formatWeekday } from '@shared/dates';
import { kindInSentence } from '../../text/kinds-of-work';
import { awayWithin } from '../../text/rota-sentences';
import { hoursWords, longTimes } from '../../text/rota-times';
import { standing } from '../../text/rota-views';
import { holderOf, isOpen, namesOf, timesOf } from './rota-model';

/** What has to be known around a shift to say how it stands. */
export type Around = {
  /** What PAs are called, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly byKey: ReadonlyMap<string, Shift>;
  /** The shifts that stand in for one, by its key. */
  readonly covers: ReadonlyMap<string, readonly Shift[]>;
  /** Agencies and others from outside who cover a shift, by its key. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
  /** Shifts at the same work, by their one key. */
  readonly groups: ReadonlyMap<string, readonly Shift[]>;
};

function gathered<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const list = found.get(key);
    if (list === undefined) found.set(key, [item]);
    else list.push(item);
  }
  return found;
}

/** Gathers what sentences need from the days in sight. */
export function aroundOf(view: Pick<RotaView, 'people' | 'shifts' | 'outside'>): Around {
  const outside = gathered(view.outside, (one) => one.coversKey);
  return {
    names: namesOf(view),
    byKey: new Map(view.shifts.map((shift) => [shift.key, shift])),
    covers: gathered(view.shifts, (shift) => shift.coversKey),
    outside: new Map([...outside].map(([key, covers]) => [key, covers.map((one) => one.name)])),
    groups: gathered(view.shifts, (shift) => shift.groupKey),
  };
}

/** Names of those who cover the shift, each once. */
export function coverNames(shift: Shift, around: Around): readonly string[] {
  const covering = (around.covers.get(shift.key) ?? []).flatMap(({ workerId, state }) =>
    workerId === null || state === 'off' || state === 'needs-someone' ? [] : [workerId],
  );
  const people = [...new Set(covering)].flatMap((id) => around.names.get(id) ?? []);
  return [...people, ...new Set(around.outside.get(shift.key) ?? [])];
}

/** The PA whom the shift covers for. */
export function coveredName(shift: Shift, around: Around): string | undefined {
  const covered = shift.coversKey === null ? undefined : around.byKey.get(shift.coversKey);
  return covered?.workerId == null ? undefined : around.names.get(covered.workerId);
}

/** The others at the same work, and whether one more is still needed there. */
export function sharers(
  shift: Shift,
  around: Around,
): { readonly names: readonly string[]; readonly open: boolean } {
  const others = (shift.groupKey === null ? [] : (around.groups.get(shift.groupKey) ?? [])).filter(
    (other) => other.key !== shift.key && other.state !== 'off',
  );
  return {
    names: others.flatMap(({ workerId, state }) =>
      workerId === null || state === 'needs-someone' ? [] : (around.names.get(workerId) ?? []),
    ),
    open: others.some(isOpen),
  };
}

/** What PA’s absence took the shift from them, as words after “is”. */
export function awayWords(shift: Shift): string {
  return awayWithin(shift.absence?.kind);
}

/** How a shift stands, in the words that end its sentence: `uncovered`, `hours confirmed`, `shared with Maya`. */
function standingWords(shift: Shift, around: Around): readonly string[] {
  const words: string[] = [];
  const away = shift.absence === null ? undefined : around.names.get(shift.absence.workerId);
  const covers = coverNames(shift, around);
  if (isOpen(shift)) {
    const whole =
      shift.uncovered.length === 0 ||
      (shift.uncovered.length === 1 &&
        shift.uncovered[0]?.start === shift.start &&
        shift.uncovered[0].end === shift.end);
    words.push(whole ? standing.uncovered : standing.uncoveredFor(shift.uncovered.map(longTimes)));
    if (away !== undefined) words.push(standing.away(away, awayWords(shift)));
  } else if (shift.state === 'off') words.push(awayWords(shift));
  for (const name of covers) words.push(standing.coveredBy(name));
  const covered = coveredName(shift, around);
  if (covered !== undefined) words.push(standing.coverFor(covered));
  const shared = sharers(shift, around);
  if (shared.names.length > 0) words.push(standing.sharedWith(shared.names));
  if (shared.open) words.push(standing.sharedOpen);
  if (shift.overlaps.length > 0 && !isOpen(shift)) words.push(standing.overlap);
  if (shift.timesKnown !== undefined) words.push(standing.onlyHours);
  if (shift.state === 'confirmed') words.push(standing.confirmed);
  if (shift.state === 'paid') words.push(standing.paid);
  return words;
}

/** `8 am to 2 pm, Grace, weekday rate, hours confirmed`: the sentence of a shift without its day. */
export function withoutDay(shift: Shift, around: Around): string {
  const name = isOpen(shift) || shift.workerId === null ? undefined : holderOf(shift, around.names);
  return [
    // Where only the hours are known, the times say nothing.
    shift.timesKnown === undefined ? longTimes(timesOf(shift)) : hoursWords(shift.minutes),
    ...(name === undefined ? [] : [name]),
    kindInSentence(shift.kindOfWork),
    ...standingWords(shift, around),
  ].join(', ');
}

/** `Tuesday 24 November, 8 am to 2 pm, weekday rate, uncovered`: a shift as it is heard. */
export function sentenceOf(shift: Shift, around: Around): string {
  return `${formatWeekday(shift.day)}, ${withoutDay(shift, around)}`;
}

/** The rota of one PA: their own shifts, hours and time off, and the warnings that name them. */
export function viewOfWorker(view: RotaView, workerId: string): RotaView {
  const people = view.people.filter((person) => person.workerId === workerId);
  const name = people[0]?.shortName;
  const shifts = view.shifts.filter((shift) => shift.workerId === workerId);
  const works = (shift: Shift) =>
    shift.state !== 'off' && shift.state !== 'needs-someone' && shift.kindOfWork !== 'sleep-in';
  return {
    ...view,
    people,
    shifts,
    absences: view.absences.filter((absence) => absence.workerId === workerId),
    days: view.days.map((one) => ({
      ...one,
      minutes: shifts
        .filter((shift) => shift.day === one.day && works(shift))
        .reduce((sum, shift) => sum + shift.minutes, 0),
      shortMinutes: 0,
    })),
    plannedMinutes: people[0]?.minutes ?? 0,
    planMinutes: 0,
    shared: [],
    cost: people[0]?.cost ?? null,
    overPlan: null,
    warnings: view.warnings.filter((warning) => warning.values['name'] === name),
  };
}
