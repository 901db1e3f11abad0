import words from '@resources/documents/return-words.json';
import type { Coded } from '@shared/api/common';
import type { EvidenceItem, ReturnLine, ReturnView, SigningRole } from '@shared/api/returns';
import { fundOfId } from '@shared/budget/funds';
import { formatDay, type IsoDay } from '@shared/dates';
import { NO_MONEY, negatePence, sumPence } from '@shared/money';
import {
  BROUGHT_IN,
  type CategoryReturn,
  type MonitoringReturn,
  NOT_EXPLAINED,
  NOT_SORTED,
} from '@shared/returns/build-return';
import { isToldSource } from '@shared/returns/field-sources';
import type { ReturnProfile } from '@shared/returns/profile';
import { evidenceKey } from '@shared/returns/return-evidence';
import type { ReturnFacts, ReturnLedgerLine, UnpresentedItem } from '@shared/returns/return-facts';
import { representativesOf } from '../db/queries/household';
import { draftOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { fill } from '../files/documents/words';
import { NO_PERIOD_HOURS } from './returns-hours';

type AgreementRow = WorkspaceSchema['funding_agreement'];

const LABELS: Readonly<Record<string, string>> = {
  [NOT_SORTED]: words.notSorted,
  [NOT_EXPLAINED]: words.notExplained,
  [BROUGHT_IN]: words.broughtIn,
};

function shownLine({ id, label, net, count }: CategoryReturn): ReturnLine {
  return { code: id, label: label ?? LABELS[id] ?? null, amount: net, count };
}

/** The authority's words for what each line was for: one, or several joined. */
function labelsOf(made: MonitoringReturn): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const category of made.categories) {
    const label = category.label ?? LABELS[category.id] ?? '';
    for (const id of category.lineIds) {
      const before = labels.get(id);
      labels.set(id, before === undefined ? label : `${before} + ${label}`);
    }
  }
  return labels;
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
      key: null,
      reason: null,
    })),
    ...made.evidence
      .filter((item) => !item.ready)
      .map((item) => ({
        code: item.code,
        values: { ...item.values, ruleId: item.ruleId, label: labelOfRule(item.ruleId) },
        ready: false,
        lineId: item.lineId ?? null,
        key: evidenceKey(item),
        reason: item.reason ?? null,
      })),
  ];
}

/** What stands between the record and a statement, as it is read. */
function shownItem({ accountId, date, description, amount, kind, lineId }: UnpresentedItem) {
  const sentences: Readonly<Record<string, string>> = { 'other-day': words.otherDay, late: words.late };
  const sentence = sentences[kind ?? ''];
  return {
    day: date,
    description: sentence === undefined ? description : fill(sentence, { description, day: formatDay(date) }),
    amount,
    kind: kind ?? ('unpresented' as const),
    lineId: lineId ?? null,
    accountId,
  };
}

/** Who may sign: the person supported, and who acts for them at the end of the days. */
function signersOf(db: WorkspaceDatabase, householdId: string, supportedName: string, to: IsoDay) {
  const acting = representativesOf(db, householdId).filter(
    (one) => (one.starts_on === null || one.starts_on <= to) && (one.ends_on === null || one.ends_on >= to),
  );
  const self = acting.some((one) => one.role === 'self')
    ? []
    : [{ name: supportedName, role: 'self' as const }];
  return [...self, ...acting.map((one) => ({ name: one.name, role: one.role }))].filter(
    (one) => one.name.trim() !== '',
  );
}

const ROLES: ReadonlySet<string> = new Set([
  'self',
  'appointee',
  'attorney',
  'deputy',
  'authorised-person',
  'suitable-person',
  'nominated-person',
  'parent',
  'executor',
]);

function roleOf(text: string): SigningRole | null {
  return ROLES.has(text) ? (text as SigningRole) : null;
}

function shownTransactions(facts: ReturnFacts, made: MonitoringReturn): ReturnView['transactions'] {
  const labels = labelsOf(made);
  const labelOf = (line: ReturnLedgerLine): string =>
    labels.get(line.id) ?? (line.allocations.length === 0 ? words.pool.label : words.transfers);
  const cash = new Set(facts.accounts.filter((one) => one.kind === 'cash').map((one) => one.id));
  // No statement shows what was written by hand: where it has no paper, none was asked for.
  const without = (line: ReturnLedgerLine): string =>
    line.mark === 'by-hand' || cash.has(line.accountId) ? 'not-needed' : '';
  return facts.lines
    .filter((line) => line.date >= facts.from && line.date <= facts.to)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((line, index) => ({
      number: index + 1,
      lineId: line.id,
      day: line.date,
      description: line.description,
      label: labelOf(line),
      amount: line.amount,
      evidence: line.evidence[0] ?? without(line),
      accountId: line.accountId,
      mark: line.mark ?? null,
      bankDay: line.bankDay ?? null,
      reason: line.reason ?? null,
    }));
}

/** A return as the window and the documents show it. */
export function viewOfReturn(
  db: WorkspaceDatabase,
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
  const unexplained = made.categories.filter((one) => one.id === NOT_EXPLAINED);
  const problems: Coded[] = made.problems.map(({ code, values, lineId }) => ({
    code,
    values: { ...values, ...(lineId === undefined ? {} : { lineId }) },
  }));
  const items = facts.unpresented.map(shownItem);
  const draft = draftOf(db, agreement.id, facts.from, facts.to);
  const hints = new Map(profile.fields.map((field) => [field.id, field]));
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
    unpresented: items,
    difference: made.difference ?? null,
    accounts: made.accounts.map((account) => ({
      id: account.id,
      name: account.name,
      kind: account.kind,
      opening: account.opening,
      moneyIn: account.moneyIn,
      moneyOut: account.moneyOut,
      transfers: account.transfers,
      closing: account.closing,
      items: items.filter((item) => item.accountId === account.id),
      expected: account.expectedOnStatement,
      statementClosing: account.statementClosing ?? null,
      difference: account.difference ?? null,
    })),
    funds: made.funds.map((fund) => ({
      id: fund.id ?? null,
      part: fund.id === undefined ? ('none' as const) : fundOfId(fund.id).part,
      name: fund.name ?? words.notSorted,
      opening: fund.opening,
      moneyIn: fund.moneyIn,
      moneyOut: fund.moneyOut,
      transfers: fund.transfers,
      closing: fund.closing,
    })),
    spokenFor: made.spokenFor.map(({ code, name, amount }) => ({
      code,
      label: name ?? null,
      amount,
      count: 1,
    })),
    leftOver: made.leftOver,
    surplusLimit: made.surplus?.mayKeep ?? null,
    surplus: made.surplus?.surplus ?? NO_MONEY,
    surplusExplanation: made.surplus?.explanation ?? null,
    hours: facts.hours ?? NO_PERIOD_HOURS,
    evidence: shownEvidence(profile, made),
    unexplained: unexplained.reduce((sum, one) => sum + one.count, 0),
    problems,
    explanation: made.explanation,
    transactions: shownTransactions(facts, made),
    sections: profile.sections.map(({ id, title }) => ({ id, title })),
    fields: made.fields.map((field) => ({
      id: field.id,
      section: field.section,
      label: field.label,
      hint: hints.get(field.id)?.hint ?? null,
      needed: field.needed,
      value: field.value ?? null,
      answer: isAsked(hints.get(field.id)?.from, facts) ? (facts.answers[field.id] ?? '') : null,
    })),
    declaration: profile.declaration ?? null,
    signers: signersOf(db, agreement.household_id, facts.supportedName, facts.to),
    signing: {
      by: draft?.signed_by ?? '',
      as: roleOf(draft?.signed_as ?? ''),
      on: draft?.signed_on ?? null,
    },
    sentOn: null,
    sentHow: null,
  };
}

/** Whether the person answers a field: the record does not tell it. */
function isAsked(from: ReturnProfile['fields'][number]['from'] | undefined, facts: ReturnFacts): boolean {
  if (from === 'answer') return true;
  return from !== undefined && isToldSource(from) && facts.told?.[from] === undefined;
}
