import { Check } from 'lucide-react';
import { common } from '../text/common';

/** Where one is in a journey of a few steps. `current` counts from 0. */
export function Steps({
  names,
  current,
  label,
}: {
  readonly names: readonly string[];
  readonly current: number;
  readonly label: string;
}) {
  return (
    <ol className="steps" aria-label={label}>
      {names.map((name, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'ahead';
        return (
          <li className={`step ${state}`} key={name} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="step-mark" aria-hidden="true">
              {state === 'done' ? <Check /> : index + 1}
            </span>
            <span>
              {name}
              {state === 'done' ? <span className="visually-hidden">, {common.stepDone}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
