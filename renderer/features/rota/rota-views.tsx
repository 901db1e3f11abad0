import type { Appointment } from '@shared/api/calendar';
import type { RotaView } from '@shared/api/rota';
import { clockTime, formatTime, timeFromMinutes } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { RotaDays } from '../../components/rota-days';
import { RotaGrid } from '../../components/rota-grid';
import { RotaLegend } from '../../components/rota-legend';
import { RotaTime } from '../../components/rota-time';
import { rota } from '../../text/rota';
import { rotaViews } from '../../text/rota-views';
import type { RotaViewName } from './paths';
import { dayByTime, weekByTime } from './rota-by-time';
import { RotaList } from './rota-list';
import { RotaMonth } from './rota-month';
import { gridDays, gridRows, legendOf, OPEN_ROW } from './rota-rows';
import type { Around } from './rota-said';
import { VISITS_ROW } from './rota-visits';

const MIDNIGHT = clockTime('00:00');

/** `7 am`; midnight is called so. */
function hourWords(minutes: number): string {
  const time = timeFromMinutes(minutes);
  return time === MIDNIGHT ? rotaViews.midnight : formatTime(time);
}

/** The days in sight, in one of the ways to look at them, with what its signs mean. */
export function RotaViews(props: {
  readonly name: RotaViewName;
  readonly view: RotaView;
  /** The day before, when one day is looked at. */
  readonly before: RotaView | undefined;
  readonly around: Around;
  readonly visits: readonly Appointment[];
  readonly day: IsoDay;
  readonly today: IsoDay;
  readonly caption: string;
  /** The PA whose rota it is, when it is one’s only. */
  readonly workerId: string | undefined;
  readonly onOpen: (blockId: string) => void;
  readonly onAdd: (workerId: string | null, on: IsoDay) => void;
  readonly onAddVisit: (on: IsoDay) => void;
  /** Whether shifts of shared PAs are told beside these. */
  readonly hasShared: boolean;
  readonly onMove: (step: -1 | 1) => void;
}) {
  const { name, view, around, visits, day, today, caption, workerId } = props;
  const isOne = workerId !== undefined;
  const add = (rowId: string, on: IsoDay) => {
    if (rowId === VISITS_ROW) props.onAddVisit(on);
    else props.onAdd(rowId === OPEN_ROW ? null : rowId, on);
  };
  const days = {
    caption,
    rowHeading: rota.rowHeading,
    days: gridDays(view, today),
    rows: gridRows(view, around, !isOne, visits),
    onOpen: props.onOpen,
    onAdd: add,
    addName: (row: { id: string; name: string }, on: { day: IsoDay }) =>
      row.id === OPEN_ROW
        ? rota.addOpen(on.day)
        : row.id === VISITS_ROW
          ? rotaViews.addVisit(on.day)
          : rota.addFor(row.name, on.day),
    onWeek: props.onMove,
  };
  const byTime = {
    caption,
    timesHeading: rotaViews.times,
    hourWords,
    onOpen: props.onOpen,
    onWeek: props.onMove,
    narrow: <RotaDays {...days} />,
  };
  const { hasShared, onOpen } = props;
  const toldProps = { view, around, visits, caption, hasShared, onOpen };
  return (
    <div className="rota-views">
      <h2 className="visually-hidden">{caption}</h2>
      {name === 'week' ? <RotaGrid {...days} /> : null}
      {name === 'time' ? (
        <RotaTime
          {...byTime}
          rowHeading={rotaViews.timeHeading}
          rows={weekByTime(view, today, around, isOne, visits)}
          onAdd={(rowId) =>
            props.onAdd(workerId ?? null, view.days.find((one) => one.day === rowId)?.day ?? day)
          }
        />
      ) : null}
      {name === 'day' ? (
        <RotaTime
          {...byTime}
          rowHeading={rotaViews.personHeading}
          rows={dayByTime(view, props.before, day, around, !isOne, visits)}
          onAdd={(rowId) => add(rowId, day)}
        />
      ) : null}
      {name === 'month' ? (
        <RotaMonth {...toldProps} today={today} workerId={workerId} onMonth={props.onMove} />
      ) : null}
      {name === 'list' ? <RotaList {...toldProps} /> : null}
      {view.shifts.length === 0 && name !== 'list' ? (
        <p className="quiet rota-none">
          {hasShared ? rota.noneOwnTitle : rota.noneTitle}. {rota.noneBody}
        </p>
      ) : null}
      {name === 'month' ? null : (
        <RotaLegend
          label={rotaViews.legend}
          lines={legendOf(view, name === 'time' && !isOne, visits.length > 0)}
        />
      )}
    </div>
  );
}
