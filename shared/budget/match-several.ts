import { pence } from '../money';
import { wordOfKind } from './bank-words';
import type { CandidateIndex } from './match-index';
import { dateReason, isNear, type Scored, scored } from './match-one';
import { namedIn, type PreparedCandidate, type PreparedLine, tellingWords } from './match-text';
import type { MatchReason, OwnAccount } from './matching-types';

/** At most so many wages or receipts around a line are looked at together. */
const MOST_TOGETHER = 40;

/** How long after its pay date a wage may be paid together with a later one. */
const LATE_DAYS = 31;

type Near = {
  readonly prepared: PreparedCandidate;
  readonly date: MatchReason;
  readonly named: MatchReason[];
};

function nearOnes(line: PreparedLine, list: Iterable<PreparedCandidate>, more: number): Near[] {
  const near: Near[] = [];
  for (const prepared of list) {
    const date = dateReason(line, prepared, more);
    if (date === undefined || date === 'too-far' || prepared.candidate.amount >= line.amount) continue;
    near.push({ prepared, date, named: namedIn(line, prepared) });
    if (near.length >= MOST_TOGETHER) break;
  }
  return near;
}

/** Every two, and with `three` every three, whose amounts come to a sum; at most a few, as more prove nothing. */
function sumsTo(near: readonly Near[], sum: number, three: boolean): Near[][] {
  const found: Near[][] = [];
  for (let a = 0; a < near.length; a += 1) {
    const first = near[a];
    if (first === undefined) continue;
    for (let b = a + 1; b < near.length; b += 1) {
      const second = near[b];
      if (second === undefined) continue;
      const rest = sum - first.prepared.candidate.amount - second.prepared.candidate.amount;
      if (rest === 0) found.push([first, second]);
      if (rest <= 0 || !three) continue;
      for (let c = b + 1; c < near.length; c += 1) {
        const third = near[c];
        if (third !== undefined && third.prepared.candidate.amount === rest)
          found.push([first, second, third]);
      }
    }
    if (found.length > 6) return found;
  }
  return found;
}

/** Several wages in one transfer: of one pay date, or those of one PA who is named. */
export function proposeWagesTogether(line: PreparedLine, index: CandidateIndex): Scored[] {
  if (line.incoming || line.amount === 0) return [];
  const around = new Set<PreparedCandidate>();
  index.wages.between(line.day - LATE_DAYS, line.day + 4, around);
  const near = nearOnes(line, around, LATE_DAYS - 10);
  const sums = sumsTo(near, line.amount, true).filter((set) => {
    const sameDay = set.every((one) => one.prepared.day === set[0]?.prepared.day);
    return sameDay || set.every((one) => one.named.length > 0);
  });
  return sums.map((set) => {
    const named = set.flatMap((one) => one.named);
    const [first] = set;
    const late = Math.max(...set.map((one) => line.day - (one.prepared.day ?? line.day)));
    return scored(line, {
      kind: 'wage',
      ids: set.map((one) => one.prepared.candidate.id),
      amounts: set.map((one) => one.prepared.candidate.amount),
      certainty: named.length > 0 && sums.length === 1 ? 'likely' : 'possible',
      reasons: [
        { code: set.length === 2 ? 'match.two-wages-exact' : 'match.three-wages-exact', values: {} },
        ...uniqueReasons(named),
        ...(first === undefined ? [] : [first.date]),
      ],
      as: set.map((one) => one.prepared.as).join('+'),
      order: first?.prepared.order ?? 0,
      less: 5 + late,
    });
  });
}

function uniqueReasons(reasons: readonly MatchReason[]): MatchReason[] {
  return [...new Map(reasons.map((one) => [JSON.stringify(one), one])).values()];
}

/** One payment for two receipts or invoices of one supplier. */
export function proposeReceiptsTogether(line: PreparedLine, index: CandidateIndex): Scored[] {
  if (line.incoming || line.amount === 0) return [];
  const around = new Set<PreparedCandidate>();
  index.receipts.between(line.day - 40, line.day + 2, around);
  const near = nearOnes(line, around, 33).filter((one) => one.named.length > 0);
  const sums = sumsTo(near, line.amount, true);
  return sums.map((set) =>
    scored(line, {
      kind: 'receipt',
      ids: set.map((one) => one.prepared.candidate.id),
      amounts: set.map((one) => one.prepared.candidate.amount),
      certainty: sums.length === 1 ? 'likely' : 'possible',
      reasons: [
        { code: 'match.two-receipts-exact', values: { count: set.length } },
        ...uniqueReasons(set.flatMap((one) => one.named)),
      ],
      as: set.map((one) => one.prepared.as).join('+'),
      order: set[0]?.prepared.order ?? 0,
      less: 5,
    }),
  );
}

const IN_PARTS: ReadonlySet<string> = new Set([
  'wage',
  'hmrc',
  'pension',
  'order',
  'pool',
  'receipt',
  'bill',
]);

/**
 * One payment made in two: two lines that name it and together are its amount; and one line alone that names it and is
 * less. `named` holds, for each candidate, the lines around its day that name it.
 */
export function proposeParts(named: ReadonlyMap<PreparedCandidate, readonly PreparedLine[]>): Scored[] {
  const found: Scored[] = [];
  for (const [prepared, lines] of named) {
    const { candidate } = prepared;
    if (!IN_PARTS.has(candidate.kind) || lines.some((line) => line.amount === candidate.amount)) continue;
    const smaller = lines.filter(
      (line) => line.amount < candidate.amount && line.incoming === prepared.incoming,
    );
    const part = (
      line: PreparedLine,
      reason: MatchReason,
      certainty: 'likely' | 'possible',
      less: number,
      other?: PreparedLine,
    ) => {
      const date = dateReason(line, prepared, 21);
      found.push(
        scored(line, {
          kind: candidate.kind,
          ids: [candidate.id],
          amounts: [pence(line.amount)],
          certainty,
          reasons: [reason, ...namedIn(line, prepared), ...(typeof date === 'object' ? [date] : [])],
          as: prepared.as,
          order: prepared.order,
          difference: line.amount - candidate.amount,
          // Two lines may be parts of one payment: each takes its own share of it.
          uses: [],
          partOf: `${candidate.kind}|${candidate.id}`,
          ...(other === undefined ? {} : { withLine: other.line.id }),
          less,
        }),
      );
    };
    const pairs: [PreparedLine, PreparedLine][] = [];
    for (const [at, first] of smaller.entries())
      for (const second of smaller.slice(at + 1))
        if (first.amount + second.amount === candidate.amount) pairs.push([first, second]);
    const [pair] = pairs;
    if (pair !== undefined) {
      const certainty = pairs.length === 1 ? 'likely' : 'possible';
      for (const [one, other] of [pair, [pair[1], pair[0]] as const])
        part(
          one,
          { code: 'match.two-payments-exact', values: { whole: candidate.amount, other: other.amount } },
          certainty,
          -25,
          other,
        );
    }
    if (candidate.kind === 'receipt' || candidate.kind === 'bill') continue;
    for (const line of smaller) {
      // Near amounts are told as such, and a few pounds are no part of a wage.
      if (isNear(line.amount, candidate.amount) || line.amount * 5 < candidate.amount) continue;
      part(line, { code: 'match.part-of', values: { whole: candidate.amount } }, 'possible', 10);
    }
  }
  return found;
}

/** Which lines name a candidate, within its days: for payments in parts. */
export function linesNaming(
  lines: readonly PreparedLine[],
  around: (line: PreparedLine) => Iterable<PreparedCandidate>,
): Map<PreparedCandidate, PreparedLine[]> {
  const named = new Map<PreparedCandidate, PreparedLine[]>();
  for (const line of lines)
    for (const prepared of around(line)) {
      if (!IN_PARTS.has(prepared.candidate.kind) || line.incoming !== prepared.incoming) continue;
      const date = dateReason(line, prepared, 21);
      if (date === 'too-far' || date === undefined || namedIn(line, prepared).length === 0) continue;
      const list = named.get(prepared);
      if (list === undefined) named.set(prepared, [line]);
      else list.push(line);
    }
  return named;
}

const TRANSFER_DAYS = 4;

function namesAccount(line: PreparedLine, account: OwnAccount | undefined): boolean {
  if (account === undefined) return false;
  const number = account.number.replace(/\D/g, '');
  if (number.length >= 4 && (line.joined.includes(number) || line.words.has(number.slice(-4)))) return true;
  const words = tellingWords(account.name).filter((word) => word !== 'account' && word.length > 3);
  return words.length > 0 && words.every((word) => line.words.has(word));
}

/** Money that moved between two accounts of one’s own: two lines of opposite amounts within a few days. */
export function proposeTransfers(lines: readonly PreparedLine[], accounts: readonly OwnAccount[]): Scored[] {
  const byId = new Map(accounts.map((one) => [one.id, one]));
  const incoming = new Map<number, PreparedLine[]>();
  for (const line of lines) {
    if (!line.incoming || line.line.accountId === undefined) continue;
    const list = incoming.get(line.amount);
    if (list === undefined) incoming.set(line.amount, [line]);
    else list.push(line);
  }
  const pairs: { readonly out: PreparedLine; readonly into: PreparedLine }[] = [];
  for (const out of lines) {
    if (out.incoming || out.amount === 0 || out.line.accountId === undefined) continue;
    for (const into of incoming.get(out.amount) ?? []) {
      const days = into.day - out.day;
      if (into.line.accountId !== out.line.accountId && days >= -1 && days <= TRANSFER_DAYS)
        pairs.push({ out, into });
    }
  }
  const count = new Map<PreparedLine, number>();
  for (const { out, into } of pairs)
    for (const line of [out, into]) count.set(line, (count.get(line) ?? 0) + 1);
  return pairs.flatMap(({ out, into }) => {
    const outIn = byId.get(out.line.accountId ?? '');
    const intoIn = byId.get(into.line.accountId ?? '');
    const hint = namesAccount(out, intoIn) || namesAccount(into, outIn);
    const word = wordOfKind(out.words, 'transfer') ?? wordOfKind(into.words, 'transfer');
    const alone = count.get(out) === 1 && count.get(into) === 1;
    const certainty = alone && (hint || word !== undefined) ? 'certain' : alone ? 'likely' : 'possible';
    const days = into.day - out.day;
    const one = (line: PreparedLine, other: PreparedLine, account: OwnAccount | undefined): Scored =>
      scored(line, {
        kind: 'transfer',
        ids: [other.line.id],
        amounts: [pence(line.amount)],
        certainty,
        reasons: [
          { code: 'match.other-account', values: { name: account?.name ?? '' } },
          { code: 'match.amount-exact', values: {} },
          ...(hint ? [{ code: 'match.own-account-in-text', values: {} } as const] : []),
          ...(word === undefined ? [] : [{ code: 'match.word-in-text', values: { name: word } } as const]),
        ],
        as: 'transfer',
        order: line.order,
        withLine: other.line.id,
        uses: [`line|${out.line.id}`, `line|${into.line.id}`],
        less: Math.abs(days) * 2,
      });
    return [one(out, into, intoIn), one(into, out, outIn)];
  });
}
