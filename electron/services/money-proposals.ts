import type { LineExplanation, Proposal } from '@shared/api/money';
import { daysOfSchedule } from '@shared/budget/forecast';
import { type AccountCode, isAccountCode } from '@shared/budget/ledger';
import { payeeText } from '@shared/budget/line-text';
import { type MatchCandidate, type MatchProposal, proposeMatches } from '@shared/budget/matching';
import { addDays, type IsoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { agreementsOf, billsOf, categoriesOf, representativesOf } from '../db/queries/household';
import { explanationsOf, linesBetween, receiptLinksOf, receiptsOf } from '../db/queries/money';
import type { WorkspaceSchema } from '../db/schema';
import { databaseOf, type ServiceContext } from './context';
import { billSchedule } from './money-bills';
import { payCandidates } from './pay-payments';

type LineRow = WorkspaceSchema['bank_line'];
type ExplanationRow = ReturnType<typeof explanationsOf>[number];

/** How long before its first line a bill is looked for. */
const BILL_DAYS = 40;

/** What an answer explains a line as. The amount is put in for each line. */
type Answer = Omit<LineExplanation, 'amount'>;

type Candidates = { readonly list: MatchCandidate[]; readonly answers: ReadonlyMap<string, Answer> };

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
  Record<'wage' | 'hmrc' | 'pension', { account: AccountCode; matchKind: LineExplanation['matchKind'] }>
> = {
  wage: { account: 'net-pay-owed', matchKind: 'net-pay' },
  hmrc: { account: 'hmrc-owed', matchKind: 'hmrc' },
  pension: { account: 'pension-owed', matchKind: 'pension' },
};

/** Weeks that one payment of an agreement is for; a month is not whole weeks. */
const WEEKS: Readonly<Record<WorkspaceSchema['funding_agreement']['frequency'], number>> = {
  weekly: 1,
  'two-weekly': 2,
  'four-weekly': 4,
  monthly: 1,
};

function weekly(amount: Pence, frequency: WorkspaceSchema['funding_agreement']['frequency']): Pence {
  const weeks = WEEKS[frequency];
  return amount % weeks === 0 ? pence(amount / weeks) : amount;
}

/** Payees explained before, each as it was the last time; what pay asks for is not usual, it is expected. */
function regulars(explanations: readonly ExplanationRow[]): ExplanationRow[] {
  const single = new Map<string, ExplanationRow | null>();
  for (const part of explanations) single.set(part.bank_line_id, single.has(part.bank_line_id) ? null : part);
  const newest = new Map<string, ExplanationRow>();
  for (const part of single.values()) {
    if (part === null || ['net-pay', 'hmrc', 'pension'].includes(part.match_kind)) continue;
    newest.set(`${payeeText(part.description)}|${part.amount_pence > 0}`, part);
  }
  return [...newest.values()];
}

function gather(
  context: ServiceContext,
  householdId: string,
  explanations: readonly ExplanationRow[],
  from: IsoDay,
  to: IsoDay,
): Candidates {
  const db = databaseOf(context);
  const list: MatchCandidate[] = [];
  const answers = new Map<string, Answer>();
  const add = (candidate: MatchCandidate, answer: Partial<Answer>): void => {
    list.push(candidate);
    answers.set(`${candidate.kind}|${candidate.id}`, { ...ANSWER, ...answer });
  };
  const settled = new Set(explanations.map((part) => part.match_key));
  for (const { workerId, ...candidate } of payCandidates(context, householdId)) {
    if (candidate.kind !== 'wage' && candidate.kind !== 'hmrc' && candidate.kind !== 'pension') continue;
    const { account, matchKind } = OWED[candidate.kind];
    add(candidate, { ledgerAccount: account, workerId, matchKind, matchKey: candidate.id });
  }
  const agreements = agreementsOf(db, householdId);
  const categories = categoriesOf(db, householdId);
  const people = [
    db.byId('household', householdId)?.supported_name ?? '',
    ...representativesOf(db, householdId).map((one) => one.name),
  ].join(' ');
  for (const one of agreements) {
    if (one.amount_pence > 0) {
      add(
        {
          kind: 'direct-payment',
          id: one.id,
          amount: weekly(one.amount_pence, one.frequency),
          name: one.funder_name,
          reference: one.reference,
        },
        { ledgerAccount: 'direct-payment-income', agreementId: one.id, matchKind: 'direct-payment' },
      );
    }
    if (one.contribution_pence > 0) {
      add(
        { kind: 'client-contribution', id: one.id, amount: one.contribution_pence, name: people },
        { ledgerAccount: 'client-contribution-income', agreementId: one.id, matchKind: 'contribution' },
      );
    }
  }
  const categoryFor = (account: string): Partial<Answer> => {
    const fitting = categories.filter((one) => one.ledger_account === account && one.allowed === 1);
    const only = fitting.length === 1 ? fitting[0] : undefined;
    return only === undefined ? {} : { categoryId: only.id, agreementId: only.agreement_id };
  };
  for (const bill of billsOf(db, householdId)) {
    for (const day of daysOfSchedule(billSchedule(bill), addDays(from, -BILL_DAYS), to)) {
      const key = `bill:${bill.id}:${day}`;
      if (settled.has(key)) continue;
      // A bill is expected once, on its day, like a receipt of which the day is known beforehand.
      add(
        { kind: 'receipt', id: key, amount: bill.amount_pence, date: day, name: bill.name },
        {
          ledgerAccount: bill.ledger_account,
          matchKind: 'regular',
          matchKey: key,
          ...categoryFor(bill.ledger_account),
        },
      );
    }
  }
  for (const part of regulars(explanations)) {
    if (!isAccountCode(part.ledger_account)) continue;
    add(
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
    );
  }
  const linked = new Set(receiptLinksOf(db, householdId).map((link) => link.receipt_id));
  for (const one of receiptsOf(db, householdId)) {
    if (linked.has(one.id) || one.day === null || one.total_pence === null || one.total_pence <= 0) continue;
    const key = `receipt:${one.id}`;
    add(
      { kind: 'receipt', id: key, amount: one.total_pence, date: one.day, name: one.supplier },
      { matchKey: key, ...categoryFor('other-spending') },
    );
  }
  return { list, answers };
}

function proposalOf(
  line: LineRow,
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
