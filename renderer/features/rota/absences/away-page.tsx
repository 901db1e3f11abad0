import type { Absence } from '@shared/api/rota';
import { addDays, daysBetween, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { Trash2 } from 'lucide-react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindInSentence } from '../../../text/kinds-of-work';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { awayWords, coverWords, rota } from '../../../text/rota';
import { absenceKinds, rotaRefusals, warningSentence } from '../../../text/rota-sentences';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { inOrder } from '../rota-model';
import { usePeople, useRota, useToday, useWritten } from '../use-rota';
import { type AwayValues, awayDays, newAway, readAway, typedAway } from './away-values';

const FIELDS: readonly (keyof AwayValues)[] = [
  'workerId',
  'kind',
  'firstDay',
  'lastDay',
  'until',
  'hours',
  'note',
];
const KINDS: readonly Absence['kind'][] = [
  'sickness',
  'holiday',
  'unpaid',
  'family',
  'carers',
  'jury',
  'other',
];
/** How far the shifts are shown that a time off with no end would open. */
const OPEN_DAYS = 27;
const MOST_DAYS = 69;

/** A PA is away: who, why and how long, with the shifts it opens before it is saved; then to cover. */
export function AwayPage() {
  const { absenceId } = useParams();
  const [search] = useSearchParams();
  const today = useToday();
  const asked = search.get('day') ?? '';
  const day = isIsoDay(asked) ? isoDay(asked) : today;
  const people = usePeople(day);
  const view = useRota(absenceId === undefined ? undefined : day, day);
  const known = view?.absences.find((absence) => absence.id === absenceId);
  const back = { backTo: rotaPath.rota(day), backLabel: coverWords.toRota };
  const isWaiting =
    day === undefined || people === undefined || (absenceId !== undefined && view === undefined);
  if (isWaiting || people.length === 0 || (absenceId !== undefined && known === undefined))
    return (
      <Page title={awayWords.title} {...back}>
        {isWaiting ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : people.length === 0 ? (
          <EmptyState
            title={rota.emptyTitle}
            actions={
              <LinkButton kind="primary" to="/people/new">
                {rota.emptyAdd}
              </LinkButton>
            }
          >
            {awayWords.nobody}
          </EmptyState>
        ) : (
          <EmptyState title={coverWords.gone}>{coverWords.goneBody}</EmptyState>
        )}
      </Page>
    );
  const name = people.find((person) => person.id === known?.workerId)?.name;
  const worker = search.get('worker') ?? (people.length === 1 ? people[0]?.id : undefined);
  return (
    <Page title={name === undefined ? awayWords.title : awayWords.changeTitle(name)} {...back}>
      <AwayForm
        key={known?.id ?? 'new'}
        initial={
          known === undefined
            ? newAway(day, people.some((person) => person.id === worker) ? (worker ?? '') : '')
            : typedAway(known)
        }
        absenceId={known?.id ?? null}
        people={people}
      />
    </Page>
  );
}

function AwayForm(props: {
  readonly initial: AwayValues;
  readonly absenceId: string | null;
  readonly people: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
}) {
  const { absenceId, people } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const form = useForm({
    initial: props.initial,
    check: readAway,
    send: async (absence) => {
      const answer = await answerOf(
        client.rota.saveAbsence({ householdId, absence: { ...absence, id: absenceId } }),
      );
      if (!answer.ok) return answer;
      for (const warning of answer.value.warnings) showToast(warningSentence(warning));
      void navigate(answer.value.shiftsTouched > 0 ? rotaPath.gaps : rotaPath.rota(absence.firstDay));
      const name = people.find((person) => person.id === absence.workerId)?.shortName ?? '';
      await written(awayWords.saved(name));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, FIELDS, rotaRefusals),
  });
  const remove = async () => {
    if (absenceId === null) return;
    const answer = await answerOf(client.rota.removeAbsence({ householdId, id: absenceId }));
    if (!answer.ok) {
      showToast(sentenceFor(answer, rotaRefusals));
      return;
    }
    void navigate(rotaPath.rota(awayDays(form.values)?.firstDay));
    await written();
  };
  const { values } = form;
  return (
    <Form
      form={form}
      actions={
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
        choices={KINDS.map((kind) => ({
          value: kind,
          label: absenceKinds[kind]?.label ?? kind,
          note: absenceKinds[kind]?.note,
        }))}
      />
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
        <HoursField label={awayWords.hours} hint={awayWords.hoursHint} optional {...form.field('hours')} />
      ) : null}
      <TextField
        label={awayWords.note}
        hint={awayWords.noteHint}
        optional
        width="full"
        spellCheck
        {...form.field('note')}
      />
      <Touched workerId={values.workerId} days={awayDays(values)} absenceId={absenceId} />
    </Form>
  );
}

/** The planned shifts that this time off would open, before it is saved. */
function Touched(props: {
  readonly workerId: string;
  readonly days: { readonly firstDay: IsoDay; readonly lastDay: IsoDay | null } | undefined;
  readonly absenceId: string | null;
}) {
  const { workerId, days, absenceId } = props;
  const from = workerId === '' ? undefined : days?.firstDay;
  const last = days === undefined ? undefined : (days.lastDay ?? addDays(days.firstDay, OPEN_DAYS));
  const to =
    from === undefined || last === undefined
      ? undefined
      : daysBetween(from, last) > MOST_DAYS
        ? addDays(from, MOST_DAYS)
        : last;
  // Only a look ahead, at a date that may be half typed: what can't be shown is left out, and the form stays.
  const view = useRota(from, to, { mayFail: true });
  if (from === undefined || view === undefined || view.from !== from || view.to !== to) return null;
  const touched = inOrder(view.shifts).filter(
    (shift) =>
      shift.workerId === workerId &&
      (shift.state === 'planned' || shift.state === 'confirmed' || shift.absence?.id === (absenceId ?? '')),
  );
  return (
    <Notice
      tone={touched.length === 0 ? 'note' : 'attention'}
      title={awayWords.touched(touched.length)}
      spoken
    >
      {touched.length === 0 ? null : (
        <ul className="rota-touched">
          {touched.map((shift) => (
            <li key={shift.key}>
              {formatWeekday(shift.day)}, {longTimes(shift)}, {kindInSentence(shift.kindOfWork)}
            </li>
          ))}
        </ul>
      )}
      {days?.lastDay === null ? <p>{awayWords.touchedOpen}</p> : null}
    </Notice>
  );
}
