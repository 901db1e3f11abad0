import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { refusalOf } from '../../../api/client';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { filingRefusals, filing as words } from '../../../text/filing';
import { payRun } from '../../../text/pay';
import { sentenceFor } from '../../../text/refusals';

/** Waits for what a page of reports shows; a refusal is said calmly, a failure of ours goes to the page for those. */
export function FilingAnswer<Data>(props: {
  readonly query: UseQueryResult<Data>;
  readonly title: string;
  readonly backTo: string;
  readonly backLabel: string;
  readonly children: (data: Data) => ReactNode;
}) {
  const { query, title, backTo, backLabel } = props;
  if (query.data !== undefined) return props.children(query.data);
  const refusal = query.isError ? refusalOf(query.error) : undefined;
  if (query.isError && refusal === undefined) throw query.error;
  return (
    <Page title={title} backTo={backTo} backLabel={backLabel}>
      {refusal === undefined ? (
        <WaitingLine>{words.waiting}</WaitingLine>
      ) : (
        <Notice tone="attention" title={payRun.gone}>
          <p>{sentenceFor(refusal, filingRefusals)}</p>
        </Notice>
      )}
    </Page>
  );
}
