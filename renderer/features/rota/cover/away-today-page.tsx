import type { WorkerCard } from '@shared/api/people';
import type { Absence, RotaView } from '@shared/api/rota';
import type { IsoDay } from '@shared/dates';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readChoice } from '../../../components/read-more';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { awayToday as words } from '../../../text/cover';
import { coverRefusals } from '../../../text/cover-reasons';
import { problemsFor } from '../../../text/refusals';
import { warningSentence } from '../../../text/rota-sentences';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { usePeople, useRota, useToday, useWritten } from '../use-rota';

/** A sick call at 7 in the morning: who, why, how long; then straight to cover of what is left. */
export function AwayTodayPage() {
  const today = useToday();
  const people = usePeople(today);
  const view = useRota(today, today);
  const back = { backTo: '/today', backLabel: words.back };
  if (today === undefined || people === undefined || view === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  return (
    <Page title={words.title} sub={words.sub(today)} {...back}>
      {people.length === 0 ? (
        <EmptyState
          title={words.nobody}
          actions={
            <LinkButton kind="primary" to="/people/new">
              {words.add}
            </LinkButton>
          }
        >
          {words.nobodyBody}
        </EmptyState>
      ) : (
        <AwayTodayForm today={today} people={people} view={view} />
      )}
    </Page>
  );
}

type Kind = Extract<Absence['kind'], 'sickness' | 'carers' | 'other'>;
type Values = {
  readonly workerId: string;
  readonly kind: Kind | '';
  readonly until: 'today' | 'open' | '';
};

/** What a PA works today, in a few words. */
function todayNote(person: WorkerCard, view: RotaView): string {
  const own = view.shifts.filter(
    (shift) => shift.workerId === person.id && (shift.state === 'planned' || shift.state === 'confirmed'),
  );
  return own.length === 0 ? words.noShift : words.works(own.map(longTimes).join(', '));
}

function AwayTodayForm(props: {
  readonly today: IsoDay;
  readonly people: readonly WorkerCard[];
  readonly view: RotaView;
}) {
  const { today, people, view } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const works = (person: WorkerCard): boolean =>
    view.shifts.some((shift) => shift.workerId === person.id && shift.state === 'planned');
  // Those who should come today stand first: it is one of them who rings.
  const inOrder = [...people.filter(works), ...people.filter((person) => !works(person))];
  const [only] = inOrder.filter(works);
  const initial: Values = {
    workerId:
      inOrder.length === 1 || inOrder.filter(works).length === 1 ? (only?.id ?? inOrder[0]?.id ?? '') : '',
    kind: 'sickness',
    until: 'today',
  };
  const form = useForm({
    initial,
    check: (values: Values) =>
      checkFields({
        workerId: readChoice(values.workerId, words.whoNeeded),
        kind: readChoice(values.kind, words.whoNeeded),
        until: readChoice(values.until, words.whoNeeded),
      }),
    send: async ({ workerId, kind, until }) => {
      const answer = await answerOf(
        client.absences.save({
          householdId,
          absence: {
            id: null,
            workerId,
            kind,
            firstDay: today,
            lastDay: until === 'today' ? today : null,
            holidayMinutes: null,
            note: '',
            reason: '',
            payKept: false,
            toldOn: null,
            toldAt: null,
            confirmed: [],
          },
        }),
      );
      if (!answer.ok) return answer;
      for (const warning of answer.value.warnings) showToast(warningSentence(warning));
      void navigate(rotaPath.coverAbsence(answer.value.id));
      await written(words.saved(people.find((person) => person.id === workerId)?.shortName ?? ''));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['workerId', 'kind', 'until'], coverRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <RadioGroup
        label={words.who}
        {...form.field('workerId')}
        choices={inOrder.map((person) => ({
          value: person.id,
          label: person.name,
          note: todayNote(person, view),
        }))}
      />
      <RadioGroup
        label={words.why}
        {...form.field('kind')}
        choices={[
          { value: 'sickness', label: words.sick, note: words.sickNote },
          { value: 'carers', label: words.carers },
          { value: 'other', label: words.other, note: words.otherNote },
        ]}
      />
      <RadioGroup
        label={words.howLong}
        {...form.field('until')}
        choices={[
          { value: 'today', label: words.today },
          { value: 'open', label: words.open, note: words.openNote },
        ]}
      />
    </Form>
  );
}
