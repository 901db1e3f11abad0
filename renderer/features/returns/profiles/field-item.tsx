import { FIELD_SOURCES, type FieldSource } from '@shared/returns/field-sources';
import type { ReturnField } from '@shared/returns/profile';
import { checkFields } from '../../../components/check-fields';
import { Checkbox } from '../../../components/checkbox';
import { readText } from '../../../components/read-fields';
import { readChoice } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { builder } from '../../../text/profile-builder';
import { fieldSources } from '../../../text/profile-words';
import { type ItemProps, PartForm, SourceField, usePart } from './builder-form';
import { withItem } from './builder-lists';
import { newCode, oneLine } from './part-values';

const words = builder.field;

/** The answer first, then what the record fills by its name. */
const SOURCES: readonly FieldSource[] = [
  'answer',
  ...FIELD_SOURCES.filter((source) => source !== 'answer').toSorted((a, b) =>
    fieldSources[a].localeCompare(fieldSources[b], 'en-GB'),
  ),
];

/** One field of the form: what it is called, where it stands, what fills it. */
export function FieldItem({ view, index }: ItemProps) {
  const { profile } = view;
  const existing = index === undefined ? undefined : profile.fields[index];
  const form = usePart(view, {
    back: 'fields',
    initial: {
      label: existing?.label ?? '',
      hint: existing?.hint ?? '',
      section: existing?.section ?? profile.sections[0]?.id ?? '',
      from: existing?.from ?? ('answer' as FieldSource),
      needed: existing?.needed ?? true,
      source: existing?.source ?? '',
    },
    read: (values) => {
      const read = checkFields({
        label: readText(values.label, words.labelEmpty),
        section: readChoice(values.section, words.sectionEmpty),
        from: readChoice(values.from, words.fromEmpty),
      });
      if (!read.ok) return read;
      const hint = oneLine(values.hint);
      const taken = profile.fields.map((one) => one.id);
      const field: ReturnField = {
        id: existing?.id ?? newCode(read.value.label, taken),
        ...read.value,
        ...(hint === '' ? {} : { hint }),
        needed: values.needed,
        source: oneLine(values.source),
      };
      return { ok: true, value: withItem(profile, 'fields', index, field) };
    },
  });
  return (
    <PartForm form={form}>
      <TextField label={words.label} width="full" {...form.field('label')} />
      <TextField label={words.hint} width="full" optional {...form.field('hint')} />
      <Select
        label={words.section}
        {...form.field('section')}
        choices={profile.sections.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select<FieldSource>
        label={words.from}
        {...form.field('from')}
        choices={SOURCES.map((value) => ({ value, label: fieldSources[value] }))}
      />
      <Checkbox
        label={words.needed}
        value={form.values.needed}
        onChange={(needed) => form.set('needed', needed)}
      />
      <SourceField {...form.field('source')} />
    </PartForm>
  );
}

/** One part of the form: a title for its fields. */
export function SectionItem({ view, index }: ItemProps) {
  const { profile } = view;
  const own = builder.section;
  const existing = index === undefined ? undefined : profile.sections[index];
  const form = usePart(view, {
    back: 'sections',
    initial: { title: existing?.title ?? '' },
    read: (values) => {
      const read = checkFields({ title: readText(values.title, own.titleEmpty) });
      if (!read.ok) return read;
      const taken = profile.sections.map((one) => one.id);
      const section = { id: existing?.id ?? newCode(read.value.title, taken), ...read.value };
      return { ok: true, value: withItem(profile, 'sections', index, section) };
    },
  });
  return (
    <PartForm form={form}>
      <TextField label={own.title} width="full" {...form.field('title')} />
    </PartForm>
  );
}
