import type { IsoDay } from '@shared/dates';
import { addDays, mondayOf } from '@shared/dates';
import { answerOf, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { type Read, readDate } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { problemsFor } from '../../../text/refusals';
import { coverWords, rota } from '../../../text/rota';
import { timesheetWords as words } from '../../../text/rota-more';
import { rotaRefusals } from '../../../text/rota-sentences';
import { rotaPath } from '../paths';
import { usePeople, useToday } from '../use-rota';

/** A PA’s sheet of hours to print and sign: last week’s when nothing else is asked for. */
export function TimesheetPage() {
  const today = useToday();
  const people = usePeople(today === undefined ? undefined : addDays(today, -60));
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.rota()} backLabel={coverWords.toRota}>
      {today === undefined || people === undefined ? (
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
          {rota.emptyBody}
        </EmptyState>
      ) : (
        <TimesheetForm today={today} people={people} />
      )}
    </Page>
  );
}

function TimesheetForm(props: {
  readonly today: IsoDay;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const { today, people } = props;
  const householdId = useHouseholdId();
  const monday = addDays(mondayOf(today), -7);
  const form = useForm({
    initial: {
      workerId: people.length === 1 ? (people[0]?.id ?? '') : '',
      from: dateText(monday),
      to: dateText(addDays(monday, 6)),
    },
    check: (values) => {
      const workerId: Read<string> =
        values.workerId === ''
          ? { ok: false, message: words.chooseWho }
          : { ok: true, value: values.workerId };
      const read = checkFields({
        workerId,
        from: readDate(values.from, words.said.from),
        to: readDate(values.to, words.said.to),
      });
      return read.ok && read.value.to < read.value.from
        ? { ok: false, problems: { to: words.lastBeforeFirst } }
        : read;
    },
    send: async (read) => {
      const answer = await answerOf(client.rota.timesheetPdf({ householdId, ...read }));
      if (!answer.ok) return answer;
      saveFile(answer.value);
      announce(words.made(people.find((person) => person.id === read.workerId)?.name ?? ''));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['workerId', 'from', 'to'], rotaRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.make}
        </Button>
      }
    >
      <RadioGroup
        label={words.who}
        {...form.field('workerId')}
        choices={people.map((person) => ({ value: person.id, label: person.name }))}
      />
      <DateField label={words.from} {...form.field('from')} />
      <DateField label={words.to} {...form.field('to')} />
    </Form>
  );
}
