import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';

/** A row of an exported table, as text. */
type Row = Readonly<Record<string, string>>;

/** An exported record, read with nothing of Mainstay: a ZIP, CSV and JSON. */
export type ExportedRecord = {
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly json: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is not as the manifest says, or not the same as table and as JSON. */
  readonly faults: readonly string[];
};

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What a cell must say for a value: a text that would start a formula has an apostrophe in front, a new line is `\n`. */
function sameCell(cell: string, value: unknown): boolean {
  const expected =
    value === null || value === undefined
      ? ''
      : String(value)
          .replace(/\r?\n/g, '\\n')
          .replace(/(?![\t\r\n])\p{Cc}/gu, '');
  return cell === expected || cell === `'${expected}`;
}

/** Opens an exported record and holds each file against the manifest, and each table against the JSON. */
export function readExport(bytes: Uint8Array): ExportedRecord {
  const entries = unzipSync(bytes);
  const faults: string[] = [];
  const listed = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array())) as {
    file: string;
    sha256: string;
  }[];
  for (const { file, sha256: hash } of listed)
    if (entries[file] === undefined || sha256(entries[file]) !== hash)
      faults.push(`${file} is not as listed`);
  if (listed.length !== Object.keys(entries).length - 1) faults.push('a file that is not listed');
  const json = JSON.parse(strFromU8(entries['record.json'] ?? new Uint8Array())).tables;
  const tables: Record<string, readonly Row[]> = {};
  for (const [table, rows] of Object.entries(json as ExportedRecord['json'])) {
    const file = entries[`tables/${table}.csv`];
    if (file === undefined) {
      if (rows.length > 0) faults.push(`no table of ${table}`);
      continue;
    }
    const parsed = Papa.parse<Row>(strFromU8(file).replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    tables[table] = parsed.data;
    if (parsed.data.length !== rows.length) faults.push(`${table}: ${parsed.data.length} of ${rows.length}`);
    rows.forEach((row, at) => {
      for (const [column, value] of Object.entries(row))
        if (!sameCell(parsed.data[at]?.[column] ?? 'nothing', value))
          faults.push(`${table}.${column} of row ${at} differs`);
    });
  }
  const files = new Map(
    Object.entries(entries).flatMap(([name, content]) =>
      name.startsWith('files/') ? [[name.slice(6).replace(/\..*$/, ''), content] as const] : [],
    ),
  );
  for (const [hash, content] of files) if (sha256(content) !== hash) faults.push(`file ${hash} differs`);
  return { tables, json, files, faults };
}

export type RebuiltTotals = {
  /** Money in each account, by its id. */
  readonly accounts: ReadonlyMap<string, number>;
  /** Everything that is there, wherever it is. */
  readonly money: number;
  /** Of each tax year: pay, tax and so on, corrections in the place of what they correct. */
  readonly years: ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** What went out, by kind of spending, in the days asked for. */
  readonly spent: ReadonlyMap<string, number>;
  readonly receipts: number;
  /** What the chain of the ledger shows: nothing, or the entry that does not fit. */
  readonly chain: string | undefined;
};

const ACCOUNTS = ['bank', 'cash'];
const PLACES = [...ACCOUNTS, 'unpresented', 'transfer', 'timing'];

/** Adds it all up again from the tables alone; spending in some days. */
export function rebuildTotals(
  record: ExportedRecord,
  span: { readonly from: string; readonly to: string },
): RebuiltTotals {
  const rows = (table: string): readonly Row[] => record.tables[table] ?? [];
  const cents = (row: Row, column: string): number => Number(row[column]);
  const accounts = new Map(rows('bank_account').map((row) => [row['id'] ?? '', 0]));
  let money = 0;
  for (const posting of rows('ledger_posting')) {
    const amount = cents(posting, 'amount_pence');
    const { account = '', ref = '' } = posting;
    if (ACCOUNTS.includes(account)) accounts.set(ref, (accounts.get(ref) ?? 0) + amount);
    if (PLACES.includes(account)) money += amount;
  }
  const corrected = new Set(rows('payslip').map((row) => row['corrects_id']));
  const years = new Map<string, Record<string, number>>();
  for (const payslip of rows('payslip')) {
    if (corrected.has(payslip['id'] ?? '')) continue;
    const { result } = JSON.parse(payslip['result_json'] ?? '{}');
    const year = years.get(payslip['tax_year'] ?? '') ?? {};
    const add = (name: string, amount: number): void => {
      year[name] = (year[name] ?? 0) + amount;
    };
    add('gross', cents(payslip, 'gross_pence'));
    add('net', cents(payslip, 'net_pence'));
    add('employerCost', cents(payslip, 'employer_cost_pence'));
    for (const name of ['tax', 'pensionEmployee', 'pensionEmployer', 'studentLoan']) add(name, result[name]);
    years.set(payslip['tax_year'] ?? '', year);
  }
  const days = new Map(rows('bank_line').map((row) => [row['id'], row['day'] ?? '']));
  const kinds = new Map<string, number>();
  for (const part of rows('line_explanation')) {
    const day = days.get(part['bank_line_id'] ?? '') ?? '';
    const kind = `${part['ledger_account']} ${part['category_id']}`;
    if (day >= span.from && day <= span.to)
      kinds.set(kind, (kinds.get(kind) ?? 0) + cents(part, 'amount_pence'));
  }
  const spent = new Map<string, number>();
  for (const [kind, amount] of kinds) {
    const account = kind.split(' ')[0] ?? '';
    if (amount < 0) spent.set(account, (spent.get(account) ?? 0) - amount);
  }
  return {
    accounts,
    money,
    years,
    spent,
    receipts: rows('receipt').reduce((sum, row) => sum + cents(row, 'total_pence'), 0),
    chain: brokenChain(record),
  };
}

/** Follows the chain from its start, hash by hash. */
function brokenChain({ json }: ExportedRecord): string | undefined {
  const household = json['household']?.[0]?.['id'];
  const postings = new Map<unknown, Readonly<Record<string, unknown>>[]>();
  for (const posting of json['ledger_posting'] ?? [])
    postings.set(posting['entry_id'], [...(postings.get(posting['entry_id']) ?? []), posting]);
  const entries = [...(json['ledger_entry'] ?? [])].sort(
    (a, b) => Number(a['sequence']) - Number(b['sequence']),
  );
  let previous: unknown = sha256(`mainstay-ledger-1:${household}`);
  for (const entry of entries) {
    const own = (postings.get(entry['id']) ?? []).sort((a, b) => Number(a['line']) - Number(b['line']));
    const sum = own.reduce((total, posting) => total + Number(posting['amount_pence']), 0);
    const text = JSON.stringify([
      'ledger-entry-1',
      previous,
      entry['day'],
      entry['kind'],
      entry['source_id'] || null,
      entry['reverses_id'],
      own.map((posting) =>
        ['account', 'ref', 'agreement_id', 'category_id', 'amount_pence'].map((column) => posting[column]),
      ),
    ]);
    if (entry['previous_hash'] !== previous || entry['hash'] !== sha256(text) || sum !== 0)
      return `entry ${entry['sequence']}`;
    previous = entry['hash'];
  }
  return undefined;
}
