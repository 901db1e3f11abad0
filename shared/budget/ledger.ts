import type { IsoDay } from '../dates';
import { NO_MONEY, negatePence, type Pence, sumPence } from '../money';

/**
 * The accounts of the ledger. Debits are positive, credits negative: money in the bank is positive, what is owed
 * and what came in are negative, what was spent is positive.
 */
export const ACCOUNT_NATURES = {
  bank: 'asset',
  cash: 'asset',
  /** Money lent to a PA ahead of pay. */
  advances: 'asset',
  /** What other households owe for a PA they share, to the one that employs the PA. */
  'pooled-owed-to-us': 'asset',
  /** Between two accounts of the same household: nothing once both ends are in. */
  transfer: 'asset',
  /** Paid by the person's word, not on a statement yet: stands in for the bank until a statement's line shows it. */
  unpresented: 'asset',
  /** Paid on one day, counted on another: holds the part between the two. */
  timing: 'asset',
  /** Bank lines not explained yet. */
  unexplained: 'suspense',
  'net-pay-owed': 'liability',
  'hmrc-owed': 'liability',
  'pension-owed': 'liability',
  /** Attachments of earnings and other deductions to be passed on. */
  'deductions-owed': 'liability',
  /** What the person paid in over their contribution, or the authority over the agreement. */
  'overpaid-owed': 'liability',
  /** What this household owes the one that employs a PA they share. */
  'pooled-owed': 'liability',
  'opening-balance': 'equity',
  'own-money': 'equity',
  'direct-payment-income': 'income',
  'client-contribution-income': 'income',
  'interest-income': 'income',
  'statutory-pay-recovered': 'income',
  'other-income': 'income',
  wages: 'expense',
  'employer-national-insurance': 'expense',
  'employer-pension': 'expense',
  agency: 'expense',
  insurance: 'expense',
  'payroll-service': 'expense',
  equipment: 'expense',
  training: 'expense',
  recruitment: 'expense',
  expenses: 'expense',
  'bank-charges': 'expense',
  'returned-to-authority': 'expense',
  'other-spending': 'expense',
} as const;

export type AccountCode = keyof typeof ACCOUNT_NATURES;

/** Every account code, in the order reports list them. */
export const ACCOUNT_CODES = Object.keys(ACCOUNT_NATURES) as readonly AccountCode[];

/** Whether a text is an account code. */
export function isAccountCode(text: string): text is AccountCode {
  return Object.hasOwn(ACCOUNT_NATURES, text);
}

export type LedgerPosting = {
  readonly account: AccountCode;
  /** Which one of its kind: a bank account, a worker, a pension scheme. */
  readonly ref?: string;
  readonly fundId?: string;
  /** The plan's or the person's own category. */
  readonly categoryId?: string;
  /** Debit positive, credit negative. */
  readonly amount: Pence;
};

export type LedgerEntryKind =
  | 'opening'
  | 'bank-line'
  | 'explanation'
  | 'reversal'
  | 'pay-run'
  | 'payment'
  | 'cash'
  | 'transfer'
  | 'correction';

export type LedgerEntry = {
  readonly date: IsoDay;
  readonly kind: LedgerEntryKind;
  /** What it comes from: the id of a bank line, a pay run, a person's action. */
  readonly sourceId?: string;
  /** The id of the stored entry that this one takes back. */
  readonly reversesEntryId?: string;
  readonly postings: readonly LedgerPosting[];
};

/** A posting without the parts that are not there, and never for nothing. */
function tidy(postings: readonly LedgerPosting[]): readonly LedgerPosting[] {
  return postings.filter((posting) => posting.amount !== 0);
}

/** Whether an entry's postings sum to nothing, as double entry demands. */
export function isBalanced(entry: LedgerEntry): boolean {
  return sumPence(entry.postings.map((posting) => posting.amount)) === 0;
}

/** The same entry, once it is known to balance. Throws otherwise: an entry that does not is our bug. */
export function balanced(entry: LedgerEntry): LedgerEntry {
  if (!isBalanced(entry)) {
    const sum = sumPence(entry.postings.map((posting) => posting.amount));
    throw new Error(`Ledger entry of ${entry.date} (${entry.kind}) is out by ${sum} pence`);
  }
  return entry;
}

/** Whose a first balance was, in parts. */
export type OpeningPart = { readonly fundId?: string; readonly amount: Pence };

/** What was in an account when the record began, and whose it was: one fund's, or several parts that add up to it. */
export function openingEntry(
  date: IsoDay,
  account: 'bank' | 'cash',
  ref: string,
  amount: Pence,
  fund?: string | readonly OpeningPart[],
): LedgerEntry {
  const parts: readonly OpeningPart[] =
    typeof fund === 'object' ? fund : [{ ...(fund === undefined ? {} : { fundId: fund }), amount }];
  return balanced({
    date,
    kind: 'opening',
    sourceId: ref,
    postings: tidy([
      { account, ref, amount },
      ...parts.map(
        (part): LedgerPosting => ({ account: 'opening-balance', ...part, amount: negatePence(part.amount) }),
      ),
    ]),
  });
}

export type BankLine = {
  readonly id: string;
  readonly bankAccountId: string;
  readonly date: IsoDay;
  /** Money out negative. */
  readonly amount: Pence;
  /** A line of cash, or one written by hand that no statement shows yet; else a line of a statement. */
  readonly heldIn?: 'bank' | 'cash' | 'unpresented';
};

/** A line as it comes in: where its money is, and not explained yet. */
export function bankLineEntry(line: BankLine): LedgerEntry {
  const account = line.heldIn ?? 'bank';
  const kinds = { bank: 'bank-line', cash: 'cash', unpresented: 'payment' } as const;
  return balanced({
    date: line.date,
    kind: kinds[account],
    sourceId: line.id,
    postings: tidy([
      { account, ref: account === 'unpresented' ? line.id : line.bankAccountId, amount: line.amount },
      { account: 'unexplained', ref: line.id, amount: negatePence(line.amount) },
    ]),
  });
}

/** One part of a line's explanation. */
export type LineSplit = {
  readonly account: AccountCode;
  readonly ref?: string;
  readonly fundId?: string;
  readonly categoryId?: string;
  /** With the sign of the line: money out negative. */
  readonly amount: Pence;
  /** The day it counts, where that is not the line's own. */
  readonly countsOn?: IsoDay;
};

function splitPosting({ amount, countsOn: _day, ...rest }: LineSplit): LedgerPosting {
  return { ...rest, amount: negatePence(amount) };
}

/** Whether the parts of an explanation add up to the line. */
export function splitsAddUp(line: BankLine, splits: readonly LineSplit[]): boolean {
  return sumPence(splits.map((split) => split.amount)) === line.amount;
}

/** Explains a line: moves it from `unexplained` to what it was for. Throws when the parts do not add up to the line. */
export function explanationEntry(line: BankLine, splits: readonly LineSplit[]): LedgerEntry {
  return balanced({
    date: line.date,
    kind: 'explanation',
    sourceId: line.id,
    postings: tidy([
      { account: 'unexplained', ref: line.id, amount: line.amount },
      ...splits.map(splitPosting),
    ]),
  });
}

/**
 * Explains a line whose parts may count on other days than its own: on the line's day such a part is held in `timing`,
 * and on the day it counts it moves from there to what it was for. `correctedOn` dates what is said after a return was sent.
 */
export function explanationEntries(
  line: BankLine,
  splits: readonly LineSplit[],
  correctedOn?: IsoDay,
): readonly LedgerEntry[] {
  const date = correctedOn ?? line.date;
  const waits = ({ countsOn }: LineSplit): boolean =>
    countsOn !== undefined && (correctedOn === undefined ? countsOn !== date : countsOn > date);
  const held = (split: LineSplit): LineSplit => ({
    account: 'timing',
    ref: line.id,
    ...(split.fundId === undefined ? {} : { fundId: split.fundId }),
    amount: split.amount,
  });
  const kind = correctedOn === undefined ? 'explanation' : 'correction';
  const first = explanationEntry(
    { ...line, date },
    splits.map((split) => (waits(split) ? held(split) : split)),
  );
  const days = [...new Set(splits.flatMap((split) => (waits(split) ? (split.countsOn ?? []) : [])))].sort();
  return [
    { ...first, kind },
    ...days.map((day) =>
      balanced({
        date: day,
        kind,
        sourceId: line.id,
        postings: tidy(
          splits
            .filter((split) => waits(split) && split.countsOn === day)
            .flatMap((split) => [
              { ...splitPosting(held(split)), amount: split.amount },
              splitPosting(split),
            ]),
        ),
      }),
    ),
  ];
}

/** Takes an entry back, on a day of its own when the first day is closed. */
export function reversalEntry(entry: LedgerEntry, entryId: string, date: IsoDay = entry.date): LedgerEntry {
  return balanced({
    date,
    kind: 'reversal',
    ...(entry.sourceId === undefined ? {} : { sourceId: entry.sourceId }),
    reversesEntryId: entryId,
    postings: entry.postings.map((posting) => ({ ...posting, amount: negatePence(posting.amount) })),
  });
}

export type PayRunWorker = {
  readonly workerId: string;
  readonly fundId?: string;
  readonly categoryId?: string;
  /** Gross pay, statutory pay included; not expenses. */
  readonly grossPay: Pence;
  /** Mileage and expenses paid back with the wages. */
  readonly expenses?: Pence;
  /** Income Tax, employee National Insurance and student loan together. */
  readonly deductedForHmrc: Pence;
  readonly employeePension: Pence;
  readonly employerNationalInsurance: Pence;
  readonly employerPension: Pence;
  /** Deductions to be passed on that name no payee. */
  readonly otherDeductions?: Pence;
  /** Deductions to be passed on, by whom they are for: an attachment order. */
  readonly passedOn?: readonly { readonly ref: string; readonly amount: Pence }[];
  /** Deductions that the employer keeps: so much less is spent on wages. */
  readonly keptBack?: Pence;
  /** Advances taken back from this pay. */
  readonly advanceRepaid?: Pence;
  readonly netPay: Pence;
};

export type FinishedPayRun = {
  readonly id: string;
  readonly payDate: IsoDay;
  readonly workers: readonly PayRunWorker[];
  /** Employment Allowance used against this run's employer National Insurance. */
  readonly employmentAllowance?: Pence;
  /** Statutory pay HMRC lets the employer keep back, compensation included. */
  readonly statutoryPayRecovered?: Pence;
};

/**
 * Finishing a pay run: what it cost, and to whom it is owed. Throws unless gross + expenses − deductions = net for
 * every worker: the payroll that gives the figures keeps that.
 */
export function payRunEntry(run: FinishedPayRun): LedgerEntry {
  const postings: LedgerPosting[] = [];
  for (const worker of run.workers) {
    const share = {
      ...(worker.fundId === undefined ? {} : { fundId: worker.fundId }),
      ...(worker.categoryId === undefined ? {} : { categoryId: worker.categoryId }),
    };
    const ref = worker.workerId;
    const owedToHmrc = sumPence([worker.deductedForHmrc, worker.employerNationalInsurance]);
    const pension = sumPence([worker.employeePension, worker.employerPension]);
    postings.push(
      { account: 'wages', ref, ...share, amount: worker.grossPay },
      { account: 'expenses', ref, ...share, amount: worker.expenses ?? NO_MONEY },
      { account: 'employer-national-insurance', ref, ...share, amount: worker.employerNationalInsurance },
      { account: 'employer-pension', ref, ...share, amount: worker.employerPension },
      { account: 'net-pay-owed', ref, ...share, amount: negatePence(worker.netPay) },
      { account: 'hmrc-owed', ...share, amount: negatePence(owedToHmrc) },
      { account: 'pension-owed', ...share, amount: negatePence(pension) },
      { account: 'deductions-owed', ref, ...share, amount: negatePence(worker.otherDeductions ?? NO_MONEY) },
      ...(worker.passedOn ?? []).map((one): LedgerPosting => {
        return { account: 'deductions-owed', ref: one.ref, ...share, amount: negatePence(one.amount) };
      }),
      { account: 'wages', ref, ...share, amount: negatePence(worker.keptBack ?? NO_MONEY) },
      { account: 'advances', ref, ...share, amount: negatePence(worker.advanceRepaid ?? NO_MONEY) },
    );
    if (sumPence(postings.map((posting) => posting.amount)) !== 0) {
      throw new Error(`Pay of worker ${ref} in run ${run.id} does not add up from gross to net`);
    }
  }
  const allowance = run.employmentAllowance ?? NO_MONEY;
  const recovered = run.statutoryPayRecovered ?? NO_MONEY;
  postings.push(
    { account: 'hmrc-owed', amount: sumPence([allowance, recovered]) },
    { account: 'employer-national-insurance', amount: negatePence(allowance) },
    { account: 'statutory-pay-recovered', amount: negatePence(recovered) },
  );
  return balanced({ date: run.payDate, kind: 'pay-run', sourceId: run.id, postings: tidy(postings) });
}

/**
 * Money that moved without a bank line: paid in cash, or from the person's own pocket, or a bank payment not on a
 * statement yet. `from` gives the money (`amount` out negative), the splits say what it was for.
 */
export function paymentEntry(payment: {
  readonly date: IsoDay;
  readonly sourceId: string;
  readonly from: { readonly account: 'bank' | 'cash' | 'own-money'; readonly ref?: string };
  readonly amount: Pence;
  readonly splits: readonly LineSplit[];
}): LedgerEntry {
  return balanced({
    date: payment.date,
    kind: payment.from.account === 'cash' ? 'cash' : 'payment',
    sourceId: payment.sourceId,
    postings: tidy([{ ...payment.from, amount: payment.amount }, ...payment.splits.map(splitPosting)]),
  });
}
