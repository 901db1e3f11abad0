import type { Appointment } from '@shared/api/calendar';
import type { RotaView } from '@shared/api/rota';
import { addDays, daysBetween, type IsoDay, mondayOf, partsOf } from '@shared/dates';
import { Link } from 'react-router';
import { MARK_ICONS } from '../../components/rota-block';
import { useRoving } from '../../components/use-roving';
import { useElementWidth } from '../../components/use-width';
import { lower } from '../../text/common';
import { rota } from '../../text/rota';
import { patternWords } from '../../text/rota-more';
import { shortTimes } from '../../text/rota-times';
import { rotaViews } from '../../text/rota-views';
import { rotaPath } from './paths';
import { RotaList } from './rota-list';
import { holderOf, inOrder, isOpen, timesOf } from './rota-model';
import { isAway } from './rota-rows';
import type { Around } from './rota-said';

const LEAST_REMS = 42;
const OpenIcon = MARK_ICONS.open;
const VisitIcon = MARK_ICONS.visit;

/**
 * The month as weeks of seven days; each day leads to itself. One stop of the Tab key; arrows go from day to day. Where
 * there is too little width it is the list of shifts.
 */
export function RotaMonth(props: {
  readonly view: RotaView;
  readonly around: Around;
  readonly visits: readonly Appointment[];
  readonly caption: string;
  readonly today: IsoDay;
  /** The PA whose month it is, when it is one’s only. */
  readonly workerId: string | undefined;
  readonly hasShared: boolean;
  readonly onOpen: (shiftKey: string) => void;
  readonly onMonth: (step: -1 | 1) => void;
}) {
  const { view, around, caption, today } = props;
  const { ref, width, rem } = useElementWidth(1000);
  const facts = new Map(view.days.map((one) => [one.day, one]));
  const weeks: IsoDay[] = [];
  for (let monday = mondayOf(view.from); monday <= view.to; monday = addDays(monday, 7)) weeks.push(monday);
  const daysOf = (monday: IsoDay): readonly IsoDay[] =>
    Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)).filter((day) => facts.has(day));
  const columnOf = (row: number, item: number): number => {
    const day = daysOf(weeks[row] ?? view.from)[item];
    return day === undefined ? 0 : daysBetween(mondayOf(day), day);
  };
  const first = facts.has(today) ? today : view.from;
  const startRow = weeks.indexOf(mondayOf(first));
  const roving = useRoving<HTMLTableElement>({
    counts: weeks.map((monday) => daysOf(monday).length),
    near: (spot, row) => {
      const column = columnOf(spot.row, spot.item);
      const columns = daysOf(weeks[row] ?? view.from).map((_, item) => columnOf(row, item));
      const far = columns.map((one) => Math.abs(one - column));
      return far.indexOf(Math.min(...far));
    },
    wraps: true,
    onPage: props.onMonth,
    start: { row: Math.max(0, startRow), item: daysOf(weeks[startRow] ?? view.from).indexOf(first) },
  });
  if (width < LEAST_REMS * rem)
    return (
      <div ref={ref} className="rota-fit">
        <RotaList {...props} />
      </div>
    );
  return (
    <div ref={ref} className="rota-fit">
      <table
        className="rota-month"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid with arrow keys keeps its table for print
        role="grid"
        aria-label={caption}
        ref={roving.ref}
        onKeyDown={roving.onKeyDown}
      >
        <thead>
          <tr>
            {patternWords.shortWeekdays.map((name, index) => (
              <th scope="col" key={name}>
                <span aria-hidden="true">{name}</span>
                <span className="visually-hidden">{patternWords.weekdays[index]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((monday, row) => (
            <tr key={monday}>
              {Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)).map((day) => {
                const fact = facts.get(day);
                if (fact === undefined) return <td key={day} className="outside" />;
                const shifts = inOrder(view.shifts).filter(
                  (shift) => shift.day === day && (props.workerId !== undefined || shift.state !== 'off'),
                );
                const open = shifts.filter(isOpen).length;
                return (
                  <td
                    key={day}
                    className={open > 0 ? 'gap' : undefined}
                    data-today={day === today ? '' : undefined}
                  >
                    <Link
                      className="rota-month-day"
                      to={rotaPath.rota(day, 'day', props.workerId)}
                      aria-label={rotaViews.dayLink(day, shifts.length, open)}
                      aria-current={day === today ? 'date' : undefined}
                      {...roving.at(row, daysOf(monday).indexOf(day))}
                    >
                      {partsOf(day).dayOfMonth}
                    </Link>
                    {fact.bankHoliday === null ? null : <span className="holiday">{fact.bankHoliday}</span>}
                    {shifts.map((shift) => (
                      <span
                        key={shift.key}
                        className={isOpen(shift) ? 'open' : isAway(shift) ? 'away' : undefined}
                      >
                        {isOpen(shift) ? <OpenIcon className="rota-month-icon" aria-hidden="true" /> : null}
                        {isOpen(shift) || props.workerId !== undefined
                          ? null
                          : `${holderOf(shift, around.names)} `}
                        <span className="rota-month-time">
                          {shortTimes(timesOf(shift).start, timesOf(shift).end)}
                        </span>
                        {isOpen(shift) ? ` ${lower(rota.needsSomeone)}` : null}
                        {isAway(shift) && props.workerId !== undefined ? ` ${rotaViews.away}` : null}
                      </span>
                    ))}
                    {props.visits
                      .filter((visit) => visit.day === day)
                      .map((visit) => (
                        <span key={visit.id} className="visit">
                          <VisitIcon className="rota-month-icon" aria-hidden="true" />
                          <span className="rota-month-time">{shortTimes(visit.start, visit.end)}</span>{' '}
                          {visit.title}
                        </span>
                      ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
