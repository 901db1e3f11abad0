import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { orderRefusals, orders as words } from '../../../text/orders';
import { problemsFor } from '../../../text/refusals';
import { useSaved } from '../use-worker';
import { ordersPath, useOrders } from './use-orders';

/** The last pay day that an order takes from. */
export function EndOrderPage() {
  const { workerId = '', orderId = '' } = useParams();
  const view = useOrders(workerId);
  const back = { backTo: ordersPath(workerId), backLabel: words.backToOrders };
  const order = view?.orders.find((one) => one.id === orderId);
  if (order === undefined)
    return (
      <Page title={words.titleNoName} {...back}>
        {view === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <p>{words.gone}</p>}
      </Page>
    );
  return (
    <Page title={words.endTitle(order.payee)} sub={words.endSub} {...back}>
      <EndForm workerId={workerId} id={order.id} />
    </Page>
  );
}

function EndForm({ workerId, id }: { readonly workerId: string; readonly id: string }) {
  const householdId = useHouseholdId();
  const saved = useSaved(ordersPath(workerId));
  const form = useForm({
    initial: { endedOn: dateText(null) },
    check: (values) => checkFields({ endedOn: readDate(values.endedOn, words.endedAsked) }),
    send: async ({ endedOn }) => {
      const answer = await answerOf(client.orders.end({ householdId, workerId, id, endedOn }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['endedOn'], orderRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.endSave}
        </Button>
      }
    >
      <DateField label={words.endedOn} {...form.field('endedOn')} />
    </Form>
  );
}
