import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { common } from '../text/common';
import type { Choice } from './choice-types';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';

export type SelectProps<Value extends string> = FieldProps & {
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  readonly placeholder?: string;
};

/** One of a known list of more than six; for fewer use RadioGroup. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, choices } = props;
  const pick = (key: unknown) => {
    const found = choices.find((choice) => choice.value === key);
    if (found) onChange(found.value);
  };
  return (
    <AriaSelect
      {...fieldFrame(props)}
      value={value === '' ? null : value}
      onChange={pick}
      isInvalid={props.error !== undefined}
      placeholder={props.placeholder ?? common.choose}
      validationBehavior="aria"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <FieldWords {...props} />
      <Button className="input select-button field-control">
        <SelectValue>
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder
              ? defaultChildren
              : (choices.find((choice) => choice.value === value)?.label ?? defaultChildren)
          }
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className="popover select-popover">
        <ListBox className="list-box">
          {choices.map((choice) => (
            <ChoiceItem key={choice.value} choice={choice} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A line of a list that opens: a tick for the chosen one, a note under the words. */
export function ChoiceItem({ choice }: { readonly choice: Choice }) {
  return (
    <ListBoxItem className="list-item" id={choice.value} textValue={choice.label}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Check aria-hidden="true" /> : null}
          <span className="words">
            {/* What is seen is what it is called: the note is part of the name. */}
            <Text slot="label">
              {choice.label}
              {choice.note === undefined ? null : (
                <>
                  {' '}
                  <span className="list-item-note">{choice.note}</span>
                </>
              )}
            </Text>
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
