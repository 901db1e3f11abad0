import { addPence, NO_MONEY, type Pence, sumPence, takePence } from '../money';
import type { Absence } from './absence';
import { takeFromPots } from './cover-cost';
import type {
  CoverCause,
  CoverChoice,
  CoverNeed,
  CoverPerson,
  CoverPot,
  CoverStanding,
  CoverTaker,
  OutsideCover,
  TrainingNeeded,
} from './cover-facts';
import { needWithin, type PairMember, pairsOf, partsFor, STANDING_ORDER } from './cover-parts';
import { type CoverSurroundings, outsideAsTaker, workerAsTaker, workersAround } from './cover-taker';
import { kindOfWorkFacts } from './kind-of-work';
import { openRateBook, type WorkerRate } from './rate';
import type { RotaWorker } from './rota-worker';
import type { RotaShift } from './shift';
import { minutesOfSpan, takeSpans } from './span';
import type { WorkingTimeRules } from './working-time-rules';

export type CoverChoicesInput = {
  readonly need: CoverNeed;
  readonly workers: readonly RotaWorker[];
  /** Everyone's shifts, best from 17 weeks before the day to two weeks after it. */
  readonly shifts: readonly RotaShift[];
  readonly absences: readonly Absence[];
  readonly rates: readonly WorkerRate[];
  readonly rules: WorkingTimeRules;
  /** Why it is to be covered, which decides the pot. */
  readonly cause: CoverCause;
  /** What each PA has said; one who is not here counts as `coversFor` says. */
  readonly people: readonly CoverPerson[];
  readonly outside: readonly OutsideCover[];
  readonly trainings: readonly TrainingNeeded[];
  /** In the order they are to be used. Without any, nothing is said of money left. */
  readonly pots: readonly CoverPot[];
  /** What the employer pays on top of all the wages of a week: the cover is charged with what it adds. */
  readonly weekOnCost: (workerId: string, weekWages: Pence) => Pence;
  /** Wages and on-costs that fall away because the one away is not paid for this time; nothing when they are. */
  readonly spared: Pence;
  /** Ids of PAs and agencies who have said no to this time. */
  readonly saidNo: ReadonlySet<string>;
  /** Real minutes from now to the start; null where it does not matter. */
  readonly minutesLeft: number | null;
  /** The shortest part worth asking for; an hour when left out. */
  readonly leastPartMinutes?: number;
};

/** How many of a kind are looked at for pairs, and how many pairs are told. */
const PAIRS_FROM = 8;
const MOST_PAIRS = 6;

/**
 * Every way to cover a need, best first: one PA for all of it, two one after the other, an agency, one for a part, the
 * last resort, and at the end those who cannot, with why. Among PAs who could: nothing against it before something to
 * weigh, then the willing, the fewest rules in the way, the lowest true cost, the fewest hours that week. The order of
 * the people given does not matter.
 */
export function coverChoices(input: CoverChoicesInput): readonly CoverChoice[] {
  const { need } = input;
  const least = input.leastPartMinutes ?? 60;
  const around: CoverSurroundings = {
    book: openRateBook(input.rates),
    rules: input.rules,
    // What the cover adds: allowances and thresholds are already used by the week's own wages.
    extraOnCost: (workerId, extra, week) =>
      takePence(input.weekOnCost(workerId, addPence(week, extra)), input.weekOnCost(workerId, week)),
    trainings: input.trainings,
    minutesLeft: input.minutesLeft,
  };
  const wholes: CoverTaker[] = [];
  const parts: CoverTaker[] = [];
  const members: PairMember[] = [];
  for (const one of workersAround(need, input, around)) {
    const whole = workerAsTaker(need, one, around);
    const ownParts = partsFor(need, one, whole, around, least);
    wholes.push(whole);
    parts.push(...ownParts);
    const forPart = (part: CoverTaker['span']): CoverTaker =>
      workerAsTaker(needWithin(need, part), one, around);
    for (const taker of [whole, ...ownParts])
      if (taker.standing !== 'cannot') members.push({ taker, forPart });
  }
  for (const outside of input.outside) {
    const saidNo = input.saidNo.has(outside.id);
    const taker = outsideAsTaker(need, outside, saidNo, around);
    wholes.push(taker);
    if (outside.kind === 'agency' && taker.standing !== 'cannot') {
      members.push({
        taker,
        forPart: (part) => outsideAsTaker(needWithin(need, part), outside, saidNo, around),
      });
    }
  }
  const choices = [
    ...wholes.map((taker) => choiceOf(input, 'whole', [taker])),
    ...pairChoices(input, members, wholes, least),
    ...parts.map((taker) => choiceOf(input, 'part', [taker])),
  ];
  return choices.sort(betterChoice);
}

function pairChoices(
  input: CoverChoicesInput,
  members: readonly PairMember[],
  wholes: readonly CoverTaker[],
  least: number,
): readonly CoverChoice[] {
  const { need } = input;
  if (kindOfWorkFacts(need.kindOfWork).maySleep) return [];
  const inOrder = members
    // Who can take all of it needs nobody beside them.
    .filter(
      ({ taker }) =>
        taker.kind !== 'worker' || taker.minutes < minutesOfSpan(need) || taker.standing !== 'can',
    )
    .toSorted((a, b) => betterTaker(a.taker, b.taker));
  const heads = firstOf(
    inOrder,
    ({ taker }) => taker.span.day === need.day && taker.span.start === need.start,
  );
  const tails = firstOf(
    inOrder,
    ({ taker }) => taker.span.endDay === need.endDay && taker.span.end === need.end,
  );
  const alone = new Map(wholes.map((taker) => [`${taker.kind} ${taker.id}`, taker.standing]));
  const seen = new Set<string>();
  return pairsOf(heads, tails, least)
    .filter((pair) => {
      const workers = pair.filter((taker) => taker.kind === 'worker');
      // Two agencies are no help, and a pair must be better than either PA for all of it.
      return (
        workers.length > 0 &&
        workers.every((taker) => {
          const own = alone.get(`${taker.kind} ${taker.id}`) ?? 'cannot';
          return STANDING_ORDER[worst(pair.filter((each) => each.kind === 'worker'))] < STANDING_ORDER[own];
        })
      );
    })
    .map((pair) => choiceOf(input, 'pair', pair))
    .filter((choice) => !seen.has(choice.key) && seen.add(choice.key))
    .sort(betterChoice)
    .slice(0, MOST_PAIRS);
}

function firstOf(
  members: readonly PairMember[],
  fits: (member: PairMember) => boolean,
): readonly PairMember[] {
  return members.filter(fits).slice(0, PAIRS_FROM);
}

function worst(takers: readonly CoverTaker[]): CoverStanding {
  return takers.reduce<CoverStanding>(
    (found, { standing }) => (STANDING_ORDER[standing] > STANDING_ORDER[found] ? standing : found),
    'can',
  );
}

function keyOf(taker: CoverTaker): string {
  const { day, start, endDay, end } = taker.span;
  return `${taker.kind}:${taker.id}@${day}T${start}/${endDay}T${end}`;
}

function choiceOf(
  input: CoverChoicesInput,
  kind: CoverChoice['kind'],
  takers: readonly CoverTaker[],
): CoverChoice {
  const costs = takers.flatMap((taker) => (taker.cost === null ? [] : [taker.cost]));
  const cost = costs.length === takers.length ? sumPence(costs.map((each) => each.total)) : null;
  const { shares, short } =
    cost === null || input.pots.length === 0
      ? { shares: [], short: NO_MONEY }
      : takeFromPots(
          input.pots,
          takers.flatMap((taker) =>
            taker.cost === null ? [] : [{ amount: taker.cost.total, outside: taker.kind !== 'worker' }],
          ),
          input.cause,
        );
  const standing = worst(takers);
  return {
    key: takers.map(keyOf).join('+'),
    kind,
    takers,
    standing,
    minutes: takers.reduce((sum, taker) => sum + taker.minutes, 0),
    uncovered:
      standing === 'cannot'
        ? [spanOf(input.need)]
        : takeSpans(
            spanOf(input.need),
            takers.map((taker) => taker.span),
          ),
    cost,
    costAfterSpared: cost === null || kind === 'part' ? null : takePence(cost, input.spared),
    pots: shares,
    short,
  };
}

function spanOf({ day, start, endDay, end }: CoverNeed): CoverTaker['span'] {
  return { day, start, endDay, end };
}

/** The steps of the list, in order. */
function stepOf(choice: CoverChoice): number {
  const kinds = choice.takers.map((taker) => taker.kind);
  if (choice.standing === 'cannot') return 8;
  if (kinds.includes('last-resort')) return 7;
  if (choice.kind === 'part') return choice.standing === 'can' ? 5 : 6;
  if (kinds.includes('agency')) return 4;
  const withCare = choice.standing === 'can' ? 0 : 2;
  return withCare + (choice.kind === 'pair' ? 1 : 0);
}

function isWilling(taker: CoverTaker): boolean {
  return taker.reasons.some((each) => each.code === 'cover.willing');
}

function totalOf(amount: Pence | null): number {
  return amount ?? Number.MAX_SAFE_INTEGER;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function betterTaker(a: CoverTaker, b: CoverTaker): number {
  return (
    Number(a.kind !== 'worker') - Number(b.kind !== 'worker') ||
    STANDING_ORDER[a.standing] - STANDING_ORDER[b.standing] ||
    Number(isWilling(b)) - Number(isWilling(a)) ||
    a.restWarnings.length - b.restWarnings.length ||
    b.minutes - a.minutes ||
    totalOf(a.cost?.total ?? null) - totalOf(b.cost?.total ?? null) ||
    a.weekMinutes - b.weekMinutes ||
    compareText(keyOf(a), keyOf(b))
  );
}

function betterChoice(a: CoverChoice, b: CoverChoice): number {
  const sum = (choice: CoverChoice, of: (taker: CoverTaker) => number): number =>
    choice.takers.reduce((total, taker) => total + of(taker), 0);
  const unwilling = (taker: CoverTaker): number => Number(taker.kind === 'worker' && !isWilling(taker));
  return (
    stepOf(a) - stepOf(b) ||
    STANDING_ORDER[a.standing] - STANDING_ORDER[b.standing] ||
    sum(a, unwilling) - sum(b, unwilling) ||
    sum(a, (taker) => taker.restWarnings.length) - sum(b, (taker) => taker.restWarnings.length) ||
    // A longer part first; wholes and pairs are all as long.
    b.minutes - a.minutes ||
    totalOf(a.cost) - totalOf(b.cost) ||
    sum(a, (taker) => taker.weekMinutes) - sum(b, (taker) => taker.weekMinutes) ||
    compareText(a.key, b.key)
  );
}
