import resource from '@resources/plan/start-rules.json';
import type { PlanAnswerView, PlanRuleInput, PlanView, StartRules } from '@shared/api/plan';
import { askPlan } from '@shared/budget/plan-rules';
import { planWordsOf } from '@shared/budget/plan-words';
import { addYears, isoDay } from '@shared/dates';
import { NO_MONEY, type Pence, pence } from '@shared/money';
import { agreementsOf, categoriesOf, representativesOf } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { planRulesOf, spendingAgreedOf, spentByCategory } from '../db/queries/plan';
import type { HouseholdRow, SpendingAgreedRow, WorkerRow } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { planFacts, savedAgreed, savedRule } from './plan-facts';
import { workerName } from './worker-name';

const same = (a: string, b: string): boolean => {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return bare(a) !== '' && bare(a) === bare(b);
};

/** Why a plan may want to be asked about a PA; nothing where the record shows no reason. */
function householdOf(
  worker: WorkerRow,
  household: HouseholdRow,
  representatives: readonly { readonly name: string }[],
): PlanView['people'][number]['code'] | undefined {
  if (representatives.some((one) => same(one.name, workerName(worker)))) return 'acts-for-you';
  if (!same(worker.postcode, household.postcode)) return undefined;
  return same(worker.address_line_1, household.address_line_1) ? 'same-address' : 'same-postcode';
}

/** Whether an agreement to spend that counts today names somebody. */
function isAgreedFor(name: string, asked: readonly SpendingAgreedRow[], today: string): boolean {
  const wanted = planWordsOf(name);
  return asked.some((one) => {
    if (one.answer !== 'yes' || (one.until_day !== null && one.until_day < today)) return false;
    const has = new Set(planWordsOf(one.what));
    return wanted.every((word) => has.has(word)) || wanted.slice(0, 1).some((word) => has.has(word));
  });
}

/** What the plans say, what was agreed, and whom they may want asked about. */
export function planView(context: ServiceContext, householdId: string): PlanView {
  const db = databaseOf(context);
  const today = todayOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const categories = categoriesOf(db, householdId);
  const asked = spendingAgreedOf(db, householdId);
  const representatives = representativesOf(db, householdId);
  return {
    agreements: agreementsOf(db, householdId).map((one) => ({
      id: one.id,
      funderName: one.funder_name,
      reference: one.reference,
      kinds: categories
        .filter((category) => category.agreement_id === one.id)
        .map(({ id, name, note, allowed }) => ({ id, name, note, allowed: allowed === 1 })),
    })),
    rules: planRulesOf(db, householdId).map(savedRule),
    agreed: savedAgreed(db, householdId, asked, today),
    people: workersOf(db, householdId).flatMap((worker) => {
      if (worker.left_on !== null && worker.left_on < today) return [];
      const code = householdOf(worker, household, representatives);
      if (code === undefined) return [];
      const name = workerName(worker);
      return [{ workerId: worker.id, name, code, agreed: isAgreedFor(name, asked, today) }];
    }),
  };
}

/** What each plan says about some spending, with what was agreed before and what was spent on it in twelve months. */
export function askThePlan(
  context: ServiceContext,
  householdId: string,
  text: string,
  amount: Pence | null,
): { answers: PlanAnswerView[]; supportedName: string } {
  const db = databaseOf(context);
  const today = todayOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const agreements = agreementsOf(db, householdId);
  const rules = planRulesOf(db, householdId);
  const categories = categoriesOf(db, householdId);
  const asked = spendingAgreedOf(db, householdId);
  const answers = askPlan(
    text,
    agreements.map((one) => one.id),
    planFacts(rules, categories, asked),
    { amount, on: today },
  );
  const spent = new Map(
    answers.some((one) => one.kindIds.length > 0)
      ? spentByCategory(db, householdId, addYears(today, -1), today).map((row) => [
          row.category_id,
          pence(-row.total),
        ])
      : [],
  );
  return {
    supportedName: household.supported_name,
    answers: answers.map((answer) => ({
      agreementId: answer.agreementId,
      funderName: agreements.find((one) => one.id === answer.agreementId)?.funder_name ?? '',
      verdict: answer.verdict,
      by: answer.by,
      rules: rules.filter((row) => answer.ruleIds.includes(row.id)).map(savedRule),
      kinds: categories
        .filter((row) => answer.kindIds.includes(row.id))
        .map((row) => ({
          id: row.id,
          name: row.name,
          note: row.note,
          allowed: row.allowed === 1,
          spent: spent.get(row.id) ?? NO_MONEY,
        })),
      agreed: savedAgreed(
        db,
        householdId,
        asked.filter((row) => answer.askedIds.includes(row.id)),
        today,
      ),
      over: answer.over,
    })),
  };
}

/** Adds a rule of a plan, or changes one. Refuses with `plan.category-of-other-agreement`. Answers its id. */
export function savePlanRule(context: ServiceContext, householdId: string, input: PlanRuleInput): string {
  const db = databaseOf(context);
  ownedRow(db.byId('funding_agreement', input.agreementId), householdId);
  if (input.categoryId !== null) {
    const category = ownedRow(db.byId('plan_category', input.categoryId), householdId);
    if (category.agreement_id !== input.agreementId)
      refuse('plan.category-of-other-agreement', { name: category.name }, 'categoryId');
  }
  const before = input.id === null ? undefined : ownedRow(db.byId('plan_rule', input.id), householdId);
  const id = before?.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    agreement_id: input.agreementId,
    position: before?.position ?? planRulesOf(db, householdId).length + 1,
    kind: input.kind,
    what: input.what,
    search_words: input.searchWords,
    over_pence: input.kind === 'allowed' ? null : input.over,
    category_id: input.categoryId,
    written_in: input.writtenIn,
  };
  db.act({ name: 'plan.rule-saved', householdId, values: { name: input.what } }, (write) => {
    if (before === undefined) write.insert('plan_rule', row);
    else write.update('plan_rule', id, row);
  });
  return id;
}

/** Takes a rule out of a plan. */
export function removePlanRule(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('plan_rule', id), householdId);
  db.act({ name: 'plan.rule-removed', householdId, values: { name: row.what } }, (write) =>
    write.remove('plan_rule', id),
  );
}

/** Rules that authorities were seen to have, each with where it was seen. */
export function startRules(): StartRules[] {
  return resource.sets.map((set) => ({
    key: set.key,
    authority: set.authority,
    source: set.source,
    seenOn: isoDay(resource.seenOn),
    rules: set.rules.map((rule) => ({
      kind: rule.kind as StartRules['rules'][number]['kind'],
      what: rule.what,
      searchWords: 'words' in rule ? (rule.words ?? '') : '',
    })),
  }));
}

/** Takes some of an authority's rules for an agreement, those it has already left out. Answers how many were added. */
export function takeStartRules(
  context: ServiceContext,
  householdId: string,
  input: { readonly agreementId: string; readonly key: string; readonly places: readonly number[] },
): number {
  const db = databaseOf(context);
  ownedRow(db.byId('funding_agreement', input.agreementId), householdId);
  const set = startRules().find((one) => one.key === input.key) ?? refuse('not-found');
  const all = planRulesOf(db, householdId);
  const has = new Set(all.filter((row) => row.agreement_id === input.agreementId).map((row) => row.what));
  const rules = [...new Set(input.places)]
    .flatMap((place) => set.rules[place] ?? [])
    .filter((rule) => !has.has(rule.what));
  if (rules.length === 0) return 0;
  const values = { name: set.authority, count: rules.length };
  db.act({ name: 'plan.rules-taken', householdId, values }, (write) => {
    for (const [at, rule] of rules.entries())
      write.insert('plan_rule', {
        id: context.ids.next(),
        household_id: householdId,
        agreement_id: input.agreementId,
        position: all.length + 1 + at,
        kind: rule.kind,
        what: rule.what,
        search_words: rule.searchWords,
        over_pence: null,
        category_id: null,
        written_in: '',
      });
  });
  return rules.length;
}
