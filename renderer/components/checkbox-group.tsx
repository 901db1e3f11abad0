import { CheckboxGroup as AriaCheckboxGroup, Checkbox } from 'react-aria-components';
import { ChoiceBox } from './checkbox';
import type { Choice } from './choice-types';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';

export type CheckboxGroupProps<Value extends string> = FieldProps & {
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  readonly choices: readonly Choice<Value>[];
  readonly inline?: boolean;
};

/** Any number of a few choices. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { value, onChange, choices, inline = false } = props;
  return (
    <AriaCheckboxGroup
      {...fieldFrame(props, 'full')}
      value={[...value]}
      onChange={(picked) =>
        onChange(choices.filter((choice) => picked.includes(choice.value)).map((choice) => choice.value))
      }
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <FieldWords {...props} />
      <div className={`choices${inline ? ' inline' : ''}`}>
        {choices.map((choice) => (
          <Checkbox className="choice" key={choice.value} value={choice.value}>
            <ChoiceBox note={choice.note}>{choice.label}</ChoiceBox>
          </Checkbox>
        ))}
      </div>
    </AriaCheckboxGroup>
  );
}
