import type { Coded } from '@shared/api/common';
import { ACCOUNT_NATURES, isAccountCode } from '@shared/budget/ledger';
import { type ReadyRule, readyRules, ruleAgainst } from '@shared/budget/plan-rules';
import type { Pence } from '@shared/money';
import { categoriesOf } from '../db/queries/household';
import { agreedLinesOf, planRulesOf } from '../db/queries/plan';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext } from './context';
import { planRuleOf } from './plan-facts';

/** What lines are held against: the rules that can look off, and the lines that were agreed to. */
export type PlanGuard = { readonly rules: readonly ReadyRule[]; readonly agreed: ReadonlySet<string> };

/** What lines of a household are held against. */
export function planGuard(db: WorkspaceDatabase, householdId: string): PlanGuard {
  return {
    rules: readyRules(planRulesOf(db, householdId).map(planRuleOf)),
    agreed: new Set(agreedLinesOf(db, householdId).map((one) => one.bank_line_id)),
  };
}

/** What pay costs: a plan says that PAs are paid for, and its rules of things to buy are not about them. */
const PAY: ReadonlySet<string> = new Set(['wages', 'employer-national-insurance', 'employer-pension']);

/** Whether an account is one that a plan's rules have a say in: spending, and cash; not pay or what HMRC is owed. */
export function isSpending(account: string): boolean {
  if (PAY.has(account)) return false;
  return account === 'cash' || (isAccountCode(account) && ACCOUNT_NATURES[account] === 'expense');
}

/** A private warning that a payment looks to go against a rule of the plan. Kind, and never in a return. */
export function planWarning(
  guard: PlanGuard,
  payment: { readonly text: string; readonly agreementId: string | null; readonly amount: Pence },
): Coded[] {
  const rule = ruleAgainst(guard.rules, payment);
  if (rule === undefined) return [];
  return [
    {
      code: rule.kind === 'not-allowed' ? 'off-plan.rule-no' : 'off-plan.rule-ask',
      values: { name: rule.what },
    },
  ];
}

/** What looks off plan with a payment that is being written down. */
export function lookAtPayment(
  context: ServiceContext,
  householdId: string,
  payment: {
    readonly text: string;
    readonly agreementId: string | null;
    readonly categoryId: string | null;
    readonly amount: Pence;
  },
): Coded[] {
  const db = databaseOf(context);
  const category = categoriesOf(db, householdId).find((one) => one.id === payment.categoryId);
  const notAllowed: Coded[] =
    category?.allowed === 0 ? [{ code: 'off-plan.not-allowed', values: { name: category.name } }] : [];
  const text = `${payment.text} ${category?.name ?? ''}`;
  return [
    ...notAllowed,
    ...planWarning(planGuard(db, householdId), {
      text,
      agreementId: payment.agreementId ?? category?.agreement_id ?? null,
      amount: payment.amount,
    }),
  ];
}
