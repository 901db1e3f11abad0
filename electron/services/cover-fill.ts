import type { Coded } from '@shared/api/common';
import { addDays, mondayOf } from '@shared/dates';
import type { Pence } from '@shared/money';
import { outsideCoverCost } from '@shared/rota/cover-cost';
import { type CoverAsk, type HowAsked, latestAsks, type WallMoment } from '@shared/rota/cover-log';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { dayOfOccurrence } from '@shared/rota/pattern';
import { parseRate } from '@shared/rota/rate';
import type { Gap } from '@shared/rota/rota-for-window';
import type { RotaShift } from '@shared/rota/shift';
import { endOf, minutesOfSpan, type Span, startOf, takeSpans } from '@shared/rota/span';
import { validateShift } from '@shared/rota/validate-shift';
import { asksOf } from '../db/queries/cover';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { askOfRow, wallNow } from './cover-around';
import { answered, calledOf, refuseOutside, rowOfAsk } from './cover-asks';
import { coverPeople, outsideContacts } from './cover-known';
import { loadRota } from './rota-data';
import { findShift, refuseProblems } from './rota-find';
import { AS_PLANNED } from './shift-rows';

type ShiftRow = WorkspaceSchema['shift'];

export type Taker = { readonly who: CoverAsk['who']; readonly span: Span };

/** A shift that needs someone, with what is not covered yet. Refuses with `not-found` and `cover.not-needed`. */
function gapOfShift(db: WorkspaceDatabase, householdId: string, key: string): Gap {
  const shift = findShift(db, householdId, key);
  const { window } = loadRota(db, householdId, shift.day, shift.day);
  return window.gaps.find((gap) => gap.key === key) ?? refuse('cover.not-needed', { day: shift.day });
}

/** Whether a time is wholly uncovered, so that nobody is put beside somebody by mistake. */
function refuseTaken(gap: Gap, span: Span): void {
  const free = gap.uncovered.some(
    (each) => startOf(each).at <= startOf(span).at && endOf(each).at >= endOf(span).at,
  );
  if (!free) refuse('cover.taken-already', { day: span.day }, 'span');
}

/**
 * Fills a shift that needs someone, wholly or in part: an open one that one PA takes whole becomes theirs, else each PA
 * gets a cover shift beside it, and cover from outside is booked. Each who takes it is noted as having said yes. What is
 * paid on top for covering is kept as it was agreed. One action.
 */
export function fillCover(
  context: ServiceContext,
  householdId: string,
  input: { readonly key: string; readonly takers: readonly Taker[]; readonly how: HowAsked | null },
): { keys: string[]; leftMinutes: number; warnings: Coded[] } {
  const db = databaseOf(context);
  const gap = gapOfShift(db, householdId, input.key);
  const { shift } = gap;
  const now = wallNow(context);
  const asks = latestAsks(input.key, asksOf(db, householdId, input.key).map(askOfRow));
  const warnings: Coded[] = [];
  const names: string[] = [];
  for (const [index, { who, span }] of input.takers.entries()) {
    names.push(calledOf(db, householdId, who).shortName);
    refuseOutside(shift, span);
    refuseTaken(gap, span);
    const beside = input.takers.slice(0, index);
    if (beside.some((other) => minutesOfSpan(span) > minutesLeft(takeSpans(span, [other.span]))))
      refuse('cover.taken-already', { day: span.day }, 'span');
    if (who.kind === 'worker') warnings.push(...checkWorker(db, householdId, who.id, span));
  }
  const keys: string[] = [];
  const values = { name: names.join(', '), day: shift.day };
  db.act({ name: 'cover.filled', householdId, values }, (write) => {
    for (const { who, span } of input.takers) {
      if (who.kind === 'worker') {
        const found = coverRow(context, db, householdId, shift, who.id, span);
        if (found.isNew) write.insert('shift', found.row);
        else write.update('shift', found.row.id, found.row);
        keys.push(found.row.occurrence_key ?? found.row.id);
        const premium = premiumRow(context, db, householdId, found.row);
        if (premium !== null) write.insert('shift_premium', premium);
      } else {
        const row = outsideRow(context, db, householdId, shift, who.id, span);
        write.insert('outside_cover', row);
        keys.push(row.id);
      }
      const said = saidYes(context, householdId, input.key, asks, { who, span }, input.how, now);
      if (said?.isNew === true) write.insert('cover_ask', said.row);
      else if (said !== null) write.update('cover_ask', said.row.id, said.row);
    }
  });
  const left = loadRota(db, householdId, shift.day, shift.day).window.gaps.find(
    (each) => each.key === input.key,
  );
  return { keys, leftMinutes: left?.minutes ?? 0, warnings };
}

function minutesLeft(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + minutesOfSpan(span), 0);
}

function checkWorker(db: WorkspaceDatabase, householdId: string, workerId: string, span: Span): Coded[] {
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const around = loadRota(db, householdId, addDays(span.day, -1), addDays(span.endDay, 1));
  return refuseProblems(
    validateShift(
      {
        key: null,
        workerId,
        day: span.day,
        start: span.start,
        end: span.end,
        endDay: span.endDay,
      },
      {
        worker: { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
        absences: around.absences,
        shifts: around.window.shifts,
      },
    ),
    // A night or a live-in day was long before, and is no slip of the hand.
    ['shift.very-long', 'shift.time-does-not-exist', 'shift.time-happens-twice'],
  );
}

function coverRow(
  context: ServiceContext,
  db: WorkspaceDatabase,
  householdId: string,
  shift: RotaShift,
  workerId: string,
  span: Span,
): { readonly row: ShiftRow; readonly isNew: boolean } {
  const isWhole = minutesOfSpan(span) === minutesOfSpan(shift) && span.day === shift.day;
  const becomesTheirs = shift.workerId === null && isWhole;
  if (becomesTheirs && shift.shiftId !== null) {
    const kept = ownedRow(db.byId('shift', shift.shiftId), householdId);
    return { row: { ...kept, worker_id: workerId }, isNew: false };
  }
  const takesPlace = becomesTheirs && shift.occurrenceKey !== null;
  return {
    isNew: true,
    row: {
      id: context.ids.next(),
      household_id: householdId,
      worker_id: workerId,
      occurrence_key: takesPlace ? shift.occurrenceKey : null,
      occurrence_day:
        takesPlace && shift.occurrenceKey !== null ? dayOfOccurrence(shift.occurrenceKey) : null,
      day: span.day,
      start_time: span.start,
      end_day: span.endDay,
      end_time: span.end,
      kind_of_work: shift.kindOfWork,
      status: 'planned',
      ...AS_PLANNED,
      covers_key: takesPlace ? shift.coversShiftKey : shift.key,
      covers_absence_id: takesPlace ? shift.coversAbsenceId : shift.absenceId,
      note: shift.note,
      paid_in: null,
      group_key: null,
      times_known: 'times',
    },
  };
}

/** What is agreed to be paid on top for a cover, as the choice showed it; null for nothing. */
function premiumRow(
  context: ServiceContext,
  db: WorkspaceDatabase,
  householdId: string,
  row: ShiftRow,
): WorkspaceSchema['shift_premium'] | null {
  const workerId = row.worker_id ?? '';
  const person = coverPeople(db, householdId, row.day).find((one) => one.workerId === workerId);
  if (person === undefined || person.premium === null) return null;
  const asleep = kindOfWorkFacts(row.kind_of_work as RotaShift['kindOfWork']).maySleep;
  const contract = asleep ? null : person.contractWeeklyMinutes;
  const monday = mondayOf(row.day);
  const worked = loadRota(db, householdId, monday, addDays(monday, 6))
    .window.shifts.filter((shift) => shift.workerId === workerId && shift.shiftId !== row.id)
    .filter((shift) => shift.state === 'planned' || shift.state === 'confirmed')
    .filter((shift) => !kindOfWorkFacts(shift.kindOfWork).maySleep)
    .reduce((sum, shift) => sum + shift.minutes, 0);
  return {
    id: context.ids.next(),
    household_id: householdId,
    shift_id: row.id,
    worker_id: workerId,
    premium_json: JSON.stringify(person.premium),
    within_contract_minutes: contract === null ? null : Math.max(0, contract - worked),
  };
}

function outsideRow(
  context: ServiceContext,
  db: WorkspaceDatabase,
  householdId: string,
  shift: RotaShift,
  contactId: string,
  span: Span,
): WorkspaceSchema['outside_cover'] {
  const contact = outsideContacts(db, householdId).find((one) => one.id === contactId);
  if (contact === undefined) refuse('not-found');
  const cost = outsideCoverCost(contact, {
    ...span,
    kindOfWork: shift.kindOfWork,
    awayWorkerId: shift.workerId,
  });
  const rate = cost === null ? null : parseRate(cost.rate.pounds);
  return {
    id: context.ids.next(),
    household_id: householdId,
    contact_id: contactId,
    covers_key: shift.key,
    day: span.day,
    start_time: span.start,
    end_day: span.endDay,
    end_time: span.end,
    charge_pence: cost?.charge ?? null,
    rate_ten_thousandths: rate?.ok === true ? rate.value : null,
    confirmed: 0,
  };
}

/** The ask of one who takes it, with their yes: the one that is noted, or a new one where it is said how they were asked. */
function saidYes(
  context: ServiceContext,
  householdId: string,
  key: string,
  asks: readonly CoverAsk[],
  taker: Taker,
  how: HowAsked | null,
  now: WallMoment,
): { readonly row: WorkspaceSchema['cover_ask']; readonly isNew: boolean } | null {
  const known = asks.find((ask) => ask.who.id === taker.who.id && ask.who.kind === taker.who.kind);
  if (known !== undefined) {
    if (known.answer === 'yes' || known.answer === 'part') return null;
    return { row: rowOfAsk(householdId, answered(known, 'yes', now, null)), isNew: false };
  }
  if (how === null) return null;
  const ask: CoverAsk = {
    id: context.ids.next(),
    shiftKey: key,
    who: taker.who,
    span: taker.span,
    asked: now,
    how,
    answer: 'yes',
    answered: now,
    offered: null,
  };
  return { row: rowOfAsk(householdId, ask), isNew: true };
}

/** Says that cover from outside came, from when to when, and what was charged. */
export function confirmOutside(
  context: ServiceContext,
  householdId: string,
  id: string,
  span: Span,
  charge: Pence | null,
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('outside_cover', id), householdId);
  const now = wallNow(context);
  if (row.day > now.day) refuse('cover.not-yet', { day: row.day });
  if (minutesOfSpan(span) <= 0) refuse('shift.ends-before-it-starts', {}, 'end');
  const { shortName } = calledOf(db, householdId, { kind: 'agency', id: row.contact_id });
  db.act(
    { name: 'cover.outside-confirmed', householdId, values: { name: shortName, day: row.day } },
    (write) =>
      write.update('outside_cover', id, {
        day: span.day,
        start_time: span.start,
        end_day: span.endDay,
        end_time: span.end,
        charge_pence: charge,
        confirmed: 1,
      }),
  );
}

/** Takes cover from outside off the rota: they do not come, or did not. */
export function removeOutside(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('outside_cover', id), householdId);
  const { shortName } = calledOf(db, householdId, { kind: 'agency', id: row.contact_id });
  db.act({ name: 'cover.outside-removed', householdId, values: { name: shortName, day: row.day } }, (write) =>
    write.remove('outside_cover', id),
  );
}
