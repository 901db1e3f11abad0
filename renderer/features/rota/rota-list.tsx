import type { Appointment } from '@shared/api/calendar';
import type { RotaView } from '@shared/api/rota';
import { formatWeekday } from '@shared/dates';
import { EmptyState } from '../../components/empty-state';
import { MARK_ICONS } from '../../components/rota-block';
import { rota } from '../../text/rota';
import { rotaViews, standing } from '../../text/rota-views';
import { inOrder, isOpen, VISIT } from './rota-model';
import { isAway, marksOf } from './rota-rows';
import { type Around, withoutDay } from './rota-said';
import { visitWithoutDay } from './rota-visits';

const VisitIcon = MARK_ICONS.visit;

/** The rota as sentences, one a shift, under a heading for each day: it reads well aloud. */
export function RotaList(props: {
  readonly view: RotaView;
  readonly around: Around;
  readonly visits: readonly Appointment[];
  readonly caption: string;
  /** Whether shifts of shared PAs are told beside these. */
  readonly hasShared: boolean;
  readonly onOpen: (shiftKey: string) => void;
}) {
  const { view, around, visits } = props;
  if (view.shifts.length === 0 && visits.length === 0)
    return (
      <EmptyState title={props.hasShared ? rota.noneOwnTitle : rota.noneTitle}>{rota.noneBody}</EmptyState>
    );
  const heard = new Map<string, number>();
  return (
    <div className="rota-told">
      {view.days.map(({ day, minutes, shortMinutes, bankHoliday }) => {
        const shifts = inOrder(view.shifts).filter((shift) => shift.day === day);
        const there = visits.filter((visit) => visit.day === day);
        if (shifts.length === 0 && there.length === 0) return null;
        return (
          <section key={day} aria-labelledby={`rota-told-${day}`}>
            <h3 id={`rota-told-${day}`}>
              {formatWeekday(day)}
              <small>{rotaViews.dayTotal(minutes, shortMinutes, bankHoliday)}</small>
            </h3>
            <ul className="rota-sentences">
              {shifts.map((shift) => {
                const words = withoutDay(shift, around);
                const count = (heard.get(`${day} ${words}`) ?? 0) + 1;
                heard.set(`${day} ${words}`, count);
                const mark = isOpen(shift) ? 'open' : isAway(shift) ? undefined : marksOf(shift)[0];
                const Icon = mark === undefined ? undefined : MARK_ICONS[mark];
                return (
                  <li key={shift.key}>
                    <button
                      type="button"
                      className={`rota-sentence${isOpen(shift) ? ' open' : isAway(shift) ? ' off' : ''}`}
                      onClick={() => props.onOpen(shift.key)}
                    >
                      <span className="rota-sentence-icon">
                        {Icon === undefined ? null : <Icon aria-hidden="true" />}
                      </span>
                      <span>
                        <span className="visually-hidden">{formatWeekday(day)}, </span>
                        {words}
                        {count === 1 ? null : `, ${standing.again(count)}`}
                      </span>
                    </button>
                  </li>
                );
              })}
              {there.map((visit) => (
                <li key={visit.id}>
                  <button
                    type="button"
                    className="rota-sentence"
                    onClick={() => props.onOpen(`${VISIT}${visit.id}`)}
                  >
                    <span className="rota-sentence-icon">
                      <VisitIcon aria-hidden="true" />
                    </span>
                    <span>
                      <span className="visually-hidden">{formatWeekday(day)}, </span>
                      {visitWithoutDay(visit)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
