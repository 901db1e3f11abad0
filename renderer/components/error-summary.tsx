import { type MouseEvent, useEffect, useId, useRef } from 'react';
import { common } from '../text/common';
import { setErrorPrefix } from './document-title';

export type Problem = {
  readonly message: string;
  /** The field it is about; without one the sentence is not a link. */
  readonly fieldId?: string | undefined;
};

/** Moves focus to the first control of a field. */
function focusField(fieldId: string): void {
  const field = [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
    (element) => element.dataset['field'] === fieldId,
  );
  // Of a field with many parts, the one that is wrong.
  const wrong = field?.querySelector<HTMLElement>('[aria-invalid="true"]:is(input, textarea, button)');
  const control =
    wrong ??
    field?.querySelector<HTMLElement>(
      '[aria-checked="true"], input:checked, input:not([type="hidden"]):not([tabindex="-1"]), textarea, button',
    );
  const target = control ?? field?.querySelector<HTMLElement>('input, button, [tabindex]');
  target?.focus();
  (field ?? target)?.scrollIntoView?.({ block: 'center' });
}

/**
 * “There is a problem”: every error of the form at the top, each a link to its field. Takes focus each time `turn`
 * changes, and puts “Error: ” before the title of the page while it stands.
 */
export function ErrorSummary({
  problems,
  turn,
}: {
  readonly problems: readonly Problem[];
  readonly turn: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const any = problems.length > 0;
  useEffect(() => {
    if (!any || turn === 0) return;
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'start' });
  }, [any, turn]);
  useEffect(() => {
    if (!any) return undefined;
    return setErrorPrefix();
  }, [any]);
  if (!any) return null;

  const follow = (event: MouseEvent, fieldId: string) => {
    event.preventDefault();
    focusField(fieldId);
  };
  return (
    <div className="error-summary" role="alert" aria-labelledby={id} tabIndex={-1} ref={box}>
      <h2 id={id}>{common.problemTitle}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.fieldId ?? ''}${problem.message}`}>
            {problem.fieldId === undefined ? (
              problem.message
            ) : (
              <a href={`#${problem.fieldId}`} onClick={(event) => follow(event, problem.fieldId ?? '')}>
                {problem.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
