import words from '@resources/documents/return-words.json';
import type { ReturnView } from '@shared/api/returns';
import { formatDay, type IsoDay } from '@shared/dates';
import { accountsOf, certificatesOf, storedFile } from '../db/queries/household';
import {
  receiptsBesideLines,
  settledByLines,
  statementLines,
  statementsOfDays,
  storedKind,
} from '../db/queries/packs';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { PayslipDocument } from '../files/documents/payslip-document';
import { payslipPdf } from '../files/documents/payslip-pdf';
import type { EvidenceKind, StatementLine } from '../files/documents/return-document';
import { distinctFileNames, safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { Refusal, refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { paymentsAsked } from './money-owed';
import { payslipDocument } from './pay-payslip';
import { loadPayRecord } from './pay-record';
import { sharedPayFile } from './pools-paper';
import { receiptPicture } from './receipts-view';
import { sha256 } from './stored-files';

/** Pages of one paper that are drawn in a pack; the rest is in its file. */
const MOST_PAGES = 20;

/** One file that proves something of a return. */
export type EvidenceFile = {
  readonly kind: EvidenceKind;
  /** What it is, for people. */
  readonly name: string;
  readonly fileName: string;
  readonly day: IsoDay | null;
  /** The numbers of the lines it is for; none when it is for the whole return. */
  readonly transactions: readonly number[];
  readonly mediaType: string;
  /** 64 hex digits. */
  readonly sha256: string;
  /** The file's bytes, read when they are needed: all of a year's at once would be many. */
  readonly read: () => Uint8Array;
  /** What of it is shown on the pack's own pages: pictures, a payslip, or the lines of a bank's file. */
  readonly pictures?: readonly (() => Uint8Array)[];
  readonly payslip?: PayslipDocument;
  readonly lines?: readonly StatementLine[];
};

function payslips(context: ServiceContext, householdId: string, view: ReturnView): EvidenceFile[] {
  const db = databaseOf(context);
  const payments = new Map(paymentsAsked(context, householdId).map((one) => [one.key, one]));
  const numberOf = new Map(view.transactions.map((line) => [line.lineId, line.number]));
  const numbers = new Map<string, Set<number>>();
  const note = (key: string, number: number | undefined): void => {
    if (number === undefined || (payments.get(key)?.payslipId ?? null) === null) return;
    numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
  };
  for (const line of view.transactions) note(line.lineId, line.number);
  for (const part of settledByLines(db, [...numberOf.keys()]))
    note(part.match_key, numberOf.get(part.bank_line_id));
  if (numbers.size === 0) return [];
  const record = loadPayRecord(db, householdId, todayOf(context));
  const rows = new Map(record.payslips.map((row) => [row.id, row]));
  const inOrder = [...numbers].sort(([, one], [, other]) => Math.min(...one) - Math.min(...other));
  return inOrder.flatMap(([key, transactions]): EvidenceFile[] => {
    const payment = payments.get(key);
    const row = payment === undefined ? undefined : rows.get(payment.payslipId ?? '');
    if (payment === undefined || row === undefined) return [];
    const payslip = payslipDocument(record, row);
    const bytes = payslipPdf(payslip);
    const name = fill(words.payslip, { name: payment.name, day: formatDay(payment.dueOn) });
    return [
      {
        kind: 'payslip',
        name,
        fileName: safeFileName(`${name}.pdf`),
        day: payment.dueOn,
        transactions: [...transactions].sort((a, b) => a - b),
        mediaType: 'application/pdf',
        sha256: sha256(bytes),
        read: () => bytes,
        payslip,
      },
    ];
  });
}

/** How each pay of a shared PA was split: the payslip itself is the employer's. */
function sharedPays(context: ServiceContext, householdId: string, view: ReturnView): EvidenceFile[] {
  const numbers = new Map<string, { readonly day: IsoDay; readonly numbers: number[] }>();
  for (const line of view.transactions) {
    const [kind, payslipId, poolId] = line.lineId.split(':');
    if (kind !== 'pool' || payslipId === undefined || poolId === undefined) continue;
    const key = `${payslipId}:${poolId}`;
    const known = numbers.get(key) ?? { day: line.day, numbers: [] };
    known.numbers.push(line.number);
    numbers.set(key, known);
  }
  return [...numbers].map(([key, { day, numbers: transactions }]): EvidenceFile => {
    const [payslipId = '', poolId = ''] = key.split(':');
    const file = sharedPayFile(context, householdId, poolId, payslipId);
    return {
      kind: 'payroll-summary',
      name: fill(words.pool.sheet, { day: formatDay(day) }),
      fileName: file.name,
      day,
      transactions,
      mediaType: file.mediaType,
      sha256: sha256(file.bytes),
      read: () => file.bytes,
    };
  });
}

const RECEIPT_KINDS = {
  receipt: 'receipt',
  invoice: 'invoice',
  'cash-slip': 'receipt',
  letter: 'letter',
  timesheet: 'timesheet',
  other: 'other',
} as const satisfies Record<string, EvidenceKind>;

/** The pages of a receipt as Mainstay drew them; none for what can't be drawn, which then has its file's name alone. */
async function picturesOf(
  context: ServiceContext,
  householdId: string,
  id: string,
): Promise<readonly (() => Uint8Array)[]> {
  const drawn: (() => Uint8Array)[] = [];
  try {
    for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
      const shown = await receiptPicture(context, householdId, id, { page, large: false });
      pages = shown.pages;
      const bytes = shown.picture?.bytes;
      if (bytes !== undefined) drawn.push(() => bytes);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return drawn;
}

async function receipts(
  context: ServiceContext,
  householdId: string,
  view: ReturnView,
): Promise<EvidenceFile[]> {
  const db = databaseOf(context);
  const numberOf = new Map(view.transactions.map((line) => [line.lineId, line.number]));
  const rows = receiptsBesideLines(db, [...numberOf.keys()]);
  const numbers = new Map<string, typeof rows>();
  for (const row of rows) numbers.set(row.id, [...(numbers.get(row.id) ?? []), row]);
  const found: EvidenceFile[] = [];
  for (const [id, links] of numbers) {
    const [row] = links;
    const mediaType = row === undefined ? undefined : storedKind(db, row.file_hash);
    if (row === undefined || mediaType === undefined) continue;
    const { picture_hash: kept } = row;
    const pictures =
      kept === null ? await picturesOf(context, householdId, id) : [() => storedBytes(db, kept)];
    const transactions = links.flatMap((link) => numberOf.get(link.line_id) ?? []).sort((a, b) => a - b);
    found.push({
      kind: RECEIPT_KINDS[row.kind],
      name: row.supplier === '' ? row.file_name : fill(words.receipt, { name: row.supplier }),
      fileName: row.file_name,
      day: row.day,
      transactions,
      mediaType,
      sha256: row.file_hash,
      read: () => storedBytes(db, row.file_hash),
      ...(pictures.length === 0 ? {} : { pictures }),
    });
  }
  return found.sort((a, b) => (a.transactions[0] ?? 0) - (b.transactions[0] ?? 0));
}

/** The bytes of a file that rows name. */
function storedBytes(db: WorkspaceDatabase, hash: string): Uint8Array {
  return storedFile(db, hash)?.bytes ?? refuse('not-found');
}

function statements(db: WorkspaceDatabase, householdId: string, view: ReturnView): EvidenceFile[] {
  const accounts = new Map(accountsOf(db, householdId).map((one) => [one.id, one.name]));
  const seen = new Set<string>();
  return statementsOfDays(db, householdId, view.from, view.to).flatMap((row): EvidenceFile[] => {
    // One file may hold several accounts: it is one item for each, and one file.
    const key = `${row.account_id} ${row.file_hash}`;
    const file = storedFile(db, row.file_hash);
    if (seen.has(key) || file === undefined) return [];
    seen.add(key);
    const name = fill(words.statement, { from: formatDay(row.from_day), to: formatDay(row.to_day) });
    return [
      {
        kind: 'bank-statement',
        name: accounts.size > 1 ? `${name}, ${accounts.get(row.account_id) ?? ''}` : name,
        fileName: row.file_name,
        day: null,
        transactions: [],
        mediaType: file.media_type,
        sha256: row.file_hash,
        read: () => file.bytes,
        lines: statementLines(db, row.account_id, row.from_day, row.to_day).map((line) => ({
          day: line.day,
          description: line.description,
          amount: line.amount_pence,
          ...(line.balance_pence === null ? {} : { balance: line.balance_pence }),
        })),
      },
    ];
  });
}

function certificates(db: WorkspaceDatabase, householdId: string, view: ReturnView): EvidenceFile[] {
  return certificatesOf(db, householdId).flatMap((row): EvidenceFile[] => {
    const file = row.file_hash === null ? undefined : storedFile(db, row.file_hash);
    const inPeriod =
      (row.valid_from === null || row.valid_from <= view.to) &&
      (row.valid_to === null || row.valid_to >= view.from);
    if (row.kind !== 'employers-liability-insurance' || file === undefined || !inPeriod) return [];
    const ending = { 'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png' }[file.media_type];
    return [
      {
        kind: 'insurance',
        name: row.name,
        fileName: `${row.name}${ending ?? ''}`,
        day: row.valid_from,
        transactions: [],
        mediaType: file.media_type,
        sha256: sha256(file.bytes),
        read: () => file.bytes,
        ...(file.media_type.startsWith('image/') ? { pictures: [() => file.bytes] } : {}),
      },
    ];
  });
}

/** Every file that proves a return, in the order of the pack: statements, payslips, receipts, certificates. */
export async function evidenceFiles(
  context: ServiceContext,
  householdId: string,
  view: ReturnView,
): Promise<EvidenceFile[]> {
  const db = databaseOf(context);
  const files = [
    ...statements(db, householdId, view),
    ...payslips(context, householdId, view),
    ...sharedPays(context, householdId, view),
    ...(await receipts(context, householdId, view)),
    ...certificates(db, householdId, view),
  ];
  const names = distinctFileNames(files.map((file) => file.fileName));
  return files.map((file, index) => ({ ...file, fileName: names[index] ?? file.fileName }));
}
