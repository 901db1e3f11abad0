import words from '@resources/documents/return-words.json';
import type { Coded } from '@shared/api/common';
import type { EvidenceItem, ReturnLine, ReturnView } from '@shared/api/returns';
import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY, negatePence, type Pence, sumPence, takePence } from '@shared/money';
import {
  buildReturn,
  type CategoryReturn,
  type MonitoringReturn,
  NOT_EXPLAINED,
  NOT_SORTED,
} from '@shared/returns/build-return';
import type { ReturnProfile } from '@shared/returns/profile';
import type { ReturnFacts, ReturnLedgerLine } from '@shared/returns/return-facts';
import { sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { sealedFigures } from './money-closed';
import { returnFacts } from './returns-facts';
import { NO_PERIOD_HOURS } from './returns-hours';
import { agreementDueOn, returnProfileOf } from './returns-profile';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** Which return: of one agreement, for some days. */
export type WhichReturn = { readonly agreementId: string; readonly from: IsoDay; readonly to: IsoDay };

/** A return as it was made just now, with what it was made from. */
export type MadeReturn = {
  readonly view: ReturnView;
  readonly facts: ReturnFacts;
  readonly made: MonitoringReturn;
  readonly profile: ReturnProfile;
  readonly agreement: AgreementRow;
};

const LABELS: Readonly<Record<string, string>> = {
  [NOT_SORTED]: words.notSorted,
  [NOT_EXPLAINED]: words.notExplained,
};

function shownLine({ id, label, net, count }: CategoryReturn): ReturnLine {
  return { code: id, label: label ?? LABELS[id] ?? null, amount: net, count };
}

/** The authority's words for what a line was for: one, or several joined. */
function labelOf(made: MonitoringReturn, line: ReturnLedgerLine): string {
  const labels = made.categories
    .filter((category) => category.lineIds.includes(line.id))
    .map((category) => category.label ?? LABELS[category.id] ?? '');
  if (labels.length > 0) return labels.join(' + ');
  return line.amount === 0 ? words.pool.label : words.transfers;
}

/** The list of what to have ready, then each thing that is not there yet. */
function shownEvidence(profile: ReturnProfile, made: MonitoringReturn): EvidenceItem[] {
  const labelOfRule = (id: string | undefined): string =>
    profile.evidence.find((rule) => rule.id === id)?.label ?? '';
  return [
    ...made.checklist.map((item) => ({
      code: item.code,
      values: {
        missing: item.missing,
        of: item.of,
        ...(item.ruleId === undefined ? {} : { ruleId: item.ruleId, label: labelOfRule(item.ruleId) }),
      },
      ready: item.ready,
      lineId: null,
    })),
    ...made.evidence
      .filter((item) => !item.ready)
      .map((item) => ({
        code: item.code,
        values: { ...item.values, ruleId: item.ruleId, label: labelOfRule(item.ruleId) },
        ready: false,
        lineId: item.lineId ?? null,
      })),
  ];
}

function viewOf(
  agreement: AgreementRow,
  profile: ReturnProfile,
  facts: ReturnFacts,
  made: MonitoringReturn,
  dueOn: IsoDay,
  today: IsoDay,
): ReturnView {
  const side = (which: 'in' | 'out'): ReturnLine[] =>
    made.categories.filter((one) => one.side === which && one.count > 0).map(shownLine);
  const moneyIn = side('in');
  const moneyOut = side('out');
  const { transfers } = made.totals;
  const transfer = { code: 'transfers', label: words.transfers, count: 1 };
  if (transfers > 0) moneyIn.push({ ...transfer, amount: transfers });
  if (transfers < 0) moneyOut.push({ ...transfer, amount: negatePence(transfers) });
  const inPeriod = facts.lines.filter((line) => line.date >= facts.from && line.date <= facts.to);
  const unexplained = made.categories.find((one) => one.id === NOT_EXPLAINED)?.count ?? 0;
  const problems: Coded[] = made.problems.map(({ code, values, lineId }) => ({
    code,
    values: { ...values, ...(lineId === undefined ? {} : { lineId }) },
  }));
  return {
    agreementId: agreement.id,
    returnId: null,
    profile: { key: profile.id, version: profile.version, name: profile.name },
    funderName: agreement.funder_name,
    supportedName: facts.supportedName,
    from: facts.from,
    to: facts.to,
    dueOn,
    state: facts.to >= today ? 'not-ended' : 'due',
    opening: made.totals.opening,
    moneyIn,
    moneyOut,
    totalIn: sumPence(moneyIn.map((line) => line.amount)),
    totalOut: sumPence(moneyOut.map((line) => line.amount)),
    closing: made.totals.closing,
    statementClosing: made.statementClosing ?? null,
    unpresented: facts.unpresented.map(({ date, description, amount }) => ({
      day: date,
      description,
      amount,
    })),
    difference: made.difference ?? null,
    spokenFor: made.spokenFor.map(({ code, name, amount }) => ({
      code,
      label: name ?? null,
      amount,
      count: 1,
    })),
    leftOver: made.leftOver,
    surplusLimit: made.surplus?.mayKeep ?? null,
    surplus: made.surplus?.surplus ?? NO_MONEY,
    hours: facts.hours ?? NO_PERIOD_HOURS,
    evidence: shownEvidence(profile, made),
    unexplained,
    problems,
    explanation: made.explanation,
    transactions: inPeriod
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map((line, index) => ({
        number: index + 1,
        lineId: line.id,
        day: line.date,
        description: line.description,
        label: labelOf(made, line),
        amount: line.amount,
        evidence: line.evidence[0] ?? '',
      })),
    sentOn: null,
    sentHow: null,
  };
}

/** Makes a return anew from the record, for any days, whether or not one was sent. Refuses with `not-found`. */
export function makeReturn(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
  options: { readonly whole: boolean } = { whole: true },
): MadeReturn {
  const db = databaseOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', which.agreementId), householdId);
  if (which.to < which.from) refuse('day.end-before-start', {}, 'to');
  const profile = returnProfileOf(db, agreement);
  const facts = returnFacts(context, householdId, agreement, which.from, which.to, options);
  const made = buildReturn(profile, facts);
  const due = agreementDueOn(agreement, which.from, which.to);
  const view = viewOf(agreement, profile, facts, made, due, todayOf(context));
  // opening + in − out = closing, by our own figures: anything else is our bug.
  const closing: Pence = takePence(addPence(view.opening, view.totalIn), view.totalOut);
  if (closing !== view.closing) throw new Error(`A return does not add up: ${closing} and ${view.closing}`);
  return { view, facts, made, profile, agreement };
}

/** What was sealed for these days, when the return was sent. */
export function sentReturn(context: ServiceContext, householdId: string, which: WhichReturn) {
  const row = sentReturnsOf(databaseOf(context), householdId).find(
    (one) => one.agreement_id === which.agreementId && one.from_day === which.from && one.to_day === which.to,
  );
  return row === undefined ? undefined : { row, sealed: sealedFigures(row) };
}
