import type { AttachmentOrder, OrderPreview } from '@shared/api/orders';
import { formatPounds } from '@shared/money';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { ErrorSummary } from '../../../components/error-summary';
import { ExplainedFigure } from '../../../components/explained-figure';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { orderRefusals, orders as words } from '../../../text/orders';
import { payRefusals } from '../../../text/pay-problems';
import { sentenceFor } from '../../../text/refusals';
import { useSaved } from '../use-worker';
import { orderRows } from './orders-page';
import { ordersPath } from './use-orders';

/** What was answered and what it would take from the next pay, before it is saved. */
export function OrderCheck(props: {
  readonly workerId: string;
  readonly orderId: string | null;
  readonly order: AttachmentOrder;
  readonly preview: OrderPreview;
  readonly onChange: () => void;
}) {
  const { workerId, orderId, order, preview, onChange } = props;
  const householdId = useHouseholdId();
  const saved = useSaved(ordersPath(workerId));
  const [problem, setProblem] = useState({ message: '', turn: 0 });
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const answer = await answerOf(client.orders.save({ householdId, workerId, id: orderId, order }));
    setPending(false);
    if (answer.ok) await saved();
    else setProblem(({ turn }) => ({ message: sentenceFor(answer, orderRefusals), turn: turn + 1 }));
  };
  return (
    <Page title={words.checkTitle} backTo={ordersPath(workerId)} backLabel={words.backToOrders}>
      {problem.turn === 0 ? null : (
        <ErrorSummary problems={[{ message: problem.message }]} turn={problem.turn} />
      )}
      <SummaryList rows={orderRows(order)} />
      <Preview preview={preview} />
      <div className="section">
        <p className="quiet">{words.notLaw}</p>
      </div>
      <div className="actions">
        <Button kind="primary" pending={pending} onPress={() => void save()}>
          {words.save}
        </Button>
        <Button onPress={onChange}>{words.changeAnswers}</Button>
      </div>
    </Page>
  );
}

function Preview({ preview }: { readonly preview: OrderPreview }) {
  if (preview.payDate === null) {
    const why = preview.why ?? { code: 'order.no-pay-yet', values: {} };
    return (
      <div className="section">
        <Notice title={words.noPreview}>
          <p>{sentenceFor({ code: why.code, details: why.values }, { ...payRefusals, ...orderRefusals })}</p>
        </Notice>
      </div>
    );
  }
  return (
    <section className="section">
      <h2>{words.wouldTake(preview.payDate)}</h2>
      <SummaryList
        rows={[
          { label: words.netBefore, value: formatPounds(preview.netBefore) },
          ...preview.taken.map((one) => ({
            label: one.id === '' ? words.thisOrder(one.payee) : one.payee,
            value: (
              <>
                <ExplainedFigure
                  id={`preview-${one.id}`}
                  text={formatPounds(one.amount)}
                  what={one.payee}
                  explanation={one.explanation ?? undefined}
                />
                {one.administration > 0 ? ` ${words.withCharge(one.administration)}` : null}
              </>
            ),
          })),
          { label: words.netAfter, value: <strong>{formatPounds(preview.netAfter)}</strong> },
        ]}
      />
    </section>
  );
}
