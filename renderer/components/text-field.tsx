import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';

export type FieldWidth = '2' | '4' | '6' | '8' | '12' | '20' | 'full';

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password';
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly spellCheck?: boolean;
  /** As wide as what is asked for: characters, or the whole line. */
  readonly width?: FieldWidth;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly figures?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
};

/** One line of typed text. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', width = '20', before, after } = props;
  const input = (
    <Input
      className={`input width-${width}${props.figures ? ' figures' : ''}`}
      spellCheck={props.spellCheck ?? false}
    />
  );
  return (
    <AriaTextField
      {...fieldFrame(props, width === 'full' ? 'full' : '')}
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={props.error !== undefined}
      isReadOnly={props.readOnly ?? false}
      autoComplete={props.autoComplete ?? 'off'}
      validationBehavior="aria"
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      <FieldWords {...props} />
      <div className="field-control">
        {before === undefined && after === undefined ? (
          input
        ) : (
          <div className="affixed">
            {before === undefined ? null : (
              <span className="affix" aria-hidden="true">
                {before}
              </span>
            )}
            {input}
            {after === undefined ? null : (
              <span className="affix" aria-hidden="true">
                {after}
              </span>
            )}
          </div>
        )}
      </div>
    </AriaTextField>
  );
}
