import { Plus } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { RotaBlockWords, type RotaShift, shiftClass } from './rota-block';
import { axisOf, layOut, type PlacedBlock } from './rota-time-layout';
import { useRoving } from './use-roving';
import { useElementWidth } from './use-width';

export type RotaTimeBlock = RotaShift & {
  /** Minutes on the clock from the midnight that the row begins with; past 1440 for the next day, below 0 for the one before. */
  readonly from: number;
  readonly to: number;
  /** A PA, “Needs someone”; left out where the row says it. */
  readonly who?: string | undefined;
  readonly look?: number | undefined;
};

export type RotaTimeRow = {
  readonly id: string;
  /** `Mon 23`, or a PA. */
  readonly heading: string;
  readonly note?: string | undefined;
  readonly isToday?: boolean;
  readonly blocks: readonly RotaTimeBlock[];
  /** The name of the row’s button: “Add a shift on Tuesday 24 November”. */
  readonly addName: string;
};

export type RotaTimeProps = {
  readonly caption: string;
  readonly rowHeading: string;
  readonly timesHeading: string;
  readonly rows: readonly RotaTimeRow[];
  /** `7 am`, for the line of hours; given minutes of the day. */
  readonly hourWords: (minutes: number) => string;
  readonly onOpen: (shiftId: string) => void;
  readonly onAdd: (rowId: string) => void;
  readonly onWeek: (step: -1 | 1) => void;
  /** What stands here instead where there is too little width for time to be seen. */
  readonly narrow: ReactNode;
};

const LEAST_REMS = 42;
const HEAD_REMS = 10;
const LABEL_REMS = 2.6;
const LANE_REMS = 3.05;

/**
 * Days or people down, hours across: each shift as long as it lasts, those at the same time under one another, and past
 * midnight still in the row it began in. One stop of the Tab key; arrows go from shift to shift and row to row.
 */
export function RotaTime(props: RotaTimeProps) {
  const { rows } = props;
  const { ref, width, rem } = useElementWidth(1000);
  const axis = axisOf(rows);
  const track = Math.max(1, width - HEAD_REMS * rem);
  const perMinute = track / (axis.to - axis.from);
  const laid = rows.map((row) => layOut(row.blocks, axis, perMinute, rem));
  const roving = useRoving<HTMLTableElement>({
    counts: rows.map((row) => row.blocks.length + 1),
    near: (spot, row) => {
      const now = rows[spot.row]?.blocks[spot.item];
      const others = rows[row]?.blocks ?? [];
      if (now === undefined) return others.length;
      if (others.length === 0) return 0;
      const far = others.map((other) => Math.abs(other.from - now.from));
      return far.indexOf(Math.min(...far));
    },
    onPage: props.onWeek,
  });
  const step = [60, 120, 180, 240, 360].find((minutes) => minutes * perMinute >= 3.4 * rem) ?? 360;
  const hours: number[] = [];
  for (let at = axis.from; at < axis.to; at += 60) hours.push(at);
  const left = (minutes: number) => `${((minutes - axis.from) / (axis.to - axis.from)) * 100}%`;
  if (width < LEAST_REMS * rem)
    return (
      <div ref={ref} className="rota-fit">
        {props.narrow}
      </div>
    );
  return (
    <div ref={ref} className="rota-fit">
      <table
        className="rota rota-time"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid with arrow keys keeps its table for print
        role="grid"
        aria-label={props.caption}
        ref={roving.ref}
        onKeyDown={roving.onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{props.rowHeading}</span>
            </th>
            <th scope="col" className="rota-hours">
              <span className="visually-hidden">{props.timesHeading}</span>
              {hours
                .filter(
                  (at) => (at - axis.from) % step === 0 && (axis.to - at) * perMinute >= LABEL_REMS * rem,
                )
                .map((at) => (
                  <span key={at} aria-hidden="true" style={{ left: left(at) }}>
                    {props.hourWords(at)}
                  </span>
                ))}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => {
            const placed = laid[r] ?? { blocks: [], lanes: 1 };
            return (
              <tr key={row.id}>
                <th
                  scope="row"
                  data-today={row.isToday ? '' : undefined}
                  aria-current={row.isToday ? 'date' : undefined}
                >
                  <span className="rota-time-head">
                    <span>
                      {row.heading}
                      {row.note === undefined ? null : <small>{row.note}</small>}
                    </span>
                    <button
                      type="button"
                      className="rota-add"
                      aria-label={row.addName}
                      onClick={() => props.onAdd(row.id)}
                      {...roving.at(r, row.blocks.length)}
                    >
                      <Plus aria-hidden="true" />
                    </button>
                  </span>
                </th>
                <td>
                  {hours.map((at) => (
                    <span
                      key={at}
                      aria-hidden="true"
                      className={
                        at === axis.from
                          ? 'rota-hour first'
                          : at === 1440
                            ? 'rota-hour midnight'
                            : 'rota-hour'
                      }
                      style={{ left: left(at) }}
                    />
                  ))}
                  <div className="rota-track" style={{ minHeight: `${placed.lanes * LANE_REMS}rem` }}>
                    {placed.blocks.map((block, item) => (
                      <TimeBlock
                        key={block.block.id}
                        placed={block}
                        onOpen={props.onOpen}
                        attributes={roving.at(r, item)}
                      />
                    ))}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function TimeBlock({
  placed,
  onOpen,
  attributes,
}: {
  readonly placed: PlacedBlock;
  readonly onOpen: (id: string) => void;
  readonly attributes: ReturnType<ReturnType<typeof useRoving>['at']>;
}) {
  const { block } = placed;
  const style = {
    left: `${placed.left}%`,
    width: `${placed.width}%`,
    top: `${placed.lane * LANE_REMS}rem`,
    '--bar-left': `${placed.barLeft}%`,
    '--bar-width': `${placed.barWidth}%`,
  } as CSSProperties;
  return (
    <button
      type="button"
      className={`rota-time-block${placed.beside === undefined ? '' : ` beside-${placed.beside}`}${block.kind === 'open' ? ' open' : ''}`}
      style={style}
      onClick={() => onOpen(block.id)}
      {...attributes}
    >
      <span className={`${shiftClass(block.kind, block.look)} rota-bar`} aria-hidden="true" />
      <span className="rota-time-words">
        <RotaBlockWords shift={block} who={block.who} />
      </span>
    </button>
  );
}
