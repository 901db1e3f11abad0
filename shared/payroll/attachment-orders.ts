import orderData from '@resources/rates/attachment-orders.json';
import { type Explanation, moneyFigure } from '../explain';
import { NO_MONEY, type Pence, pence } from '../money';
import { type Exact, exact, exactPounds, exactText, penceDown } from './exact';

/** How often earnings are paid, for a deduction table. */
export type OrderFrequency = 'weekly' | 'two-weekly' | 'four-weekly' | 'monthly';

type Band = { readonly upTo: string | null; readonly percent: string };

export type OrderDeduction = { readonly amount: Pence; readonly explanation: Explanation };

const WEEKS: Readonly<Record<Exclude<OrderFrequency, 'monthly'>, number>> = {
  weekly: 1,
  'two-weekly': 2,
  'four-weekly': 4,
};

/** To the nearest penny, a half going down: what the tables' printed figures show. */
function nearestPennyHalfDown(pounds: Exact): Pence {
  const down = penceDown(pounds);
  return pounds.minus(exactPounds(down)).greaterThan('0.005') ? pence(down + 1) : down;
}

function bandFor(bands: readonly Band[], earnings: Exact): Band | undefined {
  return bands.find((band) => band.upTo === null || earnings.lessThanOrEqualTo(band.upTo));
}

/** Earnings as the table counts them, the table, and how many of its periods the earnings stand for. */
function inTable<Table>(
  tables: { readonly weekly: Table; readonly monthly: Table },
  frequency: OrderFrequency,
): { readonly table: Table; readonly periods: number } {
  if (frequency === 'monthly') return { table: tables.monthly, periods: 1 };
  return { table: tables.weekly, periods: WEEKS[frequency] };
}

/**
 * A direct earnings attachment for DWP debt (Great Britain): a percentage of all net earnings, but 60% of them is
 * always left. `alreadyTaken` is what earlier orders take from the same pay. Source: DWP, employers' guide.
 */
export function directEarningsAttachment(input: {
  readonly table: 'standard' | 'higher';
  readonly frequency: OrderFrequency;
  /** Pay after tax, National Insurance and pension. */
  readonly netEarnings: Pence;
  readonly alreadyTaken?: Pence;
}): OrderDeduction {
  const rules = orderData.directEarnings;
  const { table, periods } = inTable<readonly Band[]>(rules.tables[input.table], input.frequency);
  const net = exactPounds(input.netEarnings);
  const percent = bandFor(table, net.div(periods))?.percent ?? '0';
  const byTable = nearestPennyHalfDown(net.times(percent).div(100));
  const above = net.times(exact(100).minus(rules.protectedPercent)).div(100);
  const room = penceDown(above.minus(exactPounds(input.alreadyTaken ?? NO_MONEY)));
  const amount = pence(Math.max(0, Math.min(byTable, room)));
  return answer('order.direct-earnings', net, percent, amount, rules.source, amount < byTable);
}

/**
 * A council tax attachment of earnings in England: a percentage of net earnings, and half of what is above the last
 * band. Source: Council Tax (Administration and Enforcement) Regulations 1992, Schedule 4.
 */
export function councilTaxAttachment(input: {
  readonly frequency: OrderFrequency;
  readonly netEarnings: Pence;
}): OrderDeduction {
  const rules = orderData.councilTaxEngland;
  const { table, periods } = inTable<readonly Band[]>(rules.tables, input.frequency);
  const net = exactPounds(input.netEarnings);
  const each = net.div(periods);
  const band = bandFor(table, each);
  if (band) {
    const amount = nearestPennyHalfDown(net.times(band.percent).div(100));
    return answer('order.council-tax', net, band.percent, amount, rules.source, false);
  }
  const last = table.at(-1);
  const limit = exact(last?.upTo ?? '0');
  const percent = last?.percent ?? '0';
  const pounds = limit
    .times(percent)
    .plus(each.minus(limit).times(rules.aboveLastBandPercent))
    .div(100)
    .times(periods);
  return answer('order.council-tax', net, percent, nearestPennyHalfDown(pounds), rules.source, false);
}

function answer(
  code: string,
  net: Exact,
  percent: string,
  amount: Pence,
  source: string,
  heldBack: boolean,
): OrderDeduction {
  const result = moneyFigure(amount);
  return {
    amount,
    explanation: {
      code,
      values: {
        net: { kind: 'exact-money', pounds: exactText(net) },
        percent: { kind: 'percent', percent },
      },
      steps: [
        {
          code: heldBack ? 'order.held-back-by-protected-earnings' : 'order.by-table',
          values: { percent: { kind: 'percent', percent } },
          result,
          source: { source },
        },
      ],
      result,
      sources: [{ source }],
    },
  };
}
