import type { LineExplanation, Proposal } from '@shared/api/money';
import { daysOfSchedule } from '@shared/budget/forecast';
import { type AccountCode, isAccountCode } from '@shared/budget/ledger';
import { payeeText } from '@shared/budget/line-text';
import { type MatchCandidate, type MatchProposal, proposeMatches } from '@shared/budget/matching';
import { addDays, type IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { agreementsOf, billsOf, categoriesOf, representativesOf } from '../db/queries/household';
import { explanationsOf, linesBetween, receiptLinksOf, receiptsOf } from '../db/queries/money';
import type { BankLineRow, FundingAgreementRow, PlanCategoryRow } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { billSchedule } from './money-bills';
import { payCandidates } from './pay-payments';
import { poolCandidates } from './pools-money';

type ExplanationRow = ReturnType<typeof explanationsOf>[number];

/** How long before its first line a bill is looked for. */
const BILL_DAYS = 40;

/** What an answer explains a line as. The amount is put in for each line. */
type Answer = Omit<LineExplanation, 'amount'>;

type Candidates = { readonly list: readonly MatchCandidate[]; readonly answers: ReadonlyMap<string, Answer> };

const ANSWER: Answer = {
  ledgerAccount: 'other-spending',
  categoryId: null,
  agreementId: null,
  workerId: null,
  matchKind: 'by-hand',
  matchKey: null,
  note: '',
};

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

/** Payees explained before, each as it was the last time; what pay asks for is not usual, it is expected. */
function regulars(explanations: readonly ExplanationRow[]): ExplanationRow[] {
  const single = new Map<string, ExplanationRow | null>();
  for (const part of explanations) single.set(part.bank_line_id, single.has(part.bank_line_id) ? null : part);
  const newest = new Map<string, ExplanationRow>();
  for (const part of single.values()) {
    if (part === null || ['net-pay', 'hmrc', 'pension', 'order', 'pool'].includes(part.match_kind)) continue;
    newest.set(`${payeeText(part.description)}|${part.amount_pence > 0}`, part);
  }
  return [...newest.values()];
}

type Found = readonly [candidate: MatchCandidate, answer: Partial<Answer>];

/** What pay says is still owed: wages, HMRC and pensions. */
function owed(context: ServiceContext, householdId: string): Found[] {
  return payCandidates(context, householdId).flatMap(({ workerId, ...candidate }): Found[] => {
    const { kind } = candidate;
    if (kind !== 'wage' && kind !== 'hmrc' && kind !== 'pension' && kind !== 'order') return [];
    const { account, matchKind } = OWED[kind];
    return [[candidate, { ledgerAccount: account, workerId, matchKind, matchKey: candidate.id }]];
  });
}

/** What is left to pay or to come in for PAs shared with other households. */
function pooled(context: ServiceContext, householdId: string): Found[] {
  return poolCandidates(context, householdId).map(({ account, ...candidate }) => [
    candidate,
    { ledgerAccount: account, matchKind: 'pool', matchKey: candidate.id },
  ]);
}

/** What the agreements promise: the direct payments, and the person's own contribution. */
function promised(db: WorkspaceDatabase, householdId: string): Found[] {
  const people = [
    db.byId('household', householdId)?.supported_name ?? '',
    ...representativesOf(db, householdId).map((one) => one.name),
  ].join(' ');
  const found: Found[] = [];
  for (const one of agreementsOf(db, householdId)) {
    if (one.amount_pence > 0) {
      found.push([
        {
          kind: 'direct-payment',
          id: one.id,
          amount: weekly(one.amount_pence, one.frequency),
          name: one.funder_name,
          reference: one.reference,
        },
        { ledgerAccount: 'direct-payment-income', agreementId: one.id, matchKind: 'direct-payment' },
      ]);
    }
    if (one.contribution_pence > 0) {
      found.push([
        { kind: 'client-contribution', id: one.id, amount: one.contribution_pence, name: people },
        { ledgerAccount: 'client-contribution-income', agreementId: one.id, matchKind: 'contribution' },
      ]);
    }
  }
  return found;
}

/** The plan category of an account, where only one fits. */
function categoryFor(categories: readonly PlanCategoryRow[], account: string): Partial<Answer> {
  const fitting = categories.filter((one) => one.ledger_account === account && one.allowed === 1);
  const only = fitting.length === 1 ? fitting[0] : undefined;
  return only === undefined ? {} : { categoryId: only.id, agreementId: only.agreement_id };
}

/** Bills of those days that no line has paid yet. */
function billsDue(
  db: WorkspaceDatabase,
  householdId: string,
  explanations: readonly ExplanationRow[],
  from: IsoDay,
  to: IsoDay,
): Found[] {
  const settled = new Set(explanations.map((part) => part.match_key));
  const categories = categoriesOf(db, householdId);
  return billsOf(db, householdId).flatMap((bill) =>
    daysOfSchedule(billSchedule(bill), addDays(from, -BILL_DAYS), to)
      .map((day) => ({ day, key: `bill:${bill.id}:${day}` }))
      .filter(({ key }) => !settled.has(key))
      .map(
        // A bill is expected once, on its day, like a receipt of which the day is known beforehand.
        ({ day, key }): Found => [
          { kind: 'receipt', id: key, amount: bill.amount_pence, date: day, name: bill.name },
          {
            ledgerAccount: bill.ledger_account,
            matchKind: 'regular',
            matchKey: key,
            ...categoryFor(categories, bill.ledger_account),
          },
        ],
      ),
  );
}

/** Payees as they were explained the last time. */
function usual(explanations: readonly ExplanationRow[]): Found[] {
  return regulars(explanations).flatMap((part): Found[] => {
    if (!isAccountCode(part.ledger_account)) return [];
    return [
      [
        {
          kind: 'regular',
          id: part.bank_line_id,
          amount: pence(Math.abs(part.amount_pence)),
          name: part.description,
          incoming: part.amount_pence > 0,
          account: part.ledger_account,
        },
        {
          ledgerAccount: part.ledger_account,
          categoryId: part.category_id,
          agreementId: part.agreement_id,
          workerId: part.worker_id,
          matchKind: 'regular',
          note: part.note,
        },
      ],
    ];
  });
}

/** Receipts that no line has been found for. */
function loneReceipts(db: WorkspaceDatabase, householdId: string): Found[] {
  const linked = new Set(receiptLinksOf(db, householdId).map((link) => link.receipt_id));
  const category = categoryFor(categoriesOf(db, householdId), 'other-spending');
  return receiptsOf(db, householdId).flatMap((one): Found[] => {
    if (linked.has(one.id) || one.day === null || one.total_pence === null || one.total_pence <= 0) return [];
    const key = `receipt:${one.id}`;
    return [
      [
        { kind: 'receipt', id: key, amount: one.total_pence, date: one.day, name: one.supplier },
        { matchKey: key, ...category },
      ],
    ];
  });
}

/** All that a line of those days could be, with what each would explain it as. */
function gather(
  context: ServiceContext,
  householdId: string,
  explanations: readonly ExplanationRow[],
  from: IsoDay,
  to: IsoDay,
): Candidates {
  const db = databaseOf(context);
  const found = [
    ...owed(context, householdId),
    ...pooled(context, householdId),
    ...promised(db, householdId),
    ...billsDue(db, householdId, explanations, from, to),
    ...usual(explanations),
    ...loneReceipts(db, householdId),
  ];
  return {
    list: found.map(([candidate]) => candidate),
    answers: new Map(
      found.map(([candidate, answer]) => [`${candidate.kind}|${candidate.id}`, { ...ANSWER, ...answer }]),
    ),
  };
}

function proposalOf(
  line: BankLineRow,
  match: MatchProposal,
  candidates: Candidates,
  amounts: ReadonlyMap<string, Pence>,
): Proposal {
  const pair = match.candidateIds.length > 1;
  const parts = match.candidateIds.map((id): LineExplanation => {
    const answer = candidates.answers.get(`${match.kind}|${id}`) ?? ANSWER;
    return { ...answer, amount: pair ? pence(-(amounts.get(id) ?? 0)) : line.amount_pence };
  });
  // What a shop's receipt was for, only the person knows.
  const guessed = parts.some((part) => part.matchKey?.startsWith('receipt:') === true);
  return {
    lineId: line.id,
    certain: match.certainty === 'certain' && !guessed,
    reasons: match.reasons.map(({ code, values }) => ({ code, values: { ...values } })),
    parts,
  };
}

/** What each line nobody has explained is likely to be, with the reasons. Always over all of them, so that the same line gets the same answer. */
export function proposalsOf(context: ServiceContext, householdId: string): ReadonlyMap<string, Proposal> {
  return databaseOf(context).remember(`proposals ${householdId} ${todayOf(context)}`, () =>
    workOutProposals(context, householdId),
  );
}

function workOutProposals(context: ServiceContext, householdId: string): ReadonlyMap<string, Proposal> {
  const db = databaseOf(context);
  const explanations = explanationsOf(db, householdId);
  const explained = new Set(explanations.map((part) => part.bank_line_id));
  const lines = linesBetween(db, householdId, null, null)
    .filter((line) => !explained.has(line.id))
    .reverse();
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const candidates = gather(context, householdId, explanations, first.day, last.day);
  const amounts = new Map(candidates.list.map((one) => [one.id, one.amount]));
  const matches = proposeMatches(
    lines.map((line) => ({
      id: line.id,
      date: line.day,
      amount: line.amount_pence,
      description: line.description,
    })),
    candidates.list,
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  return new Map(
    matches.flatMap((match) => {
      const line = byId.get(match.lineId);
      return line === undefined ? [] : [[line.id, proposalOf(line, match, candidates, amounts)]];
    }),
  );
}
