import type { CaseNote } from '@shared/api/casework';
import { formatDay, type IsoDay } from '@shared/dates';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { NO_DATE } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { readText } from '../../../components/read-fields';
import { readOptionalDate } from '../../../components/read-more';
import { Tag } from '../../../components/tag';
import { TextArea } from '../../../components/text-area';
import { useForm } from '../../../components/use-form';
import { card } from '../../../text/desk/casework';
import { problemsFor } from '../../../text/refusals';
import { noteName } from './casework-words';
import { type Case, useDoing, useWritten } from './use-casework';

const words = card.notes;
/** So many notes stand there at once, with all that still wait. */
const SHOWN = 8;

/** What is noted about a household, and a note to add. */
export function NotesSection({ householdId, card: { notes, today } }: Case) {
  const [all, setAll] = useState(false);
  const waiting = notes.filter((one) => waits(one)).length;
  const shown = all ? notes : notes.slice(0, Math.max(SHOWN, waiting));
  return (
    <section className="section stack" aria-labelledby="case-notes">
      <h2 id="case-notes">{words.title}</h2>
      {notes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="case-notes" aria-label={words.list}>
          {shown.map((one) => (
            <Note key={one.id} note={one} householdId={householdId} today={today} />
          ))}
        </ul>
      )}
      {shown.length === notes.length ? null : (
        <Button kind="quiet" flush onPress={() => setAll(true)}>
          {words.more(notes.length - shown.length)}
        </Button>
      )}
      <NewNote householdId={householdId} />
    </section>
  );
}

const waits = (note: CaseNote): boolean => note.followUpOn !== null && note.doneOn === null;

function Note(props: { readonly note: CaseNote; readonly householdId: string; readonly today: IsoDay }) {
  const { note, householdId, today } = props;
  const doing = useDoing();
  const name = noteName(note.text);
  const tick = (done: boolean) =>
    void doing(
      () => client.casework.noteDone({ householdId, id: note.id, done }),
      done ? words.ticked : words.unticked,
    );
  return (
    <li className="case-note">
      <p className="case-note-text">{note.text}</p>
      <p className="quiet small">{words.by(formatDay(note.day), note.initials)}</p>
      <FollowUp note={note} today={today} />
      <div className="button-row">
        {note.followUpOn === null ? null : note.doneOn === null ? (
          <Button onPress={() => tick(true)} name={words.tickNamed(name)}>
            {words.tick}
          </Button>
        ) : (
          <Button kind="quiet" onPress={() => tick(false)} name={words.untickNamed(name)}>
            {words.untick}
          </Button>
        )}
        <LinkButton
          kind="quiet"
          to={`/desk/households/${householdId}/notes/${note.id}`}
          name={words.changeNamed(name)}
        >
          {words.change}
        </LinkButton>
      </div>
    </li>
  );
}

const TONES = { waits: 'note', late: 'attention', done: 'done' } as const;

function FollowUp({ note, today }: { readonly note: CaseNote; readonly today: IsoDay }) {
  const { followUpOn, doneOn } = note;
  if (followUpOn === null) return null;
  const state = doneOn !== null ? 'done' : followUpOn < today ? 'late' : 'waits';
  return (
    <p>
      <Tag tone={TONES[state]}>{words.states[state]}</Tag>{' '}
      {doneOn === null ? words.followUp(formatDay(followUpOn)) : words.done(formatDay(doneOn), note.doneBy)}
    </p>
  );
}

function NewNote({ householdId }: { readonly householdId: string }) {
  const written = useWritten();
  const form = useForm({
    initial: { text: '', followUpOn: NO_DATE },
    check: (values) =>
      checkFields({
        text: readText(values.text, words.textEmpty),
        followUpOn: readOptionalDate(values.followUpOn, words.followUpOn),
      }),
    send: async (read) => {
      const answer = await answerOf(client.casework.saveNote({ householdId, note: { id: null, ...read } }));
      if (answer.ok) await written(words.added);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['text', 'followUpOn']),
    // The form stays, so that focus does, and is empty for the next note.
    done: () => {
      form.set('text', '');
      form.set('followUpOn', NO_DATE);
    },
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.add}
        </Button>
      }
    >
      <TextArea label={words.text} hint={words.textHint} rows={3} {...form.field('text')} />
      <DateField label={words.followUpOn} hint={words.followUpHint} optional {...form.field('followUpOn')} />
    </Form>
  );
}
