import type { IsoDay } from '../dates';
import { type Explanation, moneyFigure, type Step } from '../explain';
import { type Pence, pence, sumPence, takePence } from '../money';

/** A bill known beforehand, or a sum set aside. */
export type NamedAmount = { readonly id: string; readonly name: string; readonly amount: Pence };
export type KnownBill = NamedAmount & { readonly dueOn: IsoDay };

/** What is known on a day. Amounts owed are positive. */
export type ReallyYoursFacts = {
  readonly today: IsoDay;
  /** Each bank account or card. */
  readonly bankAccounts: readonly NamedAmount[];
  readonly cash: Pence;
  /** Finished pay not paid yet. */
  readonly netPayOwed: Pence;
  /** Hours worked that no finished pay run has: gross pay and what it costs on top. */
  readonly earnedNotRun: { readonly grossPay: Pence; readonly employerCosts: Pence };
  readonly hmrcOwed: Pence;
  readonly pensionOwed: Pence;
  /** Attachments and other deductions to be passed on. */
  readonly deductionsOwed: Pence;
  /** What the household that employs a shared PA is owed for our part. */
  readonly pooledOwed?: Pence;
  /** Holiday earned and not taken, with what it costs on top. */
  readonly holidayEarned: Pence;
  readonly bills: readonly KnownBill[];
  /** The day the next direct payment comes: bills due before it are counted, today included. */
  readonly nextPaymentOn?: IsoDay;
  /** Set aside for respite, equipment and the like. */
  readonly earmarks: readonly NamedAmount[];
  /** What notice and redundancy of each PA would cost, where the fund has to build it up. */
  readonly leaving?: readonly NamedAmount[];
};

export type ReallyYoursPartCode =
  | 'bank'
  | 'cash'
  | 'net-pay-owed'
  | 'earned-not-run'
  | 'hmrc-owed'
  | 'pension-owed'
  | 'deductions-owed'
  | 'pooled-owed'
  | 'holiday-earned'
  | 'bills'
  | 'earmarks'
  | 'leaving';

export type ReallyYoursPart = {
  readonly code: ReallyYoursPartCode;
  /** Positive: there. Negative: promised. */
  readonly amount: Pence;
  /** What it is made of, where it is more than one thing. */
  readonly items: readonly NamedAmount[];
  readonly explanation: Explanation;
};

export type ReallyYours = {
  /** Bank and cash together. */
  readonly held: Pence;
  /** All promises together, as a positive amount. */
  readonly promised: Pence;
  /** May be below nothing: more is promised than is there. */
  readonly reallyYours: Pence;
  /** In the order they are shown: what is there first. Their amounts sum to `reallyYours`. */
  readonly parts: readonly ReallyYoursPart[];
  readonly explanation: Explanation;
};

function part(code: ReallyYoursPartCode, sign: 1 | -1, items: readonly NamedAmount[]): ReallyYoursPart {
  const size = sumPence(items.map((item) => item.amount));
  const amount = pence(size * sign);
  const steps: Step[] = items.map((item) => ({
    code: 'budget.really-yours.item',
    values: { name: { kind: 'text', text: item.name } },
    result: moneyFigure(item.amount),
  }));
  const explanation: Explanation = {
    code: `budget.really-yours.${code}`,
    values: { count: { kind: 'count', count: items.length } },
    steps,
    result: moneyFigure(amount),
    sources: [],
  };
  return { code, amount, items, explanation };
}

/**
 * Works out what is really the person's to spend: what is in the bank and in cash, less everything already promised.
 * What was paid too much (a negative amount owed) counts as there.
 */
export function workOutReallyYours(facts: ReallyYoursFacts): ReallyYours {
  const one = (id: string, amount: Pence): readonly NamedAmount[] =>
    amount === 0 ? [] : [{ id, name: '', amount }];
  const dueBills = facts.bills.filter(
    (bill) => facts.nextPaymentOn === undefined || bill.dueOn < facts.nextPaymentOn,
  );
  const parts: readonly ReallyYoursPart[] = [
    part('bank', 1, facts.bankAccounts),
    part('cash', 1, one('cash', facts.cash)),
    part('net-pay-owed', -1, one('net-pay-owed', facts.netPayOwed)),
    part('earned-not-run', -1, [
      ...one('gross-pay', facts.earnedNotRun.grossPay),
      ...one('employer-costs', facts.earnedNotRun.employerCosts),
    ]),
    part('hmrc-owed', -1, one('hmrc-owed', facts.hmrcOwed)),
    part('pension-owed', -1, one('pension-owed', facts.pensionOwed)),
    part('deductions-owed', -1, one('deductions-owed', facts.deductionsOwed)),
    part('pooled-owed', -1, one('pooled-owed', facts.pooledOwed ?? pence(0))),
    part('holiday-earned', -1, one('holiday-earned', facts.holidayEarned)),
    part('bills', -1, dueBills),
    part('earmarks', -1, facts.earmarks),
    part('leaving', -1, facts.leaving ?? []),
  ];
  const held = sumPence([parts[0]?.amount ?? pence(0), parts[1]?.amount ?? pence(0)]);
  const reallyYours = sumPence(parts.map(({ amount }) => amount));
  const shown = parts.filter(({ code, items }) => code === 'bank' || items.length > 0);
  const explanation: Explanation = {
    code: 'budget.really-yours',
    values: {
      today: { kind: 'day', day: facts.today },
      ...(facts.nextPaymentOn === undefined
        ? {}
        : { nextPaymentOn: { kind: 'day', day: facts.nextPaymentOn } as const }),
    },
    steps: shown.map(({ code, amount }) => ({
      code: `budget.really-yours.${code}`,
      values: {},
      result: moneyFigure(amount),
    })),
    result: moneyFigure(reallyYours),
    sources: [],
  };
  return { held, promised: takePence(held, reallyYours), reallyYours, parts: shown, explanation };
}
