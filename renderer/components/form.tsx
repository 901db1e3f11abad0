import type { ReactNode } from 'react';
import { common } from '../text/common';
import { ErrorSummary } from './error-summary';
import { Notice } from './notice';
import type { Form as FormState } from './use-form';

/** A form with its summary of problems on top; fields below, one a line; buttons at the end. */
export function Form<Values extends object>(props: {
  readonly form: FormState<Values>;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <form {...props.form.formProps}>
      <ErrorSummary problems={props.form.problems} turn={props.form.turn} />
      <div className="fields">
        {props.form.givenBack ? <Notice tone="note" title={common.givenBack} spoken /> : null}
        {props.children}
      </div>
      <div className="actions">{props.actions}</div>
    </form>
  );
}
