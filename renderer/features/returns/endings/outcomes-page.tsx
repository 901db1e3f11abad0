import type { OutcomeNote } from '@shared/api/endings';
import { addDays, addYears, formatDay, type IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { ComboBox } from '../../../components/combo-box';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { readDate, readText } from '../../../components/read-fields';
import { fine } from '../../../components/read-more';
import { TextArea } from '../../../components/text-area';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { endingRefusals } from '../../../text/endings';
import { problemsFor } from '../../../text/refusals';
import { outcomes as words } from '../../../text/review';
import { useDoing, useToday, useWritten } from './use-endings';

type KeptNote = OutcomeNote & { readonly id: string };

/** What the support made possible, in the person's own words: quick to add, and the notes of the last year. */
export function OutcomesPage() {
  const today = useToday();
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns" backLabel={words.back}>
      {today === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <Diary today={today} />}
    </Page>
  );
}

function Diary({ today }: { readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const { run } = useDoing();
  const [changing, setChanging] = useState<KeptNote | undefined>();
  const [added, setAdded] = useState(0);
  const notes = useQuery({
    ...api.endings.outcomes.queryOptions({
      input: { householdId, from: addDays(addYears(today, -1), 1), to: today },
    }),
    throwOnError: true,
  }).data;
  const names = useQuery(api.endings.outcomeNames.queryOptions({ input: { householdId } })).data ?? [];
  return (
    <>
      <section className="section" aria-labelledby="outcome-add">
        <h2 id="outcome-add">{changing === undefined ? words.addTitle : words.changeTitle}</h2>
        <NoteForm
          key={changing?.id ?? `new ${added}`}
          note={changing}
          today={today}
          names={names}
          onDone={() => {
            setChanging(undefined);
            setAdded((now) => now + 1);
          }}
          {...(changing === undefined ? {} : { onCancel: () => setChanging(undefined) })}
        />
      </section>
      <section className="section" aria-labelledby="outcome-list">
        <h2 id="outcome-list">{words.listTitle}</h2>
        {notes === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : notes.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyBody}</EmptyState>
        ) : (
          <>
            <ul className="outcomes">
              {notes.map((note) => (
                <li key={note.id}>
                  <p className="quiet small">
                    {formatDay(note.day)}
                    {note.outcome === '' ? '' : `, ${note.outcome}`}
                  </p>
                  <p>{note.text}</p>
                  <div className="button-row">
                    <Button
                      kind="quiet"
                      flush
                      icon={Pencil}
                      name={words.changeNamed(note.day, note.text)}
                      onPress={() => setChanging(note)}
                    >
                      {words.change}
                    </Button>
                    <Button
                      kind="quiet"
                      icon={Trash2}
                      name={words.removeNamed(note.day, note.text)}
                      onPress={() =>
                        void run(
                          note.id,
                          () => answerOf(client.endings.removeOutcome({ householdId, id: note.id })),
                          words.removed,
                        )
                      }
                    >
                      {words.remove}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
            <div className="button-row">
              <LinkButton to="/returns/review">{words.toReview}</LinkButton>
            </div>
          </>
        )}
      </section>
    </>
  );
}

function NoteForm(props: {
  readonly note: KeptNote | undefined;
  readonly today: IsoDay;
  readonly names: readonly string[];
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}) {
  const { note } = props;
  const householdId = useHouseholdId();
  const written = useWritten();
  const initial = {
    day: dateText(note?.day ?? props.today),
    outcome: note?.outcome ?? '',
    text: note?.text ?? '',
  };
  const form = useForm({
    initial,
    check: (values: typeof initial) =>
      checkFields({
        day: readDate(values.day, words.daySaid),
        outcome: fine(values.outcome.trim()),
        text: readText(values.text, words.textNeeded),
      }),
    send: async (value) => {
      const answer = await answerOf(
        client.endings.saveOutcome({
          householdId,
          note: { id: note?.id ?? null, agreementId: note?.agreementId ?? null, ...value },
        }),
      );
      if (answer.ok) {
        props.onDone();
        await written(words.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), endingRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {props.onCancel === undefined ? null : <Button onPress={props.onCancel}>{words.cancel}</Button>}
        </>
      }
    >
      <TextArea label={words.text} {...form.field('text')} />
      <ComboBox
        label={words.outcome}
        hint={words.outcomeHint}
        optional
        allowOther
        choices={props.names.map((name) => ({ value: name, label: name }))}
        {...form.field('outcome')}
      />
      <DateField label={words.day} {...form.field('day')} />
    </Form>
  );
}
