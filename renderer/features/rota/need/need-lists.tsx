import type { LostHours, NeedMore, NeedView } from '@shared/api/need';
import { formatWeekday } from '@shared/dates';
import { LinkButton } from '../../../components/link-button';
import { hoursAndNights, namesTogether, needWords as words } from '../../../text/need';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';

const whatOf = (more: NeedMore): string => {
  const names = more.names.length === 0 ? words.someone : namesTogether(more.names);
  return more.code === 'doubling' ? words.doubling(names, more.neededPeople) : words.outside(names);
};

/** Two or more at once, or somebody when the plan wants nobody: from today on. */
export function MoreThanWanted({ view }: { readonly view: NeedView }) {
  const more = view.more.filter((one) => one.day >= view.today);
  return (
    <section className="section" aria-labelledby="need-more">
      <h2 id="need-more">{words.more}</h2>
      {more.length === 0 ? (
        <p>{words.moreNone}</p>
      ) : (
        <ul className="need-lines">
          {more.map((one) => {
            const when = `${formatWeekday(one.day)}, ${longTimes(one)}`;
            return (
              <li key={`${one.day} ${one.start} ${one.keys.join()}`}>
                <div>
                  <p className="strong">{when}</p>
                  <p className="quiet">{whatOf(one)}</p>
                </div>
                <LinkButton
                  kind="quiet"
                  to={rotaPath.rota(one.day, 'day')}
                  name={words.seeDayName(`${when}, ${whatOf(one)}`)}
                >
                  {words.seeDay}
                </LinkButton>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** Hours that nobody came to, and those that can still be covered, by why. */
export function LostHoursPart({ view }: { readonly view: NeedView }) {
  const parts = [
    { title: words.lostSoFar, lost: view.lostSoFar },
    { title: words.lostToCome, lost: view.lostToCome },
  ].filter(({ lost }) => lost.minutes + lost.sleepIns > 0);
  if (parts.length === 0) return null;
  return (
    <section className="section" aria-labelledby="need-lost">
      <h2 id="need-lost">{words.lost}</h2>
      {parts.map(({ title, lost }) => {
        const heading = title(hoursAndNights(lost.minutes, lost.sleepIns));
        return (
          <div key={heading}>
            <p className="strong">{heading}</p>
            <Reasons lost={lost} />
          </div>
        );
      })}
    </section>
  );
}

function Reasons({ lost }: { readonly lost: LostHours }) {
  return (
    <ul>
      {lost.reasons.map((reason) => (
        <li key={`${reason.code} ${reason.absenceKind ?? ''}`}>
          {words.reasonLine(
            words.lostReason[reason.code]?.(reason.absenceKind) ?? reason.code,
            hoursAndNights(reason.minutes, reason.sleepIns),
          )}
        </li>
      ))}
    </ul>
  );
}
