import type { HTMLAttributes } from 'react';

export type RotaShift = {
  readonly id: string;
  /** `7–1 pm`, or `Off sick`. */
  readonly time: string;
  /** `Weekday`, `Sleep-in`, `day 2, SSP`. */
  readonly detail?: string | undefined;
  /** `open` needs someone; `off` is an absence. */
  readonly kind: 'shift' | 'sleep-in' | 'open' | 'off';
  /** Read out after the visible words; makes the name unique: `Maya Lewis, Tuesday 24 November`. */
  readonly name: string;
};

/** `9:30 pm–7` may break after its dash, and nowhere else. */
function timeParts(time: string): string[] {
  return time.split(/(?<=–)/);
}

/** One shift in the rota: its person’s shape, pattern and colour, open ones dashed, absences hatched. */
export function RotaBlock(props: {
  readonly shift: RotaShift;
  readonly look: number | undefined;
  readonly onOpen: (shiftId: string) => void;
  readonly who?: string;
  readonly attributes?: HTMLAttributes<HTMLButtonElement>;
}) {
  const { shift, look } = props;
  const kind = shift.kind === 'shift' ? '' : ` ${shift.kind}`;
  const shape = look === undefined || shift.kind === 'open' || shift.kind === 'off' ? '' : ` look-${look}`;
  return (
    <button
      type="button"
      className={`shift${shape}${kind}`}
      onClick={() => props.onOpen(shift.id)}
      {...props.attributes}
    >
      {props.who === undefined ? null : <span className="shift-who">{props.who}</span>}
      <span className="shift-time">
        {timeParts(shift.time).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      {shift.detail === undefined ? null : <span className="shift-detail">{shift.detail}</span>}
      <span className="visually-hidden">, {shift.name}</span>
    </button>
  );
}
