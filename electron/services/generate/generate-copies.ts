import { actionsOf, changesOf } from '../../db/queries/generate';
import { RECORD_TABLES, recordFiles, recordRows } from '../../db/queries/open-record';
import type { WorkspaceSchema } from '../../db/schema';
import {
  isSealed,
  ledgerDigest,
  rowDigest,
  SEALED_LEDGER,
  sealEnd,
  sealEndFact,
  sealHash,
  sealStart,
} from '../../db/seals';
import type { TakeInWriter, WorkspaceDatabase } from '../../db/workspace-database';
import { seededIds } from '../../system/ids';
import { chainStart, entryHash } from '../ledger';
import { sha256 } from '../stored-files';
import { TOKENS_IN_TEXT, wordOf } from './generate-people-of';

type Row = Record<string, unknown>;
/** A text with places in it: what stands between them, and the number of each. */
type Text = { readonly between: readonly string[]; readonly places: readonly number[] };
type Value = Text | number | null;
type RowPlan = { readonly columns: readonly string[]; readonly values: readonly Value[] };
type TablePlan = { readonly table: keyof WorkspaceSchema; readonly rows: readonly RowPlan[] };
type FilePlan = { readonly place: number; readonly text: Text; readonly mediaType: string };

/** A household that was lived once, ready to be written as often as is wanted, each time as another's. */
export type HouseholdPlan = {
  readonly tables: readonly TablePlan[];
  readonly files: readonly FilePlan[];
  /** What stands in each place: an id, a token, or the hash of a file. */
  readonly places: readonly { readonly kind: 'id' | 'token' | 'file'; readonly text: string }[];
  /** The actions it was lived by: as many numbers does each copy take. */
  readonly actions: number;
};

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}';

class Planner {
  readonly places: { kind: 'id' | 'token' | 'file'; text: string }[] = [];
  readonly #known = new Map<string, number>();
  readonly #pattern: RegExp;
  readonly #files: ReadonlySet<string>;

  constructor(files: readonly string[]) {
    this.#files = new Set(files);
    this.#pattern = new RegExp([ID, TOKENS_IN_TEXT, ...files].join('|'), 'gi');
  }

  place(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const kind = this.#files.has(text) ? 'file' : new RegExp(`^${ID}$`).test(text) ? 'id' : 'token';
    this.places.push({ kind, text });
    this.#known.set(text, this.places.length - 1);
    return this.places.length - 1;
  }

  text(text: string): Text {
    const between: string[] = [];
    const places: number[] = [];
    let from = 0;
    for (const found of text.matchAll(this.#pattern)) {
      between.push(text.slice(from, found.index));
      places.push(this.place(found[0]));
      from = found.index + found[0].length;
    }
    between.push(text.slice(from));
    return { between, places };
  }

  row(row: Row): RowPlan {
    return {
      columns: Object.keys(row),
      values: Object.values(row).map((value) =>
        typeof value === 'string' ? this.text(value) : (value as number | null),
      ),
    };
  }
}

/** Reads a household that was lived once. Its packs stay behind: they are papers with its own names on them. */
export function planHousehold(db: WorkspaceDatabase, householdId: string): HouseholdPlan {
  const household = db.byId('household', householdId);
  if (household === undefined) throw new Error(`No household ${householdId}`);
  const statements = recordFiles(db, householdId).filter((file) => file.media_type === 'text/csv');
  const planner = new Planner(statements.map((file) => file.hash));
  const actions = actionsOf(db, householdId);
  const numbers = new Map(actions.map(({ id }, index) => [id, index]));
  const numbered = (row: Row, column: string): Row => ({
    ...row,
    [column]: row[column] === null ? null : (numbers.get(row[column] as number) ?? null),
  });
  const plan = (table: keyof WorkspaceSchema, rows: readonly Row[]): TablePlan => ({
    table,
    rows: rows.map((row) => planner.row(row)),
  });
  const tables = [
    plan('household', [household]),
    plan(
      'action',
      actions.map((row) => numbered(row, 'id')),
    ),
  ];
  for (const table of RECORD_TABLES) {
    const rows = recordRows(db, table, householdId);
    if (table === 'ledger_entry')
      tables.push(
        plan(
          table,
          rows
            .map((row) => numbered(row, 'action_id'))
            .sort((one, other) => Number(one['sequence']) - Number(other['sequence'])),
        ),
      );
    else if (table === 'monitoring_return')
      tables.push(
        plan(
          table,
          rows.map((row) => ({ ...row, pack_hash: null, manifest_json: null })),
        ),
      );
    else tables.push(plan(table, rows));
  }
  tables.push(
    plan(
      'change',
      changesOf(db, householdId).map((row) => numbered(row, 'action_id')),
    ),
  );
  return {
    tables: tables.filter(({ rows }) => rows.length > 0),
    files: statements.map((file) => ({
      place: planner.place(file.hash),
      text: planner.text(Buffer.from(file.bytes).toString('utf8')),
      mediaType: file.media_type,
    })),
    places: planner.places,
    actions: actions.length,
  };
}

function written(text: Text, words: readonly string[]): string {
  let all = text.between[0] ?? '';
  for (let at = 0; at < text.places.length; at += 1)
    all += (words[text.places[at] ?? 0] ?? '') + (text.between[at + 1] ?? '');
  return all;
}

function rowOf({ columns, values }: RowPlan, words: readonly string[]): Row {
  const row: Row = {};
  for (let at = 0; at < columns.length; at += 1) {
    const value = values[at] ?? null;
    row[columns[at] ?? ''] = typeof value === 'object' && value !== null ? written(value, words) : value;
  }
  return row;
}

/** A household that is to be written as another's: its words, and its rows with them. */
export type HouseholdCopy = { readonly householdId: string; write(take: TakeInWriter): void };

/**
 * A copy of a household as another's: `household` is its number, `seed` makes its ids. Its ledger and its seals are chained
 * anew, so that they fit what stands in it.
 */
export function copyOf(plan: HouseholdPlan, household: number, seed: string): HouseholdCopy {
  const ids = seededIds(`${seed} ${household}`);
  const words = plan.places.map(({ kind, text }) =>
    kind === 'id' ? ids.next() : kind === 'token' ? wordOf(text, household) : '',
  );
  const own = plan.tables.find(({ table }) => table === 'household')?.rows[0];
  if (own === undefined) throw new Error('A plan without a household');
  return {
    householdId: String(rowOf(own, words)['id']),
    write: (take) => writeRows(take, plan, words, household + 1),
  };
}

function writeRows(take: TakeInWriter, plan: HouseholdPlan, words: string[], position: number): void {
  const firstAction = take.lastActionNumber() + 1;
  const numbered = (row: Row, column: string): Row => ({
    ...row,
    [column]: row[column] === null ? null : Number(row[column]) + firstAction,
  });
  for (const { place, text, mediaType } of plan.files) {
    const bytes = Buffer.from(written(text, words));
    const hash = sha256(bytes);
    words[place] = hash;
    take.row('stored_file', { hash, media_type: mediaType, size: bytes.length, bytes });
  }
  const chain = new Chain(take);
  for (const { table, rows } of plan.tables)
    for (const one of rows) {
      const row = rowOf(one, words);
      if (table === 'household') take.row(table, { ...row, position });
      else if (table === 'action') take.row(table, numbered(row, 'id'));
      else if (table === 'change') take.row(table, numbered(row, 'action_id'));
      else if (table === 'ledger_entry') chain.hold(numbered(row, 'action_id') as EntryRow);
      else if (table === 'ledger_posting') chain.post(row as PostingRow);
      else if (table === 'seal') chain.seal(row as SealRow);
      else {
        take.row(table, row);
        if (isSealed(table)) chain.mind(table, row);
      }
    }
  chain.finish();
}

type EntryRow = WorkspaceSchema['ledger_entry'];
type PostingRow = WorkspaceSchema['ledger_posting'];
type SealRow = WorkspaceSchema['seal'];

/** The ledger and the seals of a copy: held until all of it is there, then chained in order. */
class Chain {
  readonly #take: TakeInWriter;
  readonly #entries: EntryRow[] = [];
  readonly #postings = new Map<string, PostingRow[]>();
  readonly #seals: SealRow[] = [];
  readonly #digests = new Map<string, string>();

  constructor(take: TakeInWriter) {
    this.#take = take;
  }

  hold(entry: EntryRow): void {
    this.#entries.push(entry);
  }

  post(posting: PostingRow): void {
    const list = this.#postings.get(posting.entry_id);
    if (list) list.push(posting);
    else this.#postings.set(posting.entry_id, [posting]);
  }

  mind(table: Parameters<typeof rowDigest>[0], row: Row): void {
    this.#digests.set(`${table} ${row['id']}`, rowDigest(table, row));
  }

  seal(seal: SealRow): void {
    this.#seals.push(seal);
  }

  finish(): void {
    const chained = this.#chainLedger();
    const first = this.#seals[0] ?? this.#entries[0];
    if (first === undefined) return;
    const householdId = first.household_id;
    let previous = sealStart(householdId);
    let at = 0;
    let last: SealRow | undefined;
    for (const old of this.#seals) {
      let digest = this.#digests.get(`${old.table_name} ${old.row_id}`) ?? '';
      if (old.table_name === SEALED_LEDGER) {
        const ledger = ledgerDigest();
        for (; at < chained.length; at += 1) {
          const entry = chained[at];
          if (entry === undefined) break;
          ledger.add(entry);
          for (const posting of this.#postings.get(entry.id) ?? []) ledger.add(posting);
          if (entry.id === old.row_id) {
            at += 1;
            break;
          }
        }
        digest = ledger.digest();
      }
      const seal = { ...old, digest, previous_hash: previous };
      last = { ...seal, hash: sealHash(seal) };
      this.#take.row('seal', last);
      previous = last.hash;
    }
    if (last !== undefined) this.#take.setFact(sealEndFact(householdId), sealEnd(last));
  }

  #chainLedger(): readonly EntryRow[] {
    let previous = '';
    return this.#entries.map((old) => {
      if (previous === '') previous = chainStart(old.household_id);
      const postings = (this.#postings.get(old.id) ?? []).sort((one, other) => one.line - other.line);
      const entry = { ...old, previous_hash: previous, hash: entryHash(old, postings, previous) };
      previous = entry.hash;
      this.#take.row('ledger_entry', entry);
      for (const posting of postings) this.#take.row('ledger_posting', posting);
      return entry;
    });
  }
}
