import words from '@resources/documents/ledger.json';
import type { MoneyOverview, MoneyPart } from '@shared/api/money';
import type { ForecastPlan, PlannedAmount } from '@shared/budget/forecast';
import { isAccountCode } from '@shared/budget/ledger';
import {
  type ReallyYoursPart,
  type ReallyYoursPartCode,
  workOutReallyYours,
} from '@shared/budget/really-yours';
import { addDays, type IsoDay } from '@shared/dates';
import { type Explanation, moneyFigure } from '@shared/explain';
import { addPence, NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import { accountsOf, agreementsOf, billsOf, categoriesOf, households } from '../db/queries/household';
import {
  accountStanding,
  countUnexplained,
  explanationsOf,
  linesBetween,
  postingsBetween,
  statementsOf,
} from '../db/queries/money';
import { workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { type CsvCell, csvForPeople, csvMoney, csvNumber } from '../files/documents/csv';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { billSchedule } from './money-bills';
import { costByWeek, type Promises, paymentSchedule, promisesOn } from './money-promises';
import { forecastView } from './money-surplus';
import { pooledDifference, pooledParts, wholeWeeks } from './pools-forecast';
import { householdName } from './pools-record';
import type { MadeFile } from './program-files';
import { loadRota } from './rota-data';
import { workerName } from './worker-name';

/** Which parts of the rules each part that is shown is made of. */
const PARTS: readonly (readonly [
  Exclude<MoneyPart['code'], 'really-yours'>,
  readonly ReallyYoursPartCode[],
])[] = [
  ['wages', ['net-pay-owed', 'earned-not-run', 'deductions-owed', 'pooled-owed']],
  ['hmrc', ['hmrc-owed']],
  ['pension', ['pension-owed']],
  ['holiday', ['holiday-earned']],
  ['bills', ['bills']],
  ['earmarks', ['earmarks']],
];

/** A promised part as a positive amount, with the steps of what it is made of. */
function shownPart(
  code: Exclude<MoneyPart['code'], 'really-yours'>,
  own: readonly ReallyYoursPart[],
): MoneyPart {
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

/** What the weeks to come cost, by the rota of the next four. */
function weeklyWages(db: WorkspaceDatabase, householdId: string, today: IsoDay): Pence {
  const [from, to] = [addDays(today, 1), addDays(today, 28)];
  const { window } = loadRota(db, householdId, from, to);
  const { grossPay, employerCosts } = costByWeek(db, householdId, window.shifts, true);
  // Of shared PAs only this household's own part.
  const parts = pooledParts(db, householdId, {
    ...wholeWeeks(from, to),
    shiftsOf: (employerId) => loadRota(db, employerId, from, to).window.shifts,
    withHoliday: true,
  });
  const shared = pooledDifference(householdId, parts);
  return pence(Math.floor((grossPay + employerCosts + shared + 2) / 4));
}

function forecastPlan(
  db: WorkspaceDatabase,
  householdId: string,
  today: IsoDay,
  balance: Pence,
  promises: Promises,
): ForecastPlan {
  const owed = addPence(
    promises.netPayOwed,
    promises.earnedNotRun.grossPay,
    promises.earnedNotRun.employerCosts,
    promises.hmrcOwed,
    promises.pensionOwed,
    promises.deductionsOwed,
    promises.pooledOwed ?? NO_MONEY,
  );
  const bills = billsOf(db, householdId).map(
    (bill): PlannedAmount => ({
      id: bill.id,
      name: bill.name,
      amount: bill.amount_pence,
      schedule: billSchedule(bill),
    }),
  );
  return {
    today,
    balance,
    income: agreementsOf(db, householdId).map((one) => ({
      id: one.id,
      name: one.funder_name,
      amount: addPence(one.amount_pence, one.contribution_pence),
      schedule: paymentSchedule(one),
    })),
    weeklyWages: [{ from: today, amount: weeklyWages(db, householdId, today) }],
    payWeekday: 4,
    // What is owed already goes out within the week.
    bills: [
      { id: 'owed', name: '', amount: owed, schedule: { every: 'once', firstOn: addDays(today, 7) } },
      ...bills,
    ],
  };
}

/** What is in the bank, what it is promised to, what is really the person's, and the twelve months ahead. */
export function moneyOverview(context: ServiceContext, householdId: string): MoneyOverview {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const today = todayOf(context);
  const statements = statementsOf(db, householdId);
  const accounts = accountsOf(db, householdId).map((account) => ({
    id: account.id,
    name: account.name,
    ...accountStanding(db, account, today),
    lastStatementTo: statements.find((one) => one.account_id === account.id)?.to_day ?? null,
  }));
  const bank = sumPence(accounts.map((account) => account.balance));
  const promises = promisesOn(context, householdId, today);
  const made = workOutReallyYours({
    ...promises,
    today,
    bankAccounts: accounts.map(({ id, name, balance }) => ({ id, name, amount: balance })),
    cash: NO_MONEY,
    earmarks: [],
  });
  const parts = PARTS.flatMap(([code, codes]) => {
    const own = made.parts.filter((part) => codes.includes(part.code));
    return own.length === 0 ? [] : [shownPart(code, own)];
  });
  const agreements = agreementsOf(db, householdId);
  const agreement =
    agreements.find((one) => one.surplus_weeks !== null && (one.ends_on === null || one.ends_on >= today)) ??
    agreements[0];
  // Pay, HMRC and pension owed leave the balance in the forecast; holiday stays promised.
  const { forecast, surplus } = forecastView(
    db,
    forecastPlan(db, householdId, today, fundBalance(db, householdId, agreement?.id, bank), promises),
    agreement,
    {
      liabilities: promises.holidayEarned,
      earmarks: NO_MONEY,
      ownMoney: promises.ownMoney,
      overContribution: promises.overContribution,
    },
  );
  return {
    bank,
    bankAsOf:
      accounts
        .map((account) => account.asOf)
        .filter((day) => day !== null)
        .sort()[0] ?? null,
    promised: made.promised,
    reallyYours: made.reallyYours,
    parts: [...parts, { code: 'really-yours', amount: made.reallyYours, explanation: made.explanation }],
    forecast,
    surplus,
    unexplained: countUnexplained(db, householdId),
    accounts,
  };
}

/** What of the bank is one agreement's: all of it where there is one agreement only. */
function fundBalance(
  db: WorkspaceDatabase,
  householdId: string,
  agreementId: string | undefined,
  bank: Pence,
): Pence {
  if (agreementId === undefined || agreementsOf(db, householdId).length === 1) return bank;
  const others = explanationsOf(db, householdId).filter(
    (part) => part.agreement_id !== null && part.agreement_id !== agreementId,
  );
  return pence(bank - sumPence(others.map((part) => part.amount_pence)));
}

/** Every posting of the ledger from one day to another as a CSV file for people, with the hash of each entry. */
export function ledgerCsv(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  if (to < from) refuse('day.end-before-start', {}, 'to');
  const names = new Map<string, string>([
    ...accountsOf(db, householdId).map((one) => [one.id, one.name] as const),
    ...workersOf(db, householdId).map((one) => [one.id, workerName(one)] as const),
    ...agreementsOf(db, householdId).map((one) => [one.id, one.funder_name] as const),
    ...households(db).map((one) => [one.id, householdName(db, one.id)] as const),
    ...categoriesOf(db, householdId).map((one) => [one.id, one.name] as const),
    ...linesBetween(db, householdId, null, to).map((one) => [one.id, one.description] as const),
  ]);
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const rows = postingsBetween(db, householdId, from, to).map((row): CsvCell[] => [
    csvNumber(row.sequence),
    row.day,
    kinds[row.kind] ?? row.kind,
    isAccountCode(row.account) ? words.accounts[row.account] : row.account,
    // A part without an explanation names its own line, which the text column says already.
    row.account === 'unexplained' ? null : nameOf(row.ref),
    nameOf(row.agreement_id),
    nameOf(row.category_id),
    nameOf(row.source_id),
    csvMoney(row.amount_pence),
    row.hash,
  ]);
  return {
    name: safeFileName(fill(words.fileName, { name: household.name, from, to })),
    mediaType: 'text/csv',
    bytes: csvForPeople(words.heading, rows),
  };
}
