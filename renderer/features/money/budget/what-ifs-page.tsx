import type { WhatIfResult, WhatIfsView } from '@shared/api/budget';
import type { HouseholdRecord } from '@shared/api/household';
import { formatHours } from '@shared/clock-time';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { ahead } from '../../../text/budget';
import { common } from '../../../text/common';
import { whatIf as words } from '../../../text/what-if';
import { AgreementChoice, AgreementPage } from './use-agreement';

/** The kept what-ifs of an agreement; `undefined` until they are here. */
export function useWhatIfs(agreementId: string): WhatIfsView | undefined {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.budget.whatIfs.queryOptions({ input: { householdId, agreementId } }),
    throwOnError: true,
  }).data;
}

/** What would be otherwise: what is now beside each what-if that was kept. */
export function WhatIfsPage() {
  return (
    <AgreementPage title={words.title}>
      {(agreement, record) => <WhatIfs key={agreement.id} agreementId={agreement.id} record={record} />}
    </AgreementPage>
  );
}

function WhatIfs({
  agreementId,
  record,
}: {
  readonly agreementId: string;
  readonly record: HouseholdRecord;
}) {
  const view = useWhatIfs(agreementId);
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={ahead.back}>
      <AgreementChoice record={record} agreementId={agreementId} to="/money/what-if" />
      {view === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <Compared view={view} />}
      <div className="actions">
        <LinkButton kind="primary" to={`/money/what-if/${agreementId}/new`} icon={FlaskConical}>
          {words.tryOne}
        </LinkButton>
      </div>
    </Page>
  );
}

type Row = { readonly id: string | null; readonly name: string; readonly result: WhatIfResult };

/** What could be asked back, and when. */
export function askedWords({ surplus, surplusOn }: WhatIfResult): string {
  if (surplus === 0 || surplusOn === null) return words.nothing;
  return words.askedOn(formatPounds(surplus), formatDay(surplusOn));
}

/** The first day that is short, or that none is. */
export function shortWords({ firstShort }: WhatIfResult): string {
  return firstShort === null ? words.never : formatDay(firstShort.day);
}

/** The hours a week that the money buys. */
export function fitWords({ minutesThatFit }: WhatIfResult): string {
  return minutesThatFit === null ? words.fitUnknown : formatHours(minutesThatFit);
}

function Compared({ view }: { readonly view: WhatIfsView }) {
  const rows: Row[] = [
    { id: null, name: words.now, result: view.now },
    ...view.kept.map(({ id, name, result }) => ({ id, name, result })),
  ];
  return (
    <Table
      caption={words.caption}
      rows={rows}
      rowKey={(row) => row.id ?? 'now'}
      tools={false}
      least={54}
      isStrong={(row) => row.id === null}
      columns={[
        { id: 'name', heading: words.name, isName: true, cell: (row) => row.name },
        {
          id: 'end',
          heading: words.endBalance(formatDay(view.now.endsOn)),
          kind: 'figure',
          cell: ({ result }) => formatPounds(result.endBalance),
        },
        { id: 'short', heading: words.short, cell: ({ result }) => shortWords(result) },
        { id: 'asked', heading: words.asked, cell: ({ result }) => askedWords(result) },
        {
          id: 'hours',
          heading: words.hours,
          kind: 'figure',
          cell: ({ result }) => formatHours(result.weeklyMinutes),
        },
        { id: 'fit', heading: words.fit, kind: 'figure', cell: ({ result }) => fitWords(result) },
        ...(view.kept.length === 0
          ? []
          : [
              {
                id: 'do',
                heading: words.open,
                kind: 'action' as const,
                cell: (row: Row) =>
                  row.id === null ? null : (
                    <LinkButton
                      kind="quiet"
                      to={`/money/what-if/${view.agreementId}/${row.id}`}
                      name={words.openNamed(row.name)}
                    >
                      {words.open}
                    </LinkButton>
                  ),
              },
            ]),
      ]}
    />
  );
}
