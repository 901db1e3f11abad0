import type { WorkerRecord } from '@shared/api/people';
import { LinkButton } from '../../../components/link-button';
import { SummaryList } from '../../../components/summary-list';
import { orders, home as words } from '../../../text/orders';
import { ordersPath, useHomes, useOrders } from './use-orders';

/** On a PA’s page: the orders on their pay and the home that goes with the job, with the way to each. */
export function OrdersSection({ worker }: { readonly worker: WorkerRecord }) {
  const view = useOrders(worker.id);
  const homes = useHomes(worker.id)?.homes ?? [];
  const last = homes.at(-1);
  return (
    <>
      <section className="pa-section">
        <div className="pa-section-head">
          <h2 id="pa-orders">{orders.section}</h2>
          <LinkButton
            kind="quiet"
            to={ordersPath(worker.id)}
            name={`${orders.openShort}: ${worker.shortName}`}
          >
            {orders.openShort}
          </LinkButton>
        </div>
        {view === undefined || view.orders.length === 0 ? (
          <p>{orders.sectionNone}</p>
        ) : (
          <SummaryList
            rows={view.orders.map((one) => ({
              label: one.payee,
              value: `${orders.shortKind(one.kind)}, ${orders.states[one.state].toLowerCase()}`,
            }))}
          />
        )}
      </section>
      <section className="pa-section">
        <div className="pa-section-head">
          <h2 id="pa-home">{words.section}</h2>
          <LinkButton
            kind="quiet"
            to={`/people/${worker.id}/home`}
            name={`${words.openShort}: ${worker.shortName}`}
          >
            {words.openShort}
          </LinkButton>
        </div>
        {last === undefined ? (
          <p>{words.sectionNone}</p>
        ) : (
          <SummaryList
            rows={[
              {
                label: words.from(last.fromDay, last.endedOn),
                value: last.dailyCharge === 0 ? words.free : words.aDay(last.dailyCharge),
              },
            ]}
          />
        )}
      </section>
    </>
  );
}
