import type { AttachmentOrder, OrderPreview, OrderView } from '@shared/api/orders';
import type { Pence } from '@shared/money';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { Form } from '../../../components/form';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { orderKinds, orderRefusals, orders as words } from '../../../text/orders';
import { problemsFor } from '../../../text/refusals';
import { useWorker } from '../use-worker';
import { OrderCheck } from './order-check';
import { ORDER_FIELDS, type OrderText, orderText, readOrder } from './order-values';
import { ordersPath, useOrders } from './use-orders';

/** Adds an order, or changes one. */
export function OrderPage() {
  const { workerId = '', orderId } = useParams();
  const worker = useWorker(workerId);
  const view = useOrders(workerId);
  const back = { backTo: ordersPath(workerId), backLabel: words.backToOrders };
  if (worker === undefined || view === undefined)
    return (
      <Page title={words.titleNoName} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const order = view.orders.find((one) => one.id === orderId);
  if (orderId !== undefined && order === undefined)
    return (
      <Page title={words.titleNoName} {...back}>
        <p>{words.gone}</p>
      </Page>
    );
  return (
    <OrderSteps
      key={orderId ?? 'new'}
      workerId={workerId}
      title={order === undefined ? words.addTitle(worker.shortName) : words.changeTitle(order.payee)}
      order={order}
      view={view}
    />
  );
}

type View = NonNullable<ReturnType<typeof useOrders>>;
type Checked = {
  readonly text: OrderText;
  readonly order: AttachmentOrder;
  readonly preview: OrderPreview;
};

/** The form, then what it would take with everything that was answered; nothing typed is lost between them. */
function OrderSteps(props: {
  readonly workerId: string;
  readonly title: string;
  readonly order: OrderView | undefined;
  readonly view: View;
}) {
  const { workerId, order, view } = props;
  const [text, setText] = useState(orderText(order));
  const [checked, setChecked] = useState<Checked>();
  if (checked !== undefined)
    return (
      <OrderCheck
        workerId={workerId}
        orderId={order?.id ?? null}
        order={checked.order}
        preview={checked.preview}
        onChange={() => {
          setText(checked.text);
          setChecked(undefined);
        }}
      />
    );
  return (
    <Page title={props.title} backTo={ordersPath(workerId)} backLabel={words.backToOrders}>
      <OrderForm
        workerId={workerId}
        orderId={order?.id ?? null}
        initial={text}
        view={view}
        onChecked={setChecked}
      />
    </Page>
  );
}

function OrderForm(props: {
  readonly workerId: string;
  readonly orderId: string | null;
  readonly initial: OrderText;
  readonly view: View;
  readonly onChecked: (checked: Checked) => void;
}) {
  const { workerId, orderId, initial, view, onChecked } = props;
  const householdId = useHouseholdId();
  const form = useForm({
    initial,
    check: (values) => readOrder(values, view.mostAdministration),
    send: async (order) => {
      const answer = await answerOf(client.orders.preview({ householdId, workerId, id: orderId, order }));
      if (answer.ok) onChecked({ text: form.values, order, preview: answer.value });
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ORDER_FIELDS, orderRefusals),
  });
  const { kind } = form.values;
  const isCourt = kind === 'court-priority' || kind === 'court-debt';
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.check}
        </Button>
      }
    >
      <RadioGroup
        label={words.kind}
        {...(view.known.length < 5 ? { hint: words.someUnknown(view.nation) } : {})}
        {...form.field('kind')}
        choices={view.known.map((value) => ({ value, ...orderKinds[value] }))}
      />
      {kind === 'direct-earnings' ? (
        <RadioGroup
          label={words.higherRate}
          {...form.field('higherRate')}
          choices={[
            { value: 'standard', label: words.standard },
            { value: 'higher', label: words.higher },
          ]}
          inline
        />
      ) : null}
      <TextField label={words.payee} hint={words.payeeHint} {...form.field('payee')} />
      <TextField label={words.reference} hint={words.referenceHint} optional {...form.field('reference')} />
      <DateField label={words.issuedOn} hint={words.issuedHint} {...form.field('issuedOn')} />
      <DateField label={words.fromDay} hint={words.fromHint} {...form.field('fromDay')} />
      {isCourt || kind === 'child-maintenance' ? (
        <>
          <RadioGroup
            label={words.per}
            {...form.field('per')}
            choices={[
              { value: 'week', label: words.perChoices.week },
              { value: 'month', label: words.perChoices.month },
            ]}
            inline
          />
          <MoneyField label={words.amount} {...form.field('amount')} />
        </>
      ) : null}
      {isCourt ? <MoneyField label={words.protectedAmount} {...form.field('protectedAmount')} /> : null}
      <MoneyField label={words.total} hint={words.totalHint} optional {...form.field('total')} />
      <Checkbox
        label={words.administration(view.mostAdministration as Pence)}
        note={words.administrationNote}
        {...form.field('administration')}
      />
    </Form>
  );
}
