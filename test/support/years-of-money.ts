import { createCanvas } from '@napi-rs/canvas';
import { addDays, addMonths, addYears, daysBetween, type IsoDay, isoDay, mondayOf } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { accountsOf, agreementsOf } from '../../electron/db/queries/household';
import type { WorkspaceSchema } from '../../electron/db/schema';
import type { ActionWriter } from '../../electron/db/workspace-database';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { linePoster, postExplanation, postOpening } from '../../electron/services/money-entries';
import { makeReturn } from '../../electron/services/returns-make';
import { keepFile } from '../../electron/services/stored-files';
import { clientOf } from './client-of';
import { addTestHousehold, addTestPattern, addTestWorker, testWorkspace } from './workspace';

/** The day the records of these years are looked at. */
export const MONEY_TODAY = isoDay('2026-11-21');
const LINES_A_YEAR = 3_000;
const RECEIPT_EVERY = 10;
const NOT_EXPLAINED = 20;
const OPENING = pence(500_000);

const KINDS = [
  { account: 'direct-payment-income', text: 'ANYSHIRE COUNCIL DP' },
  { account: 'equipment', text: 'MOBILITY SHOP' },
  { account: 'training', text: 'FIRST AID COURSES' },
  { account: 'insurance', text: 'CARE INSURANCE' },
  { account: 'other-spending', text: 'TAXIS OF TOWN' },
  { account: 'agency', text: 'CARE AGENCY' },
] as const;

export type MoneyYears = {
  readonly context: ServiceContext;
  /** Where its file is. */
  readonly folder: string;
  readonly client: ReturnType<typeof clientOf>;
  readonly householdId: string;
  readonly agreementId: string;
  readonly accountId: string;
  /** Days of the last quarter that is over: not sent yet. */
  readonly quarter: { readonly from: IsoDay; readonly to: IsoDay };
  /** Any change makes the program forget what it remembered. */
  forget(): Promise<void>;
};

/** The smallest pictures there are, each with bytes of its own. */
function smallPicture(at: number): Uint8Array {
  const canvas = createCanvas(16, 24);
  const draw = canvas.getContext('2d');
  draw.fillStyle = `rgb(${at % 256}, ${(at >> 8) % 256}, 90)`;
  draw.fillRect(0, 0, 16, 24);
  return new Uint8Array(Buffer.concat([canvas.toBuffer('image/jpeg', 60), Buffer.from(`#${at}`)]));
}

function addReceipt(
  context: ServiceContext,
  write: ActionWriter,
  householdId: string,
  at: number,
  day: IsoDay,
  total: Pence,
): void {
  const db = databaseOf(context);
  const hash = keepFile(db, write, smallPicture(at), 'image/jpeg');
  write.insert('receipt', {
    id: `receipt-${at}`,
    household_id: householdId,
    file_hash: hash,
    file_name: `receipt-${at}.jpg`,
    day,
    total_pence: total,
    supplier: KINDS[1 + (at % 5)]?.text ?? '',
    added_on: day,
    kind: 'receipt',
    pages: null,
    picture_hash: hash,
    turn: 0,
    told: '',
  });
}

function addLines(
  context: ServiceContext,
  ids: { householdId: string; agreementId: string },
  account: WorkspaceSchema['bank_account'],
  first: IsoDay,
  count: number,
): void {
  const db = databaseOf(context);
  const { householdId, agreementId } = ids;
  const days = daysBetween(first, MONEY_TODAY);
  db.act({ name: 'money.statement-imported', householdId, undoable: false }, (write) => {
    const hash = keepFile(db, write, Buffer.from('years of money'), 'text/csv');
    // A statement a month, brought in two days after it.
    for (let from = first; from <= MONEY_TODAY; from = addMonths(from, 1)) {
      const to = addDays(addMonths(from, 1), -1);
      write.insert('statement', {
        id: `statement-${from.slice(0, 7)}`,
        household_id: householdId,
        account_id: account.id,
        file_hash: hash,
        file_name: `${from.slice(0, 7)}.csv`,
        layout: 'lloyds',
        from_day: from,
        to_day: to,
        opening_pence: null,
        closing_pence: null,
        imported_at: `${addDays(to, 2)}T12:00:00Z`,
        closing_from: 'file',
      });
    }
    postOpening(context, db, write, account);
    let balance: number = OPENING;
    for (let at = 0; at < count; at += 1) {
      const day = addDays(first, Math.floor((at * days) / count));
      const kind = KINDS[at % KINDS.length] ?? KINDS[0];
      const amount = pence(at % 6 === 0 ? 30_000 : -4_000 - (at % 977));
      balance += amount;
      const row = {
        id: `line-${at}`,
        household_id: householdId,
        account_id: account.id,
        statement_id: `statement-${day.slice(0, 7)}`,
        position: at,
        day,
        amount_pence: amount,
        description: `${kind.text} ${at}`,
        balance_pence: pence(balance),
        bank_id: null,
        occurrence: 1,
        shown_by: null,
        note: '',
      };
      write.insert('bank_line', row);
      linePoster(context, db, write, householdId)(row);
      if (at % RECEIPT_EVERY === 1) {
        addReceipt(context, write, householdId, at, day, pence(-amount));
        write.insert('receipt_link', {
          id: `link-${at}`,
          household_id: householdId,
          receipt_id: `receipt-${at}`,
          bank_line_id: row.id,
        });
      }
      if (at >= count - NOT_EXPLAINED) continue;
      const part = {
        id: `part-${at}`,
        household_id: householdId,
        bank_line_id: row.id,
        position: 1,
        amount_pence: amount,
        ledger_account: kind.account,
        category_id: null,
        agreement_id: agreementId,
        worker_id: null,
        match_kind: 'by-hand',
        match_key: null,
        note: '',
        fund_part: 'agreement' as const,
        counts_on: null,
        payee: kind.text.toLowerCase(),
      };
      write.insert('line_explanation', part);
      postExplanation(context, db, write, row, [part]);
    }
  });
}

/** Seals each quarter from the first on, but the last that is over, as the program does, without making its pack. */
function sealQuarters(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  first: IsoDay,
): MoneyYears['quarter'] {
  const db = databaseOf(context);
  for (let at = 0; ; at += 1) {
    const from = addMonths(first, at * 3);
    const to = addDays(addMonths(first, at * 3 + 3), -1);
    if (addDays(addMonths(first, at * 3 + 6), -1) >= MONEY_TODAY) return { from, to };
    const { view } = makeReturn(context, householdId, { agreementId, from, to });
    const id = `return-${at}`;
    db.act({ name: 'returns.sent', householdId, undoable: false }, (write) => {
      write.append('monitoring_return', {
        id,
        household_id: householdId,
        agreement_id: agreementId,
        from_day: from,
        to_day: to,
        figures_json: JSON.stringify({ format: 1, view, document: { evidence: [] } }),
        pack_hash: null,
        sent_on: addDays(to, 5),
        sent_how: 'By post',
        closed_at: `${addDays(to, 5)}T12:00:00Z`,
        sent_to: '',
        reference: '',
        manifest_json: null,
        kind: 'period',
      });
      for (const line of view.transactions)
        write.append('return_line', {
          id: `${id}-${line.number}`,
          household_id: householdId,
          return_id: id,
          line_id: line.lineId,
          number: line.number,
          counted_on: null,
        });
    });
  }
}

/** Makes such a household anew. */
export async function makeYearsOfMoney(years: number): Promise<MoneyYears> {
  const first = addYears(isoDay('2026-10-01'), -years);
  const { context, folder } = await testWorkspace(MONEY_TODAY, `money-${years}`);
  const householdId = addTestHousehold(context, { from: first });
  const db = databaseOf(context);
  for (let at = 0; at < 4; at += 1) {
    const worker = addTestWorker(context, householdId, {
      firstNames: `Pa${at}`,
      startedOn: mondayOf(first),
      pension: {},
    });
    addTestPattern(context, householdId, worker, mondayOf(first), [at, at + 1, at + 2], '08:00', '14:00');
  }
  const agreementId = agreementsOf(db, householdId)[0]?.id ?? '';
  const account = accountsOf(db, householdId)[0];
  if (account === undefined) throw new Error('No account');
  const client = clientOf(context);
  const opened = { ...account, opened_on: first, opening_pence: OPENING };
  db.act({ name: 'household.account-saved', householdId }, (write) =>
    write.update('bank_account', account.id, opened),
  );
  const quarter = await db.withoutWaiting(async () => {
    addLines(context, { householdId, agreementId }, opened, first, years * LINES_A_YEAR);
    return sealQuarters(context, householdId, agreementId, first);
  });
  return {
    context,
    folder,
    client,
    householdId,
    agreementId,
    accountId: account.id,
    quarter,
    forget: async () => {
      await client.today.markDuty({ householdId, key: 'years', doneOn: MONEY_TODAY });
    },
  };
}

const made = new Map<number, Promise<MoneyYears>>();

/**
 * A household with so many years of money in its encrypted file: 3,000 lines and 300 receipts a year, all explained but the
 * last twenty, each quarter sent but the last. Made once; its folder goes when the process ends.
 */
export function yearsOfMoney(years: number): Promise<MoneyYears> {
  const known = made.get(years) ?? makeYearsOfMoney(years);
  made.set(years, known);
  return known;
}
