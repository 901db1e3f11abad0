import type { ReturnProfile } from '@shared/returns/profile';
import { RECORD_KINDS } from '@shared/returns/profile';
import { checkFields } from '../../../components/check-fields';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { readText } from '../../../components/read-fields';
import { fine, readNumber } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { builder } from '../../../text/profile-builder';
import { recordKinds } from '../../../text/profile-words';
import { type ItemProps, PartForm, SourceField, usePart } from './builder-form';
import { withItem } from './builder-lists';
import { newCode, oneLine } from './part-values';

/** One way of a funder: full returns, light touch, a card. */
export function TierItem({ view, index }: ItemProps) {
  const { profile } = view;
  const words = builder.tier;
  const existing = index === undefined ? undefined : profile.tiers[index];
  const form = usePart(view, {
    back: 'tiers',
    initial: {
      name: existing?.name ?? '',
      hint: existing?.hint ?? '',
      sends: (existing?.sends === false ? 'no' : 'yes') as 'no' | 'yes',
      source: existing?.source ?? '',
    },
    read: (values) => {
      const read = checkFields({ name: readText(values.name, words.nameEmpty) });
      if (!read.ok) return read;
      const hint = oneLine(values.hint);
      const taken = profile.tiers.map((one) => one.id);
      const tier: ReturnProfile['tiers'][number] = {
        id: existing?.id ?? newCode(read.value.name, taken),
        name: read.value.name,
        ...(hint === '' ? {} : { hint }),
        sends: values.sends === 'yes',
        ...(existing?.period === undefined ? {} : { period: existing.period }),
        source: oneLine(values.source),
      };
      return { ok: true, value: withItem(profile, 'tiers', index, tier) };
    },
  });
  return (
    <PartForm form={form}>
      <TextField label={words.name} width="full" {...form.field('name')} />
      <TextField label={words.hint} width="full" optional {...form.field('hint')} />
      <RadioGroup<'no' | 'yes'>
        label={words.sends}
        {...form.field('sends')}
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <SourceField {...form.field('source')} />
    </PartForm>
  );
}

type Rule = ReturnProfile['retention'][number];

/** How long one kind of record is kept. */
export function RetentionItem({ view, index }: ItemProps) {
  const { profile } = view;
  const words = builder.keep;
  const existing = index === undefined ? undefined : profile.retention[index];
  const form = usePart(view, {
    back: 'retention',
    initial: {
      records: existing?.records ?? ('all' as Rule['records']),
      counted: existing?.counted ?? ('after-year-end' as Rule['counted']),
      years: (existing?.years ?? 6) as number | null,
      source: existing?.source ?? '',
    },
    read: (values) => {
      const isForGood = values.counted === 'for-good';
      const read = checkFields({
        years: isForGood ? fine(0) : readNumber(values.years, 0, 100, words.yearsEmpty),
      });
      if (!read.ok) return read;
      const { records, counted } = values;
      const rule: Rule = { records, counted, years: read.value.years, source: oneLine(values.source) };
      return { ok: true, value: withItem(profile, 'retention', index, rule) };
    },
  });
  return (
    <PartForm form={form}>
      <Select<Rule['records']>
        label={words.records}
        {...form.field('records')}
        choices={RECORD_KINDS.map((value) => ({ value, label: recordKinds[value] }))}
      />
      <RadioGroup<Rule['counted']>
        label={words.counted}
        {...form.field('counted')}
        choices={[
          { value: 'after-year-end', label: words.afterYear },
          { value: 'life-plus', label: words.life },
          { value: 'for-good', label: words.good },
        ]}
      />
      {form.values.counted === 'for-good' ? null : (
        <NumberField label={words.years} least={0} most={100} {...form.field('years')} />
      )}
      <SourceField {...form.field('source')} />
    </PartForm>
  );
}

/** What else one should know. */
export function NoteItem({ view, index }: ItemProps) {
  const { profile } = view;
  const words = builder.note;
  const existing = index === undefined ? undefined : profile.notes[index];
  const form = usePart(view, {
    back: 'notes',
    initial: { text: existing?.text ?? '', source: existing?.source ?? '' },
    read: (values) => {
      const read = checkFields({ text: readText(oneLine(values.text), words.textEmpty) });
      if (!read.ok) return read;
      const note = { text: read.value.text, source: oneLine(values.source) };
      return { ok: true, value: withItem(profile, 'notes', index, note) };
    },
  });
  return (
    <PartForm form={form}>
      <TextArea label={words.text} rows={3} {...form.field('text')} />
      <SourceField {...form.field('source')} />
    </PartForm>
  );
}
