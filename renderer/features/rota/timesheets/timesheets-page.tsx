import type { TimesheetPerson } from '@shared/api/timesheets';
import { addDays, type IsoDay, mondayOf } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { type Read, readDate } from '../../../components/read-fields';
import { type Column, Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { coverWords, rota } from '../../../text/rota';
import { hoursWords } from '../../../text/rota-times';
import { daysWords, timesheetWords as words } from '../../../text/timesheets';
import { rotaPath } from '../paths';
import { useToday } from '../use-rota';
import { agreedState, confirmedState, paidState, type State } from './timesheet-states';

type Period = TimesheetPerson['periods'][number];

/** How far each PA's timesheets are: confirmed, agreed, paid. */
export function TimesheetsPage() {
  const householdId = useHouseholdId();
  const today = useToday();
  const people = useQuery({
    ...api.timesheets.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
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
        <>
          {people.map((person) => (
            <Person key={person.workerId} person={person} />
          ))}
          <div className="actions">
            <LinkButton kind="primary" to={rotaPath.confirm}>
              {words.confirm}
            </LinkButton>
          </div>
          <details className="section">
            <summary>{words.otherTitle}</summary>
            <OtherDays people={people} today={today} />
          </details>
        </>
      )}
    </Page>
  );
}

function Person({ person }: { readonly person: TimesheetPerson }) {
  const { name, workerId } = person;
  const state = (id: 'confirmed' | 'agreed' | 'paid', of: (period: Period) => State): Column<Period> => ({
    id,
    heading: words.columns[id],
    cell: (period) => {
      const { text, tone } = of(period);
      return <Tag tone={tone}>{text}</Tag>;
    },
    text: (period) => of(period).text,
  });
  const columns: Column<Period>[] = [
    {
      id: 'days',
      heading: words.columns.days,
      isName: true,
      cell: (period) => (
        <Link
          to={rotaPath.timesheetOf(workerId, period.from, period.to)}
          aria-label={words.open(name, daysWords(period.from, period.to))}
        >
          {daysWords(period.from, period.to)}
        </Link>
      ),
      text: (period) => daysWords(period.from, period.to),
    },
    {
      id: 'hours',
      heading: words.columns.hours,
      kind: 'figure',
      cell: ({ steps }) => words.hours(hoursWords(steps.workedMinutes), steps.sleepIns),
    },
    state('confirmed', (period) => confirmedState(period.steps)),
    state('agreed', (period) => agreedState(period.steps)),
    state('paid', (period) => paidState(period.steps)),
  ];
  return (
    <section className="section" aria-labelledby={`timesheets-${workerId}`}>
      <h2 id={`timesheets-${workerId}`}>{name}</h2>
      <Table
        caption={words.caption(name)}
        hideCaption
        tools={false}
        least={38}
        columns={columns}
        rows={person.periods}
        rowKey={(period) => period.from}
      />
    </section>
  );
}

function OtherDays(props: { readonly people: readonly TimesheetPerson[]; readonly today: IsoDay }) {
  const { people, today } = props;
  const navigate = useNavigate();
  const monday = addDays(mondayOf(today), -7);
  const form = useForm({
    initial: {
      workerId: people.length === 1 ? (people[0]?.workerId ?? '') : '',
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
    send: async ({ workerId, from, to }) => {
      void navigate(rotaPath.timesheetOf(workerId, from, to));
      return undefined;
    },
  });
  return (
    <Form form={form} actions={<Button type="submit">{words.show}</Button>}>
      <RadioGroup
        label={words.who}
        {...form.field('workerId')}
        choices={people.map((person) => ({ value: person.workerId, label: person.name }))}
      />
      <DateField label={words.from} {...form.field('from')} />
      <DateField label={words.to} {...form.field('to')} />
    </Form>
  );
}
