import { type AccountCode, isAccountCode } from '@shared/budget/ledger';
import { type IsoDay, laterDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import {
  linesBroughtInLate,
  linesCountingElsewhere,
  linesGivenLate,
  linesSentLate,
  linesWrittenLate,
  type PartRow,
  partsOfLines,
  returnsOfLines,
} from '../db/queries/return-lines';
import { type CorrectionRow, correctionsOf } from '../db/queries/returns';
import type { ReturnScope } from './returns-scope';

/** What a line was for, in one part, as it is kept with a correction. */
export type KeptPart = {
  readonly amount: number;
  readonly ledgerAccount: string;
  readonly categoryId: string | null;
  readonly agreementId: string | null;
  readonly fundPart?: 'agreement' | 'contribution' | 'own';
  readonly countsOn?: IsoDay | null;
  readonly matchKind: string;
  readonly matchKey: string | null;
};

/** A line of the bank or of cash with what it was for. */
export type LineWithParts = {
  readonly id: string;
  readonly accountId: string;
  readonly statementId: string | null;
  readonly day: IsoDay;
  readonly amount: Pence;
  readonly description: string;
  /** As they are now, without what nobody has explained. */
  readonly parts: readonly LinePart[];
};

export type LinePart = {
  readonly account: AccountCode;
  readonly fund: string | undefined;
  readonly amount: Pence;
  readonly categoryId: string | null;
  readonly countsOn: IsoDay | null;
  readonly matchKind: string;
  readonly matchKey: string | null;
};

/** A part of a line on the day it counts in the returns of one agreement. */
export type CountedPart = LinePart & {
  readonly day: IsoDay;
  /** The correction it comes from; before any, it is as the line was first explained. */
  readonly correction?: CorrectionRow;
};

/** A line that does not simply count on its own day. */
export type SpecialLine = {
  readonly line: LineWithParts;
  readonly late: boolean;
  readonly counted: readonly CountedPart[];
};

function accountOf(text: string): AccountCode {
  if (!isAccountCode(text)) throw new Error(`Not a ledger account: ${text}`);
  return text;
}

/** The rows of a query as lines, in the same order. */
export function linesFrom(scope: ReturnScope, rows: readonly PartRow[]): LineWithParts[] {
  const lines = new Map<string, LineWithParts & { readonly parts: LinePart[] }>();
  for (const row of rows) {
    let line = lines.get(row.line_id);
    if (line === undefined) {
      line = {
        id: row.line_id,
        accountId: row.account_id,
        statementId: row.statement_id,
        day: row.day,
        amount: row.line_pence,
        description: row.description,
        parts: [],
      };
      lines.set(row.line_id, line);
    }
    const { ledger_account, amount_pence, fund_part } = row;
    if (ledger_account === null || amount_pence === null || fund_part === null) continue;
    line.parts.push({
      account: accountOf(ledger_account),
      fund: scope.fundOf({ ledger_account, agreement_id: row.agreement_id, fund_part }, row.account_id),
      amount: amount_pence,
      categoryId: row.category_id,
      countsOn: row.counts_on,
      matchKind: row.match_kind ?? 'by-hand',
      matchKey: row.match_key,
    });
  }
  return [...lines.values()];
}

/** What is not explained of a line, as a part of its own. */
export function withRest(
  scope: ReturnScope,
  line: LineWithParts,
  parts: readonly LinePart[],
): readonly LinePart[] {
  const rest = line.amount - parts.reduce((sum, part) => sum + part.amount, 0);
  if (rest === 0) return parts;
  const unexplained = {
    ledger_account: 'unexplained',
    agreement_id: null,
    fund_part: 'agreement' as const,
  };
  return [
    ...parts,
    {
      account: 'unexplained',
      fund: scope.fundOf(unexplained, line.accountId),
      amount: pence(rest),
      categoryId: null,
      countsOn: null,
      matchKind: 'by-hand',
      matchKey: null,
    },
  ];
}

/** What a statement shows of a payment that was written by hand counts with what was written. */
const countsItself = (part: LinePart): boolean => part.account !== 'unpresented';

function keptParts(scope: ReturnScope, line: LineWithParts, json: string): readonly LinePart[] {
  const kept = JSON.parse(json) as readonly KeptPart[];
  const parts = kept.map(
    (part): LinePart => ({
      account: accountOf(part.ledgerAccount),
      fund: scope.fundOf(
        {
          ledger_account: part.ledgerAccount,
          agreement_id: part.agreementId,
          fund_part: part.fundPart ?? 'agreement',
        },
        line.accountId,
      ),
      amount: pence(part.amount),
      categoryId: part.categoryId,
      countsOn: part.countsOn ?? null,
      matchKind: part.matchKind,
      matchKey: part.matchKey,
    }),
  );
  return withRest(scope, line, parts);
}

type Sealed = ReadonlyMap<string, readonly { readonly from: IsoDay; readonly to: IsoDay }[]>;

/**
 * Lines found in days that had been sent, with the day they count: brought in, written or given to this agreement since
 * then. Once a later return with them is sent it stays that day; until then it is the first that nothing sent covers.
 */
function lateLines(scope: ReturnScope): ReadonlyMap<string, IsoDay> {
  const { db, householdId, agreement, sent, alone, openFrom } = scope;
  const late = new Map<string, IsoDay>();
  if (openFrom === undefined) return late;
  const note = (rows: readonly { readonly id: string }[]): void => {
    for (const { id } of rows) late.set(id, openFrom);
  };
  note(linesBroughtInLate(db, householdId, agreement.id));
  note(linesWrittenLate(db, householdId, agreement.id, openFrom));
  if (!alone)
    for (const one of sent)
      note(linesGivenLate(db, householdId, agreement.id, { from: one.from_day, to: one.to_day }));
  for (const row of linesSentLate(db, householdId, agreement.id))
    if (row.counted_on !== null) late.set(row.id, row.counted_on);
  return late;
}

function sealedIn(scope: ReturnScope, lineIds: readonly string[]): Sealed {
  const sealed = new Map<string, { from: IsoDay; to: IsoDay }[]>();
  if (lineIds.length === 0) return sealed;
  for (const row of returnsOfLines(scope.db, scope.householdId, scope.agreement.id, lineIds)) {
    const days = { from: row.from_day, to: row.to_day };
    sealed.set(row.line_id, [...(sealed.get(row.line_id) ?? []), days]);
  }
  return sealed;
}

/**
 * The lines that do not simply count on their own day: late ones, which count in the first return after those that were
 * sent; parts of another period; and lines put right since they were sent, as they were and, from that day on, as they are.
 */
export function specialLines(scope: ReturnScope): readonly SpecialLine[] {
  const { db, householdId, openFrom, sent } = scope;
  const corrections = new Map<string, CorrectionRow[]>();
  for (const one of correctionsOf(db, householdId))
    corrections.set(one.bank_line_id, [...(corrections.get(one.bank_line_id) ?? []), one]);
  const late = lateLines(scope);
  const elsewhere = linesCountingElsewhere(db, householdId);
  const ids = [...new Set([...elsewhere, ...corrections.keys(), ...late.keys()])];
  const sealed = sealedIn(scope, elsewhere);
  const inSent = (day: IsoDay) => sent.some((one) => one.from_day <= day && one.to_day >= day);
  /** A day that was sent without the line moves on to the return that has it, or to the first that is still open. */
  const openDay = (lineId: string, day: IsoDay): IsoDay => {
    const own = sealed.get(lineId) ?? [];
    if (openFrom === undefined || day >= openFrom) return day;
    if (own.some((one) => one.from <= day && one.to >= day)) return day;
    const next = own
      .map((one) => one.from)
      .filter((start) => start > day)
      .sort()[0];
    return next ?? openFrom;
  };
  return linesFrom(scope, partsOfLines(db, ids)).map((line): SpecialLine => {
    const lateDay = late.get(line.id);
    const lineDay = lateDay ?? line.day;
    const own = corrections.get(line.id) ?? [];
    const first = own[0];
    const base =
      first === undefined ? withRest(scope, line, line.parts) : keptParts(scope, line, first.before_json);
    const dayOf = (part: LinePart): IsoDay => {
      if (part.countsOn === null) return lineDay;
      return inSent(part.countsOn) && first === undefined ? openDay(line.id, part.countsOn) : part.countsOn;
    };
    const counted: CountedPart[] = base.map((part) => ({ ...part, day: dayOf(part) }));
    let standing = counted.slice();
    for (const correction of own) {
      const on = correction.made_on;
      const back = standing.map((part) => ({
        ...part,
        amount: pence(-part.amount),
        day: laterDay(part.day, on),
        correction,
      }));
      standing = keptParts(scope, line, correction.after_json).map((part) => ({
        ...part,
        day: laterDay(dayOf(part), on),
        correction,
      }));
      counted.push(...back, ...standing);
    }
    return { line, late: lateDay !== undefined, counted: counted.filter(countsItself) };
  });
}

/** The parts of a line that simply counts on its own day. */
export function plainParts(scope: ReturnScope, line: LineWithParts): readonly LinePart[] {
  return withRest(scope, line, line.parts).filter(countsItself);
}
