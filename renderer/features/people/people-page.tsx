import type { WorkerCard } from '@shared/api/people';
import { clockTime, formatTime } from '@shared/clock-time';
import { formatDay, formatWeekday } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { UserPlus, Users } from 'lucide-react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { Page } from '../../components/page';
import { Tag } from '../../components/tag';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { awayWords, hoursKinds, missingWords, payFrequencies, people as words } from '../../text/people';

/** All PAs: next shift, next pay, and what is missing. */
export function PeoplePage() {
  const householdId = useHouseholdId();
  const list = useQuery({
    ...api.people.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const today = useQuery(api.workspace.status.queryOptions()).data?.today ?? '';
  const gone = (card: WorkerCard) => card.leftOn !== null && card.leftOn < today;
  const add = (
    <LinkButton kind="primary" icon={UserPlus} to="/people/new">
      {words.add}
    </LinkButton>
  );
  if (list === undefined)
    return (
      <Page title={words.title} sub={words.sub}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (list.length === 0)
    return (
      <Page title={words.title} sub={words.sub}>
        <EmptyState icon={Users} title={words.none} actions={add}>
          {words.noneBody}
        </EmptyState>
      </Page>
    );
  const left = list.filter(gone);
  return (
    <Page title={words.title} sub={words.sub}>
      <ul className="pa-list" aria-label={words.working}>
        {list
          .filter((card) => !gone(card))
          .map((card) => (
            <Card key={card.id} card={card} />
          ))}
      </ul>
      <div className="actions">{add}</div>
      {left.length === 0 ? null : (
        <section className="section">
          <h2>{words.left}</h2>
          <ul className="pa-list" aria-label={words.left}>
            {left.map((card) => (
              <li className="pa-card" key={card.id}>
                <Link className="pa-name" to={`/people/${card.id}`}>
                  {card.name}
                </Link>
                <p className="quiet">{card.leftOn === null ? '' : words.leftOn(formatDay(card.leftOn))}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Card({ card }: { readonly card: WorkerCard }) {
  const contract =
    card.hoursKind === null || card.payFrequency === null
      ? words.noContract
      : `${hoursKinds[card.hoursKind][0]} · ${payFrequencies[card.payFrequency]}`;
  return (
    <li className="pa-card">
      <div className="pa-head">
        <Link className="pa-name" to={`/people/${card.id}`}>
          {card.name}
        </Link>
        {card.away === null ? null : <Tag tone="attention">{awayWords(card.away)}</Tag>}
      </div>
      <dl className="pa-facts">
        <div>
          <dt>{words.nextShift}</dt>
          <dd>
            {card.nextShift === null
              ? words.noShift
              : words.shift(
                  formatWeekday(card.nextShift.day),
                  formatTime(clockTime(card.nextShift.start)),
                  formatTime(clockTime(card.nextShift.end)),
                )}
          </dd>
        </div>
        <div>
          <dt>{words.nextPay}</dt>
          <dd>{card.nextPayOn === null ? words.noPay : formatWeekday(card.nextPayOn)}</dd>
        </div>
        <div>
          <dt>{words.kind}</dt>
          <dd>{contract}</dd>
        </div>
      </dl>
      {card.missing.length === 0 ? null : (
        <>
          <Tag tone="attention">{words.toDo(card.missing.length)}</Tag>
          <ul className="pa-missing" aria-label={`${words.missing}: ${card.name}`}>
            {card.missing.map((missing) => {
              const { text, part } = missingWords(missing);
              return (
                <li key={missing.code}>
                  <Link to={`/people/${card.id}${part === '' ? '' : `/${part}`}`}>{text}</Link>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </li>
  );
}
