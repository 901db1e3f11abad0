import { daysBetween } from '../dates';
import { type Figure, moneyFigure } from '../explain';
import { type Pence, pence, sumPence } from '../money';
import { assertNever } from '../result';
import type { MonitoringReturn } from './build-return';
import type { FieldSource, ReturnProfile } from './profile';
import type { ReturnFacts } from './return-facts';

/** One field of the authority's form. `value` is missing when it is not known. */
export type FieldValue = {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly value?: Figure;
  readonly needed: boolean;
};

type Made = Pick<MonitoringReturn, 'totals' | 'statementClosing' | 'surplus'>;
type Sums = { readonly liabilities: Pence; readonly earmarks: Pence };

function textFigure(text: string | undefined): Figure | undefined {
  return text === undefined || text.trim() === '' ? undefined : { kind: 'text', text };
}

function dayFigure(day: string | undefined): Figure | undefined {
  return day === undefined ? undefined : { kind: 'day', day };
}

function amountFigure(amount: Pence | undefined): Figure | undefined {
  return amount === undefined ? undefined : moneyFigure(amount);
}

function minutesFigure(minutes: number | undefined): Figure | undefined {
  return minutes === undefined ? undefined : { kind: 'minutes', minutes };
}

/** What came in on an account of the ledger in the period. */
function cameIn(facts: ReturnFacts, account: 'client-contribution-income' | 'interest-income'): Pence {
  return sumPence(
    facts.lines
      .filter((line) => line.date >= facts.from && line.date <= facts.to)
      .flatMap((line) => line.allocations)
      .filter((part) => part.account === account)
      .map((part) => part.amount),
  );
}

function valueFrom(
  from: FieldSource,
  id: string,
  facts: ReturnFacts,
  made: Made,
  sums: Sums,
): Figure | undefined {
  switch (from) {
    case 'household.supported-name':
      return textFigure(facts.supportedName);
    case 'household.date-of-birth':
      return dayFigure(facts.dateOfBirth);
    case 'household.acting-for':
      return textFigure(facts.actingFor);
    case 'agreement.reference':
      return textFigure(facts.agreementReference);
    case 'agreement.weekly':
      return moneyFigure(facts.funding.gross);
    case 'agreement.yearly':
      // A year of 52 weeks, as councils cost a plan.
      return moneyFigure(pence(facts.funding.gross * 52));
    case 'agreement.contribution-weekly':
      return moneyFigure(facts.funding.clientContribution);
    case 'period.from':
      return dayFigure(facts.from);
    case 'period.to':
      return dayFigure(facts.to);
    case 'period.made-on':
      return dayFigure(facts.madeOn);
    case 'totals.opening':
      return moneyFigure(made.totals.opening);
    case 'totals.in':
      return moneyFigure(made.totals.moneyIn);
    case 'totals.out':
      return moneyFigure(made.totals.moneyOut);
    case 'totals.closing':
      return moneyFigure(made.totals.closing);
    case 'totals.contribution-paid':
      return moneyFigure(cameIn(facts, 'client-contribution-income'));
    case 'totals.interest':
      return moneyFigure(cameIn(facts, 'interest-income'));
    case 'statement.closing':
      return amountFigure(made.statementClosing);
    case 'statement.unpresented':
      return moneyFigure(sumPence(facts.unpresented.map((item) => item.amount)));
    case 'hours.planned':
      return minutesFigure(facts.hours?.plannedMinutes);
    case 'hours.worked':
      return minutesFigure(facts.hours?.workedMinutes);
    case 'hours.covered':
      return minutesFigure(facts.hours?.coveredMinutes);
    case 'hours.lost':
      return minutesFigure(facts.hours?.lostMinutes);
    case 'cover.cost':
      return amountFigure(facts.hours?.coverCost ?? undefined);
    case 'owed.net-pay':
      return moneyFigure(facts.owed.netPay);
    case 'owed.hmrc':
      return moneyFigure(facts.owed.hmrc);
    case 'owed.pension':
      return moneyFigure(facts.owed.pension);
    case 'owed.holiday':
      return moneyFigure(facts.owed.holiday);
    case 'owed.bills':
      return moneyFigure(facts.owed.bills);
    case 'owed.total':
      return moneyFigure(sums.liabilities);
    case 'earmarks.total':
      return moneyFigure(sums.earmarks);
    case 'own-money':
      return moneyFigure(facts.ownMoney);
    case 'over-contribution':
      return moneyFigure(facts.overContribution);
    case 'surplus.may-keep':
      return amountFigure(made.surplus?.mayKeep);
    case 'surplus.amount':
      return amountFigure(made.surplus?.surplus);
    case 'answer':
      return textFigure(facts.answers[id]);
    default:
      return assertNever(from, 'field source');
  }
}

/** Fills the authority's form from the return. */
export function fieldValues(
  profile: ReturnProfile,
  facts: ReturnFacts,
  made: Made,
  sums: Sums,
): readonly FieldValue[] {
  if (daysBetween(facts.from, facts.to) < 0)
    throw new Error(`A return cannot end before it begins: ${facts.from}`);
  return profile.fields.map(({ id, section, label, from, needed }) => {
    const value = valueFrom(from, id, facts, made, sums);
    return { id, section, label, needed, ...(value === undefined ? {} : { value }) };
  });
}
