import type { AccountCode } from '@shared/budget/ledger';
import { pence, poundsString } from '@shared/money';
import type { EvidenceKind, EvidenceRule, ReturnCategory, ReturnProfile } from '@shared/returns/profile';
import { checkFields } from '../../../components/check-fields';
import { readMoney, readText } from '../../../components/read-fields';
import { fine, readChoice, readNumber } from '../../../components/read-more';
import type { Checked } from '../../../components/use-form';
import { builder } from '../../../text/profile-builder';
import { withItem } from './builder-lists';

const words = builder.proof;

/** A code for a new part, from its words, that no other part has. */
export function newCode(words: string, taken: readonly string[]): string {
  const base =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'part';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(code)) return code;
  }
}

/** A text of several lines as one line, as a profile keeps it. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A heading in its place, with what it takes taken from the others: each stands under one heading only. */
export function withCategory(
  profile: ReturnProfile,
  index: number | undefined,
  category: ReturnCategory,
): ReturnProfile {
  const others = profile.categories.map((one, at) =>
    at === index
      ? one
      : {
          ...one,
          accounts: one.accounts.filter((account) => !category.accounts.includes(account)),
          planCategories: one.planCategories.filter((code) => !category.planCategories.includes(code)),
        },
  );
  return withItem({ ...profile, categories: others }, 'categories', index, category);
}

export type Cover = Extract<EvidenceRule, { kind: 'document' }>['mustCover'];

export type EvidenceText = {
  readonly label: string;
  readonly kind: EvidenceRule['kind'];
  readonly wanted: readonly EvidenceKind[];
  readonly direction: 'in' | 'out';
  readonly accounts: readonly AccountCode[];
  readonly over: string;
  readonly document: string;
  readonly mustCover: Cover;
  readonly older: number | null;
  readonly source: string;
};

/** What is typed of a proof. */
export function evidenceText(rule: EvidenceRule | undefined): EvidenceText {
  const line = rule?.kind === 'line' ? rule : undefined;
  const document = rule?.kind === 'document' ? rule : undefined;
  return {
    label: rule?.label ?? '',
    kind: rule?.kind ?? 'line',
    wanted: line?.wanted ?? ['receipt'],
    direction: line?.direction ?? 'out',
    accounts: line?.accounts ?? [],
    over: poundsString(pence(line?.overPence ?? 0)),
    document: document?.document ?? '',
    mustCover: document?.mustCover ?? 'period-end',
    older: document?.notOlderThanMonths ?? 0,
    source: rule?.source ?? '',
  };
}

/** Reads a typed proof; only what its kind asks for. */
export function readEvidence(values: EvidenceText, id: string): Checked<EvidenceText, EvidenceRule> {
  const { kind } = values;
  const isLine = kind === 'line';
  const isDocument = kind === 'document';
  const some = <Value>(list: readonly Value[], message: string) =>
    isLine && list.length === 0 ? { ok: false as const, message } : fine([...list]);
  const read = checkFields({
    label: readText(values.label, words.labelEmpty),
    wanted: some(values.wanted, words.wantedEmpty),
    accounts: some(values.accounts, words.accountsEmpty),
    over: isLine ? readMoney(values.over, words.overWord) : fine(pence(0)),
    document: isDocument ? readChoice(values.document, words.documentEmpty) : fine(''),
    older: isDocument ? readNumber(values.older, 0, 240, words.olderEmpty) : fine(0),
  });
  if (!read.ok) return read;
  const { label, wanted, accounts, over, document, older } = read.value;
  const base = { id, label, source: oneLine(values.source) };
  if (kind === 'statements') return { ok: true, value: { kind, ...base } };
  if (kind === 'document') {
    const age = older === 0 ? {} : { notOlderThanMonths: older };
    return { ok: true, value: { kind, ...base, document, mustCover: values.mustCover, ...age } };
  }
  return {
    ok: true,
    value: { kind, ...base, wanted, direction: values.direction, accounts, overPence: over },
  };
}
