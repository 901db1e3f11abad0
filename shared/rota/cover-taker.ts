import { addDays, type IsoDay, mondayOf } from '../dates';
import type { Pence } from '../money';
import { type Absence, isAwayOn } from './absence';
import { daysOffWithin, outsideWindows } from './cover-availability';
import { type ExtraOnCost, outsideCoverCost, weekWages, workerCoverCost } from './cover-cost';
import type {
  ChoiceReason,
  CoverNeed,
  CoverPerson,
  CoverReasonCode,
  CoverTaker,
  OutsideCover,
  ReasonWeight,
  TrainingNeeded,
} from './cover-facts';
import { kindOfWorkFacts } from './kind-of-work';
import type { RateBook } from './rate';
import { type RestWarning, restWarnings } from './rest-rules';
import { isEmployedOn, type RotaWorker } from './rota-worker';
import { isStaffed, type RotaShift } from './shift';
import { minutesOfSpan, momentOf, type Span } from './span';
import type { SpellShift } from './spells';
import type { WorkingTimeRules } from './working-time-rules';

/** What is known of one PA around the time to be covered. */
export type WorkerAround = {
  readonly worker: RotaWorker;
  /** Their own shifts that somebody works. */
  readonly shifts: readonly RotaShift[];
  readonly absences: readonly Absence[];
  /** What they have said; null where nothing is kept. */
  readonly person: CoverPerson | null;
  /** Has said no to this time. */
  readonly saidNo: boolean;
  readonly weekMinutes: number;
  readonly weekWages: Pence;
  /** What the rules already say of the rota without the cover, as `saidOf` says it. */
  readonly restAlready: ReadonlySet<string>;
};

/** What is the same for everyone. */
export type CoverSurroundings = {
  readonly book: RateBook;
  readonly rules: WorkingTimeRules;
  readonly extraOnCost: ExtraOnCost;
  readonly trainings: readonly TrainingNeeded[];
  /** Real minutes from now to the start; null where it does not matter. */
  readonly minutesLeft: number | null;
};

const NEED_KEY = 'cover-need';

/** Items by a key; those without one are left out. */
function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Gathers, once for each PA, what is asked again for every part of the time. */
export function workersAround(
  need: CoverNeed,
  input: {
    readonly workers: readonly RotaWorker[];
    readonly shifts: readonly RotaShift[];
    readonly absences: readonly Absence[];
    readonly people: readonly CoverPerson[];
    readonly saidNo: ReadonlySet<string>;
  },
  around: CoverSurroundings,
): readonly WorkerAround[] {
  const shiftsOf = groupBy(input.shifts, (shift) => (isStaffed(shift) ? shift.workerId : null));
  const absencesOf = groupBy(input.absences, (absence) => absence.workerId);
  const people = new Map(input.people.map((person) => [person.workerId, person]));
  return input.workers.map((worker) => {
    const shifts = shiftsOf.get(worker.id) ?? [];
    const absences = absencesOf.get(worker.id) ?? [];
    const window = restWindow(need, worker, absences, around.rules);
    return {
      worker,
      shifts,
      absences,
      person: people.get(worker.id) ?? null,
      saidNo: input.saidNo.has(worker.id),
      weekMinutes: minutesInWeek(shifts, mondayOf(need.day)),
      weekWages: weekWages(worker.id, need, shifts, around.book),
      restAlready: new Set(restWarnings({ ...window, shifts }).map(saidOf)),
    };
  });
}

function restWindow(
  need: Span,
  worker: RotaWorker,
  absences: readonly Absence[],
  rules: WorkingTimeRules,
): {
  readonly worker: RotaWorker;
  readonly absences: readonly Absence[];
  readonly rules: WorkingTimeRules;
  readonly from: IsoDay;
  readonly to: IsoDay;
} {
  // The day after the end, for the rest before the next shift.
  return { worker, absences, rules, from: need.day, to: addDays(need.endDay, 1) };
}

function saidOf(warning: RestWarning): string {
  return `${warning.code} ${warning.day} ${JSON.stringify(warning.details)}`;
}

/** Minutes at work in the week from a Monday, by the day a shift starts; nights asleep are counted as nights instead. */
function minutesInWeek(shifts: readonly RotaShift[], monday: IsoDay): number {
  const sunday = addDays(monday, 6);
  let minutes = 0;
  for (const shift of shifts) {
    if (shift.day < monday || shift.day > sunday || kindOfWorkFacts(shift.kindOfWork).maySleep) continue;
    minutes += shift.minutes;
  }
  return minutes;
}

function reason(
  weight: ReasonWeight,
  code: CoverReasonCode,
  details?: Readonly<Record<string, string | number>>,
): ChoiceReason {
  return details === undefined ? { code, weight } : { code, weight, details };
}

function spanDetails({ day, start, endDay, end }: Span): Readonly<Record<string, string>> {
  return { day, start, endDay, end };
}

/** What stands in the way of a time, apart from the time itself: no part of it would be possible either. */
export function againstAnyPart(need: CoverNeed, one: WorkerAround): readonly ChoiceReason[] {
  const { worker, person } = one;
  const against: ChoiceReason[] = [];
  if (worker.id === need.awayWorkerId) against.push(reason('against', 'cover.is-the-one-away'));
  if (!isEmployedOn(worker, need.day)) against.push(reason('against', 'cover.not-employed-then'));
  const until = person?.rightToWorkUntil ?? null;
  if (until !== null && until < need.endDay)
    against.push(reason('against', 'cover.right-to-work-ended', { lastDay: until }));
  if (person?.willing === 'no') against.push(reason('against', 'cover.does-not-cover'));
  if (one.saidNo) against.push(reason('against', 'cover.said-no'));
  return against;
}

/** The times that are taken: other shifts, days away, days off, and hours outside of what they can work. */
function againstTheTime(need: CoverNeed, one: WorkerAround): readonly ChoiceReason[] {
  const { person } = one;
  const against: ChoiceReason[] = [];
  const absence = one.absences.find((each) => isAwayOn(each, need.day));
  if (absence && one.worker.id !== need.awayWorkerId) {
    against.push(reason('against', 'cover.away', { kind: absence.kind, absenceId: absence.id }));
  }
  const startsAt = momentOf(need.day, need.start);
  const endsAt = momentOf(need.endDay, need.end);
  for (const shift of one.shifts) {
    if (shift.startsAt >= endsAt || shift.endsAt <= startsAt) continue;
    const { key, day, start, endDay, end } = shift;
    against.push(reason('against', 'cover.on-another-shift', { shiftKey: key, day, start, endDay, end }));
  }
  for (const { firstDay, lastDay } of daysOffWithin(need, person?.daysOff ?? []))
    against.push(reason('against', 'cover.day-off', { firstDay, lastDay }));
  for (const span of outsideWindows(need, person?.windows ?? []))
    against.push(reason('against', 'cover.not-available-then', spanDetails(span)));
  return against;
}

/** Whether each training the shift needs is there, done by the first day and not run out on the last. */
function trainingReasons(
  needed: readonly TrainingNeeded[],
  person: CoverPerson | null,
  need: Span,
): readonly ChoiceReason[] {
  return needed.map(({ training, essential }) => {
    const weight = essential ? 'against' : 'weigh';
    const held = (person?.trainings ?? []).filter((each) => each.training === training);
    const done = held.filter((each) => each.doneOn <= need.day);
    if (done.some((each) => each.expiresOn === null || each.expiresOn >= need.endDay))
      return reason('good', 'cover.trained', { training });
    const expiresOn = done.reduce((last, each) => {
      return each.expiresOn !== null && each.expiresOn > last ? each.expiresOn : last;
    }, '');
    if (expiresOn !== '') return reason(weight, 'cover.training-expired', { training, expiresOn });
    const doneOn = held.map((each) => each.doneOn).toSorted()[0];
    if (doneOn !== undefined) return reason(weight, 'cover.training-not-yet', { training, doneOn });
    return reason(weight, 'cover.training-missing', { training });
  });
}

/** The rules that the cover would come up against, newly or further than the worker's rota already does. */
function newRestWarnings(
  need: CoverNeed,
  one: WorkerAround,
  around: CoverSurroundings,
): readonly RestWarning[] {
  const cover: SpellShift = {
    key: NEED_KEY,
    workerId: one.worker.id,
    state: 'planned',
    day: need.day,
    kindOfWork: need.kindOfWork,
    startsAt: momentOf(need.day, need.start),
    endsAt: momentOf(need.endDay, need.end),
  };
  return restWarnings({
    ...restWindow(need, one.worker, one.absences, around.rules),
    shifts: [...one.shifts, cover],
  })
    .filter(
      (each) =>
        each.severity === 'warn' && each.shiftKeys.includes(NEED_KEY) && !one.restAlready.has(saidOf(each)),
    )
    .map((each) => ({ ...each, shiftKeys: each.shiftKeys.filter((key) => key !== NEED_KEY) }));
}

/** Whether a PA can take a time, with every reason for and against, and what it costs more. */
export function workerAsTaker(need: CoverNeed, one: WorkerAround, around: CoverSurroundings): CoverTaker {
  const { worker, person, weekMinutes } = one;
  const { day, start, endDay, end } = need;
  const minutes = minutesOfSpan(need);
  const base = {
    kind: 'worker',
    id: worker.id,
    phone: person?.phone ?? null,
    span: { day, start, endDay, end },
    minutes,
    weekMinutes,
  } as const;
  const trainings = trainingReasons(around.trainings, person, need);
  const against = [
    ...againstAnyPart(need, one),
    ...againstTheTime(need, one),
    ...trainings.filter((each) => each.weight === 'against'),
  ];
  if (against.length > 0) {
    return { ...base, standing: 'cannot', reasons: against, restWarnings: [], cost: null };
  }
  const willing = person?.willing ?? (worker.coversFor ? 'yes' : 'ask');
  const reasons: ChoiceReason[] = [reason('good', 'cover.free')];
  if (willing === 'yes') reasons.push(reason('good', 'cover.willing'));
  reasons.push(...trainings.filter((each) => each.weight === 'good'));
  if (willing !== 'yes') reasons.push(reason('weigh', 'cover.not-asked-before'));
  reasons.push(...trainings.filter((each) => each.weight === 'weigh'));
  const limit = worker.ownWeeklyLimitMinutes;
  if (limit !== null && weekMinutes + minutes > limit)
    reasons.push(reason('weigh', 'cover.over-own-limit', { weekMinutes: weekMinutes + minutes, limit }));
  const rest = newRestWarnings(need, one, around);
  for (const { code: rule, day: ruleDay, details } of rest)
    reasons.push(reason('weigh', 'cover.rest-rule', { rule, day: ruleDay, ...details }));
  const contract = person?.contractWeeklyMinutes ?? null;
  const counted = contract === null || kindOfWorkFacts(need.kindOfWork).maySleep ? null : contract;
  const over = counted === null ? 0 : Math.max(0, weekMinutes + minutes - Math.max(counted, weekMinutes));
  if (contract !== null && over > 0) {
    const details = { weekMinutes: weekMinutes + minutes, contractMinutes: contract };
    reasons.push(reason('note', 'cover.over-contract-hours', details));
  }
  const rate = around.book.find(worker.id, need.kindOfWork, need.day);
  if (rate === null) reasons.push(reason('weigh', 'cover.no-rate', { kindOfWork: need.kindOfWork }));
  const cost =
    rate === null
      ? null
      : workerCoverCost({
          workerId: worker.id,
          need,
          rate,
          premium: person?.premium ?? null,
          overContractMinutes: over,
          weekWages: one.weekWages,
          extraOnCost: around.extraOnCost,
        });
  if (cost !== null && cost.premium > 0)
    reasons.push(reason('note', 'cover.with-premium', { premium: cost.premium }));
  return { ...base, standing: standingBy(reasons), reasons, restWarnings: rest, cost };
}

function standingBy(reasons: readonly ChoiceReason[]): CoverTaker['standing'] {
  if (reasons.some((each) => each.weight === 'against')) return 'cannot';
  return reasons.some((each) => each.weight === 'weigh') ? 'with-care' : 'can';
}

/** Whether an agency or a last resort can be asked for a time, and what it charges. */
export function outsideAsTaker(
  need: CoverNeed,
  outside: OutsideCover,
  saidNo: boolean,
  around: CoverSurroundings,
): CoverTaker {
  const { day, start, endDay, end } = need;
  const minutes = minutesOfSpan(need);
  const reasons: ChoiceReason[] = [];
  if (saidNo) reasons.push(reason('against', 'cover.said-no'));
  for (const { training, essential } of around.trainings) {
    if (outside.trainings === null) reasons.push(reason('weigh', 'cover.training-not-known', { training }));
    else if (outside.trainings.includes(training))
      reasons.push(reason('good', 'cover.trained', { training }));
    else reasons.push(reason(essential ? 'against' : 'weigh', 'cover.training-missing', { training }));
  }
  const { minutesLeft } = around;
  const notice = outside.noticeMinutes;
  if (notice !== null && minutesLeft !== null && minutesLeft < notice) {
    const details = { noticeMinutes: notice, leftMinutes: Math.max(0, minutesLeft) };
    reasons.push(reason('weigh', 'cover.too-short-notice', details));
  }
  const cost = outsideCoverCost(outside, need);
  if (cost === null) reasons.push(reason('weigh', 'cover.no-charge-known', { kindOfWork: need.kindOfWork }));
  else if (cost.paidMinutes > minutes) {
    const details = { minimumMinutes: cost.paidMinutes, minutes };
    reasons.push(reason('note', 'cover.minimum-charged', details));
  }
  if (outside.phone === null) reasons.push(reason('weigh', 'cover.no-phone'));
  const standing = standingBy(reasons);
  return {
    kind: outside.kind,
    id: outside.id,
    phone: outside.phone,
    span: { day, start, endDay, end },
    minutes,
    standing,
    reasons,
    restWarnings: [],
    cost: standing === 'cannot' ? null : cost,
    weekMinutes: 0,
  };
}
