import type { MadeCalendar } from '@shared/api/calendar';
import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Tag } from '../../../components/tag';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { calendarRefusals, calendarWords as words } from '../../../text/calendar';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { coverWords } from '../../../text/rota';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import { changeText } from './calendar-values';
import './calendar.css';

/** Changes named before the rest is folded up. */
const SHOWN = 8;

/** The calendar files of the household and of each PA: when they were made, what has changed, and how to use them. */
export function CalendarPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.calendar.view.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.rota()} backLabel={coverWords.toRota}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <p>{words.help}</p>
          <ul className="calendars" aria-label={words.title}>
            {view.calendars.map((calendar) => (
              <CalendarItem key={calendar.workerId ?? ''} calendar={calendar} />
            ))}
          </ul>
          <section className="section" aria-labelledby="calendar-how">
            <h2 id="calendar-how">{words.howTitle}</h2>
            <ol>
              {words.how.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
          <section className="section" aria-labelledby="calendar-privacy">
            <h2 id="calendar-privacy">{words.privacyTitle}</h2>
            <p>{words.privacy}</p>
            <p className="quiet">{words.window(view.from, view.to)}</p>
            <LinkButton kind="quiet" flush to={rotaPath.appointments}>
              {words.toAppointments}
            </LinkButton>
          </section>
        </>
      )}
    </Page>
  );
}

function CalendarItem({ calendar }: { readonly calendar: MadeCalendar }) {
  const { workerId, name, madeOn, added, changed, takenOff } = calendar;
  const householdId = useHouseholdId();
  const written = useWritten();
  const [busy, setBusy] = useState(false);
  const isOurs = workerId === null;
  const changes = added + changed + takenOff;
  const make = async () => {
    setBusy(true);
    try {
      const answer = await answerOf(client.calendar.make({ householdId, workerId }));
      if (!answer.ok) {
        showToast(sentenceFor(answer, calendarRefusals));
        return;
      }
      saveFile(answer.value.file);
      const parts = words.parts(answer.value.added, answer.value.changed, answer.value.takenOff);
      await written(isOurs ? words.madeHousehold(parts) : words.made(name, parts));
    } finally {
      setBusy(false);
    }
  };
  const title = isOurs ? words.household : name;
  const label = isOurs
    ? madeOn === null
      ? words.makeHousehold
      : words.makeHouseholdAgain
    : madeOn === null
      ? words.make(name)
      : words.makeAgain(name);
  return (
    <li className="calendar-item">
      <div className="calendar-words">
        <h2>{title}</h2>
        {isOurs ? <p className="quiet">{words.householdNote}</p> : null}
        <p>
          {madeOn === null ? words.never : words.madeOn(madeOn)}{' '}
          {madeOn === null ? null : (
            <Tag tone={changes > 0 ? 'attention' : 'done'}>
              {changes > 0 ? words.changedTag : words.sameTag}
            </Tag>
          )}
        </p>
        {madeOn === null ? (
          <p className="quiet">{words.holds(calendar.entries)}</p>
        ) : changes === 0 ? (
          <p className="quiet">{words.same}</p>
        ) : (
          <details>
            <summary>{words.changed(changes)}</summary>
            <ul aria-label={words.changesOf(title)}>
              {calendar.changes.slice(0, SHOWN).map((one) => (
                <li key={one.id}>{changeText(one)}</li>
              ))}
              {changes > SHOWN ? <li>{words.moreChanges(changes - SHOWN)}</li> : null}
            </ul>
          </details>
        )}
      </div>
      <Button icon={CalendarPlus} pending={busy} onPress={() => void make()}>
        {label}
      </Button>
    </li>
  );
}
