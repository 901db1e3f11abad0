import { CircleAlert } from 'lucide-react';
import { common } from '../text/common';
import type { FieldProps } from './field-words';

/** The words of a field that is a group of its own: ids are `<id>-label`, `<id>-hint`, `<id>-error`. */
export function PlainFieldWords({
  id,
  label,
  hint,
  error,
  optional,
  large,
  hideLabel,
}: FieldProps & { readonly id: string }) {
  return (
    <>
      <span
        id={`${id}-label`}
        className={hideLabel ? 'visually-hidden' : `field-label${large ? ' large' : ''}`}
      >
        {label}
        {optional ? <span className="quiet"> {common.optional}</span> : null}
      </span>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span id={`${id}-error`} className="field-error">
          <CircleAlert aria-hidden="true" />
          <span>{error}</span>
        </span>
      )}
    </>
  );
}
