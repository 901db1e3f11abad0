import type { LineInBrief, OneLine } from '@shared/api/ledger';
import { payeeText } from '@shared/budget/line-text';
import { addDays, daysBetween } from '@shared/dates';
import { negatePence, type Pence, pence } from '@shared/money';
import { explanationsOfLine } from '../db/queries/money';
import { endsAlone, linesAround, linesById, partsOfKeys, partsOfLines } from '../db/queries/money-ledger';
import { isSentLine } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { chequeOf } from './money-by-hand';
import { isDrawn } from './money-ends';
import { group, lineOfKey, shownLines, shownPart } from './money-line-list';
import { explainLine } from './money-lines';

type LineRow = WorkspaceSchema['bank_line'];

/** How long a bank may take to show a payment: a cheque is good for six months. */
const SHOWN_DAYS = 190;
/** How far apart the ends of a transfer may be. */
const TRANSFER_DAYS = 7;
/** How long after a payment money may come back. */
const REFUND_DAYS = 190;
/** Choices that are offered at most. */
const MOST = 12;

/** A line in few words. */
export function inBrief(row: LineRow): LineInBrief {
  return {
    id: row.id,
    accountId: row.account_id,
    day: row.day,
    amount: row.amount_pence,
    description: row.description,
  };
}

const brief = (rows: readonly LineRow[]): LineInBrief[] => rows.slice(0, MOST).map(inBrief);

/** How many words of four letters and more two lines share: money back names the shop it comes from. */
function sameWords(a: LineRow, b: LineRow): number {
  const wordsOf = (row: LineRow): string[] => payeeText(row.description).split(' ');
  const other = new Set(wordsOf(b));
  return wordsOf(a).filter((word) => word.length >= 4 && other.has(word)).length;
}

/** Whether a line is free to be an end of a transfer: nothing is said of it, or that its other end is missing. */
function freeEnds(db: WorkspaceDatabase, rows: readonly LineRow[]): LineRow[] {
  const parts = group(
    partsOfLines(
      db,
      rows.map((row) => row.id),
    ),
    (part) => part.bank_line_id,
  );
  return rows.filter((row) => {
    const own = parts.get(row.id) ?? [];
    return (
      own.length === 0 ||
      (own.length === 1 && own[0]?.ledger_account === 'transfer' && own[0].match_key === null)
    );
  });
}

/** Lines of other accounts that may be the other end of this one, nearest day first. */
function mayBeOtherEnd(db: WorkspaceDatabase, line: LineRow): LineRow[] {
  const around = linesAround(db, line.household_id, {
    from: addDays(line.day, -TRANSFER_DAYS),
    to: addDays(line.day, TRANSFER_DAYS),
    amount: negatePence(line.amount_pence),
  }).filter((row) => row.account_id !== line.account_id);
  const away = (row: LineRow): number => Math.abs(daysBetween(row.day, line.day));
  return freeEnds(db, around).sort((a, b) => away(a) - away(b));
}

/** One line with all that hangs on it and all it may be joined with. */
export function oneLine(context: ServiceContext, householdId: string, id: string): OneLine {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('bank_line', id), householdId);
  const account = ownedRow(db.byId('bank_account', row.account_id), householdId);
  const line = shownLines(context, householdId, [row], { withProposals: true })[0];
  if (line === undefined) throw new Error(`Line ${id} is not shown`);
  const byHand = row.statement_id === null;
  const waitsForStatement = byHand && account.kind !== 'cash' && row.shown_by === null;
  const keysOf = (kind: string): string[] => line.explanations.flatMap((part) => lineOfKey(part, kind) ?? []);
  const refundedBy = partsOfKeys(db, householdId, [`refund:${id}`]).map((part) => part.bank_line_id);
  const open = !line.closed;
  return {
    line,
    accountName: account.name,
    accountKind: account.kind,
    byHand,
    madeByOther: isDrawn(row),
    cheque: chequeOf(row),
    note: row.note,
    shownBy: row.shown_by === null ? null : (brief(linesById(db, householdId, [row.shown_by]))[0] ?? null),
    mayShow:
      byHand || !open
        ? []
        : brief(
            linesAround(db, householdId, {
              from: addDays(row.day, -SHOWN_DAYS),
              to: row.day,
              amount: row.amount_pence,
              accountId: row.account_id,
              byHand: true,
            }).filter((one) => one.shown_by === null),
          ),
    mayBeShownBy: waitsForStatement
      ? brief(
          linesAround(db, householdId, {
            from: row.day,
            to: addDays(row.day, SHOWN_DAYS),
            amount: row.amount_pence,
            accountId: row.account_id,
            byHand: false,
          }).filter((one) => explanationsOfLine(db, one.id).every((part) => part.match_kind !== 'shown')),
        )
      : [],
    otherEnds: brief(linesById(db, householdId, keysOf('transfer'))),
    mayBeOtherEnd: open && keysOf('transfer').length === 0 ? brief(mayBeOtherEnd(db, row)) : [],
    refundOf: brief(linesById(db, householdId, keysOf('refund'))),
    refundedBy: brief(linesById(db, householdId, refundedBy)),
    mayRefund:
      open && row.amount_pence > 0
        ? brief(
            linesAround(db, householdId, { from: addDays(row.day, -REFUND_DAYS), to: row.day })
              .filter((one) => one.amount_pence < 0 && -one.amount_pence >= row.amount_pence)
              .reverse()
              .sort((a, b) => sameWords(row, b) - sameWords(row, a)),
          )
        : [],
  };
}

/** Pairs of lines that look like both ends of one transfer, and ends whose other end is not here. */
export function transfersToJoin(context: ServiceContext, householdId: string) {
  const db = databaseOf(context);
  ownedRow({ household_id: db.byId('household', householdId)?.id ?? '' }, householdId);
  const today = todayOf(context);
  const lately = freeEnds(
    db,
    linesAround(db, householdId, { from: addDays(today, -400), to: addDays(today, 31) }),
  );
  const alone = endsAlone(db, householdId);
  const free = [...new Map([...lately, ...alone].map((row) => [row.id, row])).values()];
  const into = group(
    free.filter((row) => row.amount_pence > 0),
    (row): Pence => row.amount_pence,
  );
  const taken = new Set<string>();
  const pairs = free
    .filter((row) => row.amount_pence < 0)
    .flatMap((out) => {
      const fitting = (into.get(pence(-out.amount_pence)) ?? [])
        .filter((one) => one.account_id !== out.account_id && !taken.has(one.id))
        .map((one) => ({ one, days: Math.abs(daysBetween(one.day, out.day)) }))
        .filter(({ days }) => days <= TRANSFER_DAYS)
        .sort((a, b) => a.days - b.days);
      const [best] = fitting;
      if (best === undefined) return [];
      taken.add(best.one.id);
      taken.add(out.id);
      return [{ out: inBrief(out), in: inBrief(best.one) }];
    });
  return { pairs, alone: alone.filter((row) => !taken.has(row.id)).map(inBrief) };
}

/** Says of two lines that they are the ends of one transfer. Refuses as `explainLine` does. */
export function joinTransfer(
  context: ServiceContext,
  householdId: string,
  lineId: string,
  otherId: string,
): void {
  const db = databaseOf(context);
  // A line of a sent return stays as it is: what is said is said of the other end.
  const [ownId, endId] = isSentLine(db, householdId, lineId) ? [otherId, lineId] : [lineId, otherId];
  const line = ownedRow(db.byId('bank_line', ownId), householdId);
  ownedRow(db.byId('bank_line', endId), householdId);
  const parts = explanationsOfLine(db, ownId).map(shownPart);
  const waiting = parts.find((part) => part.ledgerAccount === 'transfer' && part.matchKey === null);
  const join = { matchKind: 'transfer', matchKey: `transfer:${endId}` } as const;
  const whole = {
    amount: line.amount_pence,
    ledgerAccount: 'transfer',
    categoryId: null,
    agreementId: null,
    workerId: null,
    note: '',
  };
  explainLine(
    context,
    householdId,
    ownId,
    waiting === undefined
      ? [{ ...whole, ...join }]
      : parts.map((part) => (part === waiting ? { ...part, ...join } : part)),
  );
}

/**
 * Says that money coming in pays back an earlier payment: it goes back to what that was for, from the same fund. Refuses with
 * `refund.not-explained`, and as `explainLine` does.
 */
export function markRefund(
  context: ServiceContext,
  householdId: string,
  lineId: string,
  paidId: string,
): void {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  const paid = ownedRow(db.byId('bank_line', paidId), householdId);
  const parts = explanationsOfLine(db, paidId).map(shownPart);
  const largest = parts.toSorted((a, b) => a.amount - b.amount)[0];
  if (largest === undefined) refuse('refund.not-explained', { name: paid.description });
  explainLine(context, householdId, lineId, [
    {
      ...largest,
      amount: line.amount_pence,
      workerId: null,
      matchKind: 'refund',
      matchKey: `refund:${paidId}`,
      note: '',
      countsOn: null,
    },
  ]);
}
