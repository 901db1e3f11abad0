import words from '@resources/documents/ledger.json';
import type { MoneyOverview } from '@shared/api/money';
import { isAccountCode } from '@shared/budget/ledger';
import type { IsoDay } from '@shared/dates';
import { takePence } from '@shared/money';
import { accountsOf, agreementsOf, categoriesOf, households } from '../db/queries/household';
import { linesBetween, postingsBetween } from '../db/queries/money';
import { workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { type CsvCell, csvForPeople, csvMoney, csvNumber } from '../files/documents/csv';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { budgetMonths, surplusInSight } from './budget-forecast';
import { ruleOnMoney } from './budget-surplus';
import { budgetView } from './budget-view';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { householdName } from './pools-record';
import type { MadeFile } from './program-files';
import { workerName } from './worker-name';

/** The agreement whose rule is looked at first: one with a rule that runs, else the first. */
function mainAgreement(db: WorkspaceDatabase, householdId: string, today: IsoDay) {
  const agreements = agreementsOf(db, householdId);
  return (
    agreements.find(
      (one) =>
        (one.surplus_weeks !== null || one.surplus_rule_json !== null) &&
        (one.ends_on === null || one.ends_on >= today),
    ) ?? agreements[0]
  );
}

/** What is in the bank, what it is promised to, what is really the person's, and the months ahead of the first agreement. */
export function moneyOverview(context: ServiceContext, householdId: string): MoneyOverview {
  const db = databaseOf(context);
  const today = todayOf(context);
  const view = budgetView(context, householdId);
  const agreement = mainAgreement(db, householdId, today);
  const held = agreement === undefined ? undefined : ruleOnMoney(context, householdId, agreement);
  const surplus = held === undefined || held.rule === null ? null : surplusInSight(held, today);
  return {
    bank: view.held,
    bankAsOf:
      view.accounts
        .map((account) => account.asOf)
        .filter((day) => day !== null)
        .sort()[0] ?? null,
    promised: view.promised,
    reallyYours: view.reallyYours,
    parts: view.parts,
    forecast:
      held === undefined
        ? []
        : budgetMonths(held).map((month) => ({
            month: month.from.slice(0, 7),
            balance: month.closing,
            reallyYours: takePence(month.closing, month.setAside),
            limit: month.limit,
            over: month.over,
          })),
    surplus:
      surplus === null || surplus.explanation === null
        ? null
        : { ...surplus, explanation: surplus.explanation },
    unexplained: view.unexplained,
    accounts: view.accounts,
  };
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
