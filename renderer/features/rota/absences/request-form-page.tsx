import type { HolidayRequest, HolidayRequestInput } from '@shared/api/absences';
import type { IsoDay } from '@shared/dates';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { type DateText, dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { absenceRefusals } from '../../../text/absence-problems';
import { requestWords as words } from '../../../text/absences';
import { common } from '../../../text/common';
import { problemsFor } from '../../../text/refusals';
import { awayWords, coverWords, rota } from '../../../text/rota';
import { holidayWords } from '../../../text/rota-more';
import { rotaRefusals } from '../../../text/rota-sentences';
import { rotaPath } from '../paths';
import { usePeople, useToday, useWritten } from '../use-rota';
import { useRequests } from './use-absences';

const SENTENCES = { ...rotaRefusals, ...absenceRefusals };

type Values = {
  readonly workerId: string;
  readonly firstDay: DateText;
  readonly lastDay: DateText;
  readonly askedOn: DateText;
  readonly note: string;
};

/** Notes that a PA asks for holiday, or changes what they asked for while it waits. */
export function RequestFormPage() {
  const { requestId } = useParams();
  const today = useToday();
  const people = usePeople(today);
  const requests = useRequests();
  const known = requests?.find((one) => one.id === requestId);
  const back = { backTo: rotaPath.holiday, backLabel: holidayWords.title };
  const title = known === undefined ? words.title : words.changeTitle(known.name);
  if (today === undefined || people === undefined || requests === undefined)
    return (
      <Page title={title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (requestId !== undefined && known === undefined)
    return (
      <Page title={title} {...back}>
        <EmptyState title={coverWords.gone}>{coverWords.goneBody}</EmptyState>
      </Page>
    );
  return (
    <Page title={title} sub={words.sub} {...back}>
      {people.length === 0 ? (
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
        <RequestForm known={known} today={today} people={people} />
      )}
    </Page>
  );
}

function RequestForm(props: {
  readonly known: HolidayRequest | undefined;
  readonly today: IsoDay;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const { known, people } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const form = useForm<Values, Omit<HolidayRequestInput, 'id'>>({
    initial: {
      workerId: known?.workerId ?? (people.length === 1 ? (people[0]?.id ?? '') : ''),
      firstDay: dateText(known?.firstDay),
      lastDay: dateText(known?.lastDay),
      askedOn: dateText(known?.askedOn ?? props.today),
      note: known?.note ?? '',
    },
    check: (values) =>
      checkFields({
        workerId:
          values.workerId === ''
            ? { ok: false, message: words.chooseWho }
            : { ok: true, value: values.workerId },
        firstDay: readDate(values.firstDay, words.said.first),
        lastDay: readDate(values.lastDay, words.said.last),
        askedOn: readDate(values.askedOn, words.said.asked),
        note: { ok: true, value: values.note.trim() },
      }),
    send: async (request) => {
      const answer = await answerOf(
        client.absences.saveRequest({ householdId, request: { ...request, id: known?.id ?? null } }),
      );
      if (answer.ok) {
        void navigate(rotaPath.holidayRequest(answer.value.id));
        await written(common.saved);
      }
      return answer;
    },
    refusal: (refusal) =>
      problemsFor(refusal, ['workerId', 'firstDay', 'lastDay', 'askedOn', 'note'], SENTENCES),
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
      {known === undefined ? (
        <RadioGroup
          label={words.who}
          {...form.field('workerId')}
          choices={people.map((person) => ({ value: person.id, label: person.name }))}
        />
      ) : null}
      <DateField label={words.first} {...form.field('firstDay')} />
      <DateField label={words.last} {...form.field('lastDay')} />
      <DateField label={words.asked} {...form.field('askedOn')} />
      <TextField label={words.note} optional width="full" spellCheck {...form.field('note')} />
    </Form>
  );
}
