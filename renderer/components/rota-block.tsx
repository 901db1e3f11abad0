import {
  CalendarClock,
  Check,
  Lock,
  type LucideIcon,
  Moon,
  TriangleAlert,
  UserRoundSearch,
  Users,
} from 'lucide-react';
import type { CSSProperties, HTMLAttributes } from 'react';

/** A small sign on a shift. Its words are in the shift’s name and in the legend. */
export type RotaMark = 'confirmed' | 'paid' | 'shared' | 'overlap' | 'sleep' | 'visit' | 'open';

export type RotaShift = {
  readonly id: string;
  /** `7–1 pm`, or `Off sick`. */
  readonly time: string;
  /** `Weekday`, `Sleep-in`, `day 2, SSP`. */
  readonly detail?: string | undefined;
  /** A second line of detail: `With Maya`. */
  readonly more?: string | undefined;
  /** `open` needs someone; `off` is an absence; `visit` an appointment, which is nobody’s work. */
  readonly kind: 'shift' | 'sleep-in' | 'open' | 'off' | 'visit';
  readonly marks?: readonly RotaMark[] | undefined;
  /** Where it begins in its day, for a list by time: `07:00`. */
  readonly begins?: string | undefined;
  /** Read out after the visible words; makes the name unique: `Tuesday 24 November, 7 am to 1 pm, Maya Lewis`. */
  readonly name: string;
};

export const MARK_ICONS: Readonly<Record<RotaMark, LucideIcon>> = {
  confirmed: Check,
  paid: Lock,
  shared: Users,
  overlap: TriangleAlert,
  sleep: Moon,
  visit: CalendarClock,
  open: UserRoundSearch,
};

/** `9:30 pm–7` may break after its dash, and nowhere else. */
function timeParts(time: string): string[] {
  return time.split(/(?<=–)/);
}

/** The class of a shift: its person’s shape, pattern and colour, open ones dashed, absences hatched. */
export function shiftClass(kind: RotaShift['kind'], look: number | undefined): string {
  const shape =
    look === undefined || kind === 'open' || kind === 'off' || kind === 'visit' ? '' : ` look-${look}`;
  return `shift${shape}${kind === 'shift' ? '' : ` ${kind}`}`;
}

function Marks({ marks = [] }: { readonly marks: readonly RotaMark[] | undefined }) {
  if (marks.length === 0) return null;
  return (
    <span className="shift-marks" aria-hidden="true">
      {marks.map((mark) => {
        const Icon = MARK_ICONS[mark];
        return <Icon key={mark} />;
      })}
    </span>
  );
}

/** What a block shows: who, times with signs, and what kind of work. */
export function RotaBlockWords({
  shift,
  who,
}: {
  readonly shift: RotaShift;
  readonly who?: string | undefined;
}) {
  return (
    <>
      {who === undefined ? null : <span className="shift-who">{who} </span>}
      <span className="shift-time">
        {timeParts(shift.time).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      {shift.detail === undefined ? null : (
        <span className="shift-detail">
          {' '}
          {shift.detail}
          <Marks marks={shift.marks} />
        </span>
      )}
      {shift.more === undefined ? null : <span className="shift-detail"> {shift.more}</span>}
      <span className="visually-hidden">, {shift.name}</span>
    </>
  );
}

/** One shift in the rota, to be opened. */
export function RotaBlock(props: {
  readonly shift: RotaShift;
  readonly look: number | undefined;
  readonly onOpen: (shiftId: string) => void;
  readonly who?: string;
  readonly attributes?: HTMLAttributes<HTMLButtonElement>;
  readonly style?: CSSProperties;
}) {
  const { shift, look } = props;
  return (
    <button
      type="button"
      className={shiftClass(shift.kind, look)}
      onClick={() => props.onOpen(shift.id)}
      style={props.style}
      {...props.attributes}
    >
      <RotaBlockWords shift={shift} who={props.who} />
    </button>
  );
}
