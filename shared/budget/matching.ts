import { CandidateIndex } from './match-index';
import { proposeByWords, proposeOne, type Scored, sameAnswer, usedOnce } from './match-one';
import {
  linesNaming,
  proposeParts,
  proposeReceiptsTogether,
  proposeTransfers,
  proposeWagesTogether,
} from './match-several';
import { type PreparedLine, prepareCandidate, prepareLine } from './match-text';
import {
  type LineMatches,
  type MatchCandidate,
  type MatchCertainty,
  type MatchProposal,
  NOTHING_REFUSED,
  type OwnAccount,
  type Refused,
  type UnexplainedLine,
} from './matching-types';

/** How many other answers are kept beside the best. */
const MOST_OTHERS = 3;

const LESS_SURE: Readonly<Record<MatchCertainty, MatchCertainty>> = {
  certain: 'likely',
  likely: 'possible',
  possible: 'possible',
};

/** Takes out what was refused for its line, and makes less sure what was refused for its payee. */
function mindRefused(line: PreparedLine, proposals: readonly Scored[], refused: Refused): Scored[] {
  return proposals.flatMap((one) => {
    const said = usedOnce(one.kind) ? one.key : `as ${one.as}`;
    if (refused.lines.has(`${one.lineId}|${said}`)) return [];
    if (!refused.payees.has(`${line.payee}|${one.as}`)) return [one];
    return [
      {
        ...one,
        certainty: LESS_SURE[one.certainty],
        score: one.score - 100,
        reasons: [...one.reasons, { code: 'match.refused-before', values: {} } as const],
      },
    ];
  });
}

function plainProposal(one: Scored): MatchProposal {
  const { score: _score, order: _order, uses: _uses, partOf: _of, withLine: _with, ...plain } = one;
  return plain;
}

/** Every answer each line could have, by line, best first. */
function allAnswers(
  lines: readonly PreparedLine[],
  candidates: readonly MatchCandidate[],
  refused: Refused,
  accounts: readonly OwnAccount[],
): Map<string, Scored[]> {
  const index = new CandidateIndex(candidates.map(prepareCandidate));
  const byLine = new Map<string, Scored[]>();
  const add = (one: Scored): void => void byLine.get(one.lineId)?.push(one);
  const around = new Map(lines.map((line) => [line, index.around(line)]));
  for (const line of lines) {
    const found = proposeByWords(line);
    byLine.set(line.line.id, found);
    for (const prepared of around.get(line) ?? []) {
      const proposal = proposeOne(line, prepared);
      if (proposal !== undefined) found.push(proposal);
    }
    const isExpected = found.some((one) => one.uses.length > 0 && one.difference === 0);
    if (isExpected) continue;
    found.push(...proposeWagesTogether(line, index), ...proposeReceiptsTogether(line, index));
  }
  for (const one of proposeTransfers(lines, accounts)) add(one);
  const open = lines.filter(
    (line) => !byLine.get(line.line.id)?.some((one) => one.certainty === 'certain' && one.uses.length > 0),
  );
  for (const one of proposeParts(linesNaming(open, (line) => around.get(line) ?? []))) add(one);
  for (const line of lines) {
    const kept = mindRefused(line, byLine.get(line.line.id) ?? [], refused);
    byLine.set(
      line.line.id,
      kept.sort((a, b) => b.score - a.score || a.order - b.order || (a.key < b.key ? -1 : 1)),
    );
  }
  return byLine;
}

/** Gives each line its best answer that is still free: the best fitting first, and both ends of a transfer at once. */
function assign(byLine: ReadonlyMap<string, readonly Scored[]>, order: ReadonlyMap<string, number>) {
  const all = [...byLine.values()].flat();
  all.sort(
    (a, b) =>
      b.score - a.score ||
      (order.get(a.lineId) ?? 0) - (order.get(b.lineId) ?? 0) ||
      a.order - b.order ||
      (a.key < b.key ? -1 : 1),
  );
  const chosen = new Map<string, Scored>();
  /** Who uses what. */
  const used = new Map<string, string>();
  const usedInPart = new Set<string>();
  const take = (one: Scored): void => {
    chosen.set(one.lineId, one);
    for (const what of one.uses) used.set(what, one.lineId);
    if (one.partOf !== undefined) usedInPart.add(one.partOf);
  };
  const isFree = (one: Scored): boolean =>
    !chosen.has(one.lineId) &&
    !one.uses.some((what) => used.has(what) || usedInPart.has(what)) &&
    !(one.partOf !== undefined && used.has(one.partOf));
  for (const one of all) {
    if (!isFree(one)) continue;
    const { withLine } = one;
    if (withLine === undefined) {
      take(one);
      continue;
    }
    const mirror = byLine
      .get(withLine)
      ?.find((each) => each.withLine === one.lineId && each.kind === one.kind && each.partOf === one.partOf);
    if (mirror === undefined || !isFree(mirror)) continue;
    take(one);
    take(mirror);
  }
  return { chosen, used };
}

/**
 * Whether a certain answer could be something else: the line has another certain one, for something nobody else takes;
 * or another line, that has no better answer, fits the same thing as surely.
 */
function hasRival(
  one: Scored,
  byLine: ReadonlyMap<string, readonly Scored[]>,
  claims: ReadonlyMap<string, readonly Scored[]>,
  { chosen, used }: ReturnType<typeof assign>,
): boolean {
  const otherAnswer = (byLine.get(one.lineId) ?? []).some(
    (other) =>
      other !== one &&
      other.certainty === 'certain' &&
      !sameAnswer(other, one) &&
      other.uses.every((what) => (used.get(what) ?? one.lineId) === one.lineId),
  );
  if (otherAnswer) return true;
  return one.uses.some((what) =>
    (claims.get(what) ?? []).some((other) => {
      if (other.lineId === one.lineId || one.kind === 'transfer') return false;
      const instead = chosen.get(other.lineId);
      return other.certainty === 'certain' && (instead === undefined || instead.certainty !== 'certain');
    }),
  );
}

/**
 * Proposes for each unexplained line what it is, with the reasons and how certain that is: at most one answer a line
 * with up to three others, and a wage, a payment due or a receipt is given to one line only, the best fitting first.
 * Nothing is decided: the person accepts. What could be two things is never called certain. The same input gives the
 * same answer. Lines and candidates are of one household.
 */
export function proposeMatches(
  lines: readonly UnexplainedLine[],
  candidates: readonly MatchCandidate[],
  refused: Refused = NOTHING_REFUSED,
  accounts: readonly OwnAccount[] = [],
): readonly LineMatches[] {
  const prepared = lines.map(prepareLine);
  const byLine = allAnswers(prepared, candidates, refused, accounts);
  const assigned = assign(byLine, new Map(lines.map((line, at) => [line.id, at])));
  const claims = new Map<string, Scored[]>();
  for (const one of [...byLine.values()].flat())
    for (const what of one.uses) {
      const list = claims.get(what);
      if (list === undefined) claims.set(what, [one]);
      else list.push(one);
    }
  return lines.flatMap((line): LineMatches[] => {
    const one = assigned.chosen.get(line.id);
    if (one === undefined) return [];
    const unsure = one.certainty === 'certain' && hasRival(one, byLine, claims, assigned);
    const others = (byLine.get(line.id) ?? [])
      .filter(
        (other) =>
          other !== one &&
          !sameAnswer(other, one) &&
          other.uses.every((what) => (assigned.used.get(what) ?? line.id) === line.id),
      )
      .filter((other, at, list) => list.findIndex((each) => sameAnswer(each, other)) === at)
      .slice(0, MOST_OTHERS);
    const plain = plainProposal(one);
    return [
      {
        ...plain,
        certainty: unsure ? 'likely' : plain.certainty,
        reasons: unsure
          ? [...plain.reasons, { code: 'match.could-be-other', values: {} } as const]
          : plain.reasons,
        others: others.map((other) => {
          const { certainty, ...rest } = plainProposal(other);
          return { ...rest, certainty: certainty === 'certain' ? ('likely' as const) : certainty };
        }),
      },
    ];
  });
}
