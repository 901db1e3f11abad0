import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components';
import type { Choice } from './choice-types';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';

export type RadioGroupProps<Value extends string> = FieldProps & {
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  readonly choices: readonly (Choice<Value> & {
    /** Fields that belong to this choice, shown under it once it is chosen. */
    readonly more?: ReactNode;
  })[];
  /** Side by side, for yes and no. */
  readonly inline?: boolean;
};

/** One of a few choices, all in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { value, onChange, choices, inline = false } = props;
  const pick = (text: string) => {
    const found = choices.find((choice) => choice.value === text);
    if (found) onChange(found.value);
  };
  return (
    <AriaRadioGroup
      {...fieldFrame(props, 'full')}
      value={value === '' ? null : value}
      onChange={pick}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      orientation={inline ? 'horizontal' : 'vertical'}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <FieldWords {...props} />
      <div className={`choices${inline ? ' inline' : ''}`}>
        {choices.map((choice) => (
          <div key={choice.value}>
            <Radio className="choice" value={choice.value}>
              <span className="choice-mark round" aria-hidden="true">
                <span className="dot" />
              </span>
              <span className="choice-words">
                {choice.label}
                {choice.note === undefined ? null : <span className="choice-note">{choice.note}</span>}
              </span>
            </Radio>
            {choice.more !== undefined && choice.value === value ? (
              <div className="choice-more">{choice.more}</div>
            ) : null}
          </div>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
