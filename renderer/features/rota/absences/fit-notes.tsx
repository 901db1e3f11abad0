import type { FitNoteInput, ListedAbsence } from '@shared/api/absences';
import { addDays, type IsoDay } from '@shared/dates';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { type DateText, dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { absenceRefusals, problemSentence } from '../../../text/absence-problems';
import { fitNoteWords as words } from '../../../text/absences';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { useToday, useWritten } from '../use-rota';

const SENTENCES = { ...rotaRefusals, ...absenceRefusals };

/** The fit notes of a sickness: which there are, what is missing, and one more. */
export function FitNotes({ absence }: { readonly absence: ListedAbsence }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const remove = async (id: string) => {
    const answer = await answerOf(client.absences.removeFitNote({ householdId, id }));
    if (answer.ok) await written(words.removed);
    else showToast(sentenceFor(answer, SENTENCES));
  };
  return (
    <section className="section">
      <h2>{words.title}</h2>
      <p className="quiet">{words.intro}</p>
      {absence.fitNoteProblems.map((problem) => (
        <Notice
          key={`${problem.code} ${problem.values['from'] ?? problem.values['on'] ?? ''}`}
          tone={problem.severity === 'warn' ? 'attention' : 'note'}
          title={problemSentence(problem)}
        />
      ))}
      {absence.fitNotes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="away-notes" aria-label={words.list}>
          {absence.fitNotes.map((note) => (
            <li key={note.id}>
              <div>
                <strong>{words.row(note.fromDay, note.toDay)}</strong>
                <p className="quiet">
                  {words.says[note.says]}, {words.seen(note.seenOn)}
                </p>
              </div>
              <Button kind="quiet" name={words.removeName(note.fromDay)} onPress={() => void remove(note.id)}>
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {adding && today !== undefined ? (
        <NoteForm absence={absence} today={today} onDone={() => setAdding(false)} />
      ) : (
        <Button icon={Plus} onPress={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
    </section>
  );
}

type NoteValues = {
  readonly fromDay: DateText;
  readonly toDay: DateText;
  readonly says: FitNoteInput['says'] | '';
  readonly seenOn: DateText;
};

/** The day that the next note is most likely to begin on: after the last one, or the eighth day. */
function nextFrom(absence: ListedAbsence): IsoDay {
  const last = absence.fitNotes
    .map((note) => note.toDay)
    .sort()
    .at(-1);
  return last === undefined ? addDays(absence.firstDay, 7) : addDays(last, 1);
}

function NoteForm(props: {
  readonly absence: ListedAbsence;
  readonly today: IsoDay;
  readonly onDone: () => void;
}) {
  const { absence, onDone } = props;
  const householdId = useHouseholdId();
  const written = useWritten();
  const form = useForm<NoteValues, Omit<FitNoteInput, 'absenceId'>>({
    initial: {
      fromDay: dateText(nextFrom(absence)),
      toDay: dateText(undefined),
      says: '',
      seenOn: dateText(props.today),
    },
    check: (values) =>
      checkFields({
        fromDay: readDate(values.fromDay, words.said.from),
        toDay: readDate(values.toDay, words.said.to),
        says:
          values.says === '' ? { ok: false, message: words.chooseSays } : { ok: true, value: values.says },
        seenOn: readDate(values.seenOn, words.said.seen),
      }),
    send: async (note) => {
      const answer = await answerOf(
        client.absences.addFitNote({ householdId, note: { ...note, absenceId: absence.id } }),
      );
      if (answer.ok) {
        onDone();
        await written(words.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['fromDay', 'toDay', 'says', 'seenOn'], SENTENCES),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="secondary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <DateField label={words.from} {...form.field('fromDay')} />
      <DateField label={words.to} {...form.field('toDay')} />
      <RadioGroup
        label={words.saysLabel}
        {...form.field('says')}
        choices={[
          { value: 'not-fit', label: words.says['not-fit'] },
          { value: 'may-be-fit', label: words.says['may-be-fit'] },
        ]}
      />
      <DateField label={words.seenOn} {...form.field('seenOn')} />
    </Form>
  );
}

/** Says when somebody is back whose time off had no end. */
export function BackOn({ absence }: { readonly absence: ListedAbsence }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const form = useForm({
    initial: { backOn: dateText(undefined) },
    check: (values) => checkFields({ backOn: readDate(values.backOn, words.said.back) }),
    send: async ({ backOn }) => {
      const answer = await answerOf(client.absences.backOn({ householdId, id: absence.id, backOn }));
      if (answer.ok) await written(words.backSaved(absence.shortName));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['backOn'], SENTENCES),
  });
  return (
    <section className="section">
      <h2>{words.backTitle}</h2>
      <Form
        form={form}
        actions={
          <Button type="submit" pending={form.pending}>
            {words.saveBack(absence.shortName)}
          </Button>
        }
      >
        <DateField label={words.back} hint={words.backHint} {...form.field('backOn')} />
      </Form>
    </section>
  );
}
