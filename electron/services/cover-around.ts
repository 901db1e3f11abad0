import { clockTime, minutesBetween } from '@shared/clock-time';
import { addDays, weekdayOf } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, takePence } from '@shared/money';
import { coverChoices } from '@shared/rota/cover';
import { weekWages } from '@shared/rota/cover-cost';
import type { CoverChoice, CoverPerson, CoverNeed as NeedToCover } from '@shared/rota/cover-facts';
import { type CoverAsk, latestAsks, saidNoTo, type WallMoment } from '@shared/rota/cover-log';
import { openRateBook, payAtRate } from '@shared/rota/rate';
import type { Gap, RotaWindow } from '@shared/rota/rota-for-window';
import type { RotaShift } from '@shared/rota/shift';
import { minutesOfSpan, type Span } from '@shared/rota/span';
import { asksOf } from '../db/queries/cover';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { londonTime } from '../system/clock';
import { databaseOf, type ServiceContext } from './context';
import { coverPeople, outsideContacts, trainingsNeeded } from './cover-known';
import { type NamedPot, potsOn } from './cover-pots';
import { weeklyOnCost } from './on-cost';
import { loadPayRecord } from './pay-record';
import { sickPayOfDays } from './pay-sickness';
import { loadRates, loadRota, workingTimeRules } from './rota-data';
import { findShift } from './rota-find';
import { AVERAGE_DAYS } from './rota-view';

/** How far after a shift the rota is looked at: rest in the two weeks after. */
const DAYS_AFTER = 14;

/** The wall-clock moment in London. */
export function wallNow(context: ServiceContext): WallMoment {
  return { day: context.clock.today(), time: londonTime(Date.parse(context.clock.nowIso())) };
}

export function askOfRow(row: WorkspaceSchema['cover_ask']): CoverAsk {
  return {
    id: row.id,
    shiftKey: row.shift_key,
    who: { kind: row.who_kind, id: row.who_id },
    span: { day: row.day, start: row.start_time, endDay: row.end_day, end: row.end_time },
    asked: { day: row.asked_on, time: clockTime(row.asked_at) },
    how: row.how,
    answer: row.answer,
    answered:
      row.answered_on === null || row.answered_at === null
        ? null
        : { day: row.answered_on, time: clockTime(row.answered_at) },
    offered:
      row.offered_day === null ||
      row.offered_start_time === null ||
      row.offered_end_day === null ||
      row.offered_end_time === null
        ? null
        : {
            day: row.offered_day,
            start: row.offered_start_time,
            endDay: row.offered_end_day,
            end: row.offered_end_time,
          },
  };
}

export function spanOf({ day, start, endDay, end }: Span): Span {
  return { day, start, endDay, end };
}

/** Everything that is known around one shift, for ranking who could cover it. */
export type Around = {
  readonly shift: RotaShift;
  readonly gap: Gap | undefined;
  readonly window: RotaWindow;
  readonly need: NeedToCover | null;
  readonly choices: readonly CoverChoice[];
  readonly pots: readonly NamedPot[];
  readonly asks: readonly CoverAsk[];
  readonly spared: Pence;
  readonly now: WallMoment;
  readonly hasPeople: boolean;
  readonly hasContacts: boolean;
};

/** Ranks who could cover a shift. Refuses with `not-found`. */
export function aroundShift(context: ServiceContext, householdId: string, key: string): Around {
  const db = databaseOf(context);
  const now = wallNow(context);
  const { day } = findShift(db, householdId, key);
  const loaded = loadRota(db, householdId, addDays(day, -AVERAGE_DAYS), addDays(day, DAYS_AFTER));
  const { window } = loaded;
  const shift = window.shifts.find((one) => one.key === key) ?? findShift(db, householdId, key);
  const gap = window.gaps.find((one) => one.key === key);
  const asks = asksOf(db, householdId, key).map(askOfRow);
  const first = gap?.uncovered[0];
  const workers = loaded.workers.filter((one) => one.lastDay === null || one.lastDay >= day);
  const outside = outsideContacts(db, householdId);
  const facts = {
    shift,
    gap,
    window,
    asks,
    now,
    hasPeople: workers.some((one) => one.id !== shift.workerId),
    hasContacts: outside.length > 0,
  };
  if (gap === undefined || first === undefined)
    return { ...facts, need: null, choices: [], pots: [], spared: NO_MONEY };
  const need: NeedToCover = {
    ...spanOf(first),
    kindOfWork: shift.kindOfWork,
    awayWorkerId: shift.workerId,
  };
  const pots = potsOn(db, householdId, day);
  const spared = sparedBy(context, db, householdId, shift, window, need);
  const choices = coverChoices({
    need,
    cause: shift.absenceKind ?? (gap.reason === 'absence' ? 'open' : gap.reason),
    workers,
    shifts: window.shifts,
    absences: loaded.absences,
    rates: loadRates(db, householdId),
    people: coverPeople(db, householdId, day).map((person) => withinOffer(person, key, asks, need)),
    outside,
    trainings: trainingsNeeded(db, householdId),
    pots,
    weekOnCost: weeklyOnCost(db, householdId, day),
    spared,
    saidNo: saidNoTo(key, asks),
    minutesLeft: minutesBetween(now.day, now.time, need.day, need.start),
    rules: workingTimeRules(day),
  });
  return { ...facts, need, choices, pots, spared };
}

/** One who offered a part of the time, whatever else they have said: they can come then, and at no other time of it. */
function withinOffer(
  person: CoverPerson,
  key: string,
  asks: readonly CoverAsk[],
  need: NeedToCover,
): CoverPerson {
  const ask = latestAsks(key, asks).find(({ who }) => who.kind === 'worker' && who.id === person.workerId);
  if (ask === undefined || ask.answer !== 'part' || ask.offered === null) return person;
  const { day, start, endDay, end } = ask.offered;
  const offer = { weekday: weekdayOf(day), start, end, endsNextDay: endDay > day };
  return { ...person, windows: [{ ...offer, from: addDays(need.day, -1), to: need.endDay }] };
}

/**
 * What the one away is not paid for a time: wages and what they add to the week's on-costs, less sick pay (SSP) of that
 * day. Sick pay counts once a day: against what they would have earned first. Nothing where the time is paid all the
 * same, and for a shift that nobody has.
 */
function sparedBy(
  context: ServiceContext,
  db: WorkspaceDatabase,
  householdId: string,
  shift: RotaShift,
  window: RotaWindow,
  need: NeedToCover,
): Pence {
  const { workerId, absenceId } = shift;
  if (workerId === null || shift.offBecause !== 'absence' || absenceId === null) return NO_MONEY;
  const absence = db.byId('absence', absenceId);
  if (absence === undefined || absence.kind === 'holiday' || absence.pay_kept === 1) return NO_MONEY;
  const book = openRateBook(loadRates(db, householdId));
  const own = window.shifts.filter((one) => one.workerId === workerId && one.state !== 'off');
  const week = weekWages(workerId, need, own, book);
  const onCost = weeklyOnCost(db, householdId, shift.day);
  const unpaid = (kindOfWork: RotaShift['kindOfWork'], minutes: number): Pence => {
    const rate = book.find(workerId, kindOfWork, shift.day);
    if (rate === null || minutes <= 0) return NO_MONEY;
    const wages = payAtRate(rate, minutes, 1);
    return addPence(wages, takePence(onCost(workerId, addPence(week, wages)), onCost(workerId, week)));
  };
  const saved = unpaid(shift.kindOfWork, minutesOfSpan(need));
  if (absence.kind !== 'sickness') return saved;
  const record = loadPayRecord(db, householdId, context.clock.today());
  const sickPay = sickPayOfDays(record, workerId, shift.day, shift.day)?.amount ?? NO_MONEY;
  const before = window.shifts.filter(
    (one) => one.absenceId === absenceId && one.day === shift.day && one.start < shift.start,
  );
  const earlier = addPence(
    ...before.map((one) => unpaid(one.kindOfWork, one.plannedMinutes)),
    unpaid(shift.kindOfWork, minutesBetween(shift.day, shift.start, need.day, need.start)),
  );
  const stillPaid = Math.max(0, takePence(sickPay, earlier));
  return pence(Math.max(0, saved - stillPaid));
}
