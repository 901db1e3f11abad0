import { type ClockTime, minutesBetween } from '../clock-time';
import type { IsoDay } from '../dates';
import type { Pence } from '../money';
import { ok, type Result, refused } from '../result';
import type { CoverChoice, CoverTaker, TakerKind } from './cover-facts';
import type { KindOfWork, PaidPer } from './kind-of-work';
import { endOf, minutesOfSpan, momentOf, type Span, startOf, takeSpans } from './span';

/** A wall-clock moment in London. */
export type WallMoment = { readonly day: IsoDay; readonly time: ClockTime };

export type HowAsked = 'call' | 'text' | 'email' | 'letter' | 'in-person';

/** `part`: yes, for `offered` only. `no-answer`: could not be reached, or did not say in time. */
export type AskAnswer = 'waiting' | 'yes' | 'part' | 'no' | 'no-answer';

/** That somebody was asked to cover, and what they said. */
export type CoverAsk = {
  readonly id: string;
  /** Key of the shift that needs someone. */
  readonly shiftKey: string;
  readonly who: { readonly kind: TakerKind; readonly id: string };
  /** What they were asked for. */
  readonly span: Span;
  readonly asked: WallMoment;
  readonly how: HowAsked;
  readonly answer: AskAnswer;
  /** Null while waiting. */
  readonly answered: WallMoment | null;
  /** What they would take, where it is a part. */
  readonly offered: Span | null;
};

function at({ day, time }: WallMoment): number {
  return momentOf(day, time);
}

function whoKey(who: CoverAsk['who']): string {
  return `${who.kind} ${who.id}`;
}

/** The asks for a shift, by time. */
function asksFor(shiftKey: string, asks: readonly CoverAsk[]): readonly CoverAsk[] {
  return asks
    .filter((ask) => ask.shiftKey === shiftKey)
    .toSorted((a, b) => at(a.asked) - at(b.asked) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The last ask of each who was asked for a shift, by time: what they said last counts. */
export function latestAsks(shiftKey: string, asks: readonly CoverAsk[]): readonly CoverAsk[] {
  const latest = new Map<string, CoverAsk>();
  for (const ask of asksFor(shiftKey, asks)) {
    latest.delete(whoKey(ask.who));
    latest.set(whoKey(ask.who), ask);
  }
  return [...latest.values()];
}

/** Ids of those whose last answer for a shift is no: the `saidNo` of `coverChoices`. */
export function saidNoTo(shiftKey: string, asks: readonly CoverAsk[]): ReadonlySet<string> {
  return new Set(
    latestAsks(shiftKey, asks)
      .filter((ask) => ask.answer === 'no')
      .map((ask) => ask.who.id),
  );
}

export type AskProblem =
  | 'cover-ask.in-the-future'
  /** The time to be covered is over. */
  | 'cover-ask.too-late'
  /** day, time: asked then, and not answered yet. */
  | 'cover-ask.waiting-already';

/** Whether somebody can be noted as asked. Refuses with one of `AskProblem`. */
export function checkAsk(
  ask: Pick<CoverAsk, 'id' | 'shiftKey' | 'who' | 'span' | 'asked'>,
  asks: readonly CoverAsk[],
  now: WallMoment,
): Result<null, AskProblem> {
  if (at(ask.asked) > at(now)) return refused('cover-ask.in-the-future');
  if (at(ask.asked) >= endOf(ask.span).at) return refused('cover-ask.too-late');
  const waiting = latestAsks(ask.shiftKey, asks).find(
    (each) => each.id !== ask.id && each.answer === 'waiting' && whoKey(each.who) === whoKey(ask.who),
  );
  if (waiting) return refused('cover-ask.waiting-already', { ...waiting.asked });
  return ok(null);
}

export type AnswerProblem =
  | 'cover-ask.answered-before-asked'
  | 'cover-ask.in-the-future'
  /** A part needs times, within those asked for and not all of them. */
  | 'cover-ask.not-a-part';

/** An ask with its answer. A changed answer takes the place of the one before. Refuses with one of `AnswerProblem`. */
export function answerAsk(
  ask: CoverAsk,
  answer: Exclude<AskAnswer, 'waiting'>,
  answered: WallMoment,
  now: WallMoment,
  offered: Span | null = null,
): Result<CoverAsk, AnswerProblem> {
  if (at(answered) < at(ask.asked)) return refused('cover-ask.answered-before-asked');
  if (at(answered) > at(now)) return refused('cover-ask.in-the-future');
  if (answer !== 'part') return ok({ ...ask, answer, answered, offered: null });
  const fits =
    offered !== null &&
    minutesOfSpan(offered) > 0 &&
    minutesOfSpan(offered) < minutesOfSpan(ask.span) &&
    startOf(offered).at >= startOf(ask.span).at &&
    endOf(offered).at <= endOf(ask.span).at;
  return fits ? ok({ ...ask, answer, answered, offered }) : refused('cover-ask.not-a-part');
}

export type CoverStateCode =
  /** Nothing is uncovered. */
  | 'filled'
  /** Somebody said yes and is not on the rota yet. */
  | 'said-yes'
  | 'waiting'
  | 'nobody-asked'
  /** Everyone asked said no or could not be reached, and there are others to ask. */
  | 'refused-so-far'
  | 'refused-by-all'
  /** Nobody has been asked, and there is nobody who could be. */
  | 'nobody-to-ask'
  /** The time is over, and something of it was not covered. */
  | 'over-uncovered';

export type CoverState = {
  readonly code: CoverStateCode;
  readonly uncoveredMinutes: number;
  readonly coveredMinutes: number;
  /** Who said yes to what is not on the rota. */
  readonly saidYes: readonly CoverAsk[];
  /** Who has not answered, by time. */
  readonly waiting: readonly CoverAsk[];
  /** When the one who waits longest was asked, and real minutes since. */
  readonly waitingSince: WallMoment | null;
  readonly waitingMinutes: number;
  readonly refusals: number;
  readonly asked: number;
};

/** Where the search for cover of a shift stands. `uncovered` is the gap's; `choices` are those of `coverChoices`. */
export function coverState(input: {
  readonly shiftKey: string;
  readonly span: Span;
  readonly uncovered: readonly Span[];
  readonly asks: readonly CoverAsk[];
  readonly choices: readonly CoverChoice[];
  readonly now: WallMoment;
}): CoverState {
  const { now, uncovered } = input;
  const latest = latestAsks(input.shiftKey, input.asks);
  const open = (span: Span): boolean =>
    minutesOfSpan(span) > takeSpans(span, uncovered).reduce((sum, each) => sum + minutesOfSpan(each), 0);
  // One who said yes and can't come after all, such as a PA who is away too by now, covers nothing.
  const standings = (who: CoverAsk['who']): readonly string[] =>
    input.choices.flatMap((choice) =>
      choice.takers.some((taker) => whoKey(taker) === whoKey(who)) ? [choice.standing] : [],
    );
  const saidYes = latest.filter((ask) => {
    if ((ask.answer !== 'yes' && ask.answer !== 'part') || !open(ask.offered ?? ask.span)) return false;
    const known = standings(ask.who);
    return known.length === 0 || known.some((standing) => standing !== 'cannot');
  });
  const waiting = latest.filter((ask) => ask.answer === 'waiting');
  const since = waiting[0]?.asked ?? null;
  const uncoveredMinutes = uncovered.reduce((sum, span) => sum + minutesOfSpan(span), 0);
  const lastEnd = Math.max(Number.NEGATIVE_INFINITY, ...uncovered.map((span) => endOf(span).at));
  const codeOf = (): CoverStateCode => {
    if (uncoveredMinutes <= 0) return 'filled';
    if (lastEnd <= at(now)) return 'over-uncovered';
    if (saidYes.length > 0) return 'said-yes';
    if (waiting.length > 0) return 'waiting';
    const left = nextToAsk(input.shiftKey, input.choices, input.asks);
    if (latest.length === 0) return left === null ? 'nobody-to-ask' : 'nobody-asked';
    if (left !== null && !left.again) return 'refused-so-far';
    return left === null && latest.every(({ answer }) => answer === 'yes' || answer === 'part')
      ? 'nobody-to-ask'
      : 'refused-by-all';
  };
  return {
    code: codeOf(),
    uncoveredMinutes,
    coveredMinutes: minutesOfSpan(input.span) - uncoveredMinutes,
    saidYes,
    waiting,
    waitingSince: since,
    waitingMinutes: since === null ? 0 : minutesBetween(since.day, since.time, now.day, now.time),
    refusals: latest.filter((ask) => ask.answer === 'no').length,
    asked: latest.length,
  };
}

/**
 * Who is best asked next: the first in the order of the choices who has not been asked for this shift, and when there
 * is none, the first who could not be reached (`again`). Null when nobody is left.
 */
export function nextToAsk(
  shiftKey: string,
  choices: readonly CoverChoice[],
  asks: readonly CoverAsk[],
): { readonly choice: CoverChoice; readonly taker: CoverTaker; readonly again: boolean } | null {
  const answers = new Map(latestAsks(shiftKey, asks).map((ask) => [whoKey(ask.who), ask.answer]));
  let unreached: { choice: CoverChoice; taker: CoverTaker; again: boolean } | null = null;
  for (const choice of choices) {
    if (choice.standing === 'cannot') continue;
    // A pair with one who said no cannot be had.
    if (choice.takers.some((taker) => answers.get(whoKey(taker)) === 'no')) continue;
    for (const taker of choice.takers) {
      const answer = answers.get(whoKey(taker));
      if (answer === undefined) return { choice, taker, again: false };
      if (answer === 'no-answer' && unreached === null) unreached = { choice, taker, again: true };
    }
  }
  return unreached;
}

export type MessagePartCode =
  /** name. */
  | 'cover-message.hello'
  /** day, start, endDay, end, kindOfWork, minutes: can you cover? */
  | 'cover-message.can-you'
  /** To an agency: day, start, endDay, end, kindOfWork, minutes. */
  | 'cover-message.agency-can-you'
  | 'cover-message.part-is-fine'
  /** pounds, per. */
  | 'cover-message.rate'
  /** pence: on top, for all of it. */
  | 'cover-message.premium'
  /** day, time. */
  | 'cover-message.answer-by'
  /** phone. */
  | 'cover-message.reply-to'
  /** name. */
  | 'cover-message.thanks';

export type MessagePart = {
  readonly code: MessagePartCode;
  readonly values: Readonly<Record<string, string | number>>;
};

/**
 * The parts of a message that asks somebody to cover, in order, for a text to copy, print or read out. It says when and
 * what kind of work, never who is away or why: nothing of anybody's health can come into it.
 */
export function coverMessage(input: {
  readonly to: { readonly kind: TakerKind; readonly name: string };
  readonly from: { readonly name: string; readonly phone: string | null };
  readonly span: Span;
  readonly kindOfWork: KindOfWork;
  /** Whether a part of it would help too. */
  readonly partIsFine: boolean;
  /** Left out for an agency: it has its own charges. */
  readonly pay: {
    readonly rate: { readonly per: PaidPer; readonly pounds: string };
    readonly premium: Pence;
  } | null;
  readonly answerBy: WallMoment | null;
}): readonly MessagePart[] {
  const { day, start, endDay, end } = input.span;
  const isWorker = input.to.kind === 'worker';
  const parts: MessagePart[] = [{ code: 'cover-message.hello', values: { name: input.to.name } }];
  parts.push({
    code: isWorker ? 'cover-message.can-you' : 'cover-message.agency-can-you',
    values: {
      day,
      start,
      endDay,
      end,
      kindOfWork: input.kindOfWork,
      minutes: minutesOfSpan(input.span),
    },
  });
  if (input.partIsFine) parts.push({ code: 'cover-message.part-is-fine', values: {} });
  if (isWorker && input.pay !== null) {
    const { per, pounds } = input.pay.rate;
    parts.push({ code: 'cover-message.rate', values: { pounds, per } });
    if (input.pay.premium > 0)
      parts.push({ code: 'cover-message.premium', values: { pence: input.pay.premium } });
  }
  if (input.answerBy !== null)
    parts.push({
      code: 'cover-message.answer-by',
      values: { day: input.answerBy.day, time: input.answerBy.time },
    });
  if (input.from.phone !== null)
    parts.push({ code: 'cover-message.reply-to', values: { phone: input.from.phone } });
  parts.push({ code: 'cover-message.thanks', values: { name: input.from.name } });
  return parts;
}
