import type { NeedGap, NeedView } from '@shared/api/need';
import { minutesOf } from '@shared/clock-time';
import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { type PlanAgainstRota, planAgainstRota } from '@shared/rota/need-against-rota';
import { type NeedLine, needSpans, planHours, planHoursByAgreement } from '@shared/rota/need-plan';
import type { RotaWindow } from '@shared/rota/rota-for-window';
import { isStaffed, type RotaShift, spanThatCounts } from '@shared/rota/shift';
import { minutesOfSpan, momentOf, type Span } from '@shared/rota/span';
import { agreementsOf } from '../db/queries/household';
import { contactNamesOf } from '../db/queries/need';
import { workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { isWeeklyOnly, planLinesOf } from './need-lines';
import { LONGEST_NEED } from './need-rules';
import { loadRota } from './rota-data';
import { workerShortName } from './worker-name';

/** The most days that a picture is made for, each with its times. */
const MOST_PICTURES = 8;

const OUTSIDE = 'outside:';

/**
 * The shifts of a window with cover from outside among them, as shifts of their own: for the plan it is all the same who
 * comes. Cancelled ones too: they tell why a time is empty.
 */
function everyShift(window: RotaWindow): readonly RotaShift[] {
  const shifts = new Map(window.shifts.map((shift) => [shift.key, shift]));
  const from: RotaShift[] = [];
  for (const each of window.outside) {
    const covered = shifts.get(each.coversKey);
    if (covered === undefined) continue;
    const key = `${OUTSIDE}${each.id}`;
    const { day, start, endDay, end } = each;
    const minutes = minutesOfSpan(each);
    from.push({
      ...covered,
      ...{ day, start, endDay, end, minutes, key },
      plannedMinutes: minutes,
      startsAt: momentOf(day, start),
      endsAt: momentOf(endDay, end),
      state: 'planned',
      actual: null,
      workerId: `${OUTSIDE}${each.contactId}`,
      ...{ offBecause: null, absenceId: null, absenceKind: null },
      coversShiftKey: each.coversKey,
      coveredBy: [],
      needsSomeone: false,
    });
    shifts.set(each.coversKey, { ...covered, coveredBy: [...covered.coveredBy, key] });
  }
  return [...shifts.values(), ...from, ...window.cancelled];
}

/** The plan against the rota of a window: for the rota's own figures, too. */
function planAgainst(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
  today: IsoDay,
): PlanAgainstRota & { readonly shifts: readonly RotaShift[]; readonly window: RotaWindow } {
  return db.remember(`plan against rota ${householdId} ${from} ${to} ${today}`, () => {
    const { window } = loadRota(db, householdId, addDays(from, -1), addDays(to, 1));
    const shifts = everyShift(window);
    const found = planAgainstRota({ lines: planLinesOf(db, householdId), shifts, from, to, today });
    return { ...found, shifts, window };
  });
}

/** The plan against the rota from one day to another: hours, gaps, what is more than the plan wants, and what was lost. */
export function needView(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay): NeedView {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  if (to < from) refuse('day.end-before-start', {}, 'to');
  if (daysBetween(from, to) >= LONGEST_NEED) refuse('need.window-too-long', {}, 'to');
  const today = todayOf(context);
  const lines = planLinesOf(db, householdId);
  const agreements = agreementsOf(db, householdId);
  const found = planAgainst(db, householdId, from, to, today);
  const names = new Map<string, string>([
    ...workersOf(db, householdId).map((row) => [row.id, workerShortName(row)] as const),
    ...contactNamesOf(db, householdId).map((row) => [`${OUTSIDE}${row.id}`, row.name] as const),
  ]);
  const gaps = gapsOf(found, from, to, names);
  const pictures = daysBetween(from, to) < MOST_PICTURES ? picturesOf(found, lines, gaps, from, to) : null;
  const fixed = lines.filter((line) => line.kind !== 'any-time');
  const none = { wanted: [], coming: [], missing: [] };
  return {
    from,
    to,
    today,
    hasAgreement: agreements.length > 0,
    whole: shownHours(found.whole),
    weeks: found.weeks.map(shownHours),
    days: found.days.map((one) => ({
      ...one,
      plan: pictures === null ? null : planHours(fixed, one.day, one.day),
      ...(pictures?.get(one.day) ?? none),
    })),
    gaps,
    more: found.moreThanNeeded.map((more) => ({
      ...spanOf(more),
      code: more.code,
      minutes: more.minutes,
      neededPeople: more.neededPeople,
      extraPeople: more.extraPeople,
      names: more.workerIds.flatMap((id) => names.get(id) ?? []),
      keys: more.keys.filter((key) => !key.startsWith(OUTSIDE)),
    })),
    lostSoFar: shownLost(found.lostSoFar),
    lostToCome: shownLost(found.lostToCome),
    agreements: planHoursByAgreement(lines, from, to).map(({ agreementId, minutes, sleepIns }) => ({
      agreementId,
      name: agreements.find((one) => one.id === agreementId)?.funder_name ?? '',
      minutes,
      sleepIns,
      weeklyOnly: lines.filter((line) => line.agreementId === agreementId).every(isWeeklyOnly),
    })),
  };
}

const shownLost = (lost: PlanAgainstRota['lostSoFar']): NeedView['lostSoFar'] => ({
  ...lost,
  reasons: lost.reasons.map((reason) => ({ ...reason })),
});

const shownHours = (hours: PlanAgainstRota['whole']): NeedView['whole'] => ({
  ...hours,
  lost: shownLost(hours.lost),
});

const spanOf = ({ day, start, endDay, end }: Span): Span => ({ day, start, endDay, end });

/** What the plan names and nobody comes to, then shifts beside it that nobody works; each shift once. */
function gapsOf(
  found: PlanAgainstRota & { readonly window: RotaWindow },
  from: IsoDay,
  to: IsoDay,
  names: ReadonlyMap<string, string>,
): NeedGap[] {
  const told = new Set<string>();
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const inPlan = found.gaps.flatMap((gap) =>
    gap.causes.map((cause): NeedGap => {
      if (cause.shiftKey !== null) told.add(cause.shiftKey);
      return {
        ...spanOf(gap),
        key: `${gap.needKey} ${gap.start} ${cause.shiftKey ?? 'nobody'}`,
        minutes: gap.minutes,
        people: cause.people,
        sleepIn: gap.sleepIn,
        inPlan: true,
        reason: cause.code,
        shiftKey: cause.shiftKey,
        name: nameOf(cause.workerId),
        absenceKind: cause.absenceKind,
      };
    }),
  );
  const beside = found.window.gaps
    .filter(({ shift }) => shift.day >= from && shift.day <= to && !told.has(shift.key))
    .flatMap(({ key, shift, reason, uncovered }) =>
      uncovered.map(
        (span): NeedGap => ({
          ...spanOf(span),
          key: `${key} ${span.day} ${span.start}`,
          minutes: minutesOfSpan(span),
          people: 1,
          sleepIn: kindOfWorkFacts(shift.kindOfWork).maySleep,
          inPlan: false,
          reason,
          shiftKey: key,
          name: nameOf(shift.workerId),
          absenceKind: shift.absenceKind,
        }),
      ),
    );
  return [...inPlan, ...beside].sort((a, b) => {
    const order = `${a.day} ${a.start}`.localeCompare(`${b.day} ${b.start}`);
    return order === 0 ? a.key.localeCompare(b.key) : order;
  });
}

type Stripe = NeedView['days'][number]['wanted'][number];
type Picture = { readonly wanted: Stripe[]; readonly coming: Stripe[]; readonly missing: Stripe[] };
type Count = { readonly span: Span; readonly people: number; readonly sleepIn: boolean };

/** For each day, by the clock on the wall: what the plan wants at a time, who comes and where somebody is missing. */
function picturesOf(
  found: PlanAgainstRota & { readonly shifts: readonly RotaShift[] },
  lines: readonly NeedLine[],
  gaps: readonly NeedGap[],
  from: IsoDay,
  to: IsoDay,
): ReadonlyMap<IsoDay, Picture> {
  const wanted = needSpans(lines, addDays(from, -1), to).map(({ people, sleepIn, ...span }) => ({
    span,
    people,
    sleepIn,
  }));
  const coming = found.shifts
    .filter((shift) => isStaffed(shift) && kindOfWorkFacts(shift.kindOfWork).needsCover)
    .map((shift) => ({
      span: spanThatCounts(shift),
      people: 1,
      sleepIn: kindOfWorkFacts(shift.kindOfWork).maySleep,
    }));
  const missing = gaps.map((gap) => ({ span: gap, people: gap.people, sleepIn: gap.sleepIn }));
  return new Map(
    found.days.map(({ day }) => [
      day,
      { wanted: stripesOf(wanted, day), coming: stripesOf(coming, day), missing: stripesOf(missing, day) },
    ]),
  );
}

/** How many people there are from minute to minute of one day, waking and sleeping apart. */
function stripesOf(counts: readonly Count[], day: IsoDay): Stripe[] {
  return [false, true].flatMap((sleepIn) => {
    const own = counts.filter(
      ({ span, sleepIn: sleeps }) => sleeps === sleepIn && span.day <= day && span.endDay >= day,
    );
    const ends = own.map(({ span, people }) => ({
      from: span.day < day ? 0 : minutesOf(span.start),
      to: span.endDay > day ? 1440 : minutesOf(span.end),
      people,
    }));
    const edges = [...new Set(ends.flatMap((one) => [one.from, one.to]))].sort((a, b) => a - b);
    const stripes: Stripe[] = [];
    edges.forEach((fromMinute, at) => {
      const toMinute = edges[at + 1];
      if (toMinute === undefined) return;
      const people = ends
        .filter((one) => one.from <= fromMinute && one.to >= toMinute)
        .reduce((sum, one) => sum + one.people, 0);
      if (people === 0) return;
      const last = stripes.at(-1);
      if (last !== undefined && last.toMinute === fromMinute && last.people === people)
        stripes[stripes.length - 1] = { ...last, toMinute };
      else stripes.push({ fromMinute, toMinute, people, sleepIn });
    });
    return stripes;
  });
}
