import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { common } from '../text/common';
import { Button } from './button';
import { markSecret } from './draft-store';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';
import { announce } from './live-region';

export type PassphraseFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** A passphrase being chosen, so that password managers offer to keep it. */
  readonly isNew?: boolean;
  readonly autoFocus?: boolean;
};

/** A passphrase, with a button to see it. Pasting and password managers work; what is typed is never kept over a lock. */
export function PassphraseField(props: PassphraseFieldProps) {
  const [shown, setShown] = useState(false);
  const { fieldId } = props;
  useEffect(() => (fieldId === undefined ? undefined : markSecret(fieldId)), [fieldId]);
  const turn = () => {
    setShown(!shown);
    announce(shown ? common.hidden(props.label) : common.shown(props.label));
  };
  return (
    <TextField
      {...fieldFrame(props, 'full')}
      value={props.value}
      onChange={props.onChange}
      type={shown ? 'text' : 'password'}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      autoComplete={props.isNew ? 'new-password' : 'current-password'}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      <FieldWords {...props} />
      <div className="field-control with-button">
        <Input className="input" spellCheck={false} autoCapitalize="none" />
        <Button
          icon={shown ? EyeOff : Eye}
          onPress={turn}
          name={shown ? common.hideNamed(props.label) : common.showNamed(props.label)}
          slot={null}
        >
          {shown ? common.hide : common.show}
        </Button>
      </div>
    </TextField>
  );
}
