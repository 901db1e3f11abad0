import { MARK_ICONS, type RotaMark, shiftClass } from './rota-block';

export type RotaLegendLine = {
  readonly id: string;
  readonly words: string;
  /** A PA’s own shape, pattern and colour, 1 to 6. */
  readonly look?: number | undefined;
  /** How a shift is drawn in this state. */
  readonly kind?: 'sleep-in' | 'open' | 'off' | 'visit' | undefined;
  /** The sign on a block. */
  readonly mark?: RotaMark | undefined;
};

/** What the shapes and signs of the rota stand for. */
export function RotaLegend({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly RotaLegendLine[];
}) {
  if (lines.length === 0) return null;
  return (
    <ul className="rota-legend" aria-label={label}>
      {lines.map(({ id, words, look, kind, mark }) => {
        const Icon = mark === undefined ? undefined : MARK_ICONS[mark];
        return (
          <li key={id}>
            {Icon === undefined ? (
              <span className={`${shiftClass(kind ?? 'shift', look)} rota-swatch`} aria-hidden="true" />
            ) : (
              <Icon aria-hidden="true" />
            )}
            {words}
          </li>
        );
      })}
    </ul>
  );
}
