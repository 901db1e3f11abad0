import type { ReactNode } from 'react';

export type FigureLine = {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string | undefined;
  /** The one that is the person’s own. */
  readonly yours?: boolean;
};

/** A few figures that are read together: in the bank, promised, really yours. */
export function FigureRow({ figures }: { readonly figures: readonly FigureLine[] }) {
  return (
    <dl className="figures-row">
      {figures.map((figure) => (
        <div key={figure.label} className={figure.yours ? 'yours' : undefined}>
          <dt>{figure.label}</dt>
          <dd>
            {figure.value}
            {figure.note === undefined ? null : <span className="figure-note">{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
