import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { refusalOf } from '../../api/client';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { payRun } from '../../text/pay';
import { payRefusals } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';

/** Waits for what a page shows; a refusal is said calmly, a failure of ours goes to the page for those. */
export function PayAnswer<Data>(props: {
  readonly query: UseQueryResult<Data>;
  readonly title: string;
  readonly children: (data: Data) => ReactNode;
}) {
  const { query } = props;
  const back = { backTo: '/pay', backLabel: payRun.back };
  if (query.data !== undefined) return props.children(query.data);
  if (query.isError) {
    const refusal = refusalOf(query.error);
    if (refusal === undefined) throw query.error;
    return (
      <Page title={props.title} {...back}>
        <Notice tone="attention" title={payRun.gone}>
          <p>{sentenceFor(refusal, payRefusals)}</p>
          <p>{payRun.goneBody}</p>
        </Notice>
      </Page>
    );
  }
  return (
    <Page title={props.title} {...back}>
      <WaitingLine>{payRun.waiting}</WaitingLine>
    </Page>
  );
}
