import type { AccountCode } from '../budget/ledger';
import { daysBetween } from '../dates';
import { type Figure, moneyFigure } from '../explain';
import { negatePence, type Pence, pence, sumPence } from '../money';
import { assertNever } from '../result';
import type { MonitoringReturn } from './build-return';
import { type FieldSource, isToldSource } from './field-sources';
import type { ReturnField, ReturnProfile } from './profile';
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

function countFigure(count: number): Figure {
  return { kind: 'count', count };
}

function linesOf(facts: ReturnFacts): ReturnFacts['lines'] {
  return facts.lines.filter((line) => line.date >= facts.from && line.date <= facts.to);
}

/** What is set aside for one thing. */
function setAside(facts: ReturnFacts, kind: string): Pence {
  return sumPence(facts.earmarks.filter((one) => one.kind === kind).map((one) => one.amount));
}

/** What moved on an account of the ledger in the period: money out negative. */
function moved(facts: ReturnFacts, account: AccountCode): Pence {
  return sumPence(
    linesOf(facts)
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
  if (isToldSource(from)) return facts.told?.[from] ?? textFigure(facts.answers[id]);
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
      return moneyFigure(moved(facts, 'client-contribution-income'));
    case 'totals.interest':
      return moneyFigure(moved(facts, 'interest-income'));
    case 'lines.in':
      return countFigure(linesOf(facts).filter((line) => line.amount > 0).length);
    case 'lines.out':
      return countFigure(linesOf(facts).filter((line) => line.amount < 0).length);
    case 'statement.closing':
    case 'accounts.each':
      return amountFigure(made.statementClosing);
    case 'statement.unpresented':
      return moneyFigure(
        sumPence(
          facts.unpresented
            .filter((item) => (item.kind ?? 'unpresented') === 'unpresented')
            .map((item) => item.amount),
        ),
      );
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
    case 'earmarks.holiday':
    case 'earmarks.redundancy':
      return moneyFigure(setAside(facts, from === 'earmarks.holiday' ? 'holiday' : 'redundancy'));
    case 'own-money':
      return moneyFigure(facts.ownMoney);
    case 'over-contribution':
      return moneyFigure(facts.overContribution);
    case 'surplus.may-keep':
      return amountFigure(made.surplus?.mayKeep ?? undefined);
    case 'surplus.amount':
      return amountFigure(made.surplus?.surplus);
    case 'equipment.bought':
      return moneyFigure(negatePence(moved(facts, 'equipment')));
    case 'cash.slips':
      return countFigure(
        linesOf(facts).filter((line) => line.amount < 0 && line.evidence.includes('cash-slip')).length,
      );
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
  return profile.fields.flatMap((field) => {
    if (field.from === 'accounts.each') return eachAccount(field, facts);
    const { id, section, label, from, needed } = field;
    const value = valueFrom(from, id, facts, made, sums);
    return [{ id, section, label, needed, ...(value === undefined ? {} : { value }) }];
  });
}

/** One field for each account: what its statement says on the last day. */
function eachAccount({ id, section, label, needed }: ReturnField, facts: ReturnFacts): readonly FieldValue[] {
  return facts.accounts.map((account, index) => {
    const value = amountFigure(account.statementClosing);
    return {
      id: `${id}-${index + 1}`,
      section,
      label: `${label}: ${account.name}`,
      needed,
      ...(value === undefined ? {} : { value }),
    };
  });
}
