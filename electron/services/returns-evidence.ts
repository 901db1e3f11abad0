import words from '@resources/documents/return-words.json';
import type { ReturnView } from '@shared/api/returns';
import { formatDay, type IsoDay } from '@shared/dates';
import { accountsOf, certificatesOf, storedFile } from '../db/queries/household';
import { explanationsOf, receiptLinksOf, receiptsOf, statementsOf } from '../db/queries/money';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { EvidenceKind } from '../files/documents/return-document';
import { distinctFileNames } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { databaseOf, type ServiceContext } from './context';
import { paymentsAsked } from './money-owed';
import { payslipFile } from './pay-documents';
import { sharedPayFile } from './pools-paper';

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
  readonly bytes: Uint8Array;
};

function payslips(context: ServiceContext, householdId: string, view: ReturnView): EvidenceFile[] {
  const db = databaseOf(context);
  const payments = new Map(paymentsAsked(context, householdId).map((one) => [one.key, one]));
  const numbers = new Map<string, number[]>();
  const note = (key: string | null, number: number): void => {
    if (key === null || (payments.get(key)?.payslipId ?? null) === null) return;
    numbers.set(key, [...(numbers.get(key) ?? []), number]);
  };
  const parts = explanationsOf(db, householdId);
  for (const line of view.transactions) {
    note(line.lineId, line.number);
    for (const part of parts) if (part.bank_line_id === line.lineId) note(part.match_key, line.number);
  }
  return [...numbers].flatMap(([key, transactions]): EvidenceFile[] => {
    const payment = payments.get(key);
    if (payment === undefined || payment.payslipId === null) return [];
    const file = payslipFile(context, householdId, payment.payslipId);
    return [
      {
        kind: 'payslip',
        name: fill(words.payslip, { name: payment.name, day: formatDay(payment.dueOn) }),
        fileName: file.name,
        day: payment.dueOn,
        transactions,
        mediaType: file.mediaType,
        bytes: file.bytes,
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
      bytes: file.bytes,
    };
  });
}

function receipts(db: WorkspaceDatabase, householdId: string, view: ReturnView): EvidenceFile[] {
  const links = receiptLinksOf(db, householdId);
  const found = receiptsOf(db, householdId).flatMap((row): EvidenceFile[] => {
    const own = new Set(links.filter((link) => link.receipt_id === row.id).map((link) => link.bank_line_id));
    const transactions = view.transactions.filter((line) => own.has(line.lineId)).map((line) => line.number);
    const file = storedFile(db, row.file_hash);
    if (transactions.length === 0 || file === undefined) return [];
    return [
      {
        kind: 'receipt',
        name: row.supplier === '' ? row.file_name : fill(words.receipt, { name: row.supplier }),
        fileName: row.file_name,
        day: row.day,
        transactions,
        mediaType: file.media_type,
        bytes: file.bytes,
      },
    ];
  });
  return found.sort((a, b) => (a.transactions[0] ?? 0) - (b.transactions[0] ?? 0));
}

function statements(db: WorkspaceDatabase, householdId: string, view: ReturnView): EvidenceFile[] {
  const accounts = new Map(accountsOf(db, householdId).map((one) => [one.id, one.name]));
  const seen = new Set<string>();
  return statementsOf(db, householdId)
    .reverse()
    .flatMap((row): EvidenceFile[] => {
      const file = storedFile(db, row.file_hash);
      if (row.from_day > view.to || row.to_day < view.from || file === undefined) return [];
      if (seen.has(row.file_hash)) return [];
      seen.add(row.file_hash);
      const name = fill(words.statement, { from: formatDay(row.from_day), to: formatDay(row.to_day) });
      return [
        {
          kind: 'bank-statement',
          name: accounts.size > 1 ? `${name}, ${accounts.get(row.account_id) ?? ''}` : name,
          fileName: row.file_name,
          day: null,
          transactions: [],
          mediaType: file.media_type,
          bytes: file.bytes,
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
        bytes: file.bytes,
      },
    ];
  });
}

/** Every file that proves a return, in the order of the pack: statements, payslips, receipts, certificates. */
export function evidenceFiles(
  context: ServiceContext,
  householdId: string,
  view: ReturnView,
): EvidenceFile[] {
  const db = databaseOf(context);
  const files = [
    ...statements(db, householdId, view),
    ...payslips(context, householdId, view),
    ...sharedPays(context, householdId, view),
    ...receipts(db, householdId, view),
    ...certificates(db, householdId, view),
  ];
  const names = distinctFileNames(files.map((file) => file.fileName));
  return files.map((file, index) => ({ ...file, fileName: names[index] ?? file.fileName }));
}
