import orderData from '@resources/rates/attachment-orders.json';
import type { IsoDay } from '../dates';
import { type Explanation, moneyFigure, type Step } from '../explain';
import { addPence, NO_MONEY, type Pence, pence, takePence } from '../money';
import {
  councilTaxAttachment,
  directEarningsAttachment,
  type OrderDeduction,
  type OrderFrequency,
} from './attachment-orders';
import { exact, exactPounds, penceNearest, penceUp } from './exact';
import { mostCouncilTaxOrders } from './order-rules';

/** An earlier payday that an order was in force on. */
export type OrderPayday = {
  readonly frequency: OrderFrequency;
  /** Net earnings, less what orders before this one took. */
  readonly attachable: Pence;
  readonly taken: Pence;
};

export type FixedTerms = {
  readonly kind: 'fixed';
  /** The normal deduction, for a week or a month. */
  readonly normal: Pence;
  /** What has to be left, for a week or a month; null for a share of net pay (child maintenance). */
  readonly protected: Pence | null;
  readonly per: 'week' | 'month';
  /** Maintenance and fines; false for a judgment debt. */
  readonly isPriority: boolean;
};

export type OrderTerms =
  | { readonly kind: 'direct-earnings'; readonly table: 'standard' | 'higher' }
  | { readonly kind: 'council-tax' }
  | FixedTerms;

export type OrderInForce = {
  readonly id: string;
  readonly issuedOn: IsoDay;
  readonly terms: OrderTerms;
  /** What is left of its total; null where it has none. */
  readonly leftToTake: Pence | null;
  /** What the employer keeps for each deduction. */
  readonly administration: Pence;
  /** Earlier paydays, oldest first: what a priority order could not take then is added now. */
  readonly paydays: readonly OrderPayday[];
};

export type TakenOrder = {
  readonly id: string;
  readonly amount: Pence;
  /** Kept by the employer beside it: only where something was taken. */
  readonly administration: Pence;
  /** Left for later: the order took its whole total now. */
  readonly isLast: boolean;
  /** Not taken, as two council tax orders are in force before it. */
  readonly waits: boolean;
  readonly explanation: Explanation;
};

const FIXED_SOURCE = { source: orderData.fixed.source, part: orderData.fixed.part };
const CHILD_SOURCE = { source: orderData.childMaintenance.source, part: orderData.childMaintenance.part };
const WEEKS: Readonly<Record<Exclude<OrderFrequency, 'monthly'>, number>> = {
  weekly: 1,
  'two-weekly': 2,
  'four-weekly': 4,
};

/** An amount for a week or a month as it stands for one pay period, to the nearest penny. */
export function forPayPeriod(amount: Pence, per: 'week' | 'month', frequency: OrderFrequency): Pence {
  const { weeksInYear, monthsInYear } = orderData.fixed;
  const pounds = exactPounds(amount);
  if (frequency === 'monthly')
    return per === 'month' ? amount : penceNearest(pounds.times(weeksInYear).div(monthsInYear));
  const weeks = WEEKS[frequency];
  return per === 'week'
    ? pence(amount * weeks)
    : penceNearest(pounds.times(monthsInYear).times(weeks).div(weeksInYear));
}

const isNotPriority = (order: OrderInForce): boolean =>
  order.terms.kind === 'fixed' && !order.terms.isPriority;

/** The order in which orders are taken: those with priority by the day they were issued, then judgment debts by theirs. */
function inTurn(orders: readonly OrderInForce[]): readonly OrderInForce[] {
  return [...orders].sort(
    (a, b) =>
      Number(isNotPriority(a)) - Number(isNotPriority(b)) ||
      (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.id < b.id ? -1 : 1),
  );
}

/**
 * What each order takes from one payment. `netEarnings` is pay after tax, National Insurance and pension; each order
 * sees what those before it left. Sources: Attachment of Earnings Act 1971 Sch 3 (fixed orders and their turn); DWP's
 * and the councils' employers' guides (tables).
 */
export function takeOrders(given: {
  readonly frequency: OrderFrequency;
  readonly netEarnings: Pence;
  readonly orders: readonly OrderInForce[];
}): readonly TakenOrder[] {
  const taken: TakenOrder[] = [];
  let already: Pence = NO_MONEY;
  let councilTax = 0;
  const net = pence(Math.max(0, given.netEarnings));
  for (const order of inTurn(given.orders)) {
    const isCouncilTax = order.terms.kind === 'council-tax' && order.leftToTake !== 0;
    if (isCouncilTax) councilTax += 1;
    const waits = isCouncilTax && councilTax > mostCouncilTaxOrders;
    const byRule = waits ? waiting() : deductionOf(order, given.frequency, net, already);
    const room = pence(Math.max(0, Math.min(order.leftToTake ?? byRule.amount, takePence(net, already))));
    const amount = pence(Math.min(byRule.amount, room));
    const isLast = order.leftToTake !== null && amount === order.leftToTake;
    taken.push({
      id: order.id,
      amount,
      administration: amount > 0 ? order.administration : NO_MONEY,
      isLast,
      waits,
      explanation: capped(byRule.explanation, already, amount, byRule.amount),
    });
    already = addPence(already, amount);
  }
  return taken;
}

function deductionOf(
  order: OrderInForce,
  frequency: OrderFrequency,
  net: Pence,
  already: Pence,
): OrderDeduction {
  const { terms } = order;
  switch (terms.kind) {
    case 'direct-earnings':
      return directEarningsAttachment({
        table: terms.table,
        frequency,
        netEarnings: net,
        alreadyTaken: already,
      });
    case 'council-tax':
      return councilTaxAttachment({ frequency, netEarnings: pence(Math.max(0, takePence(net, already))) });
    case 'fixed':
      return fixedOrder(terms, frequency, net, already, order.paydays);
  }
}

function waiting(): OrderDeduction {
  const result = moneyFigure(NO_MONEY);
  const source = { source: orderData.councilTaxEngland.source };
  return {
    amount: NO_MONEY,
    explanation: {
      code: 'order.council-tax',
      values: {},
      steps: [{ code: 'order.waits-for-two', values: {}, result, source }],
      result,
      sources: [source],
    },
  };
}

/** What a priority order has carried over from earlier paydays. */
type Carried = { readonly arrears: Pence; readonly shortfall: Pence };

/**
 * Normal deductions that were not taken, and protected earnings that were not reached and not made good since.
 * Only priority orders carry them. Source: Attachment of Earnings Act 1971 Sch 3 paras 5 and 6.
 */
export function carriedOver(terms: FixedTerms, paydays: readonly OrderPayday[]): Carried {
  if (!terms.isPriority) return { arrears: NO_MONEY, shortfall: NO_MONEY };
  let arrears = 0;
  let shortfall = 0;
  for (const payday of paydays) {
    arrears = Math.max(0, arrears + forPayPeriod(terms.normal, terms.per, payday.frequency) - payday.taken);
    if (terms.protected === null) continue;
    const needed = forPayPeriod(terms.protected, terms.per, payday.frequency);
    shortfall = Math.max(0, shortfall + needed - payday.attachable);
  }
  return { arrears: pence(arrears), shortfall: pence(shortfall) };
}

function fixedOrder(
  terms: FixedTerms,
  frequency: OrderFrequency,
  net: Pence,
  already: Pence,
  paydays: readonly OrderPayday[],
): OrderDeduction {
  const normal = forPayPeriod(terms.normal, terms.per, frequency);
  const { arrears, shortfall } = carriedOver(terms, paydays);
  const share = orderData.childMaintenance.protectedPercent;
  const isShare = terms.protected === null;
  const left =
    terms.protected === null
      ? penceUp(exactPounds(net).times(exact(share)).div(100))
      : forPayPeriod(terms.protected, terms.per, frequency);
  const attachable = takePence(net, already);
  const above = takePence(attachable, addPence(left, shortfall));
  const amount = pence(Math.max(0, Math.min(addPence(normal, arrears), above)));
  const source = isShare ? CHILD_SOURCE : FIXED_SOURCE;
  const result = moneyFigure(amount);
  const steps: Step[] = [
    {
      code: 'order.normal-deduction',
      values: { amount: moneyFigure(terms.normal), per: { kind: 'text', text: terms.per } },
      result: moneyFigure(normal),
      source,
    },
  ];
  if (arrears > 0)
    steps.push({ code: 'order.not-taken-before', values: {}, result: moneyFigure(arrears), source });
  steps.push(
    isShare
      ? {
          code: 'order.protected-share',
          values: { percent: { kind: 'percent', percent: share }, net: moneyFigure(net) },
          result: moneyFigure(left),
          source,
        }
      : {
          code: 'order.protected',
          values: { amount: moneyFigure(terms.protected), per: { kind: 'text', text: terms.per } },
          result: moneyFigure(left),
          source,
        },
  );
  if (shortfall > 0)
    steps.push({ code: 'order.protected-before', values: {}, result: moneyFigure(shortfall), source });
  steps.push({
    code: amount === addPence(normal, arrears) ? 'order.taken-in-full' : 'order.only-above-protected',
    values: { attachable: moneyFigure(attachable) },
    result,
    source,
  });
  return {
    amount,
    explanation: {
      code: isShare ? 'order.child-maintenance' : 'order.fixed',
      values: { net: moneyFigure(net) },
      steps,
      result,
      sources: [source],
    },
  };
}

/** The explanation with what earlier orders took, and with the end of the total where it stops the order. */
function capped(explanation: Explanation, already: Pence, amount: Pence, byRule: Pence): Explanation {
  const before: Step[] =
    already === 0 ? [] : [{ code: 'order.taken-by-others', values: {}, result: moneyFigure(already) }];
  const after: Step[] =
    amount === byRule ? [] : [{ code: 'order.no-more-than-left', values: {}, result: moneyFigure(amount) }];
  return {
    ...explanation,
    steps: [...before, ...explanation.steps, ...after],
    result: moneyFigure(amount),
  };
}
