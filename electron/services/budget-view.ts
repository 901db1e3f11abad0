import type { BudgetFund, BudgetPart, BudgetView } from '@shared/api/budget';
import {
  type ReallyYours,
  type ReallyYoursPart,
  type ReallyYoursPartCode,
  workOutReallyYours,
} from '@shared/budget/really-yours';
import { type Explanation, moneyFigure } from '@shared/explain';
import { NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import { countUnexplained } from '../db/queries/money';
import { refuse } from '../refusal';
import { countsOn } from './budget-earmarks';
import { type FundStanding, type Standing, standingOn } from './budget-funds';
import { leavingCosts } from './budget-leaving';
import { ruleOfAgreement } from './budget-rule';
import { type SetAside, setAsideOf } from './budget-surplus';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { addedPromises, type Promises, promisesByFund } from './money-promises';

type PartCode = Exclude<BudgetPart['code'], 'really-yours'>;

/** Which parts of the rules each part that is shown is made of. */
const PARTS: readonly (readonly [PartCode, readonly ReallyYoursPartCode[]])[] = [
  ['wages', ['net-pay-owed', 'earned-not-run', 'deductions-owed', 'pooled-owed']],
  ['hmrc', ['hmrc-owed']],
  ['pension', ['pension-owed']],
  ['holiday', ['holiday-earned']],
  ['bills', ['bills']],
  ['earmarks', ['earmarks']],
  ['leaving', ['leaving']],
];

/** A promised part as a positive amount, with the steps of what it is made of. */
function shownPart(code: PartCode, own: readonly ReallyYoursPart[]): BudgetPart {
  const amount = pence(-sumPence(own.map((part) => part.amount)));
  const only = own.length === 1 ? own[0] : undefined;
  const explanation: Explanation = {
    code: `budget.really-yours.${only?.code ?? code}`,
    values: only?.explanation.values ?? {},
    steps:
      only?.explanation.steps ??
      own.map((part) => ({
        code: `budget.really-yours.${part.code}`,
        values: {},
        result: moneyFigure(pence(-part.amount)),
      })),
    result: moneyFigure(amount),
    sources: [],
  };
  return { code, amount, explanation };
}

/** What was worked out in the parts that are shown; with what is left they are what is there. */
function shownParts(made: ReallyYours): BudgetPart[] {
  const parts = PARTS.flatMap(([code, codes]) => {
    const own = made.parts.filter((part) => codes.includes(part.code));
    return own.length === 0 ? [] : [shownPart(code, own)];
  });
  return [...parts, { code: 'really-yours', amount: made.reallyYours, explanation: made.explanation }];
}

const asNamed = (aside: SetAside, today: Parameters<typeof countsOn>[1]) => ({
  earmarks: aside.rows
    .filter((row) => countsOn(row, today))
    .map((row) => ({ id: row.id, name: row.name, amount: row.amount_pence })),
  leaving: aside.leaving,
});

/** What was worked out once for a household: where its money is, whose, and what it is promised to. */
export type WorkedBudget = {
  readonly standing: Standing;
  readonly all: ReallyYours;
  readonly funds: readonly {
    readonly fund: FundStanding;
    readonly promises: Promises;
    readonly aside: SetAside;
    readonly made: ReallyYours;
  }[];
};

/** Works out what is really there, of each agreement's money and in all. */
export function workOutBudget(context: ServiceContext, householdId: string): WorkedBudget {
  const db = databaseOf(context);
  const today = todayOf(context);
  const standing = standingOn(db, householdId, today);
  const byFund = promisesByFund(context, householdId, today);
  const none = addedPromises([]);
  const funds = standing.funds.map((fund) => {
    const promises = byFund.get(fund.agreement.id) ?? none;
    const aside = setAsideOf(context, householdId, fund.agreement, ruleOfAgreement(db, fund.agreement).rule);
    const made = workOutReallyYours({
      ...promises,
      ...asNamed(aside, today),
      today,
      bankAccounts: [{ id: fund.agreement.id, name: fund.agreement.funder_name, amount: fund.balance }],
      cash: NO_MONEY,
    });
    return { fund, promises, aside, made };
  });
  const { accounts, underWay } = standing;
  const all = workOutReallyYours({
    ...addedPromises([...byFund.values()]),
    earmarks: funds.flatMap((one) => asNamed(one.aside, today).earmarks),
    leaving: funds.flatMap((one) => asNamed(one.aside, today).leaving),
    today,
    bankAccounts: [
      ...accounts
        .filter((one) => one.kind !== 'cash')
        .map(({ id, name, balance }) => ({ id, name, amount: balance })),
      ...underWay.map(({ code, amount }) => ({ id: code, name: code, amount })),
    ],
    cash: sumPence(accounts.filter((one) => one.kind === 'cash').map((one) => one.balance)),
  });
  return { standing, all, funds };
}

function plainFund(kind: 'own' | 'not-sorted', balance: Pence): BudgetFund[] {
  if (balance === 0) return [];
  return [
    {
      kind,
      agreementId: null,
      name: '',
      balance,
      contribution: null,
      promised: NO_MONEY,
      reallyYours: balance,
      parts: [],
      explanation: null,
    },
  ];
}

/** What there is, what it is promised to, and what is really the person's: of each fund and in all. */
export function budgetView(context: ServiceContext, householdId: string): BudgetView {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const today = todayOf(context);
  const { standing, all, funds } = workOutBudget(context, householdId);
  return {
    today,
    accounts: [...standing.accounts],
    underWay: [...standing.underWay],
    held: all.held,
    promised: all.promised,
    reallyYours: all.reallyYours,
    parts: shownParts(all),
    explanation: all.explanation,
    funds: [
      ...funds.map(
        ({ fund, made }): BudgetFund => ({
          kind: 'agreement',
          agreementId: fund.agreement.id,
          name: fund.agreement.funder_name,
          balance: fund.balance,
          contribution: fund.contribution,
          promised: made.promised,
          reallyYours: made.reallyYours,
          parts: shownParts(made),
          explanation: made.explanation,
        }),
      ),
      ...plainFund('own', standing.own),
      ...plainFund('not-sorted', standing.notSorted),
    ],
    leaving: leavingCosts(context, householdId, today),
    redundancy: funds
      .filter(({ fund }) => fund.agreement.ends_on === null || fund.agreement.ends_on >= today)
      .map(({ fund }) => ({
        agreementId: fund.agreement.id,
        pays: ruleOfAgreement(db, fund.agreement).rule?.redundancy ?? 'not-said',
      })),
    unexplained: countUnexplained(db, householdId),
  };
}
