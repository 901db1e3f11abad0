import { ChevronDown } from 'lucide-react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { common } from '../text/common';
import type { Choice } from './choice-types';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';
import { ChoiceItem } from './select';

export type ComboBoxProps = FieldProps & {
  /** The text as typed, or the label of the choice. */
  readonly value: string;
  /** `choice` is set when the text is one of the list. */
  readonly onChange: (text: string, choice: Choice | undefined) => void;
  readonly choices: readonly Choice[];
  /** Whether a text outside the list is allowed (a new supplier). */
  readonly allowOther?: boolean;
};

/** Type to find one of a long list: a council, a supplier. */
export function ComboBox(props: ComboBoxProps) {
  const { value, onChange, choices, allowOther = false } = props;
  const byLabel = (text: string) =>
    choices.find((choice) => choice.label.toLowerCase() === text.trim().toLowerCase());
  return (
    <AriaComboBox
      {...fieldFrame(props)}
      inputValue={value}
      onInputChange={(text) => onChange(text, byLabel(text))}
      onChange={(key) => {
        const found = choices.find((choice) => choice.value === key);
        if (found) onChange(found.label, found);
      }}
      allowsCustomValue={allowOther}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <FieldWords {...props} />
      <div className="field-control with-button">
        <Input className="input" autoComplete="off" />
        <Button className="button secondary icon-only">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover select-popover">
        <ListBox
          className="list-box"
          renderEmptyState={() => <div className="list-empty">{common.noMatch}</div>}
        >
          {choices.map((choice) => (
            <ChoiceItem key={choice.value} choice={choice} />
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
