import type { OrderView } from '@shared/api/orders';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList, type SummaryRow } from '../../../components/summary-list';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { orderKinds, orders as words } from '../../../text/orders';
import { useWorker } from '../use-worker';
import { ordersPath, useDoNow, useOrders } from './use-orders';

const TONES = { 'to-come': 'plain', 'in-force': 'attention', done: 'done', ended: 'plain' } as const;

/** A PA’s orders to take money from pay: each with what was taken, and what can be done with it. */
export function OrdersPage() {
  const { workerId = '' } = useParams();
  const worker = useWorker(workerId);
  const view = useOrders(workerId);
  if (worker === undefined || view === undefined)
    return (
      <Page title={words.titleNoName} backTo={`/people/${workerId}`} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const add =
    view.known.length === 0 ? undefined : (
      <LinkButton kind="primary" to={ordersPath(workerId, '/new')}>
        {words.add}
      </LinkButton>
    );
  return (
    <Page
      title={words.title(worker.shortName)}
      sub={words.sub}
      backTo={`/people/${workerId}`}
      backLabel={words.back(worker.shortName)}
    >
      {view.known.length === 0 ? (
        <Notice tone="attention" title={words.unknownNation(view.nation)}>
          <p>{words.unknownNationBody}</p>
        </Notice>
      ) : null}
      {view.orders.length > 0 ? (
        <>
          {view.orders.map((order) => (
            <OneOrder key={order.id} order={order} workerId={workerId} />
          ))}
          {add === undefined ? null : <div className="actions">{add}</div>}
        </>
      ) : add === undefined ? null : (
        <EmptyState title={words.empty} actions={add}>
          {words.emptyBody}
        </EmptyState>
      )}
    </Page>
  );
}

/** The answers of an order as they were given. */
export function orderRows(
  order: Omit<OrderView, 'id' | 'endedOn' | 'taken' | 'left' | 'lastTakenOn' | 'state'>,
): SummaryRow[] {
  const { summary } = words;
  const isCourt = order.kind === 'court-priority' || order.kind === 'court-debt';
  const isFixed = isCourt || order.kind === 'child-maintenance';
  return [
    { label: summary.kind, value: orderKinds[order.kind].label },
    { label: summary.payee, value: order.payee },
    ...(order.reference === '' ? [] : [{ label: summary.reference, value: order.reference }]),
    { label: summary.issued, value: formatDay(order.issuedOn) },
    { label: summary.from, value: formatDay(order.fromDay) },
    ...(order.kind === 'direct-earnings'
      ? [{ label: summary.rate, value: order.higherRate ? words.higher : words.standard }]
      : []),
    ...(isFixed && order.amount !== null
      ? [{ label: summary.amount, value: words.perAmount(order.amount, order.per) }]
      : []),
    ...(isCourt && order.protectedAmount !== null
      ? [{ label: summary.left, value: words.perAmount(order.protectedAmount, order.per) }]
      : []),
    ...(order.kind === 'child-maintenance' ? [{ label: summary.left, value: words.share }] : []),
    { label: summary.total, value: order.total === null ? words.noTotal : formatPounds(order.total) },
    ...(order.administration > 0
      ? [{ label: summary.charge, value: formatPounds(order.administration) }]
      : []),
  ];
}

function OneOrder({ order, workerId }: { readonly order: OrderView; readonly workerId: string }) {
  const householdId = useHouseholdId();
  const doNow = useDoNow();
  const { id } = order;
  const { summary } = words;
  const remove = () =>
    void doNow(answerOf(client.orders.remove({ householdId, workerId, id })), words.removed);
  const takeBackEnd = () =>
    void doNow(answerOf(client.orders.end({ householdId, workerId, id, endedOn: null })), common.saved);
  return (
    <section className="pa-section" aria-labelledby={`order-${id}`}>
      <div className="pa-section-head">
        <h2 id={`order-${id}`}>{order.payee}</h2>
        <Tag tone={TONES[order.state]}>{words.states[order.state]}</Tag>
      </div>
      <SummaryList
        rows={[
          ...orderRows(order).filter((row) => row.label !== summary.payee),
          {
            label: summary.taken,
            value:
              order.lastTakenOn === null
                ? formatPounds(order.taken)
                : words.lastTaken(order.taken, order.lastTakenOn),
          },
          ...(order.left === null ? [] : [{ label: summary.toGo, value: formatPounds(order.left) }]),
          ...(order.endedOn === null ? [] : [{ label: summary.ended, value: formatDay(order.endedOn) }]),
        ]}
      />
      <div className="button-row">
        <LinkButton
          kind="quiet"
          flush
          to={ordersPath(workerId, `/${id}`)}
          name={words.changeNamed(order.payee)}
        >
          {words.change}
        </LinkButton>
        {order.endedOn === null ? (
          <LinkButton kind="quiet" to={ordersPath(workerId, `/${id}/end`)} name={words.endNamed(order.payee)}>
            {words.end}
          </LinkButton>
        ) : (
          <Button kind="quiet" onPress={takeBackEnd} name={words.notEndedNamed(order.payee)}>
            {words.notEnded}
          </Button>
        )}
        {order.lastTakenOn === null ? (
          <Button kind="quiet" onPress={remove} name={words.removeNamed(order.payee)}>
            {words.remove}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
