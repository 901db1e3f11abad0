import {
  type AccountCode,
  balanced,
  isAccountCode,
  type LedgerEntry,
  type LedgerEntryKind,
  type LedgerPosting,
  reversalEntry,
} from '@shared/budget/ledger';
import { entryDigestInput } from '@shared/budget/ledger-balances';
import type { IsoDay } from '@shared/dates';
import {
  entriesOf,
  entriesOfAction,
  lastEntry,
  postingsOf,
  postingsOfEntry,
  reversalOf,
} from '../db/queries/ledger';
import type { WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext } from './context';
import { sha256 } from './stored-files';

type EntryRow = WorkspaceSchema['ledger_entry'];
type PostingRow = WorkspaceSchema['ledger_posting'];

/** Where the chain of a household begins. */
const CHAIN_START = 'mainstay-ledger-1';

export type EntrySource = 'bank-line' | 'bank-account' | 'pay-run' | 'pool' | 'action';

/** Posts balanced entries one after the other at the end of a household's hash chain, looking for that end once. */
export function ledgerPoster(
  context: ServiceContext,
  db: WorkspaceDatabase,
  append: ActionWriter['append'],
  householdId: string,
  actionId: number | null,
): (entry: LedgerEntry, source: EntrySource) => string {
  const before = lastEntry(db, householdId);
  let sequence = before?.sequence ?? 0;
  let previousHash = before?.hash ?? chainStart(householdId);
  const recordedAt = context.clock.nowIso();
  return (entry, source) => {
    balanced(entry);
    const id = context.ids.next();
    const hash = sha256(entryDigestInput(entry, previousHash));
    sequence += 1;
    append('ledger_entry', {
      id,
      household_id: householdId,
      sequence,
      day: entry.date,
      kind: entry.kind,
      source_kind: source,
      source_id: entry.sourceId ?? '',
      reverses_id: entry.reversesEntryId ?? null,
      action_id: actionId,
      recorded_at: recordedAt,
      previous_hash: previousHash,
      hash,
    });
    previousHash = hash;
    for (const [index, posting] of entry.postings.entries()) {
      append('ledger_posting', {
        entry_id: id,
        line: index + 1,
        household_id: householdId,
        day: entry.date,
        account: posting.account,
        ref: posting.ref ?? null,
        agreement_id: posting.fundId ?? null,
        category_id: posting.categoryId ?? null,
        amount_pence: posting.amount,
      });
    }
    return id;
  };
}

/** Posts one balanced entry at the end of a household's hash chain. Answers its id. */
export function postEntry(
  context: ServiceContext,
  db: WorkspaceDatabase,
  append: ActionWriter['append'],
  householdId: string,
  entry: LedgerEntry,
  source: EntrySource,
  actionId: number | null,
): string {
  return ledgerPoster(context, db, append, householdId, actionId)(entry, source);
}

function accountOf(text: string): AccountCode {
  if (!isAccountCode(text)) throw new Error(`Not a ledger account: ${text}`);
  return text;
}

function storedEntry(row: EntryRow, postings: readonly PostingRow[]): LedgerEntry {
  return {
    date: row.day,
    kind: row.kind as LedgerEntryKind,
    ...(row.source_id === '' ? {} : { sourceId: row.source_id }),
    ...(row.reverses_id === null ? {} : { reversesEntryId: row.reverses_id }),
    postings: postings.map(
      (posting): LedgerPosting => ({
        account: accountOf(posting.account),
        ...(posting.ref === null ? {} : { ref: posting.ref }),
        ...(posting.agreement_id === null ? {} : { fundId: posting.agreement_id }),
        ...(posting.category_id === null ? {} : { categoryId: posting.category_id }),
        amount: posting.amount_pence,
      }),
    ),
  };
}

/** Takes one stored entry back by posting its opposite, on its own day unless another is given. */
export function reverseEntry(
  context: ServiceContext,
  db: WorkspaceDatabase,
  append: ActionWriter['append'],
  row: EntryRow,
  actionId: number | null,
  day: IsoDay = row.day,
): string {
  const entry = storedEntry(row, postingsOfEntry(db, row.id));
  return postEntry(
    context,
    db,
    append,
    row.household_id,
    reversalEntry(entry, row.id, day),
    row.source_kind as EntrySource,
    actionId,
  );
}

/** The end of an entry's chain of reversals, and whether the entry itself still counts: it does after an even number of them. */
function standingOf(db: WorkspaceDatabase, row: EntryRow): { newest: EntryRow; counts: boolean } {
  let newest = row;
  let counts = true;
  for (;;) {
    const next = reversalOf(db, row.household_id, newest.id);
    if (next === undefined) return { newest, counts };
    newest = next;
    counts = !counts;
  }
}

/**
 * Takes back what an action posted, or posts it again: what counts is reversed, what was reversed has its reversal
 * reversed. Another action may have turned the same entry since; the end of its chain tells. The entries posted here
 * belong to no action, so that an action's own stay known.
 */
export function turnEntriesOf(
  context: ServiceContext,
  db: WorkspaceDatabase,
  append: ActionWriter['append'],
  actionId: number,
  direction: 'undo' | 'redo',
): void {
  const rows = entriesOfAction(db, actionId);
  for (const row of direction === 'undo' ? rows.reverse() : rows) {
    const { newest, counts } = standingOf(db, row);
    if (counts === (direction === 'undo')) reverseEntry(context, db, append, newest, null);
  }
}

function postingsByEntry(db: WorkspaceDatabase, householdId: string): Map<string, PostingRow[]> {
  const postings = new Map<string, PostingRow[]>();
  for (const posting of postingsOf(db, householdId)) {
    const list = postings.get(posting.entry_id);
    if (list) list.push(posting);
    else postings.set(posting.entry_id, [posting]);
  }
  return postings;
}

/** Every entry of a household as plain values, oldest first. */
export function ledgerEntries(
  context: ServiceContext,
  householdId: string,
): { readonly id: string; readonly sourceKind: string; readonly entry: LedgerEntry }[] {
  const db = databaseOf(context);
  const postings = postingsByEntry(db, householdId);
  return entriesOf(db, householdId).map((row) => ({
    id: row.id,
    sourceKind: row.source_kind,
    entry: storedEntry(row, postings.get(row.id) ?? []),
  }));
}

/** What stands before the first entry of a household's chain. */
export function chainStart(householdId: string): string {
  return sha256(`${CHAIN_START}:${householdId}`);
}

/** The hash of a stored entry with its postings in order, over the one before it. */
export function entryHash(row: EntryRow, postings: readonly PostingRow[], previousHash: string): string {
  return sha256(entryDigestInput(storedEntry(row, postings), previousHash));
}

export type ChainFault = {
  readonly entryId: string;
  readonly sequence: number;
  readonly fault: 'broken-chain' | 'changed' | 'out-of-balance';
};

/** Follows a household's chain from its start: the entries that are not as they were written, by place. */
export function checkChain(context: ServiceContext, householdId: string): ChainFault[] {
  const db = databaseOf(context);
  const postings = postingsByEntry(db, householdId);
  const faults: ChainFault[] = [];
  let previous = chainStart(householdId);
  let expected = 1;
  for (const row of entriesOf(db, householdId)) {
    const own = postings.get(row.id) ?? [];
    // An account that is none was never written by Mainstay.
    const entry = own.every((posting) => isAccountCode(posting.account)) ? storedEntry(row, own) : undefined;
    const place = { entryId: row.id, sequence: row.sequence };
    if (row.sequence !== expected || row.previous_hash !== previous)
      faults.push({ ...place, fault: 'broken-chain' });
    if (entry === undefined || sha256(entryDigestInput(entry, row.previous_hash)) !== row.hash)
      faults.push({ ...place, fault: 'changed' });
    else if (entry.postings.reduce((sum, posting) => sum + posting.amount, 0) !== 0)
      faults.push({ ...place, fault: 'out-of-balance' });
    previous = row.hash;
    expected = row.sequence + 1;
  }
  return faults;
}
