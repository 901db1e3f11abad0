import type { AccountCode } from '../budget/ledger';
import { type Surplus, type SurplusRule, workOutSurplus } from '../budget/surplus';
import { surplusByRule } from '../budget/surplus-by-rule';
import type { IsoDay } from '../dates';
import { type Explanation, moneyFigure } from '../explain';
import { addPence, NO_MONEY, negatePence, type Pence, pence, sumPence, takePence } from '../money';
import type { ReturnCategory, ReturnProfile } from './profile';
import { type ChecklistItem, type EvidenceItem, evidenceOf, readinessOf } from './return-evidence';
import type {
  ReturnAccountKind,
  ReturnAllocation,
  ReturnFacts,
  ReturnLedgerLine,
  UnpresentedItem,
} from './return-facts';
import { type FieldValue, fieldValues } from './return-fields';

export type ReturnMovements = {
  readonly opening: Pence;
  /** By headings: a refund is less spent, not more money in. */
  readonly moneyIn: Pence;
  /** Positive; below nothing where more came back than went out. */
  readonly moneyOut: Pence;
  /** To and from other accounts of the household: in less out. Nothing for a fund or a whole once both ends are in. */
  readonly transfers: Pence;
  /** opening + in − out + transfers. */
  readonly closing: Pence;
};

export type AccountReturn = ReturnMovements & {
  readonly id: string;
  readonly name: string;
  readonly kind: ReturnAccountKind;
  /** Everything between the ledger and the statement. */
  readonly unpresented: Pence;
  /** What the statement should say: closing − unpresented. */
  readonly expectedOnStatement: Pence;
  readonly statementClosing?: Pence;
  /** Statement − expected. Nothing when they agree; missing when the statement is. */
  readonly difference?: Pence;
};

/** `id` is missing for money that was not given to a fund. */
export type FundReturn = ReturnMovements & { readonly id?: string; readonly name?: string };

export type CategoryReturn = {
  readonly id: string;
  /** In the authority's words; missing for what was not sorted or not explained. */
  readonly label?: string;
  readonly side: 'in' | 'out';
  readonly moneyIn: Pence;
  readonly moneyOut: Pence;
  /** In the category's own way: what came in less what went back, or what went out less what came back. */
  readonly net: Pence;
  readonly count: number;
  readonly lineIds: readonly string[];
};

export type ReturnProblem = {
  readonly code:
    | 'return.opening-differs-from-last-return'
    | 'return.statement-differs'
    | 'return.statement-not-known'
    | 'return.line-not-explained'
    | 'return.line-not-sorted'
    | 'return.line-without-fund'
    | 'return.funds-differ-from-accounts'
    | 'return.transfer-has-one-end'
    | 'return.below-floor';
  /** Amounts are whole pence. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly lineId?: string;
};

/** What could be asked back. `mayKeep` is null where the agreement's own rule names no weeks. */
export type ReturnSurplus = Pick<Surplus, 'available' | 'surplus' | 'shortOfFloor' | 'explanation'> & {
  readonly mayKeep: Pence | null;
};

export type MonitoringReturn = {
  readonly profileId: string;
  readonly profileVersion: number;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly totals: ReturnMovements;
  readonly accounts: readonly AccountReturn[];
  readonly funds: readonly FundReturn[];
  /** In the authority's order; then what is not sorted and not explained, where there is any. */
  readonly categories: readonly CategoryReturn[];
  readonly unpresented: readonly UnpresentedItem[];
  /** All statements together; missing when one is. */
  readonly statementClosing?: Pence;
  readonly difference?: Pence;
  /** What the closing balance is promised to, in order; positive amounts. */
  readonly spokenFor: readonly { readonly code: string; readonly name?: string; readonly amount: Pence }[];
  /** Closing − everything it is promised to. */
  readonly leftOver: Pence;
  /** By the authority's rule, where it has one. */
  readonly surplus?: ReturnSurplus;
  readonly hours?: NonNullable<ReturnFacts['hours']>;
  readonly fields: readonly FieldValue[];
  readonly evidence: readonly EvidenceItem[];
  readonly problems: readonly ReturnProblem[];
  readonly checklist: readonly ChecklistItem[];
  readonly ready: number;
  readonly asked: number;
  readonly explanation: Explanation;
};

/** A line with what is not explained of it as a part of its own. */
export type SortedReturnLine = ReturnLedgerLine & {
  readonly parts: readonly (ReturnAllocation & {
    readonly category: string;
    readonly side: 'in' | 'out';
  })[];
};

export const NOT_SORTED = 'not-sorted';
export const NOT_EXPLAINED = 'not-explained';
/** What was in an account when its record began, where that was after the first return. */
export const BROUGHT_IN = 'brought-in';
const TRANSFER = 'transfer';
/** Headings of our own, for what is under none of the authority's; by the way the money went. */
const OWN_HEADINGS: readonly string[] = [BROUGHT_IN, NOT_SORTED, NOT_EXPLAINED];

function categoryOf(profile: ReturnProfile, part: ReturnAllocation): string {
  if (part.account === 'transfer') return TRANSFER;
  if (part.account === 'unexplained') return NOT_EXPLAINED;
  if (part.account === 'opening-balance') return BROUGHT_IN;
  const byPlan = profile.categories.find(
    (category) => part.planCategory !== undefined && category.planCategories.includes(part.planCategory),
  );
  const byAccount = (category: ReturnCategory): boolean => category.accounts.includes(part.account);
  return byPlan?.id ?? profile.categories.find(byAccount)?.id ?? NOT_SORTED;
}

function sortLine(
  profile: ReturnProfile,
  line: ReturnLedgerLine,
  onlyFund: string | undefined,
): SortedReturnLine {
  const rest = takePence(line.amount, sumPence(line.allocations.map((part) => part.amount)));
  const unexplained: AccountCode = 'unexplained';
  const all = rest === 0 ? line.allocations : [...line.allocations, { account: unexplained, amount: rest }];
  // Where there is one fund, everything is of that fund.
  const fund = onlyFund === undefined ? {} : { fundId: onlyFund };
  return {
    ...line,
    parts: all.map((part) => {
      const category = categoryOf(profile, part);
      const byWay = part.amount > 0 ? ('in' as const) : ('out' as const);
      const side = profile.categories.find((one) => one.id === category)?.side ?? byWay;
      return { ...fund, ...part, category, side };
    }),
  };
}

type Part = SortedReturnLine['parts'][number];

function movements(opening: Pence, parts: readonly Part[]): ReturnMovements {
  let into = 0;
  let out = 0;
  let transfers = 0;
  for (const { amount, category, side } of parts) {
    if (category === TRANSFER) transfers += amount;
    else if (side === 'in') into += amount;
    else out -= amount;
  }
  return {
    opening,
    moneyIn: pence(into),
    moneyOut: pence(out),
    transfers: pence(transfers),
    closing: pence(opening + into - out + transfers),
  };
}

function accountReturns(facts: ReturnFacts, lines: readonly SortedReturnLine[]): readonly AccountReturn[] {
  return facts.accounts.map((account) => {
    const parts = lines.filter((line) => line.accountId === account.id).flatMap((line) => line.parts);
    const moved = movements(account.opening, parts);
    const unpresented = sumPence(
      facts.unpresented.filter((item) => item.accountId === account.id).map((item) => item.amount),
    );
    const expectedOnStatement = takePence(moved.closing, unpresented);
    const { id, name, kind, statementClosing } = account;
    const base = { ...moved, id, name, kind, unpresented, expectedOnStatement };
    if (statementClosing === undefined) return base;
    return { ...base, statementClosing, difference: takePence(statementClosing, expectedOnStatement) };
  });
}

function fundReturns(facts: ReturnFacts, lines: readonly SortedReturnLine[]): readonly FundReturn[] {
  const parts = lines.flatMap((line) => line.parts);
  const known = new Set(facts.funds.map((fund) => fund.id));
  const funds: FundReturn[] = facts.funds.map((fund) => ({
    id: fund.id,
    name: fund.name,
    ...movements(
      fund.opening,
      parts.filter((part) => part.fundId === fund.id),
    ),
  }));
  const without = parts.filter((part) => part.fundId === undefined || !known.has(part.fundId));
  return without.length === 0 ? funds : [...funds, movements(NO_MONEY, without)];
}

function categoryReturns(
  profile: ReturnProfile,
  lines: readonly SortedReturnLine[],
): readonly CategoryReturn[] {
  const found = new Map<string, { moneyIn: number; moneyOut: number; lineIds: Set<string> }>();
  const nothing = () => ({ moneyIn: 0, moneyOut: 0, lineIds: new Set<string>() });
  for (const line of lines) {
    for (const { category, side, amount } of line.parts) {
      if (category === TRANSFER) continue;
      const key = `${side} ${category}`;
      const totals = found.get(key) ?? nothing();
      if (amount > 0) totals.moneyIn += amount;
      else totals.moneyOut -= amount;
      totals.lineIds.add(line.id);
      found.set(key, totals);
    }
  }
  const row = (id: string, side: 'in' | 'out', label?: string): CategoryReturn => {
    const totals = found.get(`${side} ${id}`) ?? nothing();
    const cameIn = totals.moneyIn - totals.moneyOut;
    return {
      id,
      ...(label === undefined ? {} : { label }),
      side,
      moneyIn: pence(totals.moneyIn),
      moneyOut: pence(totals.moneyOut),
      net: pence(side === 'in' ? cameIn : -cameIn),
      count: totals.lineIds.size,
      lineIds: [...totals.lineIds],
    };
  };
  const own = OWN_HEADINGS.flatMap((id) =>
    (['in', 'out'] as const).filter((side) => found.has(`${side} ${id}`)).map((side) => row(id, side)),
  );
  return [...profile.categories.map(({ id, side, label }) => row(id, side, label)), ...own];
}

function findProblems(
  facts: ReturnFacts,
  lines: readonly SortedReturnLine[],
  totals: ReturnMovements,
  accounts: readonly AccountReturn[],
  funds: readonly FundReturn[],
  surplus: ReturnSurplus | undefined,
): readonly ReturnProblem[] {
  const problems: ReturnProblem[] = [];
  const last = facts.closingOfLastReturn;
  if (last !== undefined && last !== totals.opening) {
    const values = { opening: totals.opening, closing: last, difference: takePence(totals.opening, last) };
    problems.push({ code: 'return.opening-differs-from-last-return', values });
  }
  for (const { name, kind, difference, expectedOnStatement, statementClosing } of accounts) {
    // Cash has no statement: its balance is what the person wrote.
    if (statementClosing === undefined && kind === 'cash') continue;
    if (statementClosing === undefined)
      problems.push({ code: 'return.statement-not-known', values: { name } });
    else if (difference !== undefined && difference !== 0) {
      const values = { name, expected: expectedOnStatement, found: statementClosing, difference };
      problems.push({ code: 'return.statement-differs', values });
    }
  }
  for (const line of lines) {
    const values = {
      date: line.bankDay ?? line.date,
      description: line.description,
      amount: line.amount,
    };
    const has = (category: string): boolean => line.parts.some((part) => part.category === category);
    if (has(NOT_EXPLAINED)) problems.push({ code: 'return.line-not-explained', values, lineId: line.id });
    else if (has(NOT_SORTED)) problems.push({ code: 'return.line-not-sorted', values, lineId: line.id });
    else if (line.parts.some((part) => part.category !== TRANSFER && part.fundId === undefined)) {
      problems.push({ code: 'return.line-without-fund', values, lineId: line.id });
    }
  }
  if (totals.transfers !== 0) {
    problems.push({ code: 'return.transfer-has-one-end', values: { amount: totals.transfers } });
  }
  const inFunds = sumPence(funds.map((fund) => fund.closing));
  const difference = takePence(totals.closing, inFunds);
  if (difference !== 0) problems.push({ code: 'return.funds-differ-from-accounts', values: { difference } });
  if (surplus !== undefined && surplus.shortOfFloor > 0) {
    problems.push({ code: 'return.below-floor', values: { short: surplus.shortOfFloor } });
  }
  return problems;
}

function explain(totals: ReturnMovements): Explanation {
  const steps = (
    [
      ['opening', totals.opening],
      ['in', totals.moneyIn],
      ['out', negatePence(totals.moneyOut)],
      ['transfers', totals.transfers],
    ] as const
  )
    .filter(([code, amount]) => code !== 'transfers' || amount !== 0)
    .map(([code, amount]) => ({ code: `return.closing.${code}`, values: {}, result: moneyFigure(amount) }));
  return { code: 'return.closing', values: {}, steps, result: moneyFigure(totals.closing), sources: [] };
}

/**
 * Builds an authority's return from the ledger: opening + in − out = closing = statement ± unpresented, for the whole,
 * each account and each fund; by the authority's categories; what the balance is promised to; the surplus by its
 * rule; what is missing, line by line. Nothing is made to fit: what differs is told in `problems`.
 */
export function buildReturn(profile: ReturnProfile, facts: ReturnFacts): MonitoringReturn {
  const onlyFund = facts.funds.length === 1 ? facts.funds[0]?.id : undefined;
  const lines = facts.lines
    .filter((line) => line.date >= facts.from && line.date <= facts.to)
    .map((line) => sortLine(profile, line, onlyFund));
  const ids = new Set(facts.accounts.map((account) => account.id));
  for (const line of lines) {
    if (!ids.has(line.accountId))
      throw new Error(`Line ${line.id} is of an account the return does not have`);
  }
  const accounts = accountReturns(facts, lines);
  const totals = movements(
    sumPence(facts.accounts.map((account) => account.opening)),
    lines.flatMap((line) => line.parts),
  );
  const funds = fundReturns(facts, lines);
  const spokenFor = [
    { code: 'net-pay', amount: facts.owed.netPay },
    { code: 'hmrc', amount: facts.owed.hmrc },
    { code: 'pension', amount: facts.owed.pension },
    { code: 'holiday', amount: facts.owed.holiday },
    { code: 'bills', amount: facts.owed.bills },
    ...facts.earmarks.map(({ name, amount }) => ({ code: 'earmark', name, amount })),
    { code: 'own-money', amount: facts.ownMoney },
    { code: 'over-contribution', amount: facts.overContribution },
  ].filter(({ amount }) => amount !== 0);
  const { netPay, hmrc, pension, holiday, bills } = facts.owed;
  const liabilities = addPence(netPay, hmrc, pension, holiday, bills);
  const earmarks = sumPence(facts.earmarks.map(({ amount }) => amount));
  const surplus = surplusOf(profile, facts, totals.closing, { liabilities, earmarks });
  const statements = accounts
    .filter((account) => account.kind !== 'cash' || account.statementClosing !== undefined)
    .map((account) => account.statementClosing);
  const known = statements.filter((closing) => closing !== undefined);
  const differences = accounts.map((account) => account.difference).filter((one) => one !== undefined);
  const allKnown = known.length === statements.length && known.length > 0;
  const made = {
    profileId: profile.id,
    profileVersion: profile.version,
    from: facts.from,
    to: facts.to,
    totals,
    accounts,
    funds,
    categories: categoryReturns(profile, lines),
    unpresented: facts.unpresented,
    ...(allKnown ? { statementClosing: sumPence(known), difference: sumPence(differences) } : {}),
    spokenFor,
    leftOver: takePence(totals.closing, sumPence(spokenFor.map(({ amount }) => amount))),
    ...(surplus === undefined ? {} : { surplus }),
    ...(facts.hours === undefined ? {} : { hours: facts.hours }),
    problems: findProblems(facts, lines, totals, accounts, funds, surplus),
    explanation: explain(totals),
  };
  const fields = fieldValues(profile, facts, made, { liabilities, earmarks });
  const evidence = evidenceOf(profile, facts, lines);
  const checklist = readinessOf(profile, facts, { problems: made.problems, fields, evidence });
  const ready = checklist.filter((item) => item.ready).length;
  return { ...made, fields, evidence, checklist, ready, asked: checklist.length };
}

/** By the agreement's own rule where it has one, else by its authority's. Own money is never in it. */
function surplusOf(
  profile: ReturnProfile,
  facts: ReturnFacts,
  closing: Pence,
  sums: { readonly liabilities: Pence; readonly earmarks: Pence },
): ReturnSurplus | undefined {
  const { ownRule, funding, ownMoney, overContribution } = facts;
  if (ownRule !== undefined) {
    const apart = ownRule.contingencyWeeks > 0;
    const held = facts.earmarks.filter((one) => apart && one.kind === 'contingency');
    const made = surplusByRule(ownRule, funding, {
      balance: takePence(closing, ownMoney),
      liabilities: sums.liabilities,
      earmarks: facts.earmarks
        .filter((one) => !held.includes(one))
        .map(({ amount, agreed = false, forStaff = false }) => ({ amount, agreed, forStaff })),
      overContribution,
      contingencyLeft:
        held.length > 0
          ? sumPence(held.map((one) => one.amount))
          : pence(apart ? funding.gross * ownRule.contingencyWeeks : 0),
      reasonsHeard: false,
    });
    const { available, mayKeep, toAuthority, shortOfFloor, explanation } = made;
    return { available, mayKeep, surplus: toAuthority, shortOfFloor, explanation };
  }
  if (profile.surplus === undefined) return undefined;
  const { liabilities, earmarks } = sums;
  const balances = { balance: closing, liabilities, earmarks, ownMoney, overContribution };
  return workOutSurplus(surplusRuleOf(profile.surplus), funding, balances);
}

/** A profile's rule in the shape the sum takes. */
export function surplusRuleOf(rule: NonNullable<ReturnProfile['surplus']>): SurplusRule {
  const { keepWeeks, floorWeeks, basis, testedAt, lessLiabilities, lessEarmarks, payBackWithinDays } = rule;
  return {
    keepWeeks,
    ...(floorWeeks === undefined ? {} : { floorWeeks }),
    basis,
    testedAt,
    lessLiabilities,
    lessEarmarks,
    ...(payBackWithinDays === undefined ? {} : { payBackWithinDays }),
  };
}
