import type { SavedAgreed, SavedRule } from '@shared/api/plan';
import {
  holds,
  type PlanFacts,
  type PlanKind,
  type PlanRule,
  type SpendingAsked,
} from '@shared/budget/plan-rules';
import type { IsoDay } from '@shared/dates';
import { agreedLinesOf } from '../db/queries/plan';
import type { PlanCategoryRow, PlanRuleRow, SpendingAgreedRow } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';

/** A stored rule as the rules of shared/ take it. */
export function planRuleOf(row: PlanRuleRow): PlanRule {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    kind: row.kind,
    what: row.what,
    searchWords: row.search_words,
    over: row.over_pence,
  };
}

export function planKindOf(row: PlanCategoryRow): PlanKind {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    name: row.name,
    note: row.note,
    allowed: row.allowed === 1,
  };
}

export function askedOf(row: SpendingAgreedRow): SpendingAsked {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    what: row.what,
    amount: row.amount_pence,
    answer: row.answer,
    answeredOn: row.answered_on,
    until: row.until_day,
  };
}

/** Everything the plans say. */
export function planFacts(
  rules: readonly PlanRuleRow[],
  categories: readonly PlanCategoryRow[],
  asked: readonly SpendingAgreedRow[],
): PlanFacts {
  return { rules: rules.map(planRuleOf), kinds: categories.map(planKindOf), asked: asked.map(askedOf) };
}

/** A rule as the contract has it. */
export function savedRule(row: PlanRuleRow): SavedRule {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    kind: row.kind,
    what: row.what,
    searchWords: row.search_words,
    over: row.over_pence,
    categoryId: row.category_id,
    writtenIn: row.written_in,
  };
}

/** What was agreed as the contract has it, with the lines it is about. */
export function savedAgreed(
  db: WorkspaceDatabase,
  householdId: string,
  rows: readonly SpendingAgreedRow[],
  today: IsoDay,
): SavedAgreed[] {
  const lines = agreedLinesOf(db, householdId);
  return rows.map((row) => ({
    id: row.id,
    agreementId: row.agreement_id,
    what: row.what,
    amount: row.amount_pence,
    askedOn: row.asked_on,
    askedHow: row.asked_how,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredOn: row.answered_on,
    until: row.until_day,
    note: row.note,
    fileName: row.file_hash === null ? '' : row.file_name,
    holds: holds(askedOf(row), null, today),
    lines: lines
      .filter((line) => line.agreed_id === row.id)
      .map((line) => ({
        id: line.bank_line_id,
        day: line.day,
        description: line.description,
        amount: line.amount_pence,
      })),
  }));
}
