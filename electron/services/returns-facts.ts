import words from '@resources/documents/return-words.json';
import { daysCovered } from '@shared/budget/dedupe';
import { isAccountCode } from '@shared/budget/ledger';
import { addDays, earlierDay, type IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import type { EvidenceKind } from '@shared/returns/profile';
import type {
  HouseholdDocument,
  ReturnAccount,
  ReturnAllocation,
  ReturnFacts,
  ReturnLedgerLine,
  UnpresentedItem,
} from '@shared/returns/return-facts';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { isStaffed } from '@shared/rota/shift';
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
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { sealedFigures } from './money-closed';
import { paymentsAsked } from './money-owed';
import { type Promises, promisesOn } from './money-promises';
import { weeklyFunding } from './money-surplus';
import { type OnTheWay, paymentsMade } from './returns-unpresented';
import { loadRota } from './rota-data';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type ExplanationRow = ReturnType<typeof explanationsOf>[number];

/** Kinds of certificates by the words the authorities' lists use. */
const DOCUMENTS: Readonly<Record<WorkspaceSchema['certificate']['kind'], string>> = {
  'employers-liability-insurance': 'insurance-certificate',
  'agreement-letter': 'agreement-letter',
  other: 'other',
};

export type PeriodHours = NonNullable<ReturnFacts['hours']> & {
  readonly byWorker: ReadonlyMap<string, number>;
};

/**
 * Hours of support in a period: planned (every shift but those that stand in for another), worked (confirmed), of those
 * worked by somebody standing in, and lost (nobody came).
 */
export function periodHours(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): PeriodHours {
  const last = earlierDay(to, todayOf(context));
  const byWorker = new Map<string, number>();
  let plannedMinutes = 0;
  let workedMinutes = 0;
  let coveredMinutes = 0;
  let lostMinutes = 0;
  if (last >= from) {
    const { window } = loadRota(databaseOf(context), householdId, from, last);
    const counts = (kind: Parameters<typeof kindOfWorkFacts>[0]): boolean =>
      kindOfWorkFacts(kind).countsInPlanHours;
    for (const shift of window.shifts) {
      if (!counts(shift.kindOfWork)) continue;
      const standsIn = shift.coversShiftKey !== null || shift.coversAbsenceId !== null;
      if (!standsIn) plannedMinutes += shift.plannedMinutes;
      if (!isStaffed(shift) || shift.state !== 'confirmed' || shift.workerId === null) continue;
      workedMinutes += shift.minutes;
      if (standsIn) coveredMinutes += shift.minutes;
      byWorker.set(shift.workerId, (byWorker.get(shift.workerId) ?? 0) + shift.minutes);
    }
    for (const gap of window.gaps) if (counts(gap.shift.kindOfWork)) lostMinutes += gap.minutes;
  }
  return { plannedMinutes, workedMinutes, coveredMinutes, lostMinutes, byWorker };
}

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
    const parts = all.filter(
      (part) => isOfFund(part) && !(part.match_key !== null && keysBefore.has(part.match_key)),
    );
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

type Standing = { readonly accounts: ReturnAccount[]; readonly unpresented: UnpresentedItem[] };

function standingOn(scope: Scope, account: Scope['bankAccounts'][number], day: IsoDay): Pence {
  return account.opened_on > day ? account.opening_pence : accountStanding(scope.db, account, day).balance;
}

/** The accounts as the bank and the record have them, with what was on its way at the end. */
function standingOfReturn(scope: Scope): Standing {
  const { context, db, to, before, onlyFund, wayBefore, wayNow, bankAccounts, mainAccount } = scope;
  const unpresented: UnpresentedItem[] = (onlyFund ? wayNow : []).map((one) => ({
    accountId: mainAccount,
    date: one.day,
    description: wayName(one),
    amount: one.amount,
  }));

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
        account.id === mainAccount ? wayBeforeTotal : NO_MONEY,
      ),
      ...(closing === undefined ? {} : { statementClosing: closing }),
      covered: daysCovered(spans),
    };
  });
  return onlyFund || bankAccounts.length === 0 ? { accounts, unpresented } : besideOthers(scope, accounts);
}

/** Several agreements share the accounts: the return shows one fund, and the others' money as lying beside it. */
function besideOthers(scope: Scope, accounts: readonly ReturnAccount[]): Standing {
  const { to, before, isFirstFund, isOfFund, explanations, bankAccounts, mainAccount } = scope;
  const fundOn = (day: IsoDay): Pence =>
    addPence(
      isFirstFund ? sumPence(bankAccounts.map((account) => account.opening_pence)) : NO_MONEY,
      ...explanations.filter((part) => isOfFund(part) && part.day <= day).map((part) => part.amount_pence),
    );
  const whole = sumPence(bankAccounts.map((account) => standingOn(scope, account, to)));
  const known = accounts.map((account) => account.statementClosing).filter((one) => one !== undefined);
  const beside = takePence(whole, fundOn(to));
  const unpresented: UnpresentedItem[] = [];
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
      opening: fundOn(before),
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
    : { plannedMinutes: 0, workedMinutes: 0, coveredMinutes: 0, lostMinutes: 0, byWorker: new Map() };
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
