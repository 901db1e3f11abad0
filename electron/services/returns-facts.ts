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

const WAY_ACCOUNTS = { wage: 'net-pay-owed', hmrc: 'hmrc-owed', pension: 'pension-owed' } as const;

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
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const agreements = agreementsOf(db, householdId);
  const onlyFund = agreements.length === 1;
  const isOfFund = (part: { agreement_id: string | null }): boolean =>
    onlyFund || part.agreement_id === agreement.id;
  const explanations = explanationsOf(db, householdId);
  const payments = new Map(paymentsAsked(context, householdId).map((one) => [one.key, one]));
  const made = paymentsMade(context, householdId);
  const before = addDays(from, -1);
  const wayBefore = made.onTheWay(before);
  const wayNow = made.onTheWay(to);
  const keysBefore = new Set(wayBefore.map((one) => one.key));
  const bankAccounts = accountsOf(db, householdId).filter((account) => account.opened_on <= to);
  const mainAccount = bankAccounts[0]?.id ?? 'bank';
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
  const unpresented: UnpresentedItem[] = (onlyFund ? wayNow : []).map((one) => ({
    accountId: mainAccount,
    date: one.day,
    description: wayName(one),
    amount: one.amount,
  }));

  const wayBeforeTotal = onlyFund ? sumPence(wayBefore.map((one) => one.amount)) : NO_MONEY;
  const standing = (account: (typeof bankAccounts)[number], day: IsoDay): Pence =>
    account.opened_on > day ? account.opening_pence : accountStanding(db, account, day).balance;
  let accounts: ReturnAccount[] = bankAccounts.map((account) => {
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
      opening: addPence(standing(account, before), account.id === mainAccount ? wayBeforeTotal : NO_MONEY),
      ...(closing === undefined ? {} : { statementClosing: closing }),
      covered: daysCovered(spans),
    };
  });
  if (!onlyFund && bankAccounts.length > 0) {
    // Several agreements share the accounts: the return shows one fund, and the others' money as lying beside it.
    const first = agreements[0]?.id === agreement.id;
    const fundOn = (day: IsoDay): Pence =>
      addPence(
        first ? sumPence(bankAccounts.map((account) => account.opening_pence)) : NO_MONEY,
        ...explanations.filter((part) => isOfFund(part) && part.day <= day).map((part) => part.amount_pence),
      );
    const whole = sumPence(bankAccounts.map((account) => standing(account, to)));
    const known = accounts.map((account) => account.statementClosing).filter((one) => one !== undefined);
    const beside = takePence(whole, fundOn(to));
    if (beside !== 0) {
      unpresented.push({
        accountId: mainAccount,
        date: to,
        description: words.otherMoney,
        amount: pence(-beside),
      });
    }
    accounts = [
      {
        id: mainAccount,
        name: bankAccounts.map((account) => account.name).join(', '),
        kind: 'bank',
        opening: fundOn(before),
        ...(known.length === accounts.length ? { statementClosing: sumPence(known) } : {}),
        covered: accounts[0]?.covered ?? [],
      },
    ];
  }

  const promises = options.whole
    ? promisesOn(context, householdId, earlierDay(to, todayOf(context)))
    : NOTHING_PROMISED;
  const onWay = (kind: OnTheWay['payment']['kind']): Pence =>
    sumPence((onlyFund ? wayNow : []).filter((one) => one.payment.kind === kind).map((one) => one.amount));
  const { grossPay, employerCosts } = promises.earnedNotRun;
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
    owed: {
      // What is on its way has left the balance already.
      netPay: addPence(promises.netPayOwed, onWay('wage'), grossPay, employerCosts, promises.deductionsOwed),
      hmrc: addPence(promises.hmrcOwed, onWay('hmrc')),
      pension: addPence(promises.pensionOwed, onWay('pension')),
      holiday: promises.holidayEarned,
      bills: sumPence(promises.bills.map((bill) => bill.amount)),
    },
    earmarks: [],
    ownMoney: promises.ownMoney,
    overContribution: promises.overContribution,
    documents,
    answers: {},
    declared: false,
  };
}
