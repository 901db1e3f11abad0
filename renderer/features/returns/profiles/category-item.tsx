import type { AccountCode } from '@shared/budget/ledger';
import type { ReturnCategory } from '@shared/returns/profile';
import { HEADED_ACCOUNTS } from '@shared/returns/profile-check';
import { checkFields } from '../../../components/check-fields';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { RadioGroup } from '../../../components/radio-group';
import { readText } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { accountName } from '../../../text/money';
import { builder } from '../../../text/profile-builder';
import { oneProfile as shown } from '../../../text/profiles';
import { type ItemProps, PartForm, SourceField, usePart } from './builder-form';
import { newCode, oneLine, withCategory } from './part-values';

const words = builder.category;

/** One heading for the money: what it is called, and what of the ledger and the plan stands under it. */
export function CategoryItem({ view, index }: ItemProps) {
  const { profile, planCategories } = view;
  const existing = index === undefined ? undefined : profile.categories[index];
  const known = planCategories.map((one) => one.code);
  const form = usePart(view, {
    back: 'categories',
    initial: {
      label: existing?.label ?? '',
      side: existing?.side ?? ('out' as ReturnCategory['side']),
      accounts: (existing?.accounts ?? []) as readonly AccountCode[],
      plan: (existing?.planCategories ?? []).filter((code) => known.includes(code)) as readonly string[],
      source: existing?.source ?? '',
    },
    read: (values) => {
      const read = checkFields({ label: readText(values.label, words.labelEmpty) });
      if (!read.ok) return read;
      const taken = profile.categories.map((one) => one.id);
      // Kinds of spending of other households stay where they are.
      const unknown = (existing?.planCategories ?? []).filter((code) => !known.includes(code));
      const category: ReturnCategory = {
        id: existing?.id ?? newCode(read.value.label, taken),
        label: read.value.label,
        side: values.side,
        accounts: [...values.accounts],
        planCategories: [...unknown, ...values.plan],
        source: oneLine(values.source),
      };
      return { ok: true, value: withCategory(profile, index, category) };
    },
  });
  const under = (holds: (one: ReturnCategory) => boolean) => {
    const other = profile.categories.find((one, at) => at !== index && holds(one));
    return other === undefined ? {} : { note: words.nowUnder(other.label) };
  };
  return (
    <PartForm form={form}>
      <TextField label={words.label} width="full" {...form.field('label')} />
      <RadioGroup<ReturnCategory['side']>
        label={words.side}
        inline
        {...form.field('side')}
        choices={[
          { value: 'in', label: shown.in },
          { value: 'out', label: shown.out },
        ]}
      />
      <CheckboxGroup<AccountCode>
        label={words.accounts}
        hint={words.accountsHint}
        {...form.field('accounts')}
        choices={HEADED_ACCOUNTS.map((value) => ({
          value,
          label: accountName(value),
          ...under((one) => one.accounts.includes(value)),
        }))}
      />
      {planCategories.length === 0 ? null : (
        <CheckboxGroup
          label={words.plan}
          hint={words.planHint}
          {...form.field('plan')}
          choices={planCategories.map(({ code, name }) => ({
            value: code,
            label: name,
            ...under((one) => one.planCategories.includes(code)),
          }))}
        />
      )}
      <SourceField {...form.field('source')} />
    </PartForm>
  );
}
