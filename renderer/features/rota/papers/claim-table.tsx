import type { CoverClaim } from '@shared/api/cover-papers';
import { formatWeekday } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { Amount } from '../../../components/amounts';
import { Table } from '../../../components/table';
import { coverCauses, whoCovered, claimWords as words } from '../../../text/cover-papers';
import { hoursWords, longTimes } from '../../../text/rota-times';

/** Each cover of a claim with who, when, why and what it cost. */
export function ClaimTable({ claim, caption }: { readonly claim: CoverClaim; readonly caption: string }) {
  return (
    <>
      <Table
        caption={caption}
        hideCaption
        least={50}
        tools={claim.lines.length > 3}
        rows={claim.lines}
        rowKey={(row) => row.coverKey}
        totalLabel={words.total}
        columns={[
          {
            id: 'day',
            heading: words.day,
            isName: true,
            cell: (row) => formatWeekday(row.day),
            sortBy: (row) => row.day,
          },
          { id: 'times', heading: words.times, cell: (row) => longTimes(row) },
          {
            id: 'who',
            heading: words.who,
            cell: (row) => whoCovered(row.who, row.kind),
          },
          { id: 'why', heading: words.why, cell: (row) => coverCauses[row.because] },
          {
            id: 'hours',
            heading: words.hours,
            kind: 'figure',
            cell: (row) => hoursWords(row.minutes),
            total: hoursWords(claim.minutes),
            totalText: hoursWords(claim.minutes),
          },
          {
            id: 'wages',
            heading: words.wages,
            kind: 'figure',
            cell: (row) => <Amount pence={row.wages} />,
            text: (row) => formatPounds(row.wages),
            total: <Amount pence={claim.wages} />,
            totalText: formatPounds(claim.wages),
          },
          {
            id: 'on-costs',
            heading: words.onCosts,
            kind: 'figure',
            cell: (row) => <Amount pence={row.onCosts} />,
            text: (row) => formatPounds(row.onCosts),
            total: <Amount pence={claim.onCosts} />,
            totalText: formatPounds(claim.onCosts),
          },
          {
            id: 'amount',
            heading: words.amount,
            kind: 'figure',
            cell: (row) => <Amount pence={row.amount} />,
            text: (row) => formatPounds(row.amount),
            total: <Amount pence={claim.amount} />,
            totalText: formatPounds(claim.amount),
          },
        ]}
      />
      <p className="quiet">{words.onCostsNote}</p>
    </>
  );
}
