import type { Appointment } from '@shared/api/calendar';
import { addDays, formatWeekday } from '@shared/dates';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarDays, FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { type Column, Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { appointmentWords as words } from '../../../text/calendar';
import { common } from '../../../text/common';
import { coverWords } from '../../../text/rota';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { useToday } from '../use-rota';
import './calendar.css';

/** How many days to come are shown: three months, or on asking a year. */
const SOON = 92;
const YEAR = 370;

/** Appointments of the months to come, with who is there by the rota and when nobody is. */
export function AppointmentsPage() {
  const householdId = useHouseholdId();
  const today = useToday();
  const [days, setDays] = useState<number>(SOON);
  const to = today === undefined ? undefined : addDays(today, days);
  const found = useQuery({
    ...api.calendar.appointments.queryOptions({
      input: {
        householdId,
        from: today ?? ('' as NonNullable<typeof today>),
        to: to ?? ('' as NonNullable<typeof today>),
      },
      enabled: today !== undefined,
    }),
    throwOnError: true,
    placeholderData: keepPreviousData,
  }).data;
  const more = days === SOON ? <Button onPress={() => setDays(YEAR)}>{words.showYear}</Button> : null;
  const actions = (
    <>
      <LinkButton kind="primary" icon={Plus} to={rotaPath.newAppointment}>
        {words.add}
      </LinkButton>
      <LinkButton icon={FileUp} to={rotaPath.readCalendar}>
        {words.read}
      </LinkButton>
    </>
  );
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.rota()} backLabel={coverWords.toRota}>
      {found === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : found.length === 0 ? (
        <EmptyState
          icon={CalendarDays}
          title={days === SOON ? words.noneSoon : words.none}
          actions={
            <>
              {actions}
              {more}
            </>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={words.list}
            hideCaption
            least={40}
            columns={COLUMNS}
            rows={found}
            rowKey={(one) => one.id}
          />
          {to === undefined ? null : <p className="quiet">{words.shownTo(to)}</p>}
          <div className="actions">
            {actions}
            {more}
          </div>
        </>
      )}
    </Page>
  );
}

const titleOf = (one: Appointment): string => (one.title === '' ? words.noTitle : one.title);

/** When nobody is there, in words. */
function aloneText(one: Appointment): string {
  return one.with.length === 0
    ? words.nobody
    : words.alone(hoursWords(one.aloneMinutes), one.alone.map((span) => longTimes(span)).join(', '));
}

const COLUMNS: readonly Column<Appointment>[] = [
  {
    id: 'when',
    heading: words.columns.when,
    cell: (one) => formatWeekday(one.day),
    sortBy: (one) => `${one.day} ${one.start}`,
  },
  { id: 'times', heading: words.columns.times, cell: (one) => longTimes(one) },
  {
    id: 'what',
    heading: words.columns.what,
    isName: true,
    cell: (one) => (
      <>
        {titleOf(one)}
        {one.place === '' ? null : <span className="quiet appointment-more">{one.place}</span>}
        {one.isFromFile ? <span className="quiet appointment-more">{words.fromFile}</span> : null}
      </>
    ),
    text: titleOf,
    sortBy: titleOf,
  },
  {
    id: 'who',
    heading: words.columns.who,
    cell: (one) => (
      <>
        {one.with.length === 0 ? null : (
          <span className="appointment-who">{one.with.map((person) => person.name).join(', ')}</span>
        )}
        {one.aloneMinutes === 0 ? null : <Tag tone="attention">{aloneText(one)}</Tag>}
      </>
    ),
    text: (one) =>
      [...one.with.map((person) => person.name), ...(one.aloneMinutes === 0 ? [] : [aloneText(one)])].join(
        ', ',
      ),
  },
  {
    id: 'action',
    heading: words.columns.action,
    kind: 'action',
    cell: (one) => (
      <LinkButton
        kind="quiet"
        to={rotaPath.appointment(one.id)}
        name={words.changeName(titleOf(one), one.day)}
      >
        {words.change}
      </LinkButton>
    ),
  },
];
