import { TextArea as AriaTextArea, TextField } from 'react-aria-components';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';

export type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
};

/** Several lines of text: a note, a reason. */
export function TextArea(props: TextAreaProps) {
  return (
    <TextField
      {...fieldFrame(props, 'full')}
      value={props.value}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <FieldWords {...props} />
      <div className="field-control">
        <AriaTextArea className="input width-full" rows={props.rows ?? 4} spellCheck />
      </div>
    </TextField>
  );
}
