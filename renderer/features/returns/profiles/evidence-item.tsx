import type { AccountCode } from '@shared/budget/ledger';
import { pence, poundsString } from '@shared/money';
import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type EvidenceRule,
  type ReturnProfile,
} from '@shared/returns/profile';
import { HEADED_ACCOUNTS } from '@shared/returns/profile-check';
import { checkFields } from '../../../components/check-fields';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { MoneyField } from '../../../components/money-field';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { readMoney, readText } from '../../../components/read-fields';
import { fine, readChoice, readNumber } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import type { Checked } from '../../../components/use-form';
import { accountName } from '../../../text/money';
import { builder } from '../../../text/profile-builder';
import { documentKinds, evidenceKinds } from '../../../text/profile-words';
import { oneProfile as shown } from '../../../text/profiles';
import { type ItemProps, oneLine, PartForm, SourceField, usePart } from './builder-form';
import { withItem } from './builder-lists';
import { newCode } from './use-profiles';

const words = builder.proof;

type Cover = Extract<EvidenceRule, { kind: 'document' }>['mustCover'];

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
  const some = <Value,>(list: readonly Value[], message: string) =>
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

function choicesOf<Value extends string>(names: Readonly<Record<Value, string>>, values: readonly Value[]) {
  return values.map((value) => ({ value, label: names[value] }));
}

/** One proof that is wanted: beside each payment, of every day, or a document. */
export function EvidenceItem({ view, index }: ItemProps) {
  const { profile } = view;
  const existing = index === undefined ? undefined : profile.evidence[index];
  const form = usePart<EvidenceText>(view, {
    back: 'evidence',
    initial: evidenceText(existing),
    read: (values) => {
      const taken = profile.evidence.map((one) => one.id);
      const read = readEvidence(values, existing?.id ?? newCode(values.label, taken));
      if (!read.ok) return read;
      const value: ReturnProfile = withItem(profile, 'evidence', index, read.value);
      return { ok: true, value };
    },
  });
  return (
    <PartForm form={form}>
      <TextField label={words.label} width="full" {...form.field('label')} />
      <RadioGroup<EvidenceText['kind']>
        label={words.kind}
        {...form.field('kind')}
        choices={[
          { value: 'line', label: words.line },
          { value: 'statements', label: words.statements },
          { value: 'document', label: words.document },
        ]}
      />
      {form.values.kind === 'line' ? (
        <>
          <CheckboxGroup<EvidenceKind>
            label={words.wanted}
            {...form.field('wanted')}
            choices={choicesOf(evidenceKinds, EVIDENCE_KINDS)}
          />
          <RadioGroup<'in' | 'out'>
            label={words.direction}
            inline
            {...form.field('direction')}
            choices={[
              { value: 'in', label: shown.in },
              { value: 'out', label: shown.out },
            ]}
          />
          <CheckboxGroup<AccountCode>
            label={words.accounts}
            {...form.field('accounts')}
            choices={HEADED_ACCOUNTS.map((value) => ({ value, label: accountName(value) }))}
          />
          <MoneyField label={words.over} hint={words.overHint} {...form.field('over')} />
        </>
      ) : null}
      {form.values.kind === 'document' ? (
        <>
          <Select
            label={words.documentKind}
            {...form.field('document')}
            choices={Object.entries(documentKinds).map(([value, label]) => ({ value, label }))}
          />
          <RadioGroup<Cover>
            label={words.mustCover}
            {...form.field('mustCover')}
            choices={choicesOf(shown.documentCover, ['whole-period', 'period-end', 'nothing'])}
          />
          <NumberField
            label={words.older}
            hint={words.olderHint}
            least={0}
            most={240}
            {...form.field('older')}
          />
        </>
      ) : null}
      <SourceField {...form.field('source')} />
    </PartForm>
  );
}
