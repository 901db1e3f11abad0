import { addDays, addMonths, earlierDay, type IsoDay, laterDay } from '../dates';
import { assertNever } from '../result';
import type { ReturnProblem, SortedReturnLine } from './build-return';
import type { EvidenceRule, ReturnProfile } from './profile';
import type { HouseholdDocument, ReturnAccount, ReturnFacts } from './return-facts';
import type { FieldValue } from './return-fields';

/** One thing the authority wants to see: for a line, an account's days, or a document. */
export type EvidenceItem = {
  readonly ruleId: string;
  readonly code: 'evidence.line' | 'evidence.statements' | 'evidence.document';
  /** What it is about: wanted kinds, day, description, amount in pence, the account, the days missing. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly ready: boolean;
  readonly lineId?: string;
  /** What the person says instead of what is missing. */
  readonly reason?: string;
};

/** Names one thing that is wanted, the same each time the return is made: what a reason is kept under. */
export function evidenceKey({ ruleId, lineId, values }: EvidenceItem): string {
  if (lineId !== undefined) return `${ruleId} ${lineId}`;
  const { name, from } = values;
  return [ruleId, name, from].filter((part) => part !== undefined).join(' ');
}

/** One thing to have ready before the return is sent. */
export type ChecklistItem = {
  readonly code:
    | 'check.opening-balance'
    | 'check.balances-agree'
    | 'check.lines-explained'
    | 'check.lines-sorted'
    | 'check.lines-have-fund'
    | 'check.funds-agree'
    | 'check.hours'
    | 'check.evidence'
    | 'check.fields'
    | 'check.declaration';
  /** Which evidence rule it is about. */
  readonly ruleId?: string;
  readonly ready: boolean;
  /** How many are missing of how many. */
  readonly missing: number;
  readonly of: number;
};

type LineRule = Extract<EvidenceRule, { kind: 'line' }>;

function lineItems(rule: LineRule, lines: readonly SortedReturnLine[]): readonly EvidenceItem[] {
  return lines
    .filter((line) => {
      const wayFits = rule.direction === 'out' ? line.amount < 0 : line.amount > 0;
      // Cash drawn out into a tin of its own moves between own accounts, and still asks for its slip.
      const partFits = line.parts.some(
        (part) =>
          rule.accounts.includes(part.account) || (part.withCash === true && rule.accounts.includes('cash')),
      );
      return wayFits && partFits && Math.abs(line.amount) > rule.overPence;
    })
    .map((line) => ({
      ruleId: rule.id,
      code: 'evidence.line',
      values: {
        wanted: rule.wanted.join(', '),
        date: line.bankDay ?? line.date,
        description: line.description,
        amount: line.amount,
      },
      ready: rule.wanted.some((kind) => line.evidence.includes(kind)),
      lineId: line.id,
    }));
}

/** The days of the period that an account's statements do not cover. */
export function daysNotCovered(
  account: ReturnAccount,
  from: IsoDay,
  to: IsoDay,
): readonly { readonly from: IsoDay; readonly to: IsoDay }[] {
  const gaps: { from: IsoDay; to: IsoDay }[] = [];
  let next = from;
  for (const span of account.covered.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.to < next) continue;
    if (span.from > to) break;
    // A first line some days in, on an unchanged balance, means that nothing happened before it.
    const quietStart = next === from && span.openingBalance === account.opening;
    if (span.from > next && !quietStart) gaps.push({ from: next, to: addDays(span.from, -1) });
    next = laterDay(next, addDays(span.to, 1));
  }
  if (next <= to) gaps.push({ from: next, to });
  return gaps.map((gap) => ({ from: gap.from, to: earlierDay(gap.to, to) }));
}

function statementItems(ruleId: string, facts: ReturnFacts): readonly EvidenceItem[] {
  return facts.accounts
    .filter((account) => account.kind !== 'cash')
    .flatMap((account): readonly EvidenceItem[] => {
      const gaps = daysNotCovered(account, facts.from, facts.to);
      const code = 'evidence.statements';
      if (gaps.length === 0) {
        return [
          { ruleId, code, values: { name: account.name, from: facts.from, to: facts.to }, ready: true },
        ];
      }
      return gaps.map((gap) => ({ ruleId, code, values: { name: account.name, ...gap }, ready: false }));
    });
}

/** Whether documents of a kind cover what the rule wants, one after the other where needed. */
function documentsCover(
  documents: readonly HouseholdDocument[],
  mustCover: 'whole-period' | 'period-end' | 'nothing',
  from: IsoDay,
  to: IsoDay,
): boolean {
  if (mustCover === 'nothing') return documents.length > 0;
  let next = mustCover === 'period-end' ? to : from;
  const sorted = documents.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  for (const { validFrom, validTo } of sorted) {
    if (validFrom !== undefined && validFrom > next) break;
    if (validTo === undefined) return true;
    if (validTo >= next) next = addDays(validTo, 1);
  }
  return next > to;
}

/** A document that is good for so many months from its first day: a DBS check of the last three years. */
function withAge(document: HouseholdDocument, months: number | undefined): HouseholdDocument {
  const { validFrom } = document;
  if (months === undefined || validFrom === undefined) return document;
  const good = addDays(addMonths(validFrom, months), -1);
  return { ...document, validTo: document.validTo === undefined ? good : earlierDay(good, document.validTo) };
}

/** Everything the authority's rules want to see, and whether it is there. */
export function evidenceOf(
  profile: ReturnProfile,
  facts: ReturnFacts,
  lines: readonly SortedReturnLine[],
): readonly EvidenceItem[] {
  return wantedBy(profile, facts, lines).map((item) => {
    const reason = item.ready ? undefined : facts.reasons?.[evidenceKey(item)];
    return reason === undefined || reason === '' ? item : { ...item, reason };
  });
}

function wantedBy(
  profile: ReturnProfile,
  facts: ReturnFacts,
  lines: readonly SortedReturnLine[],
): readonly EvidenceItem[] {
  return profile.evidence.flatMap((rule): readonly EvidenceItem[] => {
    switch (rule.kind) {
      case 'line':
        return lineItems(rule, lines);
      case 'statements':
        return statementItems(rule.id, facts);
      case 'document': {
        const documents = facts.documents
          .filter((document) => document.kind === rule.document)
          .map((document) => withAge(document, rule.notOlderThanMonths));
        const ready = documentsCover(documents, rule.mustCover, facts.from, facts.to);
        return [{ ruleId: rule.id, code: 'evidence.document', values: { document: rule.document }, ready }];
      }
      default:
        return assertNever(rule, 'evidence rule');
    }
  });
}

/** The list behind `12 of 14 things ready`: one item for each check of the sums and each of the authority's rules. */
export function readinessOf(
  profile: ReturnProfile,
  facts: ReturnFacts,
  made: {
    readonly problems: readonly ReturnProblem[];
    readonly fields: readonly FieldValue[];
    readonly evidence: readonly EvidenceItem[];
  },
): readonly ChecklistItem[] {
  const inPeriod = facts.lines.filter((line) => line.date >= facts.from && line.date <= facts.to).length;
  const count = (...codes: readonly ReturnProblem['code'][]): number =>
    made.problems.filter((problem) => codes.includes(problem.code)).length;
  const item = (
    code: ChecklistItem['code'],
    missing: number,
    of: number,
    ruleId?: string,
  ): ChecklistItem => ({
    code,
    ready: missing === 0,
    missing,
    of,
    ...(ruleId === undefined ? {} : { ruleId }),
  });
  const needed = made.fields.filter((field) => field.needed);
  const wantsHours = profile.fields.some((field) => field.from.startsWith('hours.'));
  return [
    item('check.opening-balance', count('return.opening-differs-from-last-return'), 1),
    item(
      'check.balances-agree',
      count('return.statement-differs', 'return.statement-not-known'),
      facts.accounts.length,
    ),
    item('check.lines-explained', count('return.line-not-explained'), inPeriod),
    item('check.lines-sorted', count('return.line-not-sorted'), inPeriod),
    ...(facts.funds.length > 1
      ? [item('check.lines-have-fund', count('return.line-without-fund'), inPeriod)]
      : []),
    item('check.funds-agree', count('return.funds-differ-from-accounts', 'return.transfer-has-one-end'), 1),
    ...(wantsHours ? [item('check.hours', facts.hours === undefined ? 1 : 0, 1)] : []),
    ...profile.evidence.map((rule) => {
      const items = made.evidence.filter((one) => one.ruleId === rule.id);
      // A reason given takes the place of what is missing.
      const missing = items.filter((one) => !one.ready && one.reason === undefined);
      return item('check.evidence', missing.length, items.length, rule.id);
    }),
    item('check.fields', needed.filter((field) => field.value === undefined).length, needed.length),
    ...(profile.declaration === undefined ? [] : [item('check.declaration', facts.declared ? 0 : 1, 1)]),
  ];
}
