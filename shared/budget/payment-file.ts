import { type IsoDay, partsOf } from '../dates';
import { type Pence, poundsString, sumPence } from '../money';
import type { PaymentColumn, PaymentTemplate } from './payment-template';

/** One payment as a file gets it. */
export type FilePayment = {
  readonly key: string;
  readonly name: string;
  readonly isPerson: boolean;
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly amount: Pence;
  readonly reference: string;
};

/** The account that is paid from. */
export type FilePayer = {
  readonly name: string;
  readonly sortCode: string;
  readonly accountNumber: string;
};

export type PaymentProblemCode =
  | 'payment.no-name'
  | 'payment.no-sort-code'
  | 'payment.sort-code'
  | 'payment.no-account'
  | 'payment.account'
  | 'payment.amount'
  | 'payment.no-reference'
  | 'payment.name-too-long'
  | 'payment.reference-too-long'
  | 'payment.text-too-long'
  | 'payment.name-cut'
  | 'payment.reference-cut'
  | 'payment.text-cut'
  | 'payment.character'
  | 'payment.formula'
  | 'payment.delimiter'
  | 'payment.payer-sort-code'
  | 'payment.payer-account'
  | 'payment.payer-name';

/** Something wrong with a payment, or with the account paid from (`key` is then null). A file is only made without blocking ones. */
export type PaymentProblem = {
  readonly key: string | null;
  readonly code: PaymentProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly blocks: boolean;
};

export type PaymentFile = {
  /** Every row of the file as cells, before delimiters and quotes. */
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
  readonly total: Pence;
  readonly problems: readonly PaymentProblem[];
};

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

/** Characters that the clearing of payments takes; data marked RECALLED in resources/payments. */
const CHARACTERS = {
  bacs: /^[A-Za-z0-9 .&/-]$/,
  ascii: /^[ -~]$/,
  any: /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]$/u,
} as const;

/** What a spreadsheet may take for the start of a formula (CWE-1236); the same forms as in files for people. */
const FORMULA_START = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠−]/u;

function digitsOf(text: string): string {
  return text.replace(/[\s-]/g, '');
}

function sortCodeText(sortCode: string, template: PaymentTemplate): string {
  const digits = digitsOf(sortCode);
  return template.sortCodes === 'dashes' ? digits.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3') : digits;
}

function dayText(day: IsoDay, form: PaymentTemplate['dates']): string {
  const parts = partsOf(day);
  const year = String(parts.year);
  const month = String(parts.month).padStart(2, '0');
  const dayOfMonth = String(parts.dayOfMonth).padStart(2, '0');
  switch (form) {
    case 'dd/mm/yyyy':
      return `${dayOfMonth}/${month}/${year}`;
    case 'dd-mm-yyyy':
      return `${dayOfMonth}-${month}-${year}`;
    case 'yyyy-mm-dd':
      return day;
    case 'yyyymmdd':
      return `${year}${month}${dayOfMonth}`;
    case 'ddmmyyyy':
      return `${dayOfMonth}${month}${year}`;
    case 'ddmmyy':
      return `${dayOfMonth}${month}${year.slice(2)}`;
  }
}

function amountText(amount: Pence, template: PaymentTemplate, sign: '' | '-'): string {
  return `${sign}${template.amounts === 'pence' ? String(amount) : poundsString(amount)}`;
}

type Batch = {
  readonly template: PaymentTemplate;
  readonly payer: FilePayer;
  readonly payDay: IsoDay;
  readonly count: number;
  readonly total: Pence;
};

function textOf(
  column: PaymentColumn,
  batch: Batch,
  payment: FilePayment | undefined,
  number: number,
): string {
  const { template, payer } = batch;
  switch (column.value) {
    case 'payee-name':
      return payment?.name.trim() ?? '';
    case 'sort-code':
      return sortCodeText(payment?.sortCode ?? '', template);
    case 'account-number':
      return digitsOf(payment?.accountNumber ?? '');
    case 'amount':
      return payment === undefined ? '' : amountText(payment.amount, template, '');
    case 'amount-out':
      return payment === undefined ? '' : amountText(payment.amount, template, '-');
    case 'reference':
      return payment?.reference.trim() ?? '';
    case 'payee-kind':
      return payment?.isPerson === true ? template.texts.person : template.texts.firm;
    case 'row-number':
      return String(number);
    case 'pay-day':
      return dayText(batch.payDay, template.dates);
    case 'payer-name':
      return payer.name.trim();
    case 'payer-sort-code':
      return sortCodeText(payer.sortCode, template);
    case 'payer-account-number':
      return digitsOf(payer.accountNumber);
    case 'payer-account':
      return `${digitsOf(payer.sortCode)}-${digitsOf(payer.accountNumber)}`;
    case 'count':
      return String(batch.count);
    case 'total':
      return amountText(batch.total, template, '');
    case 'total-out':
      return amountText(batch.total, template, '-');
    case 'text':
      return column.text;
    case 'empty':
      return '';
  }
}

const WRITTEN = ['payee-name', 'reference', 'payer-name', 'text', 'payee-kind'] as const;
const isWritten = (value: PaymentColumn['value']): boolean => (WRITTEN as readonly string[]).includes(value);

function kindOfText(value: PaymentColumn['value']): 'name' | 'reference' | 'text' {
  return value === 'payee-name' ? 'name' : value === 'reference' ? 'reference' : 'text';
}

/** A cell as the file has it, with what is wrong with it. */
function cellOf(
  column: PaymentColumn,
  batch: Batch,
  payment: FilePayment | undefined,
  number: number,
  tell: (code: PaymentProblemCode, blocks: boolean, values?: PaymentProblem['values']) => void,
): string {
  const { template } = batch;
  let cell = textOf(column, batch, payment, number);
  if (!isWritten(column.value)) return cell;
  if (template.upperCase && column.value !== 'text' && column.value !== 'payee-kind')
    cell = cell.toUpperCase();
  const letters = [...cell];
  if (column.most !== null && letters.length > column.most) {
    const kind = kindOfText(column.value);
    const values = { most: column.most, text: cell };
    if (column.cut) {
      cell = letters.slice(0, column.most).join('').trimEnd();
      tell(`payment.${kind}-cut`, false, { ...values, cut: cell });
    } else tell(`payment.${kind}-too-long`, true, values);
  }
  const strange = [...cell].find((letter) => !CHARACTERS[template.characters].test(letter));
  if (strange !== undefined) tell('payment.character', true, { character: strange, text: cell });
  if (FORMULA_START.test(cell)) tell('payment.formula', true, { text: cell });
  const delimiter = DELIMITERS[template.delimiter];
  if (template.quotes === 'never' && (cell.includes(delimiter) || cell.includes('"')))
    tell('payment.delimiter', true, { text: cell });
  return cell;
}

function quoted(cell: string, template: PaymentTemplate): string {
  const needed = cell.includes(DELIMITERS[template.delimiter]) || /["\r\n]/.test(cell);
  if (template.quotes === 'always' || (template.quotes === 'where-needed' && needed))
    return `"${cell.replaceAll('"', '""')}"`;
  return cell;
}

/** What is wrong with a payment whatever the file is like. */
function checkPayment(
  payment: FilePayment,
  uses: (value: PaymentColumn['value']) => boolean,
): PaymentProblem[] {
  const { key } = payment;
  const found: PaymentProblem[] = [];
  const tell = (code: PaymentProblemCode, blocks = true): void =>
    void found.push({ key, code, values: {}, blocks });
  if (payment.name.trim() === '') tell('payment.no-name');
  if (uses('sort-code')) {
    if (payment.sortCode.trim() === '') tell('payment.no-sort-code');
    else if (!/^\d{6}$/.test(digitsOf(payment.sortCode))) tell('payment.sort-code');
  }
  if (uses('account-number')) {
    if (payment.accountNumber.trim() === '') tell('payment.no-account');
    else if (!/^\d{8}$/.test(digitsOf(payment.accountNumber))) tell('payment.account');
  }
  if (payment.amount <= 0) tell('payment.amount');
  if (uses('reference') && payment.reference.trim() === '') tell('payment.no-reference', false);
  return found;
}

function checkPayer(payer: FilePayer, uses: (value: PaymentColumn['value']) => boolean): PaymentProblem[] {
  const found: PaymentProblem[] = [];
  const tell = (code: PaymentProblemCode): void =>
    void found.push({ key: null, code, values: {}, blocks: true });
  const both = uses('payer-account');
  if ((both || uses('payer-sort-code')) && !/^\d{6}$/.test(digitsOf(payer.sortCode)))
    tell('payment.payer-sort-code');
  if ((both || uses('payer-account-number')) && !/^\d{8}$/.test(digitsOf(payer.accountNumber)))
    tell('payment.payer-account');
  if (uses('payer-name') && payer.name.trim() === '') tell('payment.payer-name');
  return found;
}

function ordered(payments: readonly FilePayment[], order: PaymentTemplate['order']): readonly FilePayment[] {
  switch (order) {
    case 'as-listed':
      return payments;
    case 'by-name':
      return payments.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    case 'by-amount':
      return payments.toSorted((a, b) => b.amount - a.amount);
  }
}

/**
 * The file that a bank takes, by a template: its rows, its text to the last byte, and what is wrong with each payment. Amounts are
 * whole pence. The text is only fit to be used where no problem blocks.
 */
export function paymentFile(input: {
  readonly template: PaymentTemplate;
  readonly payments: readonly FilePayment[];
  readonly payer: FilePayer;
  readonly payDay: IsoDay;
}): PaymentFile {
  const { template, payer, payDay } = input;
  const total = sumPence(input.payments.map((one) => one.amount));
  const batch: Batch = { template, payer, payDay, count: input.payments.length, total };
  const everywhere = [...template.head, ...template.columns, ...template.total];
  const uses = (value: PaymentColumn['value']): boolean => everywhere.some((one) => one.value === value);
  const problems: PaymentProblem[] = checkPayer(payer, uses);
  const row = (
    columns: readonly PaymentColumn[],
    payment: FilePayment | undefined,
    number: number,
  ): string[] =>
    columns.map((column) =>
      cellOf(column, batch, payment, number, (code, blocks, values = {}) => {
        const key = column.value === 'payer-name' || column.value === 'text' ? null : (payment?.key ?? null);
        // What is wrong with the payer's own name is told once, not in each row.
        if (key !== null || !problems.some((one) => one.key === null && one.code === code))
          problems.push({ key, code, values, blocks });
      }),
    );
  const rows: string[][] = [];
  if (template.headings) rows.push(template.columns.map((one) => one.heading));
  if (template.head.length > 0) rows.push(row(template.head, undefined, 0));
  for (const [index, payment] of ordered(input.payments, template.order).entries()) {
    problems.push(...checkPayment(payment, uses));
    rows.push(row(template.columns, payment, index + 1));
  }
  if (template.total.length > 0) rows.push(row(template.total, undefined, 0));
  const end = template.lineEnds === 'crlf' ? '\r\n' : '\n';
  const lines = rows.map((cells) =>
    cells.map((cell) => quoted(cell, template)).join(DELIMITERS[template.delimiter]),
  );
  return { rows, text: lines.join(end) + (template.lastLineEnds ? end : ''), total, problems };
}
