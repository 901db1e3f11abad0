import type { ReturnSummary } from '@shared/api/returns';
import { formatDay } from '@shared/dates';
import { FileCheck } from 'lucide-react';
import { Link, Navigate, useParams } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { More } from '../../components/more';
import { Notice, type Tone } from '../../components/notice';
import { Page } from '../../components/page';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { profiles } from '../../text/profiles';
import { anyDays } from '../../text/return-pages';
import { oneReturn, periodWords, returns as words } from '../../text/returns';
import { MoreOfReturns } from './endings/more-links';
import { returnPath, useReturns } from './use-returns';

const TONES: Readonly<Record<ReturnSummary['state'], Tone | 'plain'>> = {
  'not-ended': 'plain',
  due: 'attention',
  sent: 'done',
};

/** The returns of each agreement, the next one to be sent on top. */
export function ReturnsPage() {
  const list = useReturns();
  if (list === undefined) {
    return (
      <Page title={words.title} sub={words.sub}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  }
  if (list.length === 0) {
    return (
      <Page title={words.title} sub={words.sub}>
        <EmptyState
          icon={FileCheck}
          title={words.noneTitle}
          actions={
            <LinkButton kind="primary" to="/settings/agreements/new">
              {words.addAgreement}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      </Page>
    );
  }
  const next = list.filter((one) => one.state === 'due').sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const agreements = [...new Set(list.map((one) => one.agreementId))];
  return (
    <Page title={words.title} sub={words.sub}>
      {next === undefined ? (
        <Notice tone="done" title={words.allSent} />
      ) : (
        <section className="returns-next" aria-labelledby="next-return">
          <h2 id="next-return">{words.nextTitle(next.funderName)}</h2>
          <p>{words.nextLine(periodWords(next.from, next.to), formatDay(next.dueOn))}</p>
          {next.ready === null || next.asked === null ? null : (
            <p className="strong">{words.readyLine(next.ready, next.asked)}</p>
          )}
          <div className="actions">
            <LinkButton
              kind="primary"
              to={returnPath(next)}
              name={words.lookNamed(periodWords(next.from, next.to))}
            >
              {words.look}
            </LinkButton>
          </div>
        </section>
      )}
      <More>
        {agreements.map((agreementId) => (
          <OfAgreement key={agreementId} list={list.filter((one) => one.agreementId === agreementId)} />
        ))}
        <div className="actions">
          <LinkButton to="/returns/any-days">{anyDays.link}</LinkButton>
          <LinkButton kind="quiet" to="/returns/profiles">
            {profiles.title}
          </LinkButton>
        </div>
        <MoreOfReturns />
      </More>
    </Page>
  );
}

function OfAgreement({ list }: { readonly list: readonly ReturnSummary[] }) {
  const funder = list[0]?.funderName ?? '';
  const newest = list.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <section className="section">
      <Table
        caption={words.caption(funder)}
        rows={newest}
        rowKey={(one) => `${one.from} ${one.to}`}
        tools={false}
        least={34}
        columns={[
          {
            id: 'period',
            heading: words.period,
            isName: true,
            cell: (one) => (
              <Link to={returnPath(one)} aria-label={words.openNamed(periodWords(one.from, one.to), funder)}>
                {periodWords(one.from, one.to)}
              </Link>
            ),
          },
          { id: 'due', heading: words.due, cell: (one) => formatDay(one.dueOn) },
          {
            id: 'state',
            heading: words.state,
            cell: (one) => (
              <Tag tone={one.late ? 'wrong' : TONES[one.state]}>
                {one.state === 'sent' && one.sentOn !== null
                  ? words.sentOn(formatDay(one.sentOn))
                  : one.late
                    ? words.late
                    : words.states[one.state]}
              </Tag>
            ),
          },
          {
            id: 'ready',
            heading: words.ready,
            kind: 'figure',
            // What was sent is closed: there is nothing left to get ready.
            cell: (one) =>
              one.ready === null || one.asked === null ? '–' : words.readyOf(one.ready, one.asked),
          },
        ]}
      />
    </section>
  );
}

/** A return by the id it got when it was sent, or by its agreement and first day: goes to its page. */
export function FoundReturn() {
  const { id } = useParams();
  const list = useReturns();
  if (list === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const found =
    list.find((one) => one.returnId === id || `${one.agreementId}:${one.from}` === id) ??
    list
      .filter((one) => one.agreementId === id && one.state === 'due')
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (found !== undefined) return <Navigate to={returnPath(found)} replace />;
  return (
    <Page title={words.title} backTo="/returns" backLabel={oneReturn.back}>
      <p>{oneReturn.gone}</p>
    </Page>
  );
}
