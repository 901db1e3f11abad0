import { addDays, daysFromTo, type IsoDay } from '../dates';
import type { AbsenceKind } from './absence';
import { kindOfWorkFacts } from './kind-of-work';
import { type NeedLine, type NeedSpan, needSpans, type PlanOfDay, planOfDay } from './need-plan';
import { isStaffed, type RotaShift, spanThatCounts } from './shift';
import { type Moment, type Span, spanBetween } from './span';

/** Why nobody comes. `nobody-planned`: the rota has no shift there at all. */
export type LostReason = 'absence' | 'not-employed' | 'open' | 'cancelled' | 'nobody-planned';

/** One cause of a gap. Each shift stands for one person; `nobody-planned` for as many as it says. */
export type GapCause = {
  readonly code: LostReason;
  readonly people: number;
  readonly shiftKey: string | null;
  readonly workerId: string | null;
  readonly absenceId: string | null;
  readonly absenceKind: AbsenceKind | null;
};

/** How a stretch of the plan is met. For each: `neededMinutes` = `metMinutes` + `missingMinutes`, in person-minutes. */
export type NeedMet = {
  readonly span: NeedSpan;
  readonly neededMinutes: number;
  readonly metMinutes: number;
  readonly missingMinutes: number;
  /** The most people missing at once. */
  readonly missingPeople: number;
};

/** A time at which the plan wants somebody and too few come. It belongs to the day its need begins. */
export type TimedGap = Span & {
  /** `needId:day`. */
  readonly needKey: string;
  readonly needId: string;
  readonly needDay: IsoDay;
  readonly agreementId: string;
  readonly sleepIn: boolean;
  /** Real minutes, and the people missing in all of them. */
  readonly minutes: number;
  readonly missingPeople: number;
  readonly causes: readonly GapCause[];
};

/** `doubling`: two or more people, more than the plan wants. `outside-plan`: somebody when the plan wants nobody. */
export type MoreThanNeeded = Span & {
  readonly code: 'doubling' | 'outside-plan';
  readonly minutes: number;
  readonly neededPeople: number;
  readonly extraPeople: number;
  readonly workerIds: readonly string[];
  readonly keys: readonly string[];
};

/** Minutes that somebody was to be there and nobody comes, with one cause. */
export type LostTime = {
  /** The day the need, or else the shift, begins. */
  readonly day: IsoDay;
  readonly sleepIn: boolean;
  readonly minutes: number;
  /** One night or stretch is one `part`: a need's or a shift's key. */
  readonly part: string;
  readonly cause: GapCause;
};

export type NeedByTime = {
  readonly needs: readonly NeedMet[];
  readonly gaps: readonly TimedGap[];
  readonly moreThanNeeded: readonly MoreThanNeeded[];
  readonly lost: readonly LostTime[];
};

export type NeedByTimeInput = {
  readonly lines: readonly NeedLine[];
  /**
   * Shifts that start from the day before the window to the day after it, as `rotaForWindow` gives them, in any order.
   * Cancelled ones may be among them: they tell why a time is empty.
   */
  readonly shifts: readonly RotaShift[];
  readonly from: IsoDay;
  readonly to: IsoDay;
};

type Edge = {
  readonly moment: Moment;
  readonly opens: boolean;
  readonly need: Draft | null;
  readonly shift: RotaShift | null;
};
type Draft = { readonly span: NeedSpan; readonly at: number; met: number; missing: number; most: number };
type OpenGap = { readonly from: Moment; to: Moment; people: number; causes: readonly GapCause[] };
type OpenMore = Omit<MoreThanNeeded, keyof Span | 'minutes'> & { readonly from: Moment; to: Moment };

/**
 * The plan's times against the rota: one sweep over all beginnings and ends. Whoever is there meets the need that began
 * first; waking work meets a sleep-in need too, but a sleep-in meets no need of somebody awake. A worker with two shifts
 * at once is one person. Training and travel meet nothing.
 */
export function needByTime(input: NeedByTimeInput): NeedByTime {
  const { from, to, lines } = input;
  // A day on either side: its needs take the people that are theirs over midnight.
  const first = addDays(from, -1);
  const last = addDays(to, 1);
  const inWindow = (day: IsoDay): boolean => day >= from && day <= to;
  const plans = new Map(daysFromTo(first, last).map((day) => [day, planOfDay(lines, day)]));
  const drafts = needSpans(lines, first, last).map(
    (span, at): Draft => ({ span, at, met: 0, missing: 0, most: 0 }),
  );
  const edges = edgesOf(drafts, input.shifts);
  const sweep = new Sweep(inWindow, (day) => plans.get(day) ?? 'none');
  let since: Moment | null = null;
  for (const edge of edges) {
    if (since !== null && edge.moment.at > since.at) sweep.stretch(since, edge.moment);
    sweep.take(edge);
    since = edge.moment;
  }
  return {
    needs: drafts
      .filter((draft) => inWindow(draft.span.day))
      .map(({ span, met, missing, most }) => ({
        span,
        neededMinutes: span.minutes * span.people,
        metMinutes: met,
        missingMinutes: missing,
        missingPeople: most,
      })),
    ...sweep.found(),
  };
}

function edgesOf(drafts: readonly Draft[], shifts: readonly RotaShift[]): readonly Edge[] {
  const edges: Edge[] = [];
  const add = (
    span: Span,
    startsAt: number,
    endsAt: number,
    need: Draft | null,
    shift: RotaShift | null,
  ): void => {
    edges.push({ moment: { at: startsAt, day: span.day, time: span.start }, opens: true, need, shift });
    edges.push({ moment: { at: endsAt, day: span.endDay, time: span.end }, opens: false, need, shift });
  };
  for (const need of drafts) add(need.span, need.span.startsAt, need.span.endsAt, need, null);
  for (const shift of shifts) {
    if (!kindOfWorkFacts(shift.kindOfWork).needsCover || shift.endsAt <= shift.startsAt) continue;
    add(spanThatCounts(shift), shift.startsAt, shift.endsAt, null, shift);
  }
  return edges.sort((a, b) => a.moment.at - b.moment.at);
}

const REASONS: Readonly<Record<Exclude<LostReason, 'nobody-planned'>, number>> = {
  absence: 0,
  'not-employed': 1,
  open: 2,
  cancelled: 3,
};

function reasonOf(shift: RotaShift): Exclude<LostReason, 'nobody-planned'> {
  if (shift.state === 'cancelled') return 'cancelled';
  return shift.state === 'off' ? (shift.offBecause ?? 'open') : 'open';
}

function causeOf(shift: RotaShift): GapCause {
  const { key, workerId, absenceId, absenceKind } = shift;
  return { code: reasonOf(shift), people: 1, shiftKey: key, workerId, absenceId, absenceKind };
}

function nobodyPlanned(people: number): GapCause {
  const nothing = { shiftKey: null, workerId: null, absenceId: null, absenceKind: null } as const;
  return { code: 'nobody-planned', people, ...nothing };
}

function maySleep(shift: RotaShift): boolean {
  return kindOfWorkFacts(shift.kindOfWork).maySleep;
}

/** What runs at one moment, and what has been found until then. */
class Sweep {
  readonly #inWindow: (day: IsoDay) => boolean;
  readonly #planOf: (day: IsoDay) => PlanOfDay;
  readonly #needs = new Set<Draft>();
  readonly #staffed = new Map<string, RotaShift>();
  readonly #waiting = new Map<string, RotaShift>();
  readonly #open = new Map<Draft, OpenGap>();
  #more: OpenMore | null = null;
  readonly #gaps: { readonly draft: Draft; readonly gap: OpenGap }[] = [];
  readonly #moreFound: OpenMore[] = [];
  readonly #lost = new Map<string, { -readonly [K in keyof LostTime]: LostTime[K] }>();

  constructor(inWindow: (day: IsoDay) => boolean, planOf: (day: IsoDay) => PlanOfDay) {
    this.#inWindow = inWindow;
    this.#planOf = planOf;
  }

  take({ opens, need, shift }: Edge): void {
    if (need !== null) {
      if (opens) this.#needs.add(need);
      else this.#needs.delete(need);
    } else if (shift !== null) {
      const book = isStaffed(shift) ? this.#staffed : this.#waiting;
      // A cancelled occurrence and what stands in its place may share a key.
      const key = `${shift.state} ${shift.key}`;
      if (opens) book.set(key, shift);
      else book.delete(key);
    }
  }

  /** From one edge to the next nothing changes. */
  stretch(from: Moment, to: Moment): void {
    const minutes = to.at - from.at;
    const awake = new Set<string>();
    const asleep = new Set<string>();
    const keys = new Set<string>();
    for (const shift of this.#staffed.values()) {
      keys.add(shift.key);
      (maySleep(shift) ? asleep : awake).add(shift.workerId ?? '');
    }
    for (const id of awake) asleep.delete(id);
    const waiting = this.#waitingNow(keys);
    let awakeLeft = awake.size;
    let asleepLeft = asleep.size;
    let needed = 0;
    const needs = [...this.#needs].sort((a, b) => a.at - b.at);
    for (const sleepIn of [false, true]) {
      for (const draft of needs) {
        const { span } = draft;
        if (span.sleepIn !== sleepIn) continue;
        needed += span.people;
        const sleepers = sleepIn ? Math.min(asleepLeft, span.people) : 0;
        const wakers = Math.min(awakeLeft, span.people - sleepers);
        asleepLeft -= sleepers;
        awakeLeft -= wakers;
        const missing = span.people - sleepers - wakers;
        draft.met += (sleepers + wakers) * minutes;
        draft.missing += missing * minutes;
        draft.most = Math.max(draft.most, missing);
        this.#noteGap(draft, missing, waiting, from, to);
      }
    }
    const plan = this.#planOf(from.day);
    if (plan !== 'only-at-times') {
      for (const shift of waiting) {
        if (shift.state !== 'cancelled' && this.#inWindow(shift.day))
          this.#lose(shift.day, maySleep(shift), shift.key, causeOf(shift), minutes);
      }
    }
    this.#noteMore(from, to, needed, [...awake, ...asleep], keys, plan);
  }

  /** Shifts that nobody works, and that no cover stands in for at this moment; those most to be told of first. */
  #waitingNow(staffedKeys: ReadonlySet<string>): RotaShift[] {
    if (this.#waiting.size === 0) return [];
    return [...this.#waiting.values()]
      .filter((shift) => !shift.coveredBy.some((key) => staffedKeys.has(key)))
      .sort((a, b) => REASONS[reasonOf(a)] - REASONS[reasonOf(b)] || (a.key < b.key ? -1 : 1));
  }

  #noteGap(draft: Draft, people: number, waiting: RotaShift[], from: Moment, to: Moment): void {
    const before = this.#open.get(draft);
    if (people === 0) {
      this.#open.delete(draft);
      return;
    }
    const { span } = draft;
    const causes: GapCause[] = [];
    while (causes.length < people) {
      let at = waiting.findIndex((shift) => maySleep(shift) === span.sleepIn);
      if (at < 0 && span.sleepIn) at = waiting.length - 1;
      const [shift] = at < 0 ? [] : waiting.splice(at, 1);
      if (shift === undefined) break;
      causes.push(causeOf(shift));
    }
    if (causes.length < people) causes.push(nobodyPlanned(people - causes.length));
    if (this.#inWindow(span.day)) {
      for (const cause of causes)
        this.#lose(span.day, span.sleepIn, span.key, cause, (to.at - from.at) * cause.people);
    }
    if (before !== undefined && before.to.at === from.at && sameCauses(before, people, causes)) {
      before.to = to;
      return;
    }
    const gap = { from, to, people, causes };
    this.#open.set(draft, gap);
    if (this.#inWindow(span.day)) this.#gaps.push({ draft, gap });
  }

  #lose(day: IsoDay, sleepIn: boolean, part: string, cause: GapCause, minutes: number): void {
    const id = `${part} ${cause.code} ${cause.people} ${cause.shiftKey ?? ''}`;
    const known = this.#lost.get(id);
    if (known) known.minutes += minutes;
    else this.#lost.set(id, { day, sleepIn, minutes, part, cause });
  }

  #noteMore(
    from: Moment,
    to: Moment,
    needed: number,
    here: readonly string[],
    keys: ReadonlySet<string>,
    plan: PlanOfDay,
  ): void {
    const free = plan === 'only-at-times' ? 0 : 1;
    const extraPeople = here.length - Math.max(needed, free);
    if (extraPeople <= 0 || !this.#inWindow(from.day)) {
      this.#more = null;
      return;
    }
    const before = this.#more;
    const more: OpenMore = {
      from,
      to,
      code: here.length > 1 ? 'doubling' : 'outside-plan',
      neededPeople: needed,
      extraPeople,
      workerIds: here.toSorted(),
      keys: [...keys].sort(),
    };
    if (before !== null && before.neededPeople === needed && before.keys.join() === more.keys.join()) {
      before.to = to;
      return;
    }
    this.#more = more;
    this.#moreFound.push(more);
  }

  found(): Omit<NeedByTime, 'needs'> {
    const gaps = this.#gaps.map(({ draft: { span }, gap }): TimedGap => {
      const { key, needId, agreementId, sleepIn, day } = span;
      const about = { needKey: key, needId, needDay: day, agreementId, sleepIn };
      const minutes = gap.to.at - gap.from.at;
      return {
        ...spanBetween(gap.from, gap.to),
        ...about,
        minutes,
        missingPeople: gap.people,
        causes: gap.causes,
      };
    });
    const moreThanNeeded = this.#moreFound.map(({ from, to, ...more }) => ({
      ...spanBetween(from, to),
      minutes: to.at - from.at,
      ...more,
    }));
    const lost = [...this.#lost.entries()]
      .sort(([a, one], [b, other]) =>
        one.day === other.day ? (a < b ? -1 : 1) : one.day < other.day ? -1 : 1,
      )
      .map(([, one]) => one);
    return { gaps, moreThanNeeded, lost };
  }
}

function sameCauses(before: OpenGap, people: number, causes: readonly GapCause[]): boolean {
  return (
    before.people === people &&
    before.causes.length === causes.length &&
    before.causes.every((cause, at) => {
      const now = causes[at];
      return now !== undefined && cause.code === now.code && cause.shiftKey === now.shiftKey;
    })
  );
}
