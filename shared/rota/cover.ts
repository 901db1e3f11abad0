import { addDays, type IsoDay, mondayOf } from '../dates';
import { addPence, type Pence } from '../money';
import { type Absence, isAwayOn } from './absence';
import { type KindOfWork, kindOfWorkFacts } from './kind-of-work';
import { openRateBook, payAtRate, type RateBook, type WorkerRate } from './rate';
import { type RestWarning, restWarnings } from './rest-rules';
import { isEmployedOn, type RotaWorker } from './rota-worker';
import { isStaffed, type RotaShift } from './shift';
import { minutesOfSpan, momentOf, type Span } from './span';
import type { SpellShift } from './spells';
import type { WorkingTimeRules } from './working-time-rules';

/** What is to be covered: a gap, or a part of one. */
export type CoverNeed = Span & {
  readonly kindOfWork: KindOfWork;
  /** The one who is away from it, or null for an open shift. */
  readonly awayWorkerId: string | null;
};

export type CoverReasonCode =
  | 'cover.is-the-one-away'
  | 'cover.not-employed-then'
  | 'cover.away'
  | 'cover.on-another-shift'
  | 'cover.free'
  | 'cover.willing'
  | 'cover.not-asked-before'
  | 'cover.over-own-limit'
  | 'cover.no-rate'
  /** A rule of rest or working time; `details.rule` is its `RestCode`. */
  | 'cover.rest-rule';

export type CoverReason = {
  readonly code: CoverReasonCode;
  readonly details?: Readonly<Record<string, string | number>>;
};

/** `can`: nothing against it. `with-care`: possible, but something to weigh. `cannot`: not available. */
export type CoverStanding = 'can' | 'with-care' | 'cannot';

export type CoverCandidate = {
  readonly workerId: string;
  readonly standing: CoverStanding;
  readonly willing: boolean;
  readonly reasons: readonly CoverReason[];
  readonly restWarnings: readonly RestWarning[];
  /** What the cover costs more: wages and on-costs. Null when there is no rate, or the worker cannot. */
  readonly wages: Pence | null;
  readonly onCosts: Pence | null;
  readonly extraCost: Pence | null;
  /** Minutes already worked or planned in that week. */
  readonly weekMinutes: number;
};

export type CoverInput = {
  readonly need: CoverNeed;
  readonly workers: readonly RotaWorker[];
  /** Everyone's shifts, best from 17 weeks before the day to two weeks after it. */
  readonly shifts: readonly RotaShift[];
  readonly absences: readonly Absence[];
  readonly rates: readonly WorkerRate[];
  /** What the employer pays on top of these extra wages: NI, pension, holiday as it builds up. */
  readonly onCost: (workerId: string, extraWages: Pence) => Pence;
  readonly rules: WorkingTimeRules;
};

const NEED_KEY = 'cover-need';

/**
 * Who could cover, best first: those who can, then those to weigh, then those who cannot; among them the willing,
 * then the fewest rules in the way, then the lowest cost, then the fewest hours that week.
 */
export function rankCover(input: CoverInput): readonly CoverCandidate[] {
  const book = openRateBook(input.rates);
  const shiftsOf = groupBy(input.shifts, (shift) => (isStaffed(shift) ? shift.workerId : null));
  const absencesOf = groupBy(input.absences, (absence) => absence.workerId);
  return input.workers
    .map((worker) =>
      candidate(input, worker, shiftsOf.get(worker.id) ?? [], absencesOf.get(worker.id) ?? [], book),
    )
    .sort(better);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, T[]> {
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

const ORDER: Readonly<Record<CoverStanding, number>> = { can: 0, 'with-care': 1, cannot: 2 };

function better(a: CoverCandidate, b: CoverCandidate): number {
  return (
    ORDER[a.standing] - ORDER[b.standing] ||
    Number(b.willing) - Number(a.willing) ||
    a.restWarnings.length - b.restWarnings.length ||
    (a.extraCost ?? Number.MAX_SAFE_INTEGER) - (b.extraCost ?? Number.MAX_SAFE_INTEGER) ||
    a.weekMinutes - b.weekMinutes ||
    (a.workerId < b.workerId ? -1 : 1)
  );
}

function candidate(
  input: CoverInput,
  worker: RotaWorker,
  shifts: readonly RotaShift[],
  absences: readonly Absence[],
  book: RateBook,
): CoverCandidate {
  const { need } = input;
  const startsAt = momentOf(need.day, need.start);
  const endsAt = momentOf(need.endDay, need.end);
  const monday = mondayOf(need.day);
  const weekMinutes = minutesInWeek(shifts, monday);

  const against: CoverReason[] = [];
  if (worker.id === need.awayWorkerId) against.push({ code: 'cover.is-the-one-away' });
  if (!isEmployedOn(worker, need.day)) against.push({ code: 'cover.not-employed-then' });
  const absence = absences.find((each) => isAwayOn(each, need.day));
  if (absence && worker.id !== need.awayWorkerId)
    against.push({ code: 'cover.away', details: { kind: absence.kind, absenceId: absence.id } });
  for (const shift of shifts) {
    if (shift.startsAt < endsAt && shift.endsAt > startsAt) {
      const { key, day, start, endDay, end } = shift;
      against.push({ code: 'cover.on-another-shift', details: { shiftKey: key, day, start, endDay, end } });
    }
  }
  const base = { workerId: worker.id, willing: worker.coversFor, weekMinutes };
  if (against.length > 0) {
    const nothing = { wages: null, onCosts: null, extraCost: null, restWarnings: [] } as const;
    return { ...base, ...nothing, standing: 'cannot', reasons: against };
  }

  const cautions: CoverReason[] = [];
  const minutes = minutesOfSpan(need);
  if (!worker.coversFor) cautions.push({ code: 'cover.not-asked-before' });
  const limit = worker.ownWeeklyLimitMinutes;
  if (limit !== null && weekMinutes + minutes > limit) {
    cautions.push({ code: 'cover.over-own-limit', details: { weekMinutes: weekMinutes + minutes, limit } });
  }
  const rest = newRestWarnings(input, worker, shifts, absences, startsAt, endsAt);
  for (const warning of rest) {
    cautions.push({
      code: 'cover.rest-rule',
      details: { rule: warning.code, day: warning.day, ...warning.details },
    });
  }
  const rate = book.find(worker.id, need.kindOfWork, need.day);
  if (rate === null) cautions.push({ code: 'cover.no-rate', details: { kindOfWork: need.kindOfWork } });
  const wages = rate === null ? null : payAtRate(rate, minutes, 1);
  const onCosts = wages === null ? null : input.onCost(worker.id, wages);
  const good: CoverReason[] = [{ code: 'cover.free' }];
  if (worker.coversFor) good.push({ code: 'cover.willing' });
  return {
    ...base,
    standing: cautions.length === 0 ? 'can' : 'with-care',
    reasons: [...good, ...cautions],
    restWarnings: rest,
    wages,
    onCosts,
    extraCost: wages === null || onCosts === null ? null : addPence(wages, onCosts),
  };
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

/** The rules that the cover would come up against, newly or further than the worker's rota already does. */
function newRestWarnings(
  input: CoverInput,
  worker: RotaWorker,
  shifts: readonly SpellShift[],
  absences: readonly Absence[],
  startsAt: number,
  endsAt: number,
): readonly RestWarning[] {
  const { need, rules } = input;
  const around = {
    worker,
    absences,
    rules,
    from: need.day,
    // The day after the end, for the rest before the next shift.
    to: addDays(need.endDay, 1),
  };
  const cover: SpellShift = {
    key: NEED_KEY,
    workerId: worker.id,
    state: 'planned',
    day: need.day,
    kindOfWork: need.kindOfWork,
    startsAt,
    endsAt,
  };
  const said = (each: RestWarning): string => `${each.code} ${each.day} ${JSON.stringify(each.details)}`;
  const already = new Set(restWarnings({ ...around, shifts }).map(said));
  return restWarnings({ ...around, shifts: [...shifts, cover] })
    .filter(
      (each) => each.severity === 'warn' && each.shiftKeys.includes(NEED_KEY) && !already.has(said(each)),
    )
    .map((each) => ({ ...each, shiftKeys: each.shiftKeys.filter((key) => key !== NEED_KEY) }));
}
