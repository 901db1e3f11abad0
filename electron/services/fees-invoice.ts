import words from '@resources/documents/fee-invoice.json';
import { FEES_PAGE, type FeeCharge, type FeeInvoice } from '@shared/api/fees';
import type { IsoDay } from '@shared/dates';
import { nextInvoiceNumber } from '@shared/desk/fees';
import { addPence } from '@shared/money';
import { chargesOfInvoice, invoiceNumbers, invoicesOf, invoicesOfDay } from '../db/queries/fees';
import { categoriesOf, employerOf } from '../db/queries/household';
import { organisationOf } from '../db/queries/organisation';
import { payeesOf, settledOf, ticksOf } from '../db/queries/payments';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { feeInvoicePdf } from '../files/documents/fee-invoice-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { zipLargeFiles } from '../files/documents/zip';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { type WaitingHousehold, waitingOf } from './fees-waiting';
import { wholeFile } from './money-receipts';
import { payingAgreement } from './paying-agreement';
import type { MadeFile } from './program-files';
import { keepFile } from './stored-files';

type InvoiceRow = WorkspaceSchema['fee_invoice'];
type OrganisationRow = WorkspaceSchema['organisation'];

/** The household's bill that an invoice is: it has the invoice's own id, and falls due once. */
const billKey = (row: Pick<InvoiceRow, 'id' | 'due_on'>): string => `bill:${row.id}:${row.due_on}`;

/** What is kept of a charge beside its kind. No PA is named: an invoice goes to others, and is kept for long. */
function whatOf(shown: FeeCharge): string {
  return shown.kind === 'starter' ? '' : shown.what;
}

function linesOf(...lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '');
}

function pdfOf(
  db: WorkspaceDatabase,
  organisation: OrganisationRow,
  waiting: WaitingHousehold,
  facts: {
    readonly number: string;
    readonly issuedOn: IsoDay;
    readonly dueOn: IsoDay;
    readonly agreementId: string | null;
  },
): Uint8Array {
  const household = db.byId('household', waiting.householdId) ?? refuse('not-found');
  const agreement = facts.agreementId === null ? undefined : db.byId('funding_agreement', facts.agreementId);
  return feeInvoicePdf({
    number: facts.number,
    issuedOn: facts.issuedOn,
    dueOn: facts.dueOn,
    from: {
      name: organisation.name,
      lines: linesOf(
        organisation.address_line_1,
        organisation.address_line_2,
        organisation.town,
        organisation.postcode,
      ),
    },
    to: {
      name: employerOf(db, household.id)?.legal_name ?? household.supported_name,
      lines: linesOf(household.address_line_1, household.address_line_2, household.town, household.postcode),
    },
    lines: waiting.charges.map(({ shown }) => ({ ...shown, what: whatOf(shown) })),
    vatRate: waiting.charges.find((one) => one.vatRate !== null)?.vatRate ?? null,
    vatNumber: organisation.vat_number,
    funder: agreement?.funder_name ?? '',
    account:
      organisation.account_number === ''
        ? null
        : {
            name: organisation.bank_name_on_account || organisation.name,
            sortCode: organisation.sort_code,
            accountNumber: organisation.account_number,
          },
    note: organisation.invoice_note,
  });
}

/**
 * Makes one household's invoice of what waits: its paper, its charges, and the bill in the household's own money, to be paid
 * from its fund. Refuses `fees.nothing-to-charge`. Answers the invoice's id.
 */
export function makeInvoice(
  context: ServiceContext,
  householdId: string,
  until: IsoDay,
  dueOn: IsoDay,
): string {
  const db = databaseOf(context);
  const organisation = organisationOf(db) ?? refuse('fees.no-organisation');
  const [waiting] = waitingOf(context, until, householdId);
  if (waiting === undefined) refuse('fees.nothing-to-charge');
  const issuedOn = todayOf(context);
  if (dueOn < issuedOn) refuse('fees.due-before-issued', {}, 'dueOn');
  const number = nextInvoiceNumber(invoiceNumbers(db), issuedOn);
  const agreementId =
    waiting.charges.find((one) => one.agreementId !== null)?.agreementId ??
    payingAgreement(db, householdId, issuedOn);
  const bytes = pdfOf(db, organisation, waiting, { number, issuedOn, dueOn, agreementId });
  const id = context.ids.next();
  const payee = payeesOf(db, householdId).find(
    (one) => one.kind === 'payroll-service' && one.name.toLowerCase() === organisation.name.toLowerCase(),
  );
  const category = categoriesOf(db, householdId).find(
    (one) =>
      one.agreement_id === agreementId && one.ledger_account === 'payroll-service' && one.allowed === 1,
  );
  // A sent invoice does not vanish: it is cancelled.
  const info = { name: 'fees.invoiced', householdId, values: { number }, undoable: false };
  db.act(info, (write) => {
    const payeeId = payee?.id ?? context.ids.next();
    if (payee === undefined)
      write.insert('payee', {
        ...{ id: payeeId, household_id: householdId, kind: 'payroll-service', name: organisation.name },
        name_on_account: organisation.bank_name_on_account || organisation.name,
        sort_code: organisation.sort_code.replace(/[- ]/g, ''),
        account_number: organisation.account_number,
        ...{ reference: '', phone: organisation.phone, note: '' },
      });
    write.insert('bill', {
      ...{ id, household_id: householdId, name: fill(words.bill, { from: organisation.name, number }) },
      amount_pence: addPence(waiting.net, waiting.vat),
      ...{ due_on: dueOn, every_months: null, every_weeks: null, ends_on: null },
      ...{ agreement_id: agreementId, category_id: category?.id ?? null },
      ...{ ledger_account: 'payroll-service', payee_id: payeeId },
    });
    write.insert('fee_invoice', {
      ...{ id, household_id: householdId, number, issued_on: issuedOn, due_on: dueOn },
      from_name: organisation.name,
      ...{ net_pence: waiting.net, vat_pence: waiting.vat },
      ...{ issued_by: db.initials, cancelled_on: null },
      file_hash: keepFile(db, write, bytes, 'application/pdf'),
    });
    for (const { shown, sourceId } of waiting.charges) {
      if (shown.id !== null) write.update('fee_charge', shown.id, { invoice_id: id });
      else
        write.insert('fee_charge', {
          ...{ id: context.ids.next(), household_id: householdId, kind: shown.kind, source_id: sourceId },
          ...{ day: shown.day, what: whatOf(shown), quantity: Math.max(1, shown.payslips) },
          ...{ net_pence: shown.net, vat_pence: shown.vat, agreement_id: agreementId, invoice_id: id },
        });
    }
  });
  return id;
}

/** The day an invoice was paid: as the household's bank line or its tick says. */
function paidOn(db: WorkspaceDatabase, row: InvoiceRow): IsoDay | null {
  const keys = [billKey(row)];
  const tick = ticksOf(db, row.household_id, keys)[0]?.paid_on;
  if (tick != null) return tick;
  const lines = settledOf(db, row.household_id, keys);
  const paid = lines.reduce((sum, line) => sum - line.amount_pence, 0);
  return paid >= row.net_pence + row.vat_pence ? (lines.at(-1)?.day ?? null) : null;
}

/** Invoices, newest first, each as it stands. */
export function listInvoices(
  context: ServiceContext,
  filter: { readonly householdId: string | null; readonly words: string; readonly from: number },
): { readonly count: number; readonly invoices: FeeInvoice[] } {
  const db = databaseOf(context);
  const today = todayOf(context);
  const { rows, count } = invoicesOf(db, { ...filter, most: FEES_PAGE });
  return {
    count,
    invoices: rows.map((row): FeeInvoice => {
      const paid = paidOn(db, row);
      const open = row.due_on < today ? 'late' : 'open';
      return {
        ...{ id: row.id, householdId: row.household_id, name: row.name, number: row.number },
        ...{ issuedOn: row.issued_on, dueOn: row.due_on, total: addPence(row.net_pence, row.vat_pence) },
        state: row.cancelled_on !== null ? 'cancelled' : paid !== null ? 'paid' : open,
        ...{ paidOn: paid, issuedBy: row.issued_by },
      };
    }),
  };
}

/** An invoice as it was made. */
export function invoiceFile(context: ServiceContext, householdId: string, invoiceId: string): MadeFile {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('fee_invoice', invoiceId), householdId);
  const { bytes } = wholeFile(context, row.file_hash ?? refuse('not-found'));
  const household = db.byId('household', householdId);
  const name = household?.supported_name || (household?.name ?? '');
  return { name: fill(words.fileName, { number: row.number, name }), mediaType: 'application/pdf', bytes };
}

/** Every invoice of a day that stands, in one ZIP. Refuses `fees.none-of-day`. */
export async function invoicesZip(context: ServiceContext, issuedOn: IsoDay) {
  const rows = invoicesOfDay(databaseOf(context), issuedOn);
  if (rows.length === 0) refuse('fees.none-of-day');
  const blob = await zipLargeFiles(
    rows.flatMap(({ number, name, file_hash: hash }) =>
      hash === null
        ? []
        : [{ name: fill(words.fileName, { number, name }), read: () => wholeFile(context, hash).bytes }],
    ),
  );
  return { name: safeFileName(fill(words.zipName, { day: issuedOn })), mediaType: 'application/zip', blob };
}

/** Takes an invoice back: its bill goes, and what it charged waits again. Refuses one that is paid, and one that was taken back. */
export function cancelInvoice(context: ServiceContext, householdId: string, invoiceId: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('fee_invoice', invoiceId), householdId);
  if (row.cancelled_on !== null) refuse('fees.cancelled-already', { number: row.number });
  const keys = [billKey(row)];
  if (ticksOf(db, householdId, keys).length + settledOf(db, householdId, keys).length > 0)
    refuse('fees.paid', { number: row.number });
  const info = { name: 'fees.cancelled', householdId, values: { number: row.number }, undoable: false };
  db.act(info, (write) => {
    if (db.byId('bill', invoiceId) !== undefined) write.remove('bill', invoiceId);
    for (const charge of chargesOfInvoice(db, invoiceId)) {
      if (charge.kind === 'other') write.update('fee_charge', charge.id, { invoice_id: null });
      else write.remove('fee_charge', charge.id);
    }
    write.update('fee_invoice', invoiceId, { cancelled_on: todayOf(context) });
  });
}
