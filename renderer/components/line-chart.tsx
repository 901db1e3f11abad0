import { formatPounds, type Pence, pence } from '@shared/money';
import { ChartLine, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { common } from '../text/common';
import { Button } from './button';
import { Table } from './table';
import { useElementWidth } from './use-width';

export type ChartPoint = {
  /** Short, under the line: `Dec`. */
  readonly label: string;
  /** In full, for the table: `December 2026`. */
  readonly name: string;
  readonly pence: Pence;
  /** A label on the mark: `March: £50 over`. */
  readonly mark?: string | undefined;
};

export type LineChartProps = {
  /** What the picture shows, in a sentence: it is read instead of the picture. */
  readonly summary: string;
  readonly caption: string;
  readonly points: readonly ChartPoint[];
  readonly limit?: { readonly pence: Pence; readonly label: string } | undefined;
  readonly nameHeading: string;
  readonly valueHeading: string;
  /** Further quiet buttons beside “Show as a table”. */
  readonly actions?: ReactNode;
};

/** Money over time as one line with labels on the marks; its table is one key away. */
export function LineChart(props: LineChartProps) {
  const { points, limit } = props;
  const { ref, width, rem } = useElementWidth(900);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart" ref={ref}>
      {asTable ? (
        <Table
          caption={props.caption}
          rows={points}
          rowKey={(point) => point.name}
          tools={false}
          least={0}
          compact
          columns={[
            { id: 'name', heading: props.nameHeading, cell: (point) => point.name, isName: true },
            {
              id: 'value',
              heading: props.valueHeading,
              kind: 'figure',
              cell: (point) => formatPounds(point.pence),
            },
            ...(points.some((point) => point.mark !== undefined)
              ? [{ id: 'mark', heading: common.note, cell: (point: ChartPoint) => point.mark ?? '' }]
              : []),
          ]}
        />
      ) : (
        <Drawing points={points} limit={limit} summary={props.summary} width={width} rem={rem} />
      )}
      <div className="table-tools">
        <Button
          kind="quiet"
          icon={asTable ? ChartLine : Table2}
          onPress={() => setAsTable(!asTable)}
          name={common.named(asTable ? common.showAsChart : common.showAsTable, props.caption)}
        >
          {asTable ? common.showAsChart : common.showAsTable}
        </Button>
        {props.actions}
      </div>
    </figure>
  );
}

function Drawing(props: {
  readonly points: readonly ChartPoint[];
  readonly limit: LineChartProps['limit'];
  readonly summary: string;
  readonly width: number;
  readonly rem: number;
}) {
  const { points, limit, width, rem } = props;
  const values = [...points.map((point) => point.pence), ...(limit ? [limit.pence] : []), 0];
  const ticks = niceTicks(Math.min(...values), Math.max(...values) * 1.12);
  const low = ticks[0] ?? 0;
  const high = ticks[ticks.length - 1] ?? 1;
  const left = rem * (1 + 0.52 * Math.max(...ticks.map((tick) => tickText(tick).length)));
  const right = width - rem * 0.6;
  const top = rem * 1.2;
  const bottom = rem * (width / rem < 34 ? 12 : 15);
  const x = (index: number) =>
    left + (points.length < 2 ? 0 : (index / (points.length - 1)) * (right - left));
  const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const longest = Math.max(0, ...points.map((point) => point.label.length));
  const room = rem * Math.max(2.7, 0.46 * longest + 0.8);
  const every = Math.max(1, Math.ceil((points.length * room) / Math.max(1, right - left)));
  const last = points[points.length - 1];
  const limitAtStart = points.some((point, index) => point.mark !== undefined && index >= points.length / 2);
  const limitY = limit === undefined ? top : y(limit.pence);
  const lastY = last === undefined ? 0 : y(last.pence);
  // The label of the last mark stands under the line, or over it where the dashed limit would cross the words.
  const crossed = limit !== undefined && limitY > lastY + rem * 0.2 && limitY < lastY + rem * 1.9;
  const wide = (text: string) => text.length * rem * 0.46;
  // A line that comes up to its end would run through words under it.
  const endWords = last === undefined ? '' : pounds(last.pence);
  const rises = points.some(
    (point, index) => x(index) > right - wide(endWords) * 1.3 && y(point.pence) > lastY + rem * 0.3,
  );
  const endLabelY = crossed || rises ? lastY - rem * 0.7 : lastY + rem * 1.35;
  const within = (at: number, text: string) =>
    Math.min(Math.max(at, left + wide(text) / 2), right - wide(text) / 2);
  const labelFits = limit !== undefined && wide(limit.label) <= right - left;
  // The words on the limit stand over its line. Where the words on a mark would run into them, those go under the mark.
  const over = Math.max(rem, limitY - rem * 0.55);
  const meets = points.some((point, index) => {
    if (limit === undefined || !labelFits || point.mark === undefined) return false;
    const middle = within(x(index), point.mark);
    const gap = limitAtStart
      ? middle - wide(point.mark) / 2 - (left + rem * 0.3 + wide(limit.label))
      : right - wide(limit.label) - (middle + wide(point.mark) / 2);
    return gap < rem && Math.abs(y(point.pence) - rem * 0.85 - over) < rem * 1.3;
  });
  return (
    <svg
      role="img"
      aria-label={props.summary}
      viewBox={`0 0 ${width} ${bottom + rem * 2}`}
      height={bottom + rem * 2}
    >
      {limit === undefined ? null : (
        <rect
          className="chart-over"
          x={left}
          width={right - left}
          y={top}
          height={Math.max(0, limitY - top)}
        />
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - rem * 0.5} y={y(tick) + rem * 0.3} textAnchor="end">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {limit === undefined ? null : (
        <>
          <line className="limit" x1={left} x2={right} y1={limitY} y2={limitY} />
          {!labelFits ? null : (
            <text
              className="limit-label"
              x={limitAtStart ? left + rem * 0.3 : right}
              y={over}
              textAnchor={limitAtStart ? 'start' : 'end'}
            >
              {limit.label}
            </text>
          )}
        </>
      )}
      <polyline
        className="chart-line"
        points={points.map((point, index) => `${x(index)},${y(point.pence)}`).join(' ')}
      />
      {points.map((point, index) => (
        <g key={point.name}>
          {index % every === 0 ? (
            <text x={x(index)} y={bottom + rem * 1.5} textAnchor="middle">
              {point.label}
            </text>
          ) : null}
          {point.mark === undefined ? null : (
            <>
              <circle className="mark" cx={x(index)} cy={y(point.pence)} r={rem * 0.45} />
              <text
                className="mark-label"
                x={within(x(index), point.mark)}
                y={meets ? y(point.pence) + rem * 1.7 : Math.max(rem * 0.8, y(point.pence) - rem * 0.85)}
                textAnchor="middle"
              >
                {point.mark}
              </text>
            </>
          )}
        </g>
      ))}
      {last === undefined || last.mark !== undefined ? null : (
        <text className="end-label" x={right} y={endLabelY} textAnchor="end">
          {endWords}
        </text>
      )}
    </svg>
  );
}

/** `£5,000`: without pence where there are none. */
const pounds = (amount: Pence): string => formatPounds(amount).replace('.00', '');

/** The same for the scale. */
const tickText = (tick: number): string => pounds(pence(tick));

/** Four or five round values from at or below `low` to at or above `high`, in pence. */
function niceTicks(low: number, high: number): number[] {
  const rough = Math.max(1, (high - low) / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? power * 10;
  const whole = Math.max(1, Math.round(step));
  const ticks: number[] = [];
  for (let tick = Math.floor(low / whole) * whole; tick < high + whole; tick += whole) ticks.push(tick);
  return ticks;
}
