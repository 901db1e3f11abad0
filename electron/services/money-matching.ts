import type { MatchLine, MatchList } from '@shared/api/money';
import { pence } from '@shared/money';
import { accountsOf, agreementsOf, categoriesOf } from '../db/queries/household';
import { refusalsOf, settledOf } from '../db/queries/matching';
import { receiptsWithLines, sentAmong } from '../db/queries/money-ledger';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { evidenceOf, lineWarnings, wagesNamed } from './money-line-facts';
import { answerOf, daysOf, openLines, proposalsOf, refusedKey } from './money-proposals';
import { planGuard } from './plan-warnings';

/** Lines nobody has explained, oldest first unless the newest are asked for, some at a time, with what each may be and why. */
export function linesToMatch(
  context: ServiceContext,
  householdId: string,
  page: { readonly offset: number; readonly limit: number; readonly newest?: boolean | undefined },
): MatchList {
  const db = databaseOf(context);
  const all = openLines(context, householdId);
  const rows = (page.newest === true ? all.toReversed() : all).slice(page.offset, page.offset + page.limit);
  const proposals = proposalsOf(context, householdId, daysOf(rows));
  const sent = new Set(
    sentAmong(
      db,
      householdId,
      rows.map((row) => row.id),
    ).map((row) => row.line_id),
  );
  const best = rows.flatMap((row) => proposals.get(row.id)?.parts ?? []);
  const keys = best.flatMap((part) => part.matchKey ?? []);
  const settled = settledOf(db, householdId, keys);
  const facts = {
    categories: categoriesOf(db, householdId),
    plan: planGuard(db, householdId),
    payments: wagesNamed(db, householdId, best),
    paidByKey: new Map([...settled].map(([key, paid]) => [key, pence(-paid)])),
  };
  const agreements = agreementsOf(db, householdId);
  const names = new Map(accountsOf(db, householdId).map((one) => [one.id, one.name]));
  const refused = new Map<string, number>();
  for (const row of refusalsOf(db, householdId))
    refused.set(row.bank_line_id, (refused.get(row.bank_line_id) ?? 0) + 1);
  const withReceipt = new Set(
    receiptsWithLines(
      db,
      rows.map((row) => row.id),
    ).map((row) => row.line_id),
  );
  const closedOnes = [...proposals.values()].filter((one) => one.certain).map((one) => one.lineId);
  const closed = new Set(sentAmong(db, householdId, closedOnes).map((row) => row.line_id));
  return {
    left: all.length,
    certain: [...proposals.values()]
      .filter((one) => one.certain && !closed.has(one.lineId))
      .map((one) => ({ lineId: one.lineId, key: one.key })),
    lines: rows.map((row): MatchLine => {
      const proposal = proposals.get(row.id);
      const answers = proposal === undefined ? [] : [proposal, ...proposal.others];
      const parts = proposal?.parts ?? [];
      return {
        id: row.id,
        accountName: names.get(row.account_id) ?? '',
        day: row.day,
        amount: row.amount_pence,
        description: row.description,
        closed: sent.has(row.id),
        answers: answers.slice(0, 4),
        evidence: evidenceOf(agreements, parts, withReceipt.has(row.id), facts.payments),
        warnings: lineWarnings(facts, parts, { proposed: true, line: row }),
        refused: refused.get(row.id) ?? 0,
      };
    }),
  };
}

/**
 * Says no to an answer of a line: it is not proposed again for it, and less surely for others of its payee. Kept on this
 * computer alone. Refuses with `line.answer-changed`.
 */
export function refuseAnswer(
  context: ServiceContext,
  householdId: string,
  lineId: string,
  key: string,
): void {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  const answer = answerOf(proposalsOf(context, householdId, daysOf([line])), lineId, key);
  if (answer === undefined) refuse('line.answer-changed', { name: line.description });
  const values = { name: line.description, amount: line.amount_pence };
  db.act({ name: 'money.answer-refused', householdId, values }, (write) =>
    write.insert('match_refusal', {
      id: context.ids.next(),
      household_id: householdId,
      bank_line_id: lineId,
      answer_key: refusedKey(answer.key, answer.as),
      refused_on: todayOf(context),
    }),
  );
}

/** Forgets what was said no to for a line, so that it is proposed again. */
export function forgetRefused(context: ServiceContext, householdId: string, lineId: string): void {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  const own = refusalsOf(db, householdId).filter((row) => row.bank_line_id === lineId);
  if (own.length === 0) return;
  db.act({ name: 'money.refused-forgotten', householdId, values: { name: line.description } }, (write) => {
    for (const row of own) write.remove('match_refusal', row.id);
  });
}
