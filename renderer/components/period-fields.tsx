import { Plus, X } from 'lucide-react';
import { periods as words } from '../text/periods';
import { Button } from './button';
import { Checkbox } from './checkbox';
import { NumberField } from './number-field';
import { type FirstText, MOST_FIRST, type PeriodText } from './period-text';
import { RadioGroup } from './radio-group';

let nextKey = 1;

function newFirst(): FirstText {
  nextKey += 1;
  return { key: `new-${nextKey}`, unit: 'weeks', count: 12 };
}

/** How long the periods of returns are: weeks, months, quarters or as they are asked for; the first ones perhaps otherwise. */
export function PeriodFields(props: {
  readonly fieldId: string;
  readonly value: PeriodText;
  readonly onChange: (value: PeriodText) => void;
  readonly error: string | undefined;
}) {
  const { value, onChange } = props;
  const count = (kind: 'months' | 'weeks') => (
    <NumberField
      label={words.count[kind]}
      least={1}
      most={kind === 'months' ? 24 : 104}
      value={value.count}
      onChange={(next) => onChange({ ...value, count: next })}
    />
  );
  return (
    <>
      <RadioGroup<PeriodText['kind']>
        label={words.label}
        fieldId={props.fieldId}
        error={props.error}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        choices={[
          { value: 'months', label: words.months, more: count('months') },
          { value: 'weeks', label: words.weeks, more: count('weeks') },
          { value: 'calendar-quarters', label: words.quarters, note: words.quartersNote },
          { value: 'from-to', label: words.fromTo, note: words.fromToNote },
        ]}
      />
      {value.kind === 'from-to' ? null : (
        <FirstFields first={value.first} onChange={(first) => onChange({ ...value, first })} />
      )}
    </>
  );
}

function FirstFields(props: {
  readonly first: readonly FirstText[];
  readonly onChange: (first: readonly FirstText[]) => void;
}) {
  const { first, onChange } = props;
  const change = (key: string, part: Partial<FirstText>) =>
    onChange(first.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <>
      <Checkbox
        label={words.first}
        note={words.firstNote}
        value={first.length > 0}
        onChange={(on) => onChange(on ? [newFirst()] : [])}
      />
      {first.map((one, index) => (
        <fieldset className="category" key={one.key}>
          <legend className="visually-hidden">{words.firstCount(index + 1)}</legend>
          <NumberField
            label={words.firstCount(index + 1)}
            least={1}
            most={one.unit === 'weeks' ? 104 : 24}
            value={one.count}
            onChange={(next) => change(one.key, { count: next })}
          />
          <RadioGroup<FirstText['unit']>
            label={words.firstUnit(index + 1)}
            inline
            value={one.unit}
            onChange={(unit) => change(one.key, { unit })}
            choices={[
              { value: 'weeks', label: words.unitWeeks },
              { value: 'months', label: words.unitMonths },
            ]}
          />
          <Button
            kind="quiet"
            flush
            icon={X}
            onPress={() => onChange(first.filter((other) => other.key !== one.key))}
          >
            {words.removeFirst(index + 1)}
          </Button>
        </fieldset>
      ))}
      {first.length === 0 || first.length >= MOST_FIRST ? null : (
        <Button icon={Plus} onPress={() => onChange([...first, newFirst()])}>
          {words.addFirst}
        </Button>
      )}
    </>
  );
}
