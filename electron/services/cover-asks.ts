import type { Coded } from '@shared/api/common';
import { clockTime, minutesBetween } from '@shared/clock-time';
import { addDays } from '@shared/dates';
import {
  type AskAnswer,
  answerAsk,
  type CoverAsk,
  checkAsk,
  coverMessage,
  type HowAsked,
  type WallMoment,
} from '@shared/rota/cover-log';
import { endOf, minutesOfSpan, type Span, startOf } from '@shared/rota/span';
import { asksOf } from '../db/queries/cover';
import { employerOf } from '../db/queries/household';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { aroundShift, askOfRow, wallNow } from './cover-around';
import { type Called, namesForCover } from './cover-known';
import { findShift } from './rota-find';

export type AskRow = WorkspaceSchema['cover_ask'];
type Who = CoverAsk['who'];

/** What somebody who may cover is called; refuses with `not-found` for another household's. */
export function calledOf(db: WorkspaceDatabase, householdId: string, who: Who): Called {
  const row = who.kind === 'worker' ? db.byId('worker', who.id) : db.byId('cover_contact', who.id);
  ownedRow<{ household_id: string }>(row, householdId);
  return namesForCover(db, householdId)(who.kind, who.id);
}

/** A time that is asked for or filled must be within the shift. Refuses with `cover.outside-the-shift`. */
export function refuseOutside(shift: Span, span: Span): void {
  const fits =
    minutesOfSpan(span) > 0 && startOf(span).at >= startOf(shift).at && endOf(span).at <= endOf(shift).at;
  if (!fits) refuse('cover.outside-the-shift', {}, 'span');
}

function answerColumns(
  ask: CoverAsk,
): Pick<
  AskRow,
  | 'answer'
  | 'answered_on'
  | 'answered_at'
  | 'offered_day'
  | 'offered_start_time'
  | 'offered_end_day'
  | 'offered_end_time'
> {
  return {
    answer: ask.answer,
    answered_on: ask.answered?.day ?? null,
    answered_at: ask.answered?.time ?? null,
    offered_day: ask.offered?.day ?? null,
    offered_start_time: ask.offered?.start ?? null,
    offered_end_day: ask.offered?.endDay ?? null,
    offered_end_time: ask.offered?.end ?? null,
  };
}

/** The row that an ask is kept as. */
export function rowOfAsk(householdId: string, ask: CoverAsk): AskRow {
  return {
    id: ask.id,
    household_id: householdId,
    shift_key: ask.shiftKey,
    who_kind: ask.who.kind,
    who_id: ask.who.id,
    day: ask.span.day,
    start_time: ask.span.start,
    end_day: ask.span.endDay,
    end_time: ask.span.end,
    asked_on: ask.asked.day,
    asked_at: ask.asked.time,
    how: ask.how,
    note: '',
    ...answerColumns(ask),
  };
}

/** An ask with what was said; refuses what does not fit. */
export function answered(
  ask: CoverAsk,
  answer: Exclude<AskAnswer, 'waiting'>,
  now: WallMoment,
  offered: Span | null,
): CoverAsk {
  const result = answerAsk(ask, answer, now, now, offered);
  return result.ok ? result.value : refuse(result.code, result.details, 'offered');
}

/**
 * Notes that somebody was asked to cover, now, and what they said where they said it at once. Refuses with
 * `cover-ask.waiting-already`, `cover-ask.too-late`, `cover-ask.not-a-part` and `cover.outside-the-shift`.
 */
export function noteAsk(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly key: string;
    readonly who: Who;
    readonly span: Span;
    readonly how: HowAsked;
    readonly answer: AskAnswer;
    readonly offered: Span | null;
  },
): string {
  const db = databaseOf(context);
  const shift = findShift(db, householdId, input.key);
  const { shortName } = calledOf(db, householdId, input.who);
  refuseOutside(shift, input.span);
  const now = wallNow(context);
  const asked: CoverAsk = {
    id: context.ids.next(),
    shiftKey: input.key,
    who: input.who,
    span: input.span,
    asked: now,
    how: input.how,
    answer: 'waiting',
    answered: null,
    offered: null,
  };
  const checked = checkAsk(asked, asksOf(db, householdId, input.key).map(askOfRow), now);
  if (!checked.ok) refuse(checked.code, { name: shortName, ...checked.details });
  const ask = input.answer === 'waiting' ? asked : answered(asked, input.answer, now, input.offered);
  db.act({ name: 'cover.asked', householdId, values: { name: shortName, day: shift.day } }, (write) =>
    write.insert('cover_ask', rowOfAsk(householdId, ask)),
  );
  return ask.id;
}

/** Notes what somebody who was asked said; a later answer takes the place of the one before. */
export function noteAnswer(
  context: ServiceContext,
  householdId: string,
  id: string,
  answer: Exclude<AskAnswer, 'waiting'>,
  offered: Span | null,
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('cover_ask', id), householdId);
  const ask = answered(askOfRow(row), answer, wallNow(context), offered);
  const { shortName } = calledOf(db, householdId, ask.who);
  db.act({ name: 'cover.answered', householdId, values: { name: shortName, day: row.day } }, (write) =>
    write.update('cover_ask', id, answerColumns(ask)),
  );
}

/** Takes a note of asking back. */
export function removeAsk(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('cover_ask', id), householdId);
  const { shortName } = calledOf(db, householdId, { kind: row.who_kind, id: row.who_id });
  db.act({ name: 'cover.ask-removed', householdId, values: { name: shortName, day: row.day } }, (write) =>
    write.remove('cover_ask', id),
  );
}

/** With less time than this an answer is wanted at once, and no hour is named. */
const ANSWER_BY_FROM = 24 * 60;

/** When an answer is wanted by: this evening, or noon tomorrow when the afternoon is here; null when it is near. */
function answerBy(now: WallMoment, minutesLeft: number): WallMoment | null {
  if (minutesLeft < ANSWER_BY_FROM) return null;
  if (now.time < '15:00') return { day: now.day, time: clockTime('18:00') };
  return { day: addDays(now.day, 1), time: clockTime('12:00') };
}

/** What to say to somebody who is asked, in parts; nothing of anybody's health is in it. */
export function messageFor(
  context: ServiceContext,
  householdId: string,
  key: string,
  who: Who,
  span: Span,
): { parts: Coded[]; phone: string | null } {
  const db = databaseOf(context);
  const around = aroundShift(context, householdId, key);
  const { shift, now } = around;
  const to = calledOf(db, householdId, who);
  refuseOutside(shift, span);
  const household = ownedHousehold(db, householdId);
  const employer = employerOf(db, householdId);
  const phone = household.phone || employer?.contact_phone || '';
  const cost = around.choices
    .flatMap((choice) => choice.takers)
    .filter((taker) => taker.id === who.id && taker.cost !== null)
    .find((taker) => sameSpan(taker.span, span))?.cost;
  const parts = coverMessage({
    to: { kind: who.kind, name: to.shortName },
    from: {
      name: household.user_name || household.known_as || household.name,
      phone: phone === '' ? null : phone,
    },
    span,
    kindOfWork: shift.kindOfWork,
    partIsFine: who.kind === 'worker' && minutesOfSpan(span) >= PART_FROM,
    pay: cost === undefined || cost === null ? null : { rate: cost.rate, premium: cost.premium },
    answerBy: answerBy(now, minutesBetween(now.day, now.time, span.day, span.start)),
  });
  return { parts: parts.map(({ code, values }) => ({ code, values: { ...values } })), phone: to.phone };
}

/** From this length on a part would help too. */
const PART_FROM = 120;

function sameSpan(a: Span, b: Span): boolean {
  return a.day === b.day && a.start === b.start && a.endDay === b.endDay && a.end === b.end;
}

function ownedHousehold(db: WorkspaceDatabase, householdId: string): WorkspaceSchema['household'] {
  return db.byId('household', householdId) ?? refuse('not-found');
}
