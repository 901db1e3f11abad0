import type { IsoDay } from '@shared/dates';
import { accountsOf } from '../db/queries/household';
import { explanationsOf } from '../db/queries/money';
import { linesThatFit, openingsPosted, postedOfLines } from '../db/queries/money-ledger';
import type { WorkspaceSchema } from '../db/schema';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { fundsOn } from './money-funds';
import { group, lineOfKey } from './money-line-list';

type LineRow = WorkspaceSchema['bank_line'];
type ExplanationRow = WorkspaceSchema['line_explanation'];

/** What does not fit between the lines of a household and its ledger, and where: a line's day and text, or an account's name. */
export type MoneyFault = {
  readonly fault:
    | 'line-not-as-posted'
    | 'line-gone'
    | 'parts-do-not-add-up'
    | 'transfer-end'
    | 'shown-by'
    | 'opening'
    | 'funds';
  readonly day: IsoDay | null;
  readonly name: string;
};

/** What the ledger has to hold for a line, by account. Nothing-sums are left out. */
function expectedOf(row: LineRow, isCash: boolean, parts: readonly ExplanationRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (account: string, amount: number) => sums.set(account, (sums.get(account) ?? 0) + amount);
  add(row.statement_id !== null ? 'bank' : isCash ? 'cash' : 'unpresented', row.amount_pence);
  if (parts.length === 0) add('unexplained', -row.amount_pence);
  for (const part of parts) add(part.ledger_account, -part.amount_pence);
  return new Map([...sums].filter(([, amount]) => amount !== 0));
}

const same = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([account, amount]) => b.get(account) === amount);

/** Compares every line, transfer, payment shown and first balance with the ledger, and the funds with the accounts. */
export function checkMoney(context: ServiceContext, householdId: string): MoneyFault[] {
  const db = databaseOf(context);
  const faults: MoneyFault[] = [];
  const accounts = new Map(accountsOf(db, householdId).map((account) => [account.id, account]));
  const rows = linesThatFit(db, householdId, { from: null, to: null });
  const lines = new Map(rows.map((row) => [row.id, row]));
  const partsOfLine = group(explanationsOf(db, householdId), (part) => part.bank_line_id);
  const posted = new Map<string, Map<string, number>>();
  for (const { line_id, account, amount } of postedOfLines(db, householdId)) {
    if ((amount ?? 0) === 0) continue;
    const sums = posted.get(line_id) ?? new Map<string, number>();
    posted.set(line_id, sums.set(account, amount ?? 0));
  }
  for (const row of rows) {
    const at = { day: row.day, name: row.description };
    const parts = partsOfLine.get(row.id) ?? [];
    const isCash = accounts.get(row.account_id)?.kind === 'cash';
    if (!same(expectedOf(row, isCash, parts), posted.get(row.id) ?? new Map()))
      faults.push({ ...at, fault: 'line-not-as-posted' });
    const sum = parts.reduce((all, part) => all + part.amount_pence, 0);
    if (parts.length > 0 && sum !== row.amount_pence) faults.push({ ...at, fault: 'parts-do-not-add-up' });
    for (const part of parts) {
      const otherId = lineOfKey({ matchKey: part.match_key }, 'transfer');
      if (otherId === undefined) continue;
      const back = (partsOfLine.get(otherId) ?? []).find((one) => one.match_key === `transfer:${row.id}`);
      if (back === undefined || back.amount_pence + part.amount_pence !== 0)
        faults.push({ ...at, fault: 'transfer-end' });
    }
    const shower = row.shown_by === null ? undefined : (partsOfLine.get(row.shown_by) ?? []);
    if (shower !== undefined && !shower.some((part) => part.match_key === `shown:${row.id}`))
      faults.push({ ...at, fault: 'shown-by' });
  }
  for (const lineId of posted.keys())
    if (!lines.has(lineId)) faults.push({ fault: 'line-gone', day: null, name: lineId });
  for (const { account_id, amount } of openingsPosted(db, householdId)) {
    const account = accounts.get(account_id);
    // Taken back, an account's first balance comes to nothing.
    if ((amount ?? 0) !== (account?.opening_pence ?? 0))
      faults.push({ fault: 'opening', day: null, name: account?.name ?? account_id });
  }
  const last = rows[0]?.day ?? todayOf(context);
  const view = fundsOn(context, householdId, last);
  const held = view.funds.reduce((sum, fund) => sum + fund.amount, 0) + view.notSorted;
  const money =
    view.accounts.reduce((sum, account) => sum + account.amount, 0) +
    view.unpresented +
    view.underWay +
    view.timing;
  if (held !== money) faults.push({ fault: 'funds', day: last, name: '' });
  return faults;
}
