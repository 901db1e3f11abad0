import type { LeavingCost } from '@shared/api/budget';
import { formatPounds, pence } from '@shared/money';
import { Table } from '../../../components/table';
import { leaving as words } from '../../../text/budget';
import { ExplainedAmount } from '../explained-amount';

/** What notice and redundancy of each PA would cost, each with how it was worked out. */
export function LeavingTable({ costs }: { readonly costs: readonly LeavingCost[] }) {
  return (
    <Table
      caption={words.caption}
      hideCaption
      rows={costs}
      rowKey={(one) => one.workerId}
      tools={false}
      least={34}
      columns={[
        { id: 'pa', heading: words.pa, isName: true, cell: (one) => one.name },
        {
          id: 'notice',
          heading: words.notice,
          kind: 'figure',
          cell: (one) => `${formatPounds(one.notice)} (${words.noticeWeeks(one.noticeWeeks)})`,
        },
        {
          id: 'redundancy',
          heading: words.redundancy,
          kind: 'figure',
          cell: (one) => (one.unknown === null ? formatPounds(one.redundancy) : words.unknown[one.unknown]),
        },
        {
          id: 'together',
          heading: words.together,
          kind: 'figure',
          cell: (one) => (
            <ExplainedAmount
              id={`leaving-${one.workerId}`}
              amount={pence(one.notice + one.redundancy)}
              what={`${words.together}, ${one.name}`}
              explanation={one.explanation}
            />
          ),
        },
      ]}
    />
  );
}
