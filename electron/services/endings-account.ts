import type { Ending, EndingView, FinalLineShown } from '@shared/api/endings';
import { daysOfSchedule } from '@shared/budget/forecast';
import { addDays, daysBetween, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence } from '@shared/money';
import { leavingEstimate } from '@shared/payroll/redundancy';
import { type FinalLine, finalAccount, type TruedUp, trueUp } from '@shared/returns/final-account';
import type { ReturnFacts } from '@shared/returns/return-facts';
import { windowCost } from '@shared/rota/week-cost';
import { incomeOf } from '../db/queries/endings';
import { accountsOf, agreementsOf, billsOf, employerOf } from '../db/queries/household';
import { sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { type Promises, paymentSchedule, promisesByFund } from './money-promises';
import { inForce, loadPayRecord, type PayRecord, type WorkerRow } from './pay-record';
import { makeReturn } from './returns-make';
import { workerName } from './worker-name';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type Shown = FinalLine & { readonly values: FinalLineShown['values'] };

/** Days whose wages make a week's pay: twelve weeks. */
const AVERAGE_DAYS = 84;

/** The days of the last return: from the day after the last that was sent, to the end or as far as the record goes. */
export function finalReturnOf(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  ending: Ending,
): EndingView['finalReturn'] {
  const sent = sentReturnsOf(databaseOf(context), householdId).filter(
    (row) => row.agreement_id === agreement.id,
  );
  const final = sent.findLast((row) => row.kind === 'final' && row.to_day >= ending.endedOn);
  const last = sent.filter((row) => row !== final).at(-1);
  const from = last === undefined ? agreement.return_starts_on : addDays(last.to_day, 1);
  const yesterday = addDays(todayOf(context), -1);
  return {
    from: final?.from_day ?? from,
    // Wages and HMRC are paid after the last day: the final return has to show them.
    to: final?.to_day ?? laterDay(laterDay(ending.endedOn, yesterday), from),
    lastSentTo: last?.to_day ?? null,
    sentOn: final?.sent_on ?? null,
  };
}

/** Agreements that pay for PAs after this one's end. */
export function goesOnWithout(context: ServiceContext, householdId: string, ending: Ending): boolean {
  return agreementsOf(databaseOf(context), householdId).some(
    (one) => one.id !== ending.agreementId && (one.ends_on === null || one.ends_on > ending.endedOn),
  );
}

/** A PA's usual week in pence: wages of the twelve weeks up to a day, by the rota, a half penny up; of fewer where they began later. */
function usualWeek(record: PayRecord, worker: WorkerRow, day: IsoDay): Pence {
  const from = laterDay(addDays(day, 1 - AVERAGE_DAYS), worker.started_on);
  const days = daysBetween(from, day) + 1;
  if (days <= 0) return NO_MONEY;
  const shifts = record.shifts(from, day).filter((shift) => shift.workerId === worker.id);
  const cost = windowCost({ shifts, from, to: day, rates: record.rateBook, onCost: () => NO_MONEY });
  return pence(Math.floor((cost.wages * 14 + days) / (days * 2)));
}

/** Notice and redundancy of everybody who is still employed at the end. */
function leavingLines(
  record: PayRecord,
  ending: Ending,
  asOf: IsoDay,
  northernIreland: boolean,
  employerDied: boolean,
): { readonly lines: Shown[]; readonly notes: EndingView['notes'] } {
  const lines: Shown[] = [];
  const notes: EndingView['notes'] = [];
  const staying = record.workers.filter(
    (worker) =>
      worker.started_on <= ending.endedOn && (worker.left_on === null || worker.left_on >= ending.endedOn),
  );
  for (const worker of staying) {
    const name = workerName(worker);
    const week = usualWeek(record, worker, earlierDay(asOf, ending.endedOn));
    // Until somebody says that notice was given, it is as if it were given today.
    const givenOn = ending.toldOn ?? asOf;
    const contract = inForce(record.contracts, worker.id, ending.endedOn, (one) => one.starts_on);
    const estimate = leavingEstimate({
      birthDate: worker.birth_date,
      startedOn: worker.started_on,
      on: worker.left_on ?? laterDay(ending.endedOn, givenOn),
      weeksPay: week,
      noticeOnCost: NO_MONEY,
      contractNoticeWeeks: contract?.notice_weeks ?? 0,
      northernIreland,
    });
    // What is left of the notice after the last day is paid, not worked.
    const noticeEnds = addDays(givenOn, estimate.noticeWeeks * 7);
    const days = worker.left_on === null ? Math.max(0, daysBetween(ending.endedOn, noticeEnds)) : 0;
    if (employerDied) notes.push({ code: 'ending.no-notice-after-death', values: { name } });
    else if (days > 0)
      lines.push({
        code: 'notice',
        name,
        amount: pence(Math.floor((week * days * 2 + 7) / 14)),
        estimate: true,
        values: { weeks: estimate.noticeWeeks, days, weekPence: week },
      });
    if (estimate.unknown !== null)
      notes.push({ code: `ending.redundancy.${estimate.unknown}`, values: { name } });
    if (estimate.redundancy > 0)
      lines.push({
        code: 'redundancy',
        name,
        amount: estimate.redundancy,
        estimate: true,
        values: {
          years: estimate.years,
          halfWeeks: estimate.redundancyHalfWeeks,
          weekPence: estimate.weeksPayCounted,
        },
      });
  }
  return { lines, notes };
}

/** Expenses, mileage and other lines that wait for the next pay. */
function waitingLines(record: PayRecord): Shown[] {
  const workers = new Map(record.workers.map((worker) => [worker.id, workerName(worker)]));
  return record.drafts.map((draft) => ({
    code: 'expenses',
    name: workers.get(draft.worker_id) ?? '',
    amount: draft.amount_pence,
    estimate: false,
    values: {},
  }));
}

/**
 * Wages, HMRC and the like that everything promised comes to at a day. What was paid and is not on a statement yet has left the balance
 * of the return already (`onTheWay`, below nothing), so it is not owed once more.
 */
function promisedLines(
  promises: Promises,
  onTheWay: ReturnFacts['owed'],
  feeNames: ReadonlySet<string>,
): Shown[] {
  const line = (code: FinalLine['code'], amount: Pence | undefined, estimate = false, name = ''): Shown => ({
    code,
    name,
    amount: amount ?? NO_MONEY,
    estimate,
    values: {},
  });
  const { grossPay, employerCosts } = promises.earnedNotRun;
  return [
    line('wages', addPence(promises.netPayOwed, onTheWay.netPay)),
    line('earned', pence(grossPay + employerCosts), true),
    line('holiday', promises.holidayEarned, true),
    line('hmrc', addPence(promises.hmrcOwed, onTheWay.hmrc)),
    line('pension', addPence(promises.pensionOwed, onTheWay.pension)),
    line('orders', promises.deductionsOwed),
    line('pooled', promises.pooledOwed),
    ...promises.bills.map((bill) =>
      line(feeNames.has(bill.name) ? 'payroll-fees' : 'bills', bill.amount, false, bill.name),
    ),
  ];
}

function shownTrueUp(each: Pence, made: TruedUp) {
  return { each, ...made };
}

/** What the authority and the person should have paid by the end, against what came in while the account is known. */
function truedUp(context: ServiceContext, householdId: string, agreement: AgreementRow, endedOn: IsoDay) {
  const db = databaseOf(context);
  const opened = accountsOf(db, householdId)
    .map((account) => account.opened_on)
    .sort()[0];
  const since = opened === undefined ? agreement.starts_on : laterDay(agreement.starts_on, opened);
  const income = incomeOf(db, householdId, agreement.id, since, laterDay(endedOn, todayOf(context)));
  const came = (account: string): Pence => pence(income.find((one) => one.account === account)?.total ?? 0);
  const open = { ...agreement, ends_on: null };
  // The payment after the end is among the days: the last period ends with it.
  const days = daysOfSchedule(paymentSchedule(open), since, addDays(endedOn, 62));
  const of = (each: Pence, account: string) =>
    shownTrueUp(each, trueUp({ days, endedOn, each, received: came(account) }));
  return {
    funding: of(agreement.amount_pence, 'direct-payment-income'),
    contribution:
      agreement.contribution_pence === 0
        ? null
        : of(agreement.contribution_pence, 'client-contribution-income'),
  };
}

export type AccountView = Pick<
  EndingView,
  | 'asOf'
  | 'has'
  | 'owes'
  | 'totalHas'
  | 'totalOwes'
  | 'surplus'
  | 'shortfall'
  | 'funding'
  | 'contribution'
  | 'notes'
  | 'finalReturn'
>;

/**
 * The final account of an agreement, both ways: what there is and still to come in, against all that is owed out of it. It takes what
 * is in the account from the final return, which is made the same way as any other.
 */
export function endingAccount(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  ending: Ending,
): AccountView {
  const db = databaseOf(context);
  const today = todayOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const asOf = today;
  const finalReturn = finalReturnOf(context, householdId, agreement, ending);
  const { view, facts } = makeReturn(
    context,
    householdId,
    { agreementId: agreement.id, from: earlierDay(finalReturn.from, asOf), to: asOf },
    { whole: false },
  );
  const promises = promisesByFund(context, householdId, asOf).get(agreement.id);
  const record = loadPayRecord(db, householdId, today);
  const others = goesOnWithout(context, householdId, ending);
  const legalName = employerOf(db, householdId)?.legal_name ?? '';
  const employerDied =
    ending.kind === 'death' && (legalName === '' || legalName === household.supported_name);
  const leaving = others
    ? { lines: [], notes: [{ code: 'ending.others-go-on', values: {} }] }
    : leavingLines(record, ending, asOf, household.nation === 'northern-ireland', employerDied);
  const feeNames = new Set(
    billsOf(db, householdId)
      .filter((bill) => bill.ledger_account === 'payroll-service')
      .map((bill) => bill.name),
  );
  const { funding, contribution } = truedUp(context, householdId, agreement, ending.endedOn);
  const line = (code: FinalLine['code'], amount: Pence, estimate = false): Shown => ({
    code,
    name: '',
    amount,
    estimate,
    values: {},
  });
  const short = contribution === null ? NO_MONEY : contribution.difference;
  const over = pence((short < 0 ? -short : 0) + (promises?.overContribution ?? 0));
  const made = finalAccount({
    has: [
      line('in-accounts', view.closing),
      ...(funding.difference > 0 ? [line('funding-to-come', funding.difference, true)] : []),
      ...(short > 0 ? [line('contribution-short', short, true)] : []),
    ],
    owes: [
      ...(promises === undefined ? [] : promisedLines(promises, facts.owed, feeNames)),
      ...waitingLines(record),
      ...leaving.lines,
      line('contribution-over', over, true),
      // It lies in the same accounts, and is the person's.
      line('own-money', facts.ownMoney),
    ],
  });
  const notes: EndingView['notes'] = [...leaving.notes];
  if (asOf < ending.endedOn) notes.push({ code: 'ending.not-yet', values: { day: ending.endedOn } });
  if (view.unexplained > 0) notes.push({ code: 'ending.unexplained', values: { count: view.unexplained } });
  if (view.difference !== null && view.difference !== 0)
    notes.push({ code: 'ending.difference', values: { pence: view.difference } });
  if (funding.difference < 0)
    notes.push({ code: 'ending.paid-past-end', values: { pence: -funding.difference } });
  const shown = (one: FinalLine): FinalLineShown => {
    const values = 'values' in one ? (one as Shown).values : {};
    return { code: one.code, name: one.name, amount: one.amount, estimate: one.estimate, values };
  };
  return {
    asOf,
    has: made.has.map(shown),
    owes: made.owes.map(shown),
    totalHas: made.totalHas,
    totalOwes: made.totalOwes,
    surplus: made.surplus,
    shortfall: made.shortfall,
    funding,
    contribution,
    notes,
    finalReturn,
  };
}
