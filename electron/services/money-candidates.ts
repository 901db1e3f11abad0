import type { LineExplanation } from '@shared/api/money';
import { daysOfSchedule } from '@shared/budget/forecast';
import { ACCOUNT_NATURES, type AccountCode, isAccountCode } from '@shared/budget/ledger';
import { payeeText } from '@shared/budget/line-text';
import type { MatchCandidate } from '@shared/budget/matching-types';
import { addDays, type IsoDay } from '@shared/dates';
import { negatePence, type Pence, pence, sumPence, takePence } from '@shared/money';
import { agreementsOf, billsOf, categoriesOf, representativesOf } from '../db/queries/household';
import {
  explanationsOfPayee,
  halfTransfersAround,
  knownNames,
  linesToBeShown,
  paidOutAround,
  receiptsAround,
  settledOf,
} from '../db/queries/matching';
import type { BankLineRow, FundingAgreementRow, LineExplanationRow, PlanCategoryRow } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { ServiceContext } from './context';
import { billSchedule } from './money-bills';
import { payCandidates } from './pay-payments';
import { poolCandidates } from './pools-money';

/** What an answer explains a line as. The amount is put in for each line. */
export type Answer = Omit<LineExplanation, 'amount'>;

/** Something a line may be, with what it would explain the line as: in one part, or as the parts of what came back. */
export type Found = {
  readonly candidate: MatchCandidate;
  readonly answer: Answer;
  readonly parts?: readonly LineExplanation[];
};

/** Days that lines lie in close to each other: candidates are looked for around them. */
export type Stretch = { readonly from: IsoDay; readonly to: IsoDay };

export const ANSWER: Answer = {
  ledgerAccount: 'other-spending',
  categoryId: null,
  agreementId: null,
  workerId: null,
  matchKind: 'by-hand',
  matchKey: null,
  note: '',
};

/** What an answer comes to, whatever it settles. */
export function asOf(answer: Answer): string {
  const { ledgerAccount, categoryId, agreementId, workerId } = answer;
  return [ledgerAccount, categoryId ?? '', agreementId ?? '', workerId ?? ''].join('~');
}

export function offer(candidate: MatchCandidate, answer: Partial<Answer>): Found {
  const whole = { ...ANSWER, ...answer };
  return { candidate: { ...candidate, as: asOf(whole) }, answer: whole };
}

const OWED: Readonly<
  Record<
    'wage' | 'hmrc' | 'pension' | 'order',
    { account: AccountCode; matchKind: LineExplanation['matchKind'] }
  >
> = {
  wage: { account: 'net-pay-owed', matchKind: 'net-pay' },
  hmrc: { account: 'hmrc-owed', matchKind: 'hmrc' },
  pension: { account: 'pension-owed', matchKind: 'pension' },
  order: { account: 'deductions-owed', matchKind: 'order' },
};

/** What pay says is still owed: wages, HMRC, pensions and orders. */
export function owed(context: ServiceContext, householdId: string, { from, to }: Stretch): Found[] {
  // A pension or an order is due up to some seven weeks after its pay date.
  return payCandidates(context, householdId, addDays(from, -90), addDays(to, 30)).flatMap(
    ({ workerId, ...candidate }): Found[] => {
      const { kind } = candidate;
      if (kind !== 'wage' && kind !== 'hmrc' && kind !== 'pension' && kind !== 'order') return [];
      const { account, matchKind } = OWED[kind];
      return [offer(candidate, { ledgerAccount: account, workerId, matchKind, matchKey: candidate.id })];
    },
  );
}

/** What is left to pay or to come in for PAs shared with other households. */
export function pooled(context: ServiceContext, householdId: string): Found[] {
  return poolCandidates(context, householdId).map(({ account, ...candidate }) =>
    offer(candidate, { ledgerAccount: account, matchKind: 'pool', matchKey: candidate.id }),
  );
}

/** Weeks that one payment of an agreement is for; a month is not whole weeks. */
const WEEKS: Readonly<Record<FundingAgreementRow['frequency'], number>> = {
  weekly: 1,
  'two-weekly': 2,
  'four-weekly': 4,
  monthly: 1,
};

function weekly(amount: Pence, frequency: FundingAgreementRow['frequency']): Pence {
  const weeks = WEEKS[frequency];
  return amount % weeks === 0 ? pence(amount / weeks) : amount;
}

/** What the agreements promise: the direct payments, and the person's own contribution. */
export function promised(db: WorkspaceDatabase, householdId: string): Found[] {
  const people = [
    db.byId('household', householdId)?.supported_name ?? '',
    ...representativesOf(db, householdId).map((one) => one.name),
  ].join(' ');
  return agreementsOf(db, householdId).flatMap((one): Found[] => {
    const found: Found[] = [];
    if (one.amount_pence > 0) {
      const amount = weekly(one.amount_pence, one.frequency);
      found.push(
        offer(
          {
            kind: 'direct-payment',
            id: one.id,
            amount,
            name: one.funder_name,
            reference: one.reference,
          },
          { ledgerAccount: 'direct-payment-income', agreementId: one.id, matchKind: 'direct-payment' },
        ),
      );
    }
    if (one.contribution_pence > 0)
      found.push(
        offer(
          { kind: 'client-contribution', id: one.id, amount: one.contribution_pence, name: people },
          { ledgerAccount: 'client-contribution-income', agreementId: one.id, matchKind: 'contribution' },
        ),
      );
    return found;
  });
}

/** The plan category of an account, where only one fits. */
export function categoryFor(categories: readonly PlanCategoryRow[], account: string): Partial<Answer> {
  const fitting = categories.filter((one) => one.ledger_account === account && one.allowed === 1);
  const only = fitting.length === 1 ? fitting[0] : undefined;
  return only === undefined ? {} : { categoryId: only.id, agreementId: only.agreement_id };
}

/** How long before its first line a bill is looked for. */
const BILL_DAYS = 40;

/** Bills of those days that no line has paid yet. */
export function billsToPay(db: WorkspaceDatabase, householdId: string, { from, to }: Stretch): Found[] {
  const categories = categoriesOf(db, householdId);
  const due = billsOf(db, householdId).flatMap((bill) =>
    daysOfSchedule(billSchedule(bill), addDays(from, -BILL_DAYS), addDays(to, 7)).map((day) => ({
      bill,
      day,
      key: `bill:${bill.id}:${day}`,
    })),
  );
  const settled = settledOf(
    db,
    householdId,
    due.map((one) => one.key),
  );
  return due.flatMap(({ bill, day, key }): Found[] => {
    if (settled.has(key)) return [];
    return [
      offer(
        { kind: 'bill', id: key, amount: bill.amount_pence, date: day, name: bill.name },
        {
          ledgerAccount: bill.ledger_account,
          matchKind: 'regular',
          matchKey: key,
          ...categoryFor(categories, bill.ledger_account),
          ...(bill.category_id === null ? {} : { categoryId: bill.category_id }),
          ...(bill.agreement_id === null ? {} : { agreementId: bill.agreement_id }),
        },
      ),
    ];
  });
}

/** So many of the newest answers of a payee are looked at. */
const LOOKED_BACK = 12;

function answerOfPart(part: LineExplanationRow): Answer {
  return {
    ledgerAccount: part.ledger_account,
    categoryId: part.category_id,
    agreementId: part.agreement_id,
    workerId: part.worker_id,
    matchKind: 'regular',
    matchKey: null,
    note: part.note,
    ...(part.fund_part === 'agreement' ? {} : { fundPart: part.fund_part }),
  };
}

/** Payees of these lines as they were explained before. Learned here, from what the person accepted or said. */
export function usual(db: WorkspaceDatabase, householdId: string, lines: readonly BankLineRow[]): Found[] {
  const payees = new Set(lines.map((line) => payeeText(line.description)).filter((text) => text.length > 2));
  return [...payees].flatMap((payee) => {
    const parts = explanationsOfPayee(db, householdId, payee, LOOKED_BACK);
    const perLine = new Map<string, number>();
    for (const part of parts) perLine.set(part.bank_line_id, (perLine.get(part.bank_line_id) ?? 0) + 1);
    const single = parts.filter(
      (part) => perLine.get(part.bank_line_id) === 1 && isAccountCode(part.ledger_account),
    );
    return [true, false].flatMap((incoming): Found[] => {
      const own = single.filter((part) => part.amount_pence > 0 === incoming);
      const byAnswer = new Map<string, LineExplanationRow[]>();
      for (const part of own) {
        const as = asOf(answerOfPart(part));
        byAnswer.set(as, [...(byAnswer.get(as) ?? []), part]);
      }
      return [...byAnswer].flatMap(([as, same]): Found[] => {
        const [newest] = same;
        if (newest === undefined) return [];
        const candidate: MatchCandidate = {
          kind: 'regular',
          id: `${newest.bank_line_id}:${newest.position}`,
          amount: pence(Math.abs(newest.amount_pence)),
          amounts: same.map((part) => pence(Math.abs(part.amount_pence))),
          name: payee,
          incoming,
          times: same.length,
          varied: byAnswer.size > 1,
          as,
        };
        return [{ candidate, answer: answerOfPart(newest) }];
      });
    });
  });
}

/** Receipts of those days, with what no line has taken of them yet. */
export function looseReceipts(db: WorkspaceDatabase, householdId: string, { from, to }: Stretch): Found[] {
  const category = categoryFor(categoriesOf(db, householdId), 'other-spending');
  return receiptsAround(db, householdId, addDays(from, -45), addDays(to, 7)).flatMap((one): Found[] => {
    if (one.day === null || one.total_pence === null) return [];
    const taken = pence(-(one.linked_pence ?? 0));
    const left = takePence(one.total_pence, taken);
    if (left <= 0 || (taken < 0 && one.linked_pence !== null)) return [];
    const key = `receipt:${one.id}`;
    return [
      offer(
        {
          kind: 'receipt',
          id: key,
          amount: left,
          ...(taken === 0 ? {} : { whole: one.total_pence }),
          date: one.day,
          name: one.supplier,
        },
        { matchKey: key, ...category },
      ),
    ];
  });
}

const isExpense = (account: string): boolean =>
  isAccountCode(account) && ACCOUNT_NATURES[account] === 'expense';

/** What money that comes in may be of what went out before: a payment that came back, or a refund. */
export function moneyBack(
  db: WorkspaceDatabase,
  householdId: string,
  lines: readonly BankLineRow[],
): Found[] {
  const incoming = lines.filter((line) => line.amount_pence > 0);
  const [first, last] = [incoming[0], incoming.at(-1)];
  if (first === undefined || last === undefined) return [];
  const amounts = new Set(incoming.map((line) => line.amount_pence));
  const byLine = new Map<string, ReturnType<typeof paidOutAround>>();
  for (const part of paidOutAround(db, householdId, addDays(first.day, -120), last.day)) {
    const list = byLine.get(part.bank_line_id);
    if (list === undefined) byLine.set(part.bank_line_id, [part]);
    else list.push(part);
  }
  return [...byLine].flatMap(([lineId, parts]): Found[] => {
    const [part] = parts;
    if (part === undefined || parts.some((one) => ['transfer', 'shown'].includes(one.match_kind))) return [];
    const found: Found[] = [];
    const whole = pence(-part.line_pence);
    const base = { id: lineId, amount: whole, date: part.day, name: part.description };
    if (amounts.has(whole)) {
      const back = parts.map(
        (one): LineExplanation => ({
          ...answerOfPart(one),
          matchKind: one.match_kind as LineExplanation['matchKind'],
          matchKey: one.match_key?.startsWith('receipt:') === true ? null : one.match_key,
          amount: negatePence(one.amount_pence),
        }),
      );
      found.push({
        candidate: { ...base, kind: 'came-back', as: `came-back:${lineId}` },
        answer: ANSWER,
        parts: back,
      });
    }
    if (parts.length === 1 && isExpense(part.ledger_account) && part.match_kind !== 'net-pay') {
      const answer: Answer = { ...answerOfPart(part), matchKind: 'refund', matchKey: `refund:${lineId}` };
      found.push({ candidate: { ...base, kind: 'refund', as: asOf(answer) }, answer });
    }
    return found;
  });
}

/** Payments written by hand that a statement may now show, and money on its way between own accounts. */
export function knownLines(db: WorkspaceDatabase, householdId: string, { from, to }: Stretch): Found[] {
  const shown = linesToBeShown(db, householdId, addDays(from, -190), addDays(to, 3)).map((one) =>
    offer(
      {
        kind: 'shown',
        id: one.id,
        amount: pence(Math.abs(one.amount_pence)),
        incoming: one.amount_pence > 0,
        date: one.day,
        name: one.description,
        accountId: one.account_id,
      },
      { ledgerAccount: 'unpresented', matchKind: 'shown', matchKey: `shown:${one.id}` },
    ),
  );
  const half = halfTransfersAround(db, householdId, addDays(from, -5), addDays(to, 5)).map((one) =>
    offer(
      {
        kind: 'transfer',
        id: one.id,
        amount: pence(Math.abs(one.amount_pence)),
        incoming: one.amount_pence < 0,
        date: one.day,
        accountId: one.account_id,
      },
      { ledgerAccount: 'transfer', matchKind: 'transfer', matchKey: `transfer:${one.id}` },
    ),
  );
  return [...shown, ...half];
}

const PAYEE_ACCOUNTS: Readonly<Record<string, AccountCode>> = {
  hmrc: 'hmrc-owed',
  pension: 'pension-owed',
  order: 'deductions-owed',
  agency: 'agency',
  insurer: 'insurance',
  'payroll-service': 'payroll-service',
};

/** People and firms known by name: an agency, an insurer, a payroll service, HMRC, a pension. */
export function known(db: WorkspaceDatabase, householdId: string): Found[] {
  const categories = categoriesOf(db, householdId);
  const { payees, agencies, insurers } = knownNames(db, householdId);
  const one = (id: string, name: string, account: AccountCode | undefined): Found[] => {
    if (account === undefined || name.trim() === '') return [];
    return [
      offer(
        { kind: 'payee', id, amount: pence(0), name },
        { ledgerAccount: account, matchKind: 'regular', ...categoryFor(categories, account) },
      ),
    ];
  };
  return [
    ...one('hmrc', 'HMRC', 'hmrc-owed'),
    ...payees.flatMap((row) => one(row.id, row.name, PAYEE_ACCOUNTS[row.kind])),
    ...agencies.flatMap((row) => (row.kind === 'agency' ? one(row.id, row.name, 'agency') : [])),
    ...insurers.flatMap((row) => one(row.id, row.name, 'insurance')),
  ];
}

/** What the bank's own words say, and one end of a transfer. */
export function byWords(db: WorkspaceDatabase, householdId: string): ReadonlyMap<string, Answer> {
  const categories = categoriesOf(db, householdId);
  return new Map<string, Answer>([
    ['cash|cash', { ...ANSWER, ledgerAccount: 'cash' }],
    [
      'bank-charge|bank-charge',
      { ...ANSWER, ledgerAccount: 'bank-charges', ...categoryFor(categories, 'bank-charges') },
    ],
    ['interest|interest', { ...ANSWER, ledgerAccount: 'interest-income' }],
  ]);
}

/** What parts come to: the whole of a line, always. */
export function addUp(parts: readonly LineExplanation[]): Pence {
  return sumPence(parts.map((part) => part.amount));
}
