import { type AgreementSurplusRule, fullerRule, readSurplusRule } from '@shared/budget/surplus-rule';
import { surplusRuleOf as simpleRuleOf } from '@shared/returns/build-return';
import type { ReturnProfile } from '@shared/returns/profile';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { returnProfileOf } from './returns-profile';

type AgreementRow = WorkspaceSchema['funding_agreement'];

export type RuleOfAgreement = {
  readonly rule: AgreementSurplusRule | null;
  /** The agreement's own terms, or a number of weeks with the terms of its authority's profile. */
  readonly from: 'agreement' | 'weeks' | 'none';
};

/** The rule for money left of an agreement: its own, else its weeks with its authority's terms, else none. */
export function ruleOfAgreement(db: WorkspaceDatabase, agreement: AgreementRow): RuleOfAgreement {
  const own = readSurplusRule(agreement.surplus_rule_json);
  if (own !== undefined) return { rule: own, from: 'agreement' };
  const { surplus } = returnProfileOf(db, agreement);
  return surplus === undefined
    ? { rule: null, from: 'none' }
    : { rule: withTerms(fullerRule(simpleRuleOf(surplus)), surplus.terms), from: 'weeks' };
}

/** The terms of an authority that are more than a number of weeks. */
function withTerms(
  rule: AgreementSurplusRule,
  terms: NonNullable<ReturnProfile['surplus']>['terms'],
): AgreementSurplusRule {
  if (terms === undefined) return rule;
  const { inAdvanceWeeks, contingencyWeeks, lessEarmarks, elseCut } = terms;
  const { collected } = rule;
  return {
    ...rule,
    inAdvanceWeeks: Math.min(inAdvanceWeeks ?? rule.inAdvanceWeeks, rule.keepWeeks ?? 0),
    contingencyWeeks: contingencyWeeks ?? rule.contingencyWeeks,
    lessEarmarks: lessEarmarks ?? rule.lessEarmarks,
    collected:
      collected.how === 'by-letter' ? { ...collected, elseCut: elseCut ?? collected.elseCut } : collected,
  };
}

/** Keeps an agreement's own rule, or with `null` takes it away so that its weeks count again. */
export function saveSurplusRule(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  rule: AgreementSurplusRule | null,
): void {
  const db = databaseOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', agreementId), householdId);
  const values = { name: agreement.funder_name };
  db.act({ name: 'budget.surplus-rule-saved', householdId, values }, (write) =>
    write.update('funding_agreement', agreementId, {
      surplus_rule_json: rule === null ? null : JSON.stringify(rule),
      // What the agreement's form shows stays the same rule in short.
      ...(rule === null
        ? {}
        : {
            surplus_weeks:
              rule.keepWeeks === null || rule.keepWeeks === 0 ? null : Math.min(52, rule.keepWeeks),
            surplus_tested: rule.tested.when === 'year-end' ? ('year-end' as const) : ('period-end' as const),
          }),
    }),
  );
}
