import type { CaseNote } from '@shared/api/casework';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { readText } from '../../../components/read-fields';
import { readOptionalDate } from '../../../components/read-more';
import { TextArea } from '../../../components/text-area';
import { useForm } from '../../../components/use-form';
import { card, service } from '../../../text/desk/casework';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { CasePage, nameOf, useDoing, useWritten } from './use-casework';

const words = card.notes;

/** One note, to change or to remove. */
export function NotePage() {
  const { noteId } = useParams();
  return (
    <CasePage title={() => words.changeTitle} sub={nameOf} toCard>
      {({ householdId, card: { notes } }) => {
        const note = notes.find((one) => one.id === noteId);
        return note === undefined ? (
          <p>{sentenceFor({ code: 'not-found' })}</p>
        ) : (
          <NoteForm note={note} householdId={householdId} />
        );
      }}
    </CasePage>
  );
}

function NoteForm({ note, householdId }: { readonly note: CaseNote; readonly householdId: string }) {
  const written = useWritten();
  const doing = useDoing();
  const navigate = useNavigate();
  const home = `/desk/households/${householdId}`;
  const form = useForm({
    initial: { text: note.text, followUpOn: dateText(note.followUpOn) },
    check: (values) =>
      checkFields({
        text: readText(values.text, words.textEmpty),
        followUpOn: readOptionalDate(values.followUpOn, words.followUpOn),
      }),
    send: async (read) => {
      const answer = await answerOf(
        client.casework.saveNote({ householdId, note: { id: note.id, ...read } }),
      );
      if (answer.ok) {
        await written(service.saved);
        void navigate(home);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['text', 'followUpOn']),
  });
  const remove = async () => {
    if (await doing(() => client.casework.removeNote({ householdId, id: note.id }), service.saved))
      void navigate(home);
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          <Button kind="quiet" onPress={() => void remove()}>
            {words.remove}
          </Button>
        </>
      }
    >
      <TextArea label={words.changeText} hint={words.textHint} rows={5} {...form.field('text')} />
      <DateField label={words.followUpOn} hint={words.followUpHint} optional {...form.field('followUpOn')} />
    </Form>
  );
}
