import { formatPounds, type Pence } from '@shared/money';
import type { ReactNode } from 'react';

export type MoneyPart = {
  readonly id: string;
  readonly label: string;
  readonly pence: Pence;
  /** What is left for the person; drawn in the main colour. */
  readonly yours?: boolean;
  /** What stands in the legend in place of the amount: the figure that opens how it was worked out. */
  readonly value?: ReactNode;
};

/** One bar of what the bank balance is made of, each part with a pattern, and its legend with amounts. */
export function MoneyBar({ parts, label }: { readonly parts: readonly MoneyPart[]; readonly label: string }) {
  const total = parts.reduce((sum, part) => sum + Math.max(0, part.pence), 0);
  const look = (part: MoneyPart, index: number) =>
    part.yours ? 'pattern-yours' : `pattern-${(index % 6) + 1}`;
  return (
    <figure className="chart" aria-label={label}>
      <div className="money-bar" aria-hidden="true">
        {parts.map((part, index) =>
          part.pence > 0 ? (
            <span
              key={part.id}
              className={look(part, index)}
              style={{ flex: `${(part.pence / total) * 1000} 1 0` }}
            />
          ) : null,
        )}
      </div>
      <dl className="legend">
        {parts.map((part, index) => (
          <div key={part.id}>
            <dt>
              <span className={`swatch ${look(part, index)}`} aria-hidden="true" />
              {part.label}
            </dt>
            <dd>{part.value ?? formatPounds(part.pence)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
