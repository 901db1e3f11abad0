import type { AccountCode } from '@shared/budget/ledger';
import { EVIDENCE_KINDS, type EvidenceKind, type ReturnProfile } from '@shared/returns/profile';
import { HEADED_ACCOUNTS } from '@shared/returns/profile-check';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { MoneyField } from '../../../components/money-field';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { accountName } from '../../../text/money';
import { builder } from '../../../text/profile-builder';
import { documentKinds, evidenceKinds } from '../../../text/profile-words';
import { oneProfile as shown } from '../../../text/profiles';
import { type ItemProps, PartForm, SourceField, usePart } from './builder-form';
import { withItem } from './builder-lists';
import { type Cover, type EvidenceText, evidenceText, newCode, readEvidence } from './part-values';

const words = builder.proof;

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
