import type { Coded } from '@shared/api/common';
import type { BankLine, LineExplanation } from '@shared/api/money';
import { ACCOUNT_NATURES, isAccountCode } from '@shared/budget/ledger';
import { NO_MONEY, type Pence, pence, takePence } from '@shared/money';
import { payslipsNamed } from '../db/queries/matching';
import { workersOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { isSpending, type PlanGuard, planWarning } from './plan-warnings';
import { workerName } from './worker-name';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type CategoryRow = WorkspaceSchema['plan_category'];

/** A wage that finished pay asks for, by its key: `net-pay:<payslip>`. */
export type WageAsked = { readonly key: string; readonly name: string; readonly amount: Pence };

/** The wages that parts of lines name, without reading all of pay. */
export function wagesNamed(
  db: WorkspaceDatabase,
  householdId: string,
  parts: readonly Pick<LineExplanation, 'matchKey'>[],
): ReadonlyMap<string, WageAsked> {
  const ids = new Set(
    parts.flatMap((part) => (part.matchKey?.startsWith('net-pay:') === true ? [part.matchKey.slice(8)] : [])),
  );
  if (ids.size === 0) return new Map();
  const names = new Map(workersOf(db, householdId).map((one) => [one.id, workerName(one)]));
  return new Map(
    payslipsNamed(db, [...ids])
      .filter((row) => row.household_id === householdId)
      .map((row) => {
        const key = `net-pay:${row.id}`;
        const amount = takePence(row.net_pence, row.before_pence ?? NO_MONEY);
        return [key, { key, name: names.get(row.worker_id) ?? '', amount }];
      }),
  );
}

/** Spending that no plan has a category for: what pay asks for, and what the bank takes. */
const WITHOUT_CATEGORY: ReadonlySet<string> = new Set([
  'wages',
  'employer-national-insurance',
  'employer-pension',
  'bank-charges',
  'returned-to-authority',
]);

const isExpense = (account: string): boolean =>
  isAccountCode(account) && ACCOUNT_NATURES[account] === 'expense';

/** From how many pence on an agreement wants a receipt: strictly more than this. */
export function receiptsOver(agreements: readonly AgreementRow[], agreementId: string | null): Pence {
  const own = agreements.find((one) => one.id === agreementId) ?? agreements[0];
  return own?.receipts_over_pence ?? NO_MONEY;
}

/**
 * What proves a line: a payslip for wages, a receipt where the agreement wants one, the statement itself for money in
 * and for what goes to HMRC, the pension, the bank or another account of one's own. `missing` where it is not there yet.
 */
export function evidenceOf(
  agreements: readonly AgreementRow[],
  parts: readonly LineExplanation[],
  hasReceipt: boolean,
  payments: ReadonlyMap<string, WageAsked>,
): BankLine['evidence'] {
  if (parts.length === 0) return hasReceipt ? 'receipt' : 'missing';
  const wages = parts.filter(
    (part) => part.ledgerAccount === 'net-pay-owed' || (part.ledgerAccount === 'wages' && part.amount < 0),
  );
  if (wages.length > 0) {
    if (wages.every((part) => part.matchKey !== null && payments.has(part.matchKey))) return 'payslip';
    return hasReceipt ? 'receipt' : 'missing';
  }
  const spending = parts.filter(
    (part) =>
      part.amount < 0 &&
      (part.ledgerAccount === 'cash' ||
        (isExpense(part.ledgerAccount) && !WITHOUT_CATEGORY.has(part.ledgerAccount))),
  );
  if (spending.length === 0) return 'statement';
  if (hasReceipt) return 'receipt';
  const whole = pence(-parts.reduce((sum, part) => sum + part.amount, 0));
  const wanted = spending.some((part) => whole > receiptsOver(agreements, part.agreementId));
  return wanted ? 'missing' : 'not-needed';
}

/** Private warnings: spending that may be off plan, and a wage that is not what the payslip says. */
export function lineWarnings(
  facts: {
    readonly categories: readonly CategoryRow[];
    readonly payments: ReadonlyMap<string, WageAsked>;
    readonly paidByKey: ReadonlyMap<string | null, Pence>;
    readonly plan: PlanGuard;
  },
  parts: readonly LineExplanation[],
  options: {
    readonly proposed: boolean;
    readonly line: { readonly id: string; readonly description: string };
  },
): Coded[] {
  const warnings: Coded[] = [];
  // What was agreed to is not warned of.
  const agreed = facts.plan.agreed.has(options.line.id);
  for (const part of parts) {
    const category = facts.categories.find((one) => one.id === part.categoryId);
    if (!agreed && part.amount < 0 && isSpending(part.ledgerAccount))
      warnings.push(
        ...planWarning(facts.plan, {
          text: `${options.line.description} ${part.note} ${category?.name ?? ''}`,
          agreementId: part.agreementId,
          amount: pence(-part.amount),
        }),
      );
    if (!agreed && category !== undefined && category.allowed === 0)
      warnings.push({ code: 'off-plan.not-allowed', values: { name: category.name } });
    const wantsCategory =
      part.amount < 0 && isExpense(part.ledgerAccount) && !WITHOUT_CATEGORY.has(part.ledgerAccount);
    if (wantsCategory && part.categoryId === null) {
      const hasSome = facts.categories.some(
        (one) => part.agreementId === null || one.agreement_id === part.agreementId,
      );
      if (hasSome) warnings.push({ code: 'off-plan.no-category', values: {} });
    }
    if (part.ledgerAccount === 'cash' && part.amount < 0)
      warnings.push({ code: 'off-plan.cash', values: {} });
    const payment = part.matchKey === null ? undefined : facts.payments.get(part.matchKey);
    if (part.matchKind === 'net-pay' && payment !== undefined) {
      const settled = -(facts.paidByKey.get(payment.key) ?? (options.proposed ? 0 : part.amount));
      const paid = options.proposed ? settled - part.amount : settled;
      if (paid > 0 && paid !== payment.amount) {
        warnings.push({
          code: 'wage-mismatch',
          values: {
            name: payment.name,
            expectedPence: payment.amount,
            paidPence: paid,
            difference: paid - payment.amount,
          },
        });
      }
    }
  }
  return warnings;
}
