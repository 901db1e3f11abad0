import { CircleAlert } from 'lucide-react';
import { FieldError, Label, Text } from 'react-aria-components';
import { common } from '../text/common';

/** What every field takes. Values are kept as they were typed; the form reads them. */
export type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The sentence to show, or nothing when the value is fine. */
  readonly error?: string | undefined;
  /** Where the error summary finds it; `useForm().field(name)` gives it. */
  readonly fieldId?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The label is the page's one question. */
  readonly large?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
  /** Fields in a table or a bar: the label is only heard. */
  readonly hideLabel?: boolean | undefined;
};

/** Label above, hint under it, error in words under that. Must stand inside a React Aria field. */
export function FieldWords({ label, hint, error, optional, large, hideLabel }: FieldProps) {
  const classes = hideLabel ? 'visually-hidden' : `field-label${large ? ' large' : ''}`;
  return (
    <>
      <Label className={classes}>
        {label}
        {optional ? <span className="quiet"> {common.optional}</span> : null}
      </Label>
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {error === undefined ? null : <FieldErrorWords error={error} />}
    </>
  );
}

/** The error of a React Aria field, with a shape beside the words. */
export function FieldErrorWords({ error }: { readonly error: string }) {
  return (
    <FieldError className="field-error">
      <CircleAlert aria-hidden="true" />
      <span>{error}</span>
    </FieldError>
  );
}

/** Attributes of the field's outer element. */
export function fieldFrame(
  props: FieldProps,
  more = '',
): { className: string; 'data-field'?: string; 'data-wrong'?: string } {
  return {
    className: more === '' ? 'field' : `field ${more}`,
    ...(props.fieldId === undefined ? {} : { 'data-field': props.fieldId }),
    ...(props.error === undefined ? {} : { 'data-wrong': '' }),
  };
}
