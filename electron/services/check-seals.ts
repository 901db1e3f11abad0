import type { IsoDay } from '@shared/dates';
import { ledgerBetween, sealedIds, sealedRows, sealsOf, strayPostings } from '../db/queries/seals';
import type { WorkspaceSchema } from '../db/schema';
import {
  isSealed,
  ledgerDigest,
  rowDigest,
  SEALED_LEDGER,
  SEALED_TABLES,
  type SealedTable,
  sealEnd,
  sealEndFact,
  sealHash,
  sealStart,
} from '../db/seals';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext } from './context';

/**
 * What is not as it was sealed, and where. `changed`: the row has other values; `missing`: it is gone; `added`: it was never
 * sealed; `seal-changed`: the seal itself does not follow from the one before; `cut-short`: seals are gone from the end.
 */
export type SealFault = {
  readonly fault: 'changed' | 'missing' | 'added' | 'seal-changed' | 'cut-short';
  readonly table: SealedTable | 'ledger_entry' | 'seal';
  readonly rowId: string;
  /** The day of the row, where it is still there to tell. */
  readonly day: IsoDay | null;
  /** Whose or what it is: a PA's name, a funder's, the numbers of ledger entries. */
  readonly name: string;
};

type SealRow = WorkspaceSchema['seal'];

/** Rows looked at in one go: a payslip holds all it was worked out from. */
const AT_ONCE = 200;

/** Follows a household's seals from its start and compares each with the row it is about: what does not fit, by place. */
export function checkSeals(context: ServiceContext, householdId: string): SealFault[] {
  const db = databaseOf(context);
  const seals = sealsOf(db, householdId);
  const faults = [...brokenSeals(db, householdId, seals), ...ledgerFaults(db, householdId, seals)];
  for (const table of SEALED_TABLES) faults.push(...rowFaults(db, householdId, table, seals));
  return faults;
}

/** Whether the row of a seal was rightly taken away: by an erasure that the record tells of. */
function erased(db: WorkspaceDatabase, seal: SealRow): boolean {
  return seal.erased_by !== null && db.byId('erasure', seal.erased_by) !== undefined;
}

function brokenSeals(db: WorkspaceDatabase, householdId: string, seals: readonly SealRow[]): SealFault[] {
  const faults: SealFault[] = [];
  const fault = (what: SealFault['fault'], sequence: number): void => {
    faults.push({ fault: what, table: 'seal', rowId: String(sequence), day: null, name: String(sequence) });
  };
  let previous = sealStart(householdId);
  let expected = 1;
  for (const seal of seals) {
    if (seal.sequence !== expected || seal.previous_hash !== previous || sealHash(seal) !== seal.hash)
      fault('seal-changed', seal.sequence);
    previous = seal.hash;
    expected = seal.sequence + 1;
  }
  const last = seals.at(-1);
  if ((db.fact(sealEndFact(householdId)) ?? '') !== (last === undefined ? '' : sealEnd(last)))
    fault('cut-short', last?.sequence ?? 0);
  return faults;
}

function rowFaults(
  db: WorkspaceDatabase,
  householdId: string,
  table: SealedTable,
  seals: readonly SealRow[],
): SealFault[] {
  const bySeal = new Map(
    seals.filter((seal) => seal.table_name === table).map((seal) => [seal.row_id, seal]),
  );
  const ids = sealedIds(db, table, householdId);
  const faults: SealFault[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const row of sealedRows(db, table, ids.slice(at, at + AT_ONCE))) {
      const seal = bySeal.get(row.id);
      if (seal === undefined)
        faults.push({ fault: 'added', table, rowId: row.id, ...placeOf(db, table, row) });
      else if (!erased(db, seal) && rowDigest(table, row) !== seal.digest) {
        const place = placeOf(db, table, row);
        const day = place.day ?? dayNear(db, seals, seal);
        faults.push({ fault: 'changed', table, rowId: row.id, name: place.name, day });
      }
    }
  }
  const there = new Set(ids);
  for (const seal of bySeal.values())
    if (!erased(db, seal) && !there.has(seal.row_id))
      faults.push({ fault: 'missing', table, rowId: seal.row_id, day: dayNear(db, seals, seal), name: '' });
  return faults;
}

/** Each seal of the ledger covers the entries after the seal before it: those of one action. */
function ledgerFaults(db: WorkspaceDatabase, householdId: string, seals: readonly SealRow[]): SealFault[] {
  const faults: SealFault[] = [];
  const fault = (what: SealFault['fault'], rowId: string, day: IsoDay | null, name: string): void => {
    faults.push({ fault: what, table: SEALED_LEDGER, rowId, day, name });
  };
  let after = 0;
  for (const seal of seals) {
    if (seal.table_name !== SEALED_LEDGER) {
      if (!isSealed(seal.table_name)) fault('seal-changed', seal.row_id, null, String(seal.sequence));
      continue;
    }
    const last = db.byId('ledger_entry', seal.row_id);
    if (last === undefined) {
      if (!erased(db, seal)) fault('missing', seal.row_id, dayNear(db, seals, seal), `${after + 1}`);
      continue;
    }
    if (!erased(db, seal)) {
      const digest = ledgerDigest();
      for (const { entry, postings } of ledgerBetween(db, householdId, after, last.sequence)) {
        digest.add(entry);
        for (const posting of postings) digest.add(posting);
      }
      if (digest.digest() !== seal.digest)
        fault('changed', seal.row_id, last.day, numbers(after + 1, last.sequence));
    }
    after = last.sequence;
  }
  for (const { entry } of ledgerBetween(db, householdId, after, Number.MAX_SAFE_INTEGER))
    fault('added', entry.id, entry.day, String(entry.sequence));
  for (const stray of strayPostings(db, householdId))
    fault(
      'changed',
      stray.entry_id,
      stray.day,
      String(db.byId('ledger_entry', stray.entry_id)?.sequence ?? ''),
    );
  return faults;
}

/** About when a row that is gone was finished: the day of the newest thing sealed before it, or else of the first after it. */
function dayNear(db: WorkspaceDatabase, seals: readonly SealRow[], gone: SealRow): IsoDay | null {
  const before = seals.filter((seal) => seal.sequence < gone.sequence).reverse();
  for (const { table_name, row_id } of [...before, ...seals.slice(before.length + 1)]) {
    const ledger = table_name === SEALED_LEDGER ? db.byId('ledger_entry', row_id) : undefined;
    const row = isSealed(table_name) ? db.byId(table_name, row_id) : undefined;
    const day =
      row !== undefined && isSealed(table_name) ? placeOf(db, table_name, row).day : (ledger?.day ?? null);
    if (day !== null) return day;
  }
  return null;
}

function numbers(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** The day of a sealed row, and whose it is. */
function placeOf(
  db: WorkspaceDatabase,
  table: SealedTable,
  row: object,
): { readonly day: IsoDay | null; readonly name: string } {
  const value = row as Readonly<Record<string, string>>;
  const worker = (id: string | undefined): string => {
    const found = id === undefined ? undefined : db.byId('worker', id);
    return found === undefined ? '' : `${found.first_names} ${found.last_name}`.trim();
  };
  const funder = (returnId: string | undefined) => {
    const found = returnId === undefined ? undefined : db.byId('monitoring_return', returnId);
    return {
      day: found?.from_day ?? null,
      name: found === undefined ? '' : (db.byId('funding_agreement', found.agreement_id)?.funder_name ?? ''),
    };
  };
  switch (table) {
    case 'pay_run':
      return { day: (value['pay_date'] as IsoDay | undefined) ?? null, name: '' };
    case 'payslip':
      return { day: (value['pay_date'] as IsoDay | undefined) ?? null, name: worker(value['worker_id']) };
    case 'pool_split': {
      const payslip = db.byId('payslip', value['payslip_id'] ?? '');
      return { day: payslip?.pay_date ?? null, name: worker(payslip?.worker_id) };
    }
    case 'monitoring_return':
      return funder(value['id']);
    case 'return_line':
      return funder(value['return_id']);
  }
}
