import words from '@resources/documents/return-words.json';
import { daysCovered } from '@shared/budget/dedupe';
import { isAccountCode } from '@shared/budget/ledger';
import { addDays, earlierDay, type IsoDay } from '@shared/dates';
import { addPence, formatPounds, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import type { EvidenceKind } from '@shared/returns/profile';
import type {
  HouseholdDocument,
  ReturnAccount,
  ReturnAllocation,
  ReturnFacts,
  ReturnLedgerLine,
  UnpresentedItem,
} from '@shared/returns/return-facts';
import { accountsOf, agreementsOf, certificatesOf, representativesOf } from '../db/queries/household';
import {
  accountStanding,
  explanationsOf,
  linesBetween,
  receiptLinksOf,
  statementsOfAccount,
} from '../db/queries/money';
import { sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { sealedFigures } from './money-closed';
import { paymentsAsked } from './money-owed';
import { type Promises, promisesOn } from './money-promises';
import { weeklyFunding } from './money-surplus';
import { isPoolAccount, pooledBetween, poolReturnLines } from './pools-returns';
import { NO_PERIOD_HOURS, periodHours } from './returns-hours';
import { type OnTheWay, paymentsMade } from './returns-unpresented';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type ExplanationRow = ReturnType<typeof explanationsOf>[number];

/** Kinds of certificates by the words the authorities' lists use. */
const DOCUMENTS: Readonly<Record<WorkspaceSchema['certificate']['kind'], string>> = {
  'employers-liability-insurance': 'insurance-certificate',
  'agreement-letter': 'agreement-letter',
  other: 'other',
};

function allocationOf(part: ExplanationRow): ReturnAllocation {
  if (!isAccountCode(part.ledger_account)) throw new Error(`Not a ledger account: ${part.ledger_account}`);
  return {
    account: part.ledger_account,
    ...(part.agreement_id === null ? {} : { fundId: part.agreement_id }),
    amount: part.amount_pence,
  };
}

/** The balance a statement gives for the end of a day: that of the last line by then. */
function statementClosing(
  context: ServiceContext,
  account: WorkspaceSchema['bank_account'],
  day: IsoDay,
): Pence | undefined {
  const lines = linesBetween(databaseOf(context), account.household_id, null, day);
  const last = lines.find((line) => line.account_id === account.id);
  if (last === undefined) return undefined;
  return last.balance_pence ?? undefined;
}

/** Payments on their way as the return names them. */
function wayName({ payment }: OnTheWay): string {
  return payment.kind === 'hmrc' ? words.hmrc : payment.name;
}

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

const WAY_ACCOUNTS = {
  wage: 'net-pay-owed',
  hmrc: 'hmrc-owed',
  pension: 'pension-owed',
  order: 'deductions-owed',
} as const;

/** One agreement's return: its days, which money is its own, and what was on its way at each end. */
function scopeOf(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  from: IsoDay,
  to: IsoDay,
) {
  const db = databaseOf(context);
  const agreements = agreementsOf(db, householdId);
  const onlyFund = agreements.length === 1;
  const before = addDays(from, -1);
  const made = paymentsMade(context, householdId);
  const bankAccounts = accountsOf(db, householdId).filter((account) => account.opened_on <= to);
  return {
    context,
    db,
    householdId,
    agreement,
    from,
    to,
    before,
    onlyFund,
    isFirstFund: agreements[0]?.id === agreement.id,
    isOfFund: (part: { agreement_id: string | null }): boolean =>
      onlyFund || part.agreement_id === agreement.id,
    explanations: explanationsOf(db, householdId),
    wayBefore: made.onTheWay(before),
    wayNow: made.onTheWay(to),
    bankAccounts,
    mainAccount: bankAccounts[0]?.id ?? 'bank',
  };
}

type Scope = ReturnType<typeof scopeOf>;

/** The lines of the return: those of the bank, and payments that were made and are not on the statement yet. */
function linesOfReturn(scope: Scope): ReturnLedgerLine[] {
  const { context, db, householdId, agreement, from, to } = scope;
  const { onlyFund, isOfFund, explanations, wayNow, mainAccount } = scope;
  const payments = new Map(paymentsAsked(context, householdId).map((one) => [one.key, one]));
  const keysBefore = new Set(scope.wayBefore.map((one) => one.key));
  const withReceipt = new Set(receiptLinksOf(db, householdId).map((link) => link.bank_line_id));
  const lines: ReturnLedgerLine[] = [];
  for (const line of linesBetween(db, householdId, from, to).reverse()) {
    const all = explanations.filter((part) => part.bank_line_id === line.id);
    // Counted in the return before, when they were made and not on the statement yet.
    const counting = all.filter(
      (part) => isOfFund(part) && !(part.match_key !== null && keysBefore.has(part.match_key)),
    );
    // Money between households for a shared PA was counted when the PA was paid.
    const parts = counting.filter((part) => !isPoolAccount(part.ledger_account));
    if (counting.length > 0 && parts.length === 0) lines.push(countedWithPay(scope, line));
    if (all.length > 0 && parts.length === 0) continue;
    if (all.length === 0 && !onlyFund) continue;
    const evidence: EvidenceKind[] = withReceipt.has(line.id) ? ['receipt', 'invoice', 'cash-slip'] : [];
    // Hours are confirmed before they are paid: with the payslip goes the record of the hours.
    const paid = parts.some(
      (part) => part.match_key !== null && payments.get(part.match_key)?.kind === 'wage',
    );
    if (paid) evidence.push('payslip', 'timesheet');
    lines.push({
      id: line.id,
      accountId: onlyFund ? line.account_id : mainAccount,
      date: line.day,
      amount: all.length === 0 ? line.amount_pence : sumPence(parts.map((part) => part.amount_pence)),
      description: line.description,
      allocations: parts.map(allocationOf),
      evidence,
    });
  }
  lines.push(...poolReturnLines(db, householdId, onlyFund ? null : agreement.id, from, to, mainAccount));
  const fresh = onlyFund ? wayNow.filter((one) => !keysBefore.has(one.key)) : [];
  for (const one of fresh) {
    lines.push({
      id: one.key,
      accountId: mainAccount,
      date: one.day,
      amount: one.amount,
      description: wayName(one),
      allocations: [{ account: WAY_ACCOUNTS[one.payment.kind], fundId: agreement.id, amount: one.amount }],
      evidence: one.payment.kind === 'wage' ? ['payslip', 'timesheet'] : [],
    });
  }
  return lines;
}

/** A bank line that is in the return already, as a shared PA's pay: shown, and not counted again. */
function countedWithPay(scope: Scope, line: WorkspaceSchema['bank_line']): ReturnLedgerLine {
  return {
    id: line.id,
    accountId: scope.onlyFund ? line.account_id : scope.mainAccount,
    date: line.day,
    amount: NO_MONEY,
    description: fill(words.pool.counted, {
      description: line.description,
      amount: formatPounds(line.amount_pence),
    }),
    allocations: [],
    evidence: [],
  };
}

type Standing = { readonly accounts: ReturnAccount[]; readonly unpresented: UnpresentedItem[] };

function standingOn(scope: Scope, account: Scope['bankAccounts'][number], day: IsoDay): Pence {
  return account.opened_on > day ? account.opening_pence : accountStanding(scope.db, account, day).balance;
}

/** The accounts as the bank and the record have them, with what was on its way at the end. */
function standingOfReturn(scope: Scope): Standing {
  const { context, db, to, before, onlyFund, wayBefore, wayNow, bankAccounts, mainAccount } = scope;
  const pooledFund = onlyFund ? null : scope.agreement.id;
  const pooledBefore = pooledBetween(db, scope.householdId, before, pooledFund);
  const pooledNow = pooledBetween(db, scope.householdId, to, pooledFund);
  const unpresented: UnpresentedItem[] = (onlyFund ? wayNow : []).map((one) => ({
    accountId: mainAccount,
    date: one.day,
    description: wayName(one),
    amount: one.amount,
  }));
  if (pooledNow !== 0)
    unpresented.push({
      accountId: mainAccount,
      date: to,
      description: pooledNow < 0 ? words.pool.owed : words.pool.owedToUs,
      amount: pooledNow,
    });

  const wayBeforeTotal = onlyFund ? sumPence(wayBefore.map((one) => one.amount)) : NO_MONEY;
  const accounts: ReturnAccount[] = bankAccounts.map((account) => {
    const closing = statementClosing(context, account, to);
    const spans = statementsOfAccount(db, account.id).map((one) => ({
      id: one.id,
      from: one.from_day,
      to: one.to_day,
      ...(one.opening_pence === null ? {} : { openingBalance: one.opening_pence }),
      ...(one.closing_pence === null ? {} : { closingBalance: one.closing_pence }),
    }));
    return {
      id: account.id,
      name: account.name,
      kind: 'bank',
      opening: addPence(
        standingOn(scope, account, before),
        account.id === mainAccount ? addPence(wayBeforeTotal, pooledBefore) : NO_MONEY,
      ),
      ...(closing === undefined ? {} : { statementClosing: closing }),
      covered: daysCovered(spans),
    };
  });
  if (onlyFund || bankAccounts.length === 0) return { accounts, unpresented };
  return besideOthers(scope, accounts, pooledBefore, unpresented);
}

/** Several agreements share the accounts: the return shows one fund, and the others' money as lying beside it. */
function besideOthers(
  scope: Scope,
  accounts: readonly ReturnAccount[],
  pooledBefore: Pence,
  pooled: readonly UnpresentedItem[],
): Standing {
  const { to, before, isFirstFund, isOfFund, explanations, bankAccounts, mainAccount } = scope;
  const fundOn = (day: IsoDay): Pence =>
    addPence(
      isFirstFund ? sumPence(bankAccounts.map((account) => account.opening_pence)) : NO_MONEY,
      ...explanations.filter((part) => isOfFund(part) && part.day <= day).map((part) => part.amount_pence),
    );
  const whole = sumPence(bankAccounts.map((account) => standingOn(scope, account, to)));
  const known = accounts.map((account) => account.statementClosing).filter((one) => one !== undefined);
  const beside = takePence(whole, fundOn(to));
  const unpresented: UnpresentedItem[] = [...pooled];
  if (beside !== 0) {
    unpresented.push({
      accountId: mainAccount,
      date: to,
      description: words.otherMoney,
      amount: pence(-beside),
    });
  }
  const shared: ReturnAccount[] = [
    {
      id: mainAccount,
      name: bankAccounts.map((account) => account.name).join(', '),
      kind: 'bank',
      opening: addPence(fundOn(before), pooledBefore),
      ...(known.length === accounts.length ? { statementClosing: sumPence(known) } : {}),
      covered: accounts[0]?.covered ?? [],
    },
  ];
  return { accounts: shared, unpresented };
}

/** What the balance is promised to at the end. */
function owedOf({ onlyFund, wayNow }: Scope, promises: Promises): ReturnFacts['owed'] {
  const onWay = (kind: OnTheWay['payment']['kind']): Pence =>
    sumPence((onlyFund ? wayNow : []).filter((one) => one.payment.kind === kind).map((one) => one.amount));
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

/**
 * Gathers what one agreement's return for some days is made from. What only the whole return shows
 * (hours, and what the balance is promised to) is left out unless it is asked for: it takes longest.
 */
export function returnFacts(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  from: IsoDay,
  to: IsoDay,
  options: { readonly whole: boolean },
): ReturnFacts {
  const scope = scopeOf(context, householdId, agreement, from, to);
  const { db, before } = scope;
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const lines = linesOfReturn(scope);
  const { accounts, unpresented } = standingOfReturn(scope);
  const promises = options.whole
    ? promisesOn(context, householdId, earlierDay(to, todayOf(context)))
    : NOTHING_PROMISED;
  const last = sentReturnsOf(db, householdId)
    .filter((row) => row.agreement_id === agreement.id && row.to_day === before)
    .at(-1);
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
  return {
    from,
    to,
    madeOn: todayOf(context),
    supportedName: household.supported_name,
    ...(household.birth_date === null ? {} : { dateOfBirth: household.birth_date }),
    ...(acting === undefined ? {} : { actingFor: acting.name }),
    ...(agreement.reference === '' ? {} : { agreementReference: agreement.reference }),
    funding: weeklyFunding(agreement),
    accounts,
    funds: [
      {
        id: agreement.id,
        name: agreement.funder_name,
        opening: sumPence(accounts.map((account) => account.opening)),
      },
    ],
    lines,
    unpresented,
    ...(last === undefined ? {} : { closingOfLastReturn: sealedFigures(last).view.closing }),
    hours,
    owed: owedOf(scope, promises),
    earmarks: [],
    ownMoney: promises.ownMoney,
    overContribution: promises.overContribution,
    documents,
    answers: {},
    declared: false,
  };
}
