import type { ShownFormFacts } from '@shared/api/packs';
import { FORM_FIGURES, type FormLinePart, type FormValue } from '@shared/returns/form-mapping';
import { NumberField } from '../../../components/number-field';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { figureNames, linePartNames, placing as words } from '../../../text/packs';

const NOTHING = 'nothing';
const LINE = 'line';
const TEXT = 'text';
const TICK = 'tick';

/** A value as the key of its choice. */
function keyOf(value: FormValue | undefined): string {
  if (value === undefined) return NOTHING;
  if (value.kind === 'figure') return `figure:${value.figure}`;
  if (value.kind === 'heading' || value.kind === 'field') return `${value.kind}:${value.id}`;
  return value.kind;
}

/** The value a choice begins with. */
function beginOf(key: string): FormValue | undefined {
  if (key === NOTHING) return undefined;
  if (key === LINE) return { kind: 'line', number: 1, part: 'what' };
  if (key === TEXT) return { kind: 'text', text: '' };
  if (key === TICK) return { kind: 'tick' };
  const [kind = '', ...rest] = key.split(':');
  const id = rest.join(':');
  if (kind === 'heading' || kind === 'field') return { kind, id };
  const figure = FORM_FIGURES.find((one) => one === id);
  return figure === undefined ? undefined : { kind: 'figure', figure };
}

const PARTS = Object.entries(linePartNames).map(([value, label]) => ({
  value: value as FormLinePart,
  label,
}));

/** What stands in one field or place of a form, with what it says for these days beside each choice. */
export function ValueField(props: {
  readonly label: string;
  readonly name: string;
  readonly value: FormValue | undefined;
  readonly facts: ShownFormFacts;
  readonly onChange: (value: FormValue | undefined) => void;
  readonly error?: string | undefined;
}) {
  const { label, name, value, facts, onChange, error } = props;
  const choices = [
    { value: NOTHING, label: words.nothing },
    ...FORM_FIGURES.map((figure) => ({
      value: `figure:${figure}`,
      label: words.withText(figureNames[figure], facts.figures[figure] ?? ''),
    })),
    ...facts.headings.map((one) => ({
      value: `heading:${one.id}`,
      label: words.withText(words.heading(one.label), one.text),
    })),
    ...facts.fields.map((one) => ({
      value: `field:${one.id}`,
      label: words.withText(words.field(one.label), one.text),
    })),
    { value: LINE, label: words.line },
    { value: TEXT, label: words.text },
    { value: TICK, label: words.tick },
  ];
  return (
    <div className="stack">
      <Select
        label={label}
        value={keyOf(value)}
        choices={choices}
        onChange={(key) => onChange(beginOf(key))}
        {...(error === undefined ? {} : { error })}
      />
      {value?.kind === 'line' ? (
        <div className="row">
          <NumberField
            label={words.which(name)}
            value={value.number}
            least={1}
            most={500}
            onChange={(number) => onChange({ ...value, number: number ?? 1 })}
          />
          <Select
            label={words.part(name)}
            value={value.part}
            choices={PARTS}
            onChange={(part) => onChange({ ...value, part })}
          />
        </div>
      ) : null}
      {value?.kind === 'text' ? (
        <TextField
          label={words.words(name)}
          value={value.text}
          onChange={(text) => onChange({ ...value, text })}
        />
      ) : null}
    </div>
  );
}
