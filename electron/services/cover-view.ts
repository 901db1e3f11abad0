import type { CoverList, CoverNeed, CoverView, CoverChoice as ShownChoice } from '@shared/api/cover';
import { minutesBetween } from '@shared/clock-time';
import { addDays, laterDay } from '@shared/dates';
import type { CoverChoice } from '@shared/rota/cover-facts';
import { coverState, latestAsks, nextToAsk } from '@shared/rota/cover-log';
import type { Gap, RotaWindow } from '@shared/rota/rota-for-window';
import { isStaffed, type RotaShift } from '@shared/rota/shift';
import { minutesOfSpan } from '@shared/rota/span';
import { asksFrom, outsideCoversBetween } from '../db/queries/cover';
import type { WorkspaceSchema } from '../db/schema';
import { databaseOf, type ServiceContext } from './context';
import { aroundShift, askOfRow, spanOf, wallNow } from './cover-around';
import { type Called, namesForCover } from './cover-known';
import type { NamedPot } from './cover-pots';
import { loadRota } from './rota-data';

type Names = (kind: string, id: string) => Called;

/** How far ahead gaps are listed, and the most days of one absence. */
const LIST_DAYS = 27;
const MOST_DAYS = 69;
/** Who has a shift instead of the one it was planned for: PAs and cover from outside, by time. */
function coveredBy(
  shift: RotaShift,
  window: RotaWindow,
  outside: ReadonlyMap<string, WorkspaceSchema['outside_cover']>,
  names: Names,
): CoverNeed['coveredBy'] {
  const byKey = new Map(window.shifts.map((each) => [each.key, each]));
  // One who was given an open shift is on it themselves.
  const own = isStaffed(shift) ? [shift.key] : [];
  const people = [...own, ...shift.coveredBy].flatMap((key) => {
    const cover = byKey.get(key);
    if (cover === undefined || cover.workerId === null) return [];
    return {
      kind: 'worker' as const,
      id: cover.workerId,
      ...called(names('worker', cover.workerId)),
      span: spanOf(cover),
      minutes: cover.minutes,
      shiftKey: cover.key,
      outsideId: null,
      charge: null,
      confirmed: cover.state === 'confirmed',
    };
  });
  const others = window.outside
    .filter((each) => each.coversKey === shift.key)
    .flatMap((each) => {
      const row = outside.get(each.id);
      if (row === undefined) return [];
      return {
        kind: 'agency' as const,
        id: each.contactId,
        ...called(names('agency', each.contactId)),
        span: spanOf(each),
        minutes: minutesOfSpan(each),
        shiftKey: null,
        outsideId: each.id,
        charge: row.charge_pence,
        confirmed: row.confirmed === 1,
      };
    });
  return [...people, ...others].sort((a, b) =>
    `${a.span.day}${a.span.start}` < `${b.span.day}${b.span.start}` ? -1 : 1,
  );
}

function called({ name, phone }: Called): { name: string; phone: string | null } {
  return { name, phone };
}

function headOf(shift: RotaShift, gap: Gap | undefined, names: Names) {
  const away = shift.workerId !== null && shift.offBecause !== null ? shift.workerId : null;
  const uncovered = (gap?.uncovered ?? []).map(spanOf);
  return {
    key: shift.key,
    span: spanOf(shift),
    minutes: minutesOfSpan(shift),
    kindOfWork: shift.kindOfWork,
    reason: gap?.reason ?? null,
    away:
      away === null
        ? null
        : {
            workerId: away,
            name: names('worker', away).name,
            shortName: names('worker', away).shortName,
            absenceId: shift.absenceId,
            kind: shift.absenceKind,
          },
    uncovered,
    uncoveredMinutes: uncovered.reduce((sum, each) => sum + minutesOfSpan(each), 0),
  };
}

/**
 * What needs someone, soonest first: in the next four weeks, with cover from outside that is over and not confirmed; or
 * all that one absence left, with what is covered of it.
 */
export function coverList(context: ServiceContext, householdId: string, absenceId: string | null): CoverList {
  const db = databaseOf(context);
  const now = wallNow(context);
  const known = absenceId === null ? undefined : db.byId('absence', absenceId);
  // One that was undone meanwhile leaves the whole list.
  const absence = known?.household_id === householdId ? known : null;
  const start =
    absence === null ? addDays(now.day, -LIST_DAYS) : laterDay(absence.first_day, addDays(now.day, -1));
  const end =
    absence === null || absence.last_day === null
      ? addDays(laterDay(now.day, start), LIST_DAYS)
      : absence.last_day;
  const to = end > addDays(start, MOST_DAYS) ? addDays(start, MOST_DAYS) : laterDay(start, end);
  const { window } = loadRota(db, householdId, start, to);
  const names = namesForCover(db, householdId);
  const outside = new Map(
    outsideCoversBetween(db, householdId, start, addDays(to, 1)).map((row) => [row.id, row]),
  );
  const gaps = new Map(window.gaps.map((gap) => [gap.key, gap]));
  const asks = asksFrom(db, householdId, addDays(start, -1)).map(askOfRow);
  const needOf = (shift: RotaShift): CoverNeed => {
    const away = new Set(
      window.shifts
        .filter((cover) => cover.coversShiftKey === shift.key && cover.state === 'off')
        .map((cover) => cover.workerId),
    );
    // A yes of one who is away too by now is worth nothing any more.
    const latest = latestAsks(shift.key, asks).filter((ask) => !away.has(ask.who.id));
    const said = (answers: readonly string[]): string[] =>
      latest
        .filter((ask) => answers.includes(ask.answer))
        .map((ask) => names(ask.who.kind, ask.who.id).shortName);
    return {
      ...headOf(shift, gaps.get(shift.key), names),
      asked: latest.length,
      waiting: said(['waiting']),
      saidYes: said(['yes', 'part']),
      coveredBy: coveredBy(shift, window, outside, names),
    };
  };
  const unconfirmed = new Set(
    [...outside.values()]
      .filter((row) => row.confirmed === 0 && row.end_day <= now.day)
      .map((row) => row.covers_key),
  );
  const isToConfirm = (shift: RotaShift): boolean => unconfirmed.has(shift.key) && shift.endDay <= now.day;
  const isCovered = (shift: RotaShift): boolean => shift.state === 'off' && !gaps.has(shift.key);
  // A night that began yesterday is still to come until this morning.
  const here = window.shifts.filter(
    (shift) => shift.endDay >= now.day && (absence === null || shift.absenceId === absence.id),
  );
  return {
    now,
    to,
    absence:
      absence === null
        ? null
        : {
            id: absence.id,
            workerId: absence.worker_id,
            name: names('worker', absence.worker_id).shortName,
            kind: absence.kind,
            firstDay: absence.first_day,
            lastDay: absence.last_day,
          },
    needs: here.filter((shift) => gaps.has(shift.key)).map(needOf),
    covered: (absence === null ? window.shifts.filter(isToConfirm) : here.filter(isCovered)).map(needOf),
  };
}

function shownChoice(choice: CoverChoice, names: Names, pots: readonly NamedPot[]): ShownChoice {
  return {
    key: choice.key,
    kind: choice.kind,
    takers: choice.takers.map((taker) => {
      const { name, shortName } = names(taker.kind, taker.id);
      return {
        kind: taker.kind,
        id: taker.id,
        name,
        shortName,
        phone: taker.phone,
        span: taker.span,
        minutes: taker.minutes,
        standing: taker.standing,
        reasons: taker.reasons.map(({ code, weight, details }) => ({
          code,
          weight,
          values: { name: shortName, ...details },
        })),
        cost: taker.cost,
        weekMinutes: taker.weekMinutes,
      };
    }),
    standing: choice.standing,
    minutes: choice.minutes,
    cost: choice.cost,
    costAfterSpared: choice.costAfterSpared,
    pots: choice.pots.map((share) => ({
      id: share.potId,
      kind: share.kind,
      name: pots.find((pot) => pot.id === share.potId)?.name ?? '',
      amount: share.amount,
    })),
    short: choice.short,
  };
}

/** Who could cover one shift, best first, who was asked, and where the search stands. */
export function coverView(context: ServiceContext, householdId: string, key: string): CoverView {
  const db = databaseOf(context);
  const around = aroundShift(context, householdId, key);
  const { shift, gap, choices, asks, now, need } = around;
  const names = namesForCover(db, householdId);
  const uncovered = (gap?.uncovered ?? []).map(spanOf);
  const state = coverState({ shiftKey: key, span: spanOf(shift), uncovered, asks, choices, now });
  const next = need === null ? null : nextToAsk(key, choices, asks);
  const outside = new Map(
    outsideCoversBetween(db, householdId, addDays(shift.day, -1), addDays(shift.endDay, 1)).map((row) => [
      row.id,
      row,
    ]),
  );
  return {
    ...headOf(shift, gap, names),
    now,
    need: need === null ? null : spanOf(need),
    minutesLeft: minutesBetween(now.day, now.time, need?.day ?? shift.day, need?.start ?? shift.start),
    state: {
      code: state.code,
      uncoveredMinutes: state.uncoveredMinutes,
      coveredMinutes: state.coveredMinutes,
      waitingMinutes: state.waitingMinutes,
      refusals: state.refusals,
      asked: state.asked,
    },
    next:
      next === null
        ? null
        : {
            choiceKey: next.choice.key,
            who: { kind: next.taker.kind, id: next.taker.id },
            again: next.again,
          },
    choices: choices.map((choice) => shownChoice(choice, names, around.pots)),
    asks: latestAsks(key, asks)
      .toReversed()
      .map((ask) => ({
        id: ask.id,
        who: ask.who,
        name: names(ask.who.kind, ask.who.id).name,
        span: ask.span,
        asked: ask.asked,
        how: ask.how,
        answer: ask.answer,
        answered: ask.answered,
        offered: ask.offered,
      })),
    coveredBy: coveredBy(shift, around.window, outside, names),
    spared: around.spared,
    hasPeople: around.hasPeople,
    hasContacts: around.hasContacts,
  };
}
