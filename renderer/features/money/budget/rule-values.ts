import {
  type AgreementSurplusRule,
  PLAIN_SURPLUS_RULE,
  surplusRuleSchema,
} from '@shared/budget/surplus-rule';
import { checkFields } from '../../../components/check-fields';
import { fine, readNumber } from '../../../components/read-more';
import type { Checked } from '../../../components/use-form';
import { ruleForm as words } from '../../../text/budget';
import { sentenceFor } from '../../../text/refusals';

type Tested = 'period-end' | 'year-end' | 'budget-year' | 'any-day';

/** A rule as it is typed. */
export type RuleText = {
  readonly keep: 'no' | 'yes';
  readonly keepWeeks: number | null;
  readonly inAdvanceWeeks: number | null;
  readonly floorWeeks: number | null;
  readonly basis: AgreementSurplusRule['basis'];
  readonly tested: Tested;
  readonly owed: 'yes' | 'no';
  readonly earmarks: AgreementSurplusRule['lessEarmarks'];
  readonly contingencyWeeks: number | null;
  readonly over: AgreementSurplusRule['overContribution'];
  readonly collected: AgreementSurplusRule['collected']['how'];
  readonly days: number | null;
  readonly elseCut: boolean;
  readonly reasons: boolean;
  readonly hours: boolean;
  readonly redundancy: AgreementSurplusRule['redundancy'];
};

/** The first day of the budget year that most authorities use. */
const BUDGET_YEAR = '04-01';

function testedOf(rule: AgreementSurplusRule): Tested {
  const { tested } = rule;
  if (tested.when !== 'year-end') return tested.when;
  return tested.yearStarts === null ? 'year-end' : 'budget-year';
}

/** The texts of a rule; of the plain one where there is none. */
export function ruleText(given: AgreementSurplusRule | null): RuleText {
  const rule = given ?? { ...PLAIN_SURPLUS_RULE, keepWeeks: 8 };
  const { collected } = rule;
  const byLetter = collected.how === 'by-letter' ? collected : undefined;
  return {
    keep: rule.keepWeeks === null ? 'no' : 'yes',
    keepWeeks: rule.keepWeeks ?? 8,
    inAdvanceWeeks: rule.inAdvanceWeeks,
    floorWeeks: rule.floorWeeks,
    basis: rule.basis,
    tested: testedOf(rule),
    owed: rule.lessLiabilities ? 'yes' : 'no',
    earmarks: rule.lessEarmarks,
    contingencyWeeks: rule.contingencyWeeks,
    over: rule.overContribution,
    collected: collected.how,
    days: byLetter?.payWithinDays ?? null,
    elseCut: byLetter?.elseCut ?? false,
    reasons: rule.onlyAfterReasons,
    hours: rule.hoursEnd === 'with-month',
    redundancy: rule.redundancy,
  };
}

function collectedOf(values: RuleText): AgreementSurplusRule['collected'] {
  return values.collected === 'by-letter'
    ? { how: 'by-letter', payWithinDays: values.days, elseCut: values.elseCut }
    : { how: values.collected };
}

function testOf(tested: Tested): AgreementSurplusRule['tested'] {
  if (tested === 'year-end') return { when: 'year-end', yearStarts: null };
  return tested === 'budget-year' ? { when: 'year-end', yearStarts: BUDGET_YEAR } : { when: tested };
}

/** Reads a typed rule; what is wrong in sentences, in the order of the page. */
export function checkRule(values: RuleText): Checked<RuleText, AgreementSurplusRule> {
  const keeps = values.keep === 'yes';
  const read = checkFields({
    keepWeeks: keeps ? readNumber(values.keepWeeks, 0, 104, words.keepWeeksEmpty) : fine(null),
    inAdvanceWeeks: keeps ? readNumber(values.inAdvanceWeeks, 0, 104, words.inAdvanceEmpty) : fine(0),
    floorWeeks: readNumber(values.floorWeeks, 0, 104, words.floorEmpty),
    contingencyWeeks: readNumber(values.contingencyWeeks, 0, 52, words.contingencyEmpty),
    days: values.days === null ? fine(null) : readNumber(values.days, 0, 366, words.daysEmpty),
  });
  if (!read.ok) return read;
  const { days: _days, ...weeks } = read.value;
  const made = surplusRuleSchema.safeParse({
    ...weeks,
    basis: values.basis,
    tested: testOf(values.tested),
    lessLiabilities: values.owed === 'yes',
    lessEarmarks: values.earmarks,
    overContribution: values.over,
    collected: collectedOf(values),
    onlyAfterReasons: values.reasons,
    hoursEnd: values.hours ? 'with-month' : 'never',
    redundancy: values.redundancy,
  });
  if (made.success) return { ok: true, value: made.data };
  const [issue] = made.error.issues;
  const field = String(issue?.path[0] ?? 'form');
  return { ok: false, problems: { [field]: sentenceFor({ code: issue?.message ?? '' }) } };
}
