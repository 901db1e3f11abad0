import type { HolidayRequest, HolidayStanding } from '@shared/api/absences';
import { formatHours } from '@shared/clock-time';
import { formatDay } from '@shared/dates';
import { MessageSquarePlus, UserMinus } from 'lucide-react';
import { Hours } from '../../../components/amounts';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { type Column, Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { problemSentence } from '../../../text/absence-problems';
import { awayListWords, requestWords, standingWords } from '../../../text/absences';
import { common } from '../../../text/common';
import { coverWords } from '../../../text/rota';
import { holidayWords as words } from '../../../text/rota-more';
import { hoursWords } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { useHolidayStandings, useRequests } from './use-absences';

/** Holiday of each PA in their leave year, the requests that wait, and what may be lost. */
export function HolidayPage() {
  const standings = useHolidayStandings();
  const requests = useRequests();
  const back = { backTo: rotaPath.rota(), backLabel: coverWords.toRota };
  if (standings === undefined || requests === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (standings.length === 0)
    return (
      <Page title={words.title} {...back}>
        <EmptyState
          title={words.none}
          actions={
            <LinkButton kind="primary" to="/people">
              {words.noneAction}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      </Page>
    );
  const waiting = requests.filter((one) => one.answer === 'asked');
  const answered = requests.filter((one) => one.answer !== 'asked');
  return (
    <Page title={words.title} {...back}>
      {waiting.length === 0 ? null : <Requests title={requestWords.waiting} requests={waiting} />}
      <Told standings={standings} />
      <section className="section">
        <Balances standings={standings} />
      </section>
      <div className="actions">
        <LinkButton kind="primary" icon={MessageSquarePlus} to={rotaPath.askHoliday}>
          {standingWords.ask}
        </LinkButton>
        <LinkButton icon={UserMinus} to={`${rotaPath.away()}?why=holiday`}>
          {words.add}
        </LinkButton>
      </div>
      {answered.length === 0 ? null : <Requests title={requestWords.answered} requests={answered} />}
    </Page>
  );
}

/** Holiday that may be lost, and what is brought over with its last day. */
function Told({ standings }: { readonly standings: readonly HolidayStanding[] }) {
  const notices = standings.flatMap((one) => [
    ...(one.untaken === null
      ? []
      : [
          {
            id: `${one.workerId} untaken`,
            tone: one.untaken.severity === 'warn' ? ('attention' as const) : ('note' as const),
            title: one.name,
            body: problemSentence(one.untaken),
          },
        ]),
    ...one.carried.map((carried, index) => ({
      id: `${one.workerId} carried ${index}`,
      tone: 'note' as const,
      title: one.name,
      body: `${standingWords.carriedLeft(hoursWords(carried.leftMinutes), carried.useBy)}.`,
    })),
  ]);
  if (notices.length === 0) return null;
  return (
    <section className="section" aria-label={standingWords.warnings}>
      {notices.map((one) => (
        <Notice key={one.id} tone={one.tone} title={one.title}>
          <p>{one.body}</p>
        </Notice>
      ))}
    </section>
  );
}

function Balances({ standings }: { readonly standings: readonly HolidayStanding[] }) {
  const hours = (
    id: string,
    heading: string,
    of: (one: HolidayStanding) => number | null,
  ): Column<HolidayStanding> => ({
    id,
    heading,
    kind: 'figure',
    cell: (one) => {
      const minutes = of(one);
      return minutes === null ? '–' : <Hours minutes={minutes} />;
    },
    text: (one) => formatHours(of(one) ?? 0),
    sortBy: (one) => of(one) ?? 0,
  });
  return (
    <Table
      caption={words.caption}
      least={48}
      rows={standings}
      rowKey={(one) => one.workerId}
      columns={[
        {
          id: 'who',
          heading: words.who,
          cell: (one) => one.name,
          sortBy: (one) => one.name,
          isName: true,
        },
        {
          id: 'year',
          heading: words.year,
          cell: (one) => (
            <>
              {words.span(one.leaveYearFrom, one.leaveYearTo)}
              <span className="away-method">{words.methods[one.method]}</span>
            </>
          ),
          text: (one) => words.span(one.leaveYearFrom, one.leaveYearTo),
        },
        hours('accrued', standingWords.accrued, (one) => one.accruedMinutes),
        hours('full', words.full, (one) => one.fullYearMinutes),
        hours('taken', words.taken, (one) => one.takenMinutes),
        hours('booked', standingWords.booked, (one) => one.bookedMinutes),
        hours('left', words.left, (one) => (one.method === 'rolled-up' ? null : one.leftMinutes)),
      ]}
    />
  );
}

/** Requests, each with the page on which it is weighed and answered. */
function Requests({
  title,
  requests,
}: {
  readonly title: string;
  readonly requests: readonly HolidayRequest[];
}) {
  return (
    <section className="section">
      <h2>{title}</h2>
      <Table
        caption={title}
        hideCaption
        tools={false}
        least={40}
        rows={requests}
        rowKey={(one) => one.id}
        columns={[
          { id: 'who', heading: requestWords.columns.who, cell: (one) => one.name, isName: true },
          {
            id: 'when',
            heading: requestWords.columns.when,
            cell: (one) => awayListWords.span(one.firstDay, one.lastDay),
          },
          { id: 'asked', heading: requestWords.columns.asked, cell: (one) => formatDay(one.askedOn) },
          {
            id: 'state',
            heading: requestWords.columns.state,
            cell: (one) => requestWords.answers[one.answer],
          },
          {
            id: 'open',
            heading: requestWords.columns.open,
            kind: 'action',
            cell: (one) => (
              <LinkButton
                kind="quiet"
                to={rotaPath.holidayRequest(one.id)}
                name={requestWords.openName(one.name, one.firstDay)}
              >
                {requestWords.open}
              </LinkButton>
            ),
          },
        ]}
      />
    </section>
  );
}
