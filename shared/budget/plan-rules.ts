import type { IsoDay } from '../dates';
import type { Pence } from '../money';
import { type Fit, fitOf, type Meaning, meaningOf } from './plan-words';

export type PlanRuleKind = 'allowed' | 'ask-first' | 'not-allowed';

/** What a plan says about some spending. */
export type PlanRule = {
  readonly id: string;
  readonly agreementId: string;
  readonly kind: PlanRuleKind;
  readonly what: string;
  readonly searchWords: string;
  /** It counts only over this amount; null where it always does. */
  readonly over: Pence | null;
};

/** A kind of spending of a plan. */
export type PlanKind = {
  readonly id: string;
  readonly agreementId: string;
  readonly name: string;
  readonly note: string;
  readonly allowed: boolean;
};

/** What was asked, and what was answered. */
export type SpendingAsked = {
  readonly id: string;
  readonly agreementId: string;
  readonly what: string;
  /** Up to this amount; null where none was named. */
  readonly amount: Pence | null;
  readonly answer: 'waiting' | 'yes' | 'no';
  readonly answeredOn: IsoDay | null;
  readonly until: IsoDay | null;
};

/** Everything a household’s plans say, made ready to be asked. */
export type PlanFacts = {
  readonly rules: readonly PlanRule[];
  readonly kinds: readonly PlanKind[];
  readonly asked: readonly SpendingAsked[];
};

export type PlanVerdict = 'yes' | 'ask-first' | 'no' | 'not-said';

/** What one plan says about a question. */
export type PlanAnswer = {
  readonly agreementId: string;
  readonly verdict: PlanVerdict;
  /** What decides it: what was agreed before, a rule, a kind of spending, something near to it, or nothing. */
  readonly by: 'agreed' | 'rule' | 'kind' | 'near' | 'nothing';
  readonly ruleIds: readonly string[];
  readonly kindIds: readonly string[];
  readonly askedIds: readonly string[];
  /** The least amount from which a rule would count that does not now, or may. */
  readonly over: Pence | null;
};

const VERDICTS: Readonly<Record<PlanRuleKind, PlanVerdict>> = {
  allowed: 'yes',
  'ask-first': 'ask-first',
  'not-allowed': 'no',
};

const STRICTEST: readonly PlanRuleKind[] = ['not-allowed', 'ask-first', 'allowed'];

type Fitting<One> = { readonly one: One; readonly fit: Fit };

function fitting<One>(
  question: Meaning,
  list: readonly One[],
  textOf: (one: One) => string,
): readonly Fitting<One>[] {
  return list.flatMap((one) => {
    const fit = fitOf(question, meaningOf(textOf(one)));
    return fit === undefined ? [] : [{ one, fit }];
  });
}

/** Whether what was agreed to holds on a day, for an amount where one is known. */
export function holds(one: SpendingAsked, amount: Pence | null, on: IsoDay): boolean {
  return (
    one.answer === 'yes' &&
    (one.until === null || one.until >= on) &&
    (one.amount === null || amount === null || amount <= one.amount)
  );
}

function answerOf(
  agreementId: string,
  question: Meaning,
  facts: PlanFacts,
  amount: Pence | null,
  on: IsoDay,
): PlanAnswer {
  const own = <One extends { readonly agreementId: string }>(list: readonly One[]): readonly One[] =>
    list.filter((one) => one.agreementId === agreementId);
  const rules = fitting(question, own(facts.rules), (one) => `${one.what} ${one.searchWords}`);
  const kinds = fitting(question, own(facts.kinds), (one) => `${one.name} ${one.note}`);
  const asked = fitting(question, own(facts.asked), (one) => one.what);
  const found = {
    agreementId,
    ruleIds: rules.map(({ one }) => one.id),
    kindIds: kinds.map(({ one }) => one.id),
    askedIds: asked.map(({ one }) => one.id),
  };
  const overs = rules.flatMap(({ one }) => (one.over !== null && amount === null ? [one.over] : []));
  const over = overs.length === 0 ? null : overs.reduce((least, one) => (one < least ? one : least));
  const said = asked.filter(({ fit, one }) => fit === 'words' && one.answer !== 'waiting');
  const newest = said.reduce<SpendingAsked | undefined>(
    (last, { one }) => (last === undefined || (one.answeredOn ?? '') > (last.answeredOn ?? '') ? one : last),
    undefined,
  );
  if (newest?.answer === 'no') return { ...found, verdict: 'no', by: 'agreed', over: null };
  if (said.some(({ one }) => holds(one, amount, on)))
    return { ...found, verdict: 'yes', by: 'agreed', over: null };
  // What the plan says in the question’s own words comes before what only means the same.
  for (const fit of ['words', 'meaning'] as const) {
    const binding: { readonly kind: PlanRuleKind; readonly by: 'rule' | 'kind' }[] = [
      ...rules
        .filter((each) => each.fit === fit)
        .filter(({ one }) => one.over === null || amount === null || amount > one.over)
        .map(({ one }) => ({ kind: one.kind, by: 'rule' as const })),
      ...kinds
        .filter((each) => each.fit === fit)
        .map(({ one }) => ({
          kind: one.allowed ? ('allowed' as const) : ('not-allowed' as const),
          by: 'kind' as const,
        })),
    ];
    for (const kind of STRICTEST) {
      const decides = binding.find((one) => one.kind === kind);
      if (decides !== undefined) return { ...found, verdict: VERDICTS[kind], by: decides.by, over };
    }
  }
  // Only rules about more money than this fit: below that amount they don’t ask.
  if (rules.some(({ one, fit }) => one.kind === 'ask-first' && isSure(fit)))
    return { ...found, verdict: 'yes', by: 'rule', over: null };
  // The plan speaks of another thing of this kind: that is no yes, and no no.
  if ([...rules, ...kinds].some(({ fit }) => fit === 'near'))
    return { ...found, verdict: 'ask-first', by: 'near', over: null };
  return { ...found, verdict: 'not-said', by: 'nothing', over: null };
}

/**
 * What each plan says about some spending, in the question’s own words and in words that mean the same. What was agreed
 * before comes first, then what fits by its own words, and among those the strictest. Nothing typed gives no answer.
 */
export function askPlan(
  text: string,
  agreementIds: readonly string[],
  facts: PlanFacts,
  options: { readonly amount: Pence | null; readonly on: IsoDay },
): readonly PlanAnswer[] {
  const question = meaningOf(text);
  if (question.words.size === 0 && question.groups.size === 0) return [];
  return agreementIds.map((id) => answerOf(id, question, facts, options.amount, options.on));
}

const isSure = (fit: Fit | undefined): boolean => fit === 'words' || fit === 'meaning';

/** A rule made ready to be held against many lines. */
export type ReadyRule = { readonly rule: PlanRule; readonly meaning: Meaning };

/** Rules that can look off, made ready once. */
export function readyRules(rules: readonly PlanRule[]): readonly ReadyRule[] {
  return rules
    .filter((rule) => rule.kind !== 'allowed')
    .map((rule) => ({ rule, meaning: meaningOf(`${rule.what} ${rule.searchWords}`) }));
}

/**
 * The rule that a payment looks to go against, the strictest first; nothing where none does. Held against the bank’s text and
 * the person’s note, for the plan it is paid from (any plan where that is not known).
 */
export function ruleAgainst(
  ready: readonly ReadyRule[],
  payment: { readonly text: string; readonly agreementId: string | null; readonly amount: Pence },
): PlanRule | undefined {
  if (ready.length === 0) return undefined;
  const question = meaningOf(payment.text);
  const against = ready.filter(
    ({ rule, meaning }) =>
      (payment.agreementId === null || rule.agreementId === payment.agreementId) &&
      (rule.over === null || payment.amount > rule.over) &&
      isSure(fitOf(question, meaning)),
  );
  for (const kind of STRICTEST) {
    const found = against.find(({ rule }) => rule.kind === kind);
    if (found !== undefined) return found.rule;
  }
  return undefined;
}
