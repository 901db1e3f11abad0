import words from '@resources/documents/return-words.json';
import { daysCovered } from '@shared/budget/dedupe';
import { fundOfId } from '@shared/budget/funds';
import { earlierDay, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import { planCategoryCode } from '@shared/returns/plan-category-code';
import type {
  HouseholdDocument,
  ReturnAccount,
  ReturnFacts,
  ReturnFund,
  UnpresentedItem,
} from '@shared/returns/return-facts';
import { categoriesOf, certificatesOf, representativesOf } from '../db/queries/household';
import { statementsAround } from '../db/queries/return-lines';
import { draftOf, sealedClosing } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { ruleOfAgreement } from './budget-rule';
import { type ServiceContext, todayOf } from './context';
import { type Promises, promisesByFund } from './money-promises';
import { weeklyFunding } from './money-surplus';
import { pooledBetween } from './pools-returns';
import { earmarksOfReturn } from './returns-earmarks';
import { specialLines } from './returns-events';
import { NO_PERIOD_HOURS, periodHours } from './returns-hours';
import { type LinesOfReturn, linesOfReturn } from './returns-lines';
import { returnProfileOf } from './returns-profile';
import { type ReturnScope, scopeOfReturn } from './returns-scope';
import {
  type FundSums,
  linesStanding,
  openingSums,
  reconcilingItems,
  statementClosing,
} from './returns-standing';
import { documentsTold, toldFacts } from './returns-told';
import { type OnTheWay, onTheWay, onTheWayBefore } from './returns-unpresented';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** Kinds of certificates by the words the authorities' lists use. */
const DOCUMENTS: Readonly<Record<WorkspaceSchema['certificate']['kind'], string>> = {
  'employers-liability-insurance': 'insurance-certificate',
  'agreement-letter': 'agreement-letter',
  other: 'other',
};

const NOTHING_PROMISED: Promises = {
  netPayOwed: NO_MONEY,
  earnedNotRun: { grossPay: NO_MONEY, employerCosts: NO_MONEY },
  hmrcOwed: NO_MONEY,
  pensionOwed: NO_MONEY,
  deductionsOwed: NO_MONEY,
  holidayEarned: NO_MONEY,
  bills: [],
  ownMoney: NO_MONEY,
  overContribution: NO_MONEY,
};

/** What a return is made from, with the lines that are closed once it is sent though they are not listed. */
export type GatheredFacts = { readonly facts: ReturnFacts; readonly counted: readonly string[] };

type Way = { readonly before: readonly OnTheWay[]; readonly now: readonly OnTheWay[] };
type Pooled = { readonly before: Pence; readonly now: Pence };

function pooledOf(scope: ReturnScope): Pooled {
  const { db, householdId, before, to, alone, agreement } = scope;
  const fund = alone ? null : agreement.id;
  return {
    before: pooledBetween(db, householdId, before, fund),
    now: pooledBetween(db, householdId, to, fund),
  };
}

/** What stands between each account and its statement at the end. */
function itemsOf(
  scope: ReturnScope,
  special: Parameters<typeof reconcilingItems>[1],
  way: Way,
  pooled: Pooled,
): UnpresentedItem[] {
  const { to, mainAccount } = scope;
  const items: UnpresentedItem[] = [
    ...reconcilingItems(scope, special),
    ...way.now.map((one): UnpresentedItem => {
      const { accountId, day, name, amount, key } = one;
      return { accountId, date: day, description: name, amount, kind: 'unpresented', lineId: key };
    }),
  ];
  if (pooled.now !== 0)
    items.push({
      accountId: mainAccount,
      date: to,
      description: pooled.now < 0 ? words.pool.owed : words.pool.owedToUs,
      amount: pooled.now,
      kind: 'pooled',
    });
  return items;
}

/** The accounts with what they held before of this return's money, and by their statements at the end. */
function accountsOfReturn(
  scope: ReturnScope,
  opening: FundSums,
  way: Way,
  pooled: Pooled,
  { lines }: LinesOfReturn,
): ReturnAccount[] {
  const { db, from, to, agreement, alone, mainAccount } = scope;
  return scope.accounts.flatMap((account): ReturnAccount[] => {
    const onWay = way.before.filter((one) => one.accountId === account.id);
    const before = addPence(
      opening.ofAccount(account.id, scope.isShown),
      sumPence(onWay.map((one) => one.amount)),
      account.id === mainAccount ? pooled.before : NO_MONEY,
    );
    const isOwn = alone || account.agreement_id === agreement.id || account.agreement_id === null;
    const isUsed = before !== 0 || lines.some((line) => line.accountId === account.id);
    const isOver = account.closed_on !== null && account.closed_on < from;
    if (!isUsed && (!isOwn || isOver)) return [];
    const closing = statementClosing(scope, account, to);
    const spans = statementsAround(db, account.id, { from, to }).map((one) => ({
      id: one.id,
      from: one.from_day,
      to: one.to_day,
      ...(one.opening_pence === null ? {} : { openingBalance: one.opening_pence }),
      ...(one.closing_pence === null ? {} : { closingBalance: one.closing_pence }),
    }));
    return [
      {
        id: account.id,
        name: account.name,
        kind: account.kind,
        opening: before,
        ...(closing === undefined ? {} : { statementClosing: closing }),
        covered: daysCovered(spans),
      },
    ];
  });
}

/** Money of other agreements, the person's own, and what nobody has sorted, that lies in the same accounts. */
function otherMoney(
  scope: ReturnScope,
  accounts: readonly ReturnAccount[],
  items: readonly UnpresentedItem[],
  { lines }: LinesOfReturn,
): UnpresentedItem[] {
  if (scope.alone) return [];
  return accounts.flatMap((account): UnpresentedItem[] => {
    const row = scope.accounts.find((one) => one.id === account.id);
    if (row === undefined) return [];
    const own = lines.filter((line) => line.accountId === account.id).map((line) => line.amount);
    const between = items.filter((item) => item.accountId === account.id).map((item) => item.amount);
    const expected = account.opening + sumPence(own) - sumPence(between);
    const beside = linesStanding(scope, row, scope.to) - expected;
    if (beside === 0) return [];
    const amount = pence(-beside);
    return [
      {
        accountId: account.id,
        date: scope.to,
        description: words.otherMoney,
        amount,
        kind: 'other-money',
      },
    ];
  });
}

/** Each fund with what it held before. Only the agreement's own is always there. */
function fundsOfReturn(
  scope: ReturnScope,
  opening: FundSums,
  way: Way,
  pooled: Pooled,
  { lines }: LinesOfReturn,
): ReturnFund[] {
  const { agreement } = scope;
  const held = new Map(opening.byFund(scope.isShown));
  const onWay = sumPence(way.before.map((one) => one.amount));
  held.set(agreement.id, addPence(held.get(agreement.id) ?? NO_MONEY, onWay, pooled.before));
  for (const { allocations } of lines)
    for (const { fundId } of allocations)
      if (fundId !== undefined && !held.has(fundId)) held.set(fundId, NO_MONEY);
  const used = new Set(lines.flatMap((line) => line.allocations.map((part) => part.fundId)));
  const nameOf = (id: string): string => {
    const { part } = fundOfId(id);
    if (part === 'own') return words.ownFund;
    const name = scope.db.byId('funding_agreement', fundOfId(id).agreementId ?? '')?.funder_name ?? '';
    return part === 'contribution' ? fill(words.contributionTo, { name }) : name;
  };
  return [...held]
    .flatMap(([id, amount]): ReturnFund[] =>
      id === undefined || (id !== agreement.id && amount === 0 && !used.has(id))
        ? []
        : [{ id, name: nameOf(id), opening: amount }],
    )
    .sort((a, b) => (a.id === agreement.id ? -1 : b.id === agreement.id ? 1 : a.id < b.id ? -1 : 1));
}

/** What the balance is promised to at the end. */
function owedOf(way: Way, promises: Promises): ReturnFacts['owed'] {
  const onWay = (kind: OnTheWay['kind']): Pence =>
    sumPence(way.now.filter((one) => one.kind === kind).map((one) => one.amount));
  const { grossPay, employerCosts } = promises.earnedNotRun;
  return {
    // What is on its way has left the balance already.
    netPay: addPence(
      promises.netPayOwed,
      onWay('wage'),
      grossPay,
      employerCosts,
      promises.deductionsOwed,
      onWay('order'),
    ),
    hmrc: addPence(promises.hmrcOwed, onWay('hmrc')),
    pension: addPence(promises.pensionOwed, onWay('pension')),
    holiday: promises.holidayEarned,
    bills: sumPence(promises.bills.map((bill) => bill.amount)),
  };
}

/** The person's own money at the end: it is in the accounts, and never the agreement's. */
function ownMoneyOf(funds: readonly ReturnFund[], { lines }: LinesOfReturn): Pence {
  const fund = funds.find((one) => fundOfId(one.id).part === 'own');
  if (fund === undefined) return NO_MONEY;
  const moved = lines.flatMap((line) => line.allocations).filter((part) => part.fundId === fund.id);
  return addPence(fund.opening, sumPence(moved.map((part) => part.amount)));
}

function jsonOf(json: string | undefined): Readonly<Record<string, string>> {
  return json === undefined ? {} : (JSON.parse(json) as Record<string, string>);
}

/**
 * Gathers what one agreement's return for some days is made from: only lines of these days and the few that count in them, and
 * sums of what was before. What only the whole return shows (hours, and what the balance is promised to) is left
 * out unless it is asked for: it takes longest.
 */
export function returnFacts(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  from: IsoDay,
  to: IsoDay,
  options: { readonly whole: boolean },
): GatheredFacts {
  const scope = scopeOfReturn(context, householdId, agreement, from, to);
  const { db, last } = scope;
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const special = specialLines(scope);
  const way: Way = { before: onTheWayBefore(scope), now: onTheWay(scope, to) };
  const pooled = pooledOf(scope);
  const codes = new Map(categoriesOf(db, householdId).map((one) => [one.id, planCategoryCode(one.name)]));
  const found = linesOfReturn(scope, special, codes, way);
  const opening = openingSums(scope, special);
  const accounts = accountsOfReturn(scope, opening, way, pooled, found);
  const funds = fundsOfReturn(scope, opening, way, pooled, found);
  const items = itemsOf(scope, special, way, pooled).filter((item) =>
    accounts.some((account) => account.id === item.accountId),
  );
  const standsOn = earlierDay(to, todayOf(context));
  const promises =
    (options.whole ? promisesByFund(context, householdId, standsOn).get(agreement.id) : undefined) ??
    NOTHING_PROMISED;
  const { rule, from: ruleFrom } = ruleOfAgreement(db, agreement);
  const acting = representativesOf(db, householdId).find(
    (one) => one.uses_mainstay === 1 && one.role !== 'self',
  );
  const documents: HouseholdDocument[] = certificatesOf(db, householdId).map((one) => ({
    kind: DOCUMENTS[one.kind],
    ...(one.valid_from === null ? {} : { validFrom: one.valid_from }),
    ...(one.valid_to === null ? {} : { validTo: one.valid_to }),
  }));
  const { byWorker: _byWorker, ...hours } = options.whole
    ? periodHours(context, householdId, from, to)
    : { ...NO_PERIOD_HOURS, byWorker: new Map() };
  const draft = draftOf(db, agreement.id, from, to);
  const facts: ReturnFacts = {
    from,
    to,
    madeOn: todayOf(context),
    supportedName: household.supported_name,
    ...(household.birth_date === null ? {} : { dateOfBirth: household.birth_date }),
    ...(acting === undefined ? {} : { actingFor: acting.name }),
    ...(agreement.reference === '' ? {} : { agreementReference: agreement.reference }),
    funding: weeklyFunding(agreement),
    accounts,
    funds,
    lines: found.lines,
    unpresented: [...items, ...otherMoney(scope, accounts, items, found)],
    ...(last === undefined ? {} : { closingOfLastReturn: sealedClosing(db, last.id)?.closing ?? NO_MONEY }),
    hours,
    owed: owedOf(way, promises),
    earmarks: options.whole ? earmarksOfReturn(scope, rule) : [],
    ...(rule === null || ruleFrom !== 'agreement' ? {} : { ownRule: rule }),
    ownMoney: ownMoneyOf(funds, found),
    overContribution: promises.overContribution,
    documents: [
      ...documents,
      ...documentsTold(db, householdId, returnProfileOf(db, agreement), { from, to }),
    ],
    ...(options.whole
      ? { told: toldFacts(context, householdId, agreement, { from, to }, last?.to_day) }
      : {}),
    answers: jsonOf(draft?.answers_json),
    reasons: jsonOf(draft?.reasons_json),
    declared: draft !== undefined && draft.signed_by !== '' && draft.signed_on !== null,
  };
  return { facts, counted: found.counted };
}
