import type { CoverPerson } from '@shared/api/cover';
import type { IsoDay } from '@shared/dates';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { dayOffWords, trainingWords, windowWords, personWords as words } from '../../../text/cover-known';
import { useToday } from '../use-rota';
import { DayOffForm, TrainingForm, WindowForm } from './person-adds';
import { SaidForm } from './said-form';
import { useDoing } from './use-cover';
import { useCoverPerson } from './use-known';

type Save = (person: CoverPerson, said: string) => Promise<boolean>;
export type PartProps = {
  readonly person: CoverPerson;
  readonly save: Save;
  readonly onDone: () => void;
  readonly today: IsoDay;
};

/** What a PA has said about covering: willing, hours, days, training, and what is paid on top. */
export function CoverPersonPage() {
  const { workerId = '' } = useParams();
  const known = useCoverPerson(workerId);
  const today = useToday();
  const householdId = useHouseholdId();
  const { problem, run } = useDoing();
  const back = { backTo: `/people/${encodeURIComponent(workerId)}` };
  if (known === undefined || known === null || today === undefined)
    return (
      <Page title={words.titleNone} backTo="/people" backLabel={common.back}>
        {known === null ? (
          <EmptyState title={common.notGiven}>{words.sub}</EmptyState>
        ) : (
          <WaitingLine>{common.loading}</WaitingLine>
        )}
      </Page>
    );
  const { person, shortName } = known;
  const save: Save = async (next, said) => {
    const done = await run(
      'save',
      () => answerOf(client.cover.savePerson({ householdId, workerId, person: next })),
      () => said,
    );
    return done !== undefined;
  };
  return (
    <Page title={words.title(shortName)} sub={words.sub} {...back} backLabel={words.back(shortName)}>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <SaidForm
        key={JSON.stringify([person.willing, person.premium, person.ownWeeklyLimitMinutes])}
        person={person}
        onSave={(next) => save(next, words.saved(shortName))}
        today={today}
      />
      <ListPart
        id="cover-windows"
        heading={words.windows}
        none={words.windowsNone}
        note={words.windowsNote}
        add={words.windowAdd}
        lines={person.windows.map(windowWords)}
        onRemove={(at) => save({ ...person, windows: without(person.windows, at) }, words.removed)}
        form={(onDone) => <WindowForm person={person} save={save} onDone={onDone} today={today} />}
      />
      <ListPart
        id="cover-days-off"
        heading={words.daysOff}
        none={words.daysOffNone}
        add={words.dayOffAdd}
        lines={person.daysOff.map(dayOffWords)}
        onRemove={(at) => save({ ...person, daysOff: without(person.daysOff, at) }, words.removed)}
        form={(onDone) => <DayOffForm person={person} save={save} onDone={onDone} today={today} />}
      />
      <ListPart
        id="cover-trainings"
        heading={words.trainings}
        none={words.trainingsNone}
        add={words.trainingAdd}
        lines={person.trainings.map(trainingWords)}
        onRemove={(at) => save({ ...person, trainings: without(person.trainings, at) }, words.removed)}
        form={(onDone) => <TrainingForm person={person} save={save} onDone={onDone} today={today} />}
      />
    </Page>
  );
}

function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, index) => index !== at);
}

/** A list with a way to add to it and to remove each line. */
export function ListPart(props: {
  readonly id: string;
  readonly heading: string;
  readonly none: string;
  /** What the list means, where there is something in it. */
  readonly note?: string;
  readonly add: string;
  readonly lines: readonly string[];
  readonly onRemove: (at: number) => Promise<boolean>;
  readonly form: (onDone: () => void) => ReactNode;
}) {
  const [adding, setAdding] = useState(false);
  return (
    <section className="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.heading}</h2>
      {props.lines.length === 0 ? (
        <p className="quiet">{props.none}</p>
      ) : props.note === undefined ? null : (
        <p className="quiet">{props.note}</p>
      )}
      <ul className="cover-lines">
        {props.lines.map((line, at) => (
          <li key={line}>
            <span>{line}</span>
            <Button kind="quiet" name={words.removeNamed(line)} onPress={() => void props.onRemove(at)}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        props.form(() => setAdding(false))
      ) : (
        <div className="actions">
          <Button onPress={() => setAdding(true)}>{props.add}</Button>
        </div>
      )}
    </section>
  );
}
