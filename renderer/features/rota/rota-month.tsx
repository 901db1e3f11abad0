import type { RotaView } from '@shared/api/rota';
import { addDays, type IsoDay, mondayOf, partsOf } from '@shared/dates';
import { Link } from 'react-router';
import { useWindowWidth } from '../../components/use-width';
import { rota } from '../../text/rota';
import { patternWords } from '../../text/rota-more';
import { shortTimes } from '../../text/rota-times';
import { rotaPath } from './paths';
import { RotaList } from './rota-list';
import { holderOf, inOrder, namesOf, timesOf } from './rota-model';

/** The month as weeks of seven days; each day leads to itself. On a narrow window it is the list of shifts. */
export function RotaMonth(props: {
  readonly view: RotaView;
  readonly caption: string;
  readonly today: IsoDay;
  readonly onOpen: (shiftKey: string) => void;
}) {
  const { view, caption, today } = props;
  const width = useWindowWidth();
  if (width === 'phone') return <RotaList {...props} />;
  const names = namesOf(view);
  const facts = new Map(view.days.map((one) => [one.day, one]));
  const weeks: IsoDay[] = [];
  for (let monday = mondayOf(view.from); monday <= view.to; monday = addDays(monday, 7)) weeks.push(monday);
  return (
    <div className="rota-scroll">
      <table className="rota-month">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {patternWords.shortWeekdays.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((monday) => (
            <tr key={monday}>
              {Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)).map((day) => {
                const fact = facts.get(day);
                if (fact === undefined) return <td key={day} className="outside" />;
                const shifts = inOrder(view.shifts).filter(
                  (shift) => shift.day === day && shift.state !== 'off',
                );
                const isGap = shifts.some((shift) => shift.state === 'needs-someone');
                return (
                  <td
                    key={day}
                    className={isGap ? 'gap' : undefined}
                    data-today={day === today ? '' : undefined}
                  >
                    <Link
                      className="rota-month-day"
                      to={rotaPath.rota(day, 'day')}
                      aria-current={day === today ? 'date' : undefined}
                    >
                      {partsOf(day).dayOfMonth}
                      <span className="visually-hidden">{rota.dayLink(day)}</span>
                    </Link>
                    {fact.bankHoliday === null ? null : <span className="holiday">{fact.bankHoliday}</span>}
                    {shifts.map((shift) => (
                      <span key={shift.key} className={shift.state === 'needs-someone' ? 'open' : undefined}>
                        {holderOf(shift, names)} {shortTimes(timesOf(shift).start, timesOf(shift).end)}
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
