import words from '@resources/documents/return-words.json';
import type { IsoDay } from '@shared/dates';
import { formatPounds, NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import type { EvidenceKind } from '@shared/returns/profile';
import type { ReturnAllocation, ReturnLedgerLine, ReturnLineMark } from '@shared/returns/return-facts';
import { partsBetween, receiptKindsOf } from '../db/queries/return-lines';
import type { WorkspaceSchema } from '../db/schema';
import { fill } from '../files/documents/words';
import { isPoolAccount, poolReturnLines } from './pools-returns';
import {
  type CountedPart,
  type LinePart,
  type LineWithParts,
  linesFrom,
  plainParts,
  type SpecialLine,
} from './returns-events';
import { openingSharesOf, type ReturnScope } from './returns-scope';
import { recordBegan } from './returns-standing';
import { type OnTheWay, paymentKind } from './returns-unpresented';

/** Which account of the ledger a payment on its way settles. */
const WAY_ACCOUNTS = {
  wage: 'net-pay-owed',
  hmrc: 'hmrc-owed',
  pension: 'pension-owed',
  order: 'deductions-owed',
} as const;

/** What a paper beside a line may stand for: who keeps a receipt seldom says which kind it is. */
const PAPERS: Readonly<Record<WorkspaceSchema['receipt']['kind'], readonly EvidenceKind[]>> = {
  receipt: ['receipt', 'invoice', 'cash-slip'],
  invoice: ['invoice', 'receipt'],
  'cash-slip': ['cash-slip'],
  letter: ['letter'],
  timesheet: ['timesheet'],
  other: [],
};

export type LinesOfReturn = {
  readonly lines: readonly ReturnLedgerLine[];
  /** Lines of the bank that are closed with the return though it does not count them: they were counted before. */
  readonly counted: readonly string[];
};

type Found = {
  readonly id: string;
  readonly line: LineWithParts;
  readonly parts: readonly LinePart[];
  readonly day: IsoDay;
  readonly mark?: ReturnLineMark;
  readonly reason?: string;
};

function allocationOf(
  kindOf: ReadonlyMap<string, string>,
  part: LinePart,
  withCash: boolean,
): ReturnAllocation {
  const planCategory = part.categoryId === null ? undefined : kindOf.get(part.categoryId);
  return {
    account: part.account,
    ...(part.fund === undefined ? {} : { fundId: part.fund }),
    ...(planCategory === undefined ? {} : { planCategory }),
    ...(withCash ? { withCash } : {}),
    amount: part.amount,
  };
}

/** The lines that count in the days, each with the parts of it that do. */
function foundLines(
  scope: ReturnScope,
  special: readonly SpecialLine[],
  byHand: ReadonlySet<string>,
): Found[] {
  const { db, householdId, from, to } = scope;
  const known = new Set(special.map(({ line }) => line.id));
  const plain = linesFrom(scope, partsBetween(db, householdId, { from, to }))
    .filter((line) => !known.has(line.id))
    .map((line): Found => {
      const mark = byHand.has(line.id) ? { mark: 'by-hand' as const } : {};
      return { id: line.id, line, parts: plainParts(scope, line), day: line.day, ...mark };
    });
  const inDays = (part: CountedPart): boolean => part.day >= from && part.day <= to;
  const others = special.flatMap(({ line, late, counted }): Found[] => {
    const now = counted.filter(inDays);
    const base = now.filter((part) => part.correction === undefined);
    const own = line.day >= from && line.day <= to && !late;
    const elsewhere = base.some((part) => part.day !== line.day);
    const mark = late
      ? ('late' as const)
      : elsewhere
        ? ('other-day' as const)
        : byHand.has(line.id)
          ? ('by-hand' as const)
          : undefined;
    const day = own ? line.day : base.map((part) => part.day).sort()[0];
    const first: Found[] =
      day === undefined && !own
        ? []
        : [{ id: line.id, line, parts: base, day: day ?? line.day, ...(mark === undefined ? {} : { mark }) }];
    const corrections = new Map(
      now.flatMap((part) =>
        part.correction === undefined ? [] : [[part.correction.id, part.correction] as const],
      ),
    );
    return [
      ...first,
      ...[...corrections.values()].map((correction): Found => {
        const parts = now.filter((part) => part.correction?.id === correction.id);
        const on = parts.map((part) => part.day).sort()[0] ?? correction.made_on;
        const { reason } = correction;
        return { id: `correction:${correction.id}`, line, parts, day: on, mark: 'correction', reason };
      }),
    ];
  });
  return [...plain, ...others];
}

/** Parts of payments that were on their way before, by what they came to in these days. */
function settledBefore(found: readonly Found[], wayBefore: readonly OnTheWay[], scope: ReturnScope) {
  const shown = new Map<string, number>();
  for (const { parts } of found)
    for (const part of parts)
      if (part.matchKey !== null && scope.isShown(part.fund))
        shown.set(part.matchKey, (shown.get(part.matchKey) ?? 0) + part.amount);
  const exact = wayBefore.filter((one) => shown.get(one.key) === one.amount);
  return { shown, exact: new Set(exact.map((one) => one.key)) };
}

function openingLines(scope: ReturnScope): ReturnLedgerLine[] {
  const { accounts, from, to } = scope;
  const began = recordBegan(scope);
  return accounts.flatMap((account): ReturnLedgerLine[] => {
    if (account.opened_on < from || account.opened_on > to || account.opened_on === began) return [];
    const shares = openingSharesOf(scope, account).filter(
      (share) => share.amount !== 0 && scope.isShown(share.fund),
    );
    if (shares.length === 0) return [];
    return [
      {
        id: `opening:${account.id}`,
        accountId: account.id,
        date: account.opened_on,
        amount: sumPence(shares.map((share) => share.amount)),
        description: fill(words.openedWith, { name: account.name }),
        allocations: shares.map((share) => ({
          account: 'opening-balance' as const,
          ...(share.fund === undefined ? {} : { fundId: share.fund }),
          amount: share.amount,
        })),
        evidence: [],
      },
    ];
  });
}

/** A bank line that is in the return already, as a shared PA's pay: shown, and not counted again. */
function countedWithPay({ line, day }: Found): ReturnLedgerLine {
  return {
    id: line.id,
    accountId: line.accountId,
    date: day,
    amount: NO_MONEY,
    description: fill(words.pool.counted, {
      description: line.description,
      amount: formatPounds(line.amount),
    }),
    allocations: [],
    evidence: [],
  };
}

function wayLine(
  scope: ReturnScope,
  one: OnTheWay,
  id: string,
  date: IsoDay,
  amount: Pence,
  description: string,
): ReturnLedgerLine {
  return {
    id,
    accountId: one.accountId,
    date,
    amount,
    description,
    allocations: [{ account: WAY_ACCOUNTS[one.kind], fundId: scope.agreement.id, amount }],
    evidence: one.kind === 'wage' ? ['payslip', 'timesheet'] : [],
  };
}

/** The lines of the return: those of accounts, and payments that were made and are not on a statement yet. */
export function linesOfReturn(
  scope: ReturnScope,
  special: readonly SpecialLine[],
  kindOfCategory: ReadonlyMap<string, string>,
  way: { readonly before: readonly OnTheWay[]; readonly now: readonly OnTheWay[] },
): LinesOfReturn {
  const { db, householdId, agreement, alone, from, to, mainAccount, accounts } = scope;
  const cash = new Set(accounts.filter((one) => one.kind === 'cash').map((one) => one.id));
  const all = foundLines(scope, special, new Set());
  const cashEnds = new Set(
    all.filter(({ line }) => cash.has(line.accountId)).map(({ line }) => `transfer:${line.id}`),
  );
  const { shown, exact } = settledBefore(all, way.before, scope);
  const papers = new Map<string, Set<EvidenceKind>>();
  for (const row of receiptKindsOf(db, [...new Set(all.map((one) => one.line.id))])) {
    const own = papers.get(row.line_id) ?? new Set<EvidenceKind>();
    for (const kind of PAPERS[row.kind]) own.add(kind);
    papers.set(row.line_id, own);
  }
  const lines: ReturnLedgerLine[] = openingLines(scope);
  const counted: string[] = [];
  for (const found of all) {
    const { line, id, day, mark, reason } = found;
    const own = found.parts.filter((part) => scope.isShown(part.fund));
    const counting = own.filter((part) => part.matchKey === null || !exact.has(part.matchKey));
    // Money between households for a shared PA was counted when the PA was paid.
    const parts = counting.filter((part) => !isPoolAccount(part.account));
    if (parts.length === 0) {
      if (counting.length > 0) lines.push(countedWithPay(found));
      else if (alone || own.length > 0) counted.push(line.id);
      continue;
    }
    const evidence = new Set(papers.get(line.id) ?? []);
    // Hours are confirmed before they are paid: with the payslip goes the record of the hours.
    if (parts.some((part) => part.matchKey !== null && paymentKind(part.matchKey) === 'wage'))
      for (const kind of ['payslip', 'timesheet'] as const) evidence.add(kind);
    const marked = mark ?? (line.statementId === null && !cash.has(line.accountId) ? 'by-hand' : undefined);
    lines.push({
      id,
      accountId: line.accountId,
      date: day,
      amount: pence(parts.reduce((sum, part) => sum + part.amount, 0)),
      description: line.description,
      allocations: parts.map((part) =>
        allocationOf(kindOfCategory, part, part.matchKey !== null && cashEnds.has(part.matchKey)),
      ),
      evidence: [...evidence],
      ...(marked === undefined ? {} : { mark: marked }),
      ...(day === line.day ? {} : { bankDay: line.day }),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  lines.push(...poolReturnLines(db, householdId, alone ? null : agreement.id, from, to, mainAccount));
  const before = new Set(way.before.map((one) => one.key));
  const now = new Set(way.now.map((one) => one.key));
  for (const one of way.now)
    if (!before.has(one.key)) lines.push(wayLine(scope, one, one.key, one.day, one.amount, one.name));
  for (const one of way.before) {
    // Still on its way, or shown as it was counted: nothing more to say of it.
    if (exact.has(one.key) || (now.has(one.key) && !shown.has(one.key))) continue;
    const description = fill(words.notSeen, { name: one.name });
    lines.push(wayLine(scope, one, `back:${one.key}`, from, pence(-one.amount), description));
  }
  return { lines, counted };
}
