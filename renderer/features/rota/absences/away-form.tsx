import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { RadioGroup } from '../../../components/radio-group';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { absenceRefusals, problemSentence } from '../../../text/absence-problems';
import { absenceWords, awayReasons, effectWords } from '../../../text/absences';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { awayWords } from '../../../text/rota';
import { rotaRefusals } from '../../../text/rota-sentences';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import { AwayEffect } from './away-effect';
import { type AwayValues, asksKept, asksTold, previewOf, QUESTIONS, REASONS, readAway } from './away-values';
import { useEffectOf } from './use-absences';

const FIELDS: readonly (keyof AwayValues)[] = [
  'workerId',
  'kind',
  'firstDay',
  'lastDay',
  'until',
  'hours',
  'kept',
  'toldOn',
  'note',
  'confirmed',
];
const SENTENCES = { ...rotaRefusals, ...absenceRefusals };

/** The form of time away. What it does to pay stands over the button that saves it. */
export function AwayForm(props: {
  readonly initial: AwayValues;
  readonly absenceId: string | null;
  readonly people: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
}) {
  const { absenceId, people } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const done = useRef(false);
  const form = useForm({
    initial: props.initial,
    check: readAway,
    send: async (absence) => {
      const answer = await answerOf(
        client.absences.save({
          householdId,
          absence: { ...absence, id: absenceId, toldAt: null },
        }),
      );
      if (!answer.ok) return answer;
      done.current = true;
      void navigate(
        answer.value.shiftsTouched > 0
          ? rotaPath.coverAbsence(answer.value.id)
          : rotaPath.rota(absence.firstDay),
      );
      const name = people.find((person) => person.id === absence.workerId)?.shortName ?? '';
      await written(awayWords.saved(name));
      return answer;
    },
    refusal: (refusal) =>
      QUESTIONS.includes(refusal.code)
        ? { confirmed: `${sentenceFor(refusal, SENTENCES)} ${absenceWords.answerNeeded}` }
        : problemsFor(refusal, FIELDS, SENTENCES),
  });
  const { values } = form;
  const { effect, refused, isWaiting } = useEffectOf(previewOf(values, absenceId), done);
  const questions = effect?.problems.filter((one) => one.severity === 'ask') ?? [];
  const remove = async () => {
    if (absenceId === null) return;
    const answer = await answerOf(client.absences.remove({ householdId, id: absenceId }));
    if (!answer.ok) {
      showToast(sentenceFor(answer, SENTENCES));
      return;
    }
    done.current = true;
    void navigate(rotaPath.absences);
    await written();
  };
  const isFamily = values.kind === 'family';
  return (
    <Form
      form={form}
      actions={
        isFamily && absenceId === null ? (
          <LinkButton
            kind="primary"
            to={values.workerId === '' ? '/people' : `/people/${values.workerId}/family/new`}
          >
            {absenceWords.familyGo}
          </LinkButton>
        ) : (
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {awayWords.save}
            </Button>
            {absenceId === null ? null : (
              <Button icon={Trash2} onPress={() => void remove()}>
                {awayWords.remove}
              </Button>
            )}
          </>
        )
      }
    >
      {absenceId === null ? (
        <RadioGroup
          label={awayWords.who}
          {...form.field('workerId')}
          choices={people.map((person) => ({ value: person.id, label: person.name }))}
        />
      ) : null}
      <RadioGroup
        label={awayWords.why}
        {...form.field('kind')}
        choices={REASONS.map((kind) => ({ value: kind, ...awayReasons[kind] }))}
      />
      {isFamily && absenceId === null ? (
        <Notice title={absenceWords.familyTitle} spoken>
          <p>{absenceWords.familyBody}</p>
        </Notice>
      ) : (
        <>
          <DateField label={awayWords.first} {...form.field('firstDay')} />
          <RadioGroup
            label={awayWords.until}
            {...form.field('until')}
            choices={[
              { value: 'one-day', label: awayWords.oneDay },
              {
                value: 'day',
                label: awayWords.untilDay,
                more: <DateField label={awayWords.last} {...form.field('lastDay')} />,
              },
              { value: 'open', label: awayWords.open, note: awayWords.openNote },
            ]}
          />
          {values.kind === 'holiday' ? (
            <HoursField
              label={awayWords.hours}
              hint={awayWords.hoursHint}
              optional
              {...form.field('hours')}
            />
          ) : null}
          {asksKept(values.kind) ? (
            <RadioGroup
              label={absenceWords.kept}
              {...form.field('kept')}
              choices={[
                { value: 'no', label: absenceWords.keptNo },
                { value: 'yes', label: absenceWords.keptYes },
              ]}
            />
          ) : null}
          {asksTold(values.kind) ? (
            <DateField label={absenceWords.toldOn} optional {...form.field('toldOn')} />
          ) : null}
          <TextField
            label={awayWords.note}
            hint={awayWords.noteHint}
            optional
            width="full"
            spellCheck
            {...form.field('note')}
          />
          {refused === undefined ? (
            effect === undefined ? (
              isWaiting ? (
                <WaitingLine>{effectWords.waiting}</WaitingLine>
              ) : null
            ) : (
              <AwayEffect effect={effect} hasReason={values.kind !== ''} isOpen={values.until === 'open'} />
            )
          ) : (
            <Notice tone="attention" title={sentenceFor(refused, SENTENCES)} spoken />
          )}
          {questions.length === 0 && form.field('confirmed').error === undefined ? null : (
            <div className="away-question">
              {form.field('confirmed').error !== undefined
                ? null
                : questions.map((question) => <p key={question.code}>{problemSentence(question)}</p>)}
              <Checkbox label={absenceWords.bothYes} {...form.field('confirmed')} />
            </div>
          )}
        </>
      )}
    </Form>
  );
}
