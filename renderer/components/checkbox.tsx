import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { type FieldProps, fieldFrame } from './field-words';
import { PlainFieldWords } from './plain-field-words';

/** The box and its words, inside a React Aria checkbox. */
export function ChoiceBox({
  children,
  note,
}: {
  readonly children: ReactNode;
  readonly note?: string | undefined;
}) {
  return (
    <>
      <span className="choice-mark" aria-hidden="true">
        <Check />
      </span>
      <span className="choice-words">
        {children}
        {note === undefined ? null : <span className="choice-note">{note}</span>}
      </span>
    </>
  );
}

export type CheckboxProps = Omit<FieldProps, 'hint' | 'large' | 'optional' | 'hideLabel'> & {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly note?: string;
};

/** One thing to agree to or to switch on when the form is sent. */
export function Checkbox(props: CheckboxProps) {
  const id = useId();
  return (
    <div {...fieldFrame(props)}>
      {props.error === undefined ? null : (
        <PlainFieldWords id={id} label={props.label} hideLabel error={props.error} />
      )}
      <AriaCheckbox
        className="choice"
        isSelected={props.value}
        onChange={props.onChange}
        isInvalid={props.error !== undefined}
        {...(props.error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
        {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      >
        <ChoiceBox note={props.note}>{props.label}</ChoiceBox>
      </AriaCheckbox>
    </div>
  );
}
