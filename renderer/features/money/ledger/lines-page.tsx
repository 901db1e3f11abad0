import type { BankLine } from '@shared/api/money';
import { addMonths, formatShortDay, type IsoDay, partsOf, taxYearStart } from '@shared/dates';
import { formatPounds, pence, sumPence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { SegmentedControl } from '../../../components/segmented-control';
import { Select } from '../../../components/select';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { partsWords, money as shared } from '../../../text/money';
import { lines as words } from '../../../text/money-lines';
import { EvidenceTag } from '../evidence-tag';
import { lineNames } from '../line-names';
import { NeedsALook } from '../matching/needs-a-look';
import { useDoing, useLines, useNames } from '../use-money';

type Period = keyof typeof words.periods;
const PERIODS: readonly Period[] = ['three-months', 'tax-year', 'all'];
const AT_ONCE = 200;

function startOf(period: Period, today: IsoDay): IsoDay | null {
  if (period === 'all') return null;
  return period === 'tax-year' ? taxYearStart(today) : addMonths(today, -3);
}

/** Every bank line, with what it was and its evidence. */
export function LinesPage() {
  const householdId = useHouseholdId();
  const [query, setQuery] = useSearchParams();
  const only = query.get('only') === 'needs-a-look' ? 'needs-a-look' : 'all';
  const period = PERIODS.find((one) => one === query.get('period')) ?? 'three-months';
  const today = useQuery(api.workspace.status.queryOptions()).data?.today;
  const lines = useLines('all');
  const { busy, run } = useDoing();
  const change = (name: string, value: string, usual: string) => {
    const next = new URLSearchParams(query);
    if (value === usual) next.delete(name);
    else next.set(name, value);
    setQuery(next, { replace: true });
  };
  const from = today === undefined ? null : startOf(period, today);
  const shown = lines?.filter((line) => from === null || line.day >= from);
  const save = (list: readonly BankLine[]) => {
    const first = list[list.length - 1];
    const last = list[0];
    if (first === undefined || last === undefined) return;
    void run(
      'csv',
      async () => saveFile(await client.money.ledgerCsv({ householdId, from: first.day, to: last.day })),
      words.csvSaved,
    );
  };
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={shared.place}>
      {lines === undefined || shown === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : lines.length === 0 ? (
        <EmptyState
          icon={FileUp}
          title={words.none}
          actions={
            <LinkButton kind="primary" to="/money/bring-in" icon={FileUp}>
              {shared.bringIn}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <div className="money-filters">
            <SegmentedControl
              label={words.filters}
              value={only}
              onChange={(value) => change('only', value, 'all')}
              choices={[
                { value: 'all', label: words.all },
                { value: 'needs-a-look', label: words.needs },
              ]}
            />
            {only === 'all' ? (
              <Select
                label={words.period}
                value={period}
                onChange={(value) => change('period', value, 'three-months')}
                choices={PERIODS.map((one) => ({ value: one, label: words.periods[one] }))}
              />
            ) : null}
          </div>
          {only === 'needs-a-look' ? (
            <NeedsALook most={AT_ONCE} />
          ) : shown.length === 0 ? (
            <EmptyState title={words.noneHere}>{words.noneHereBody}</EmptyState>
          ) : (
            <>
              <LinesTable lines={shown} />
              <div className="actions">
                <Button icon={FileDown} pending={busy === 'csv'} onPress={() => save(shown)}>
                  {words.saveCsv}
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** `14 Nov 2026`, for columns. */
const dayWithYear = (day: IsoDay): string => `${formatShortDay(day)} ${partsOf(day).year}`;

function LinesTable({ lines }: { readonly lines: readonly BankLine[] }) {
  const names = useNames();
  const [most, setMost] = useState(AT_ONCE);
  const shown = lines.slice(0, most);
  const own = lineNames(shown);
  const left = lines.length - shown.length;
  const what = (line: BankLine): string =>
    line.explained ? partsWords(line.explanations, names) : words.notYet;
  const notes = (line: BankLine): string =>
    line.explanations
      .map((part) => part.note)
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <Table
        caption={words.caption(lines.length)}
        rows={shown}
        rowKey={(line) => line.id}
        least={48}
        totalLabel={words.total}
        columns={[
          {
            id: 'from',
            heading: words.fromBank,
            isName: true,
            text: (line) => line.description,
            cell: (line) => (
              <div className="money-bank-text">
                <Link to={`/money/lines/${line.id}`} aria-label={own.get(line.id)}>
                  {line.description}
                </Link>
              </div>
            ),
          },
          {
            id: 'day',
            heading: words.date,
            text: (line) => line.day,
            sortBy: (line) => line.day,
            cell: (line) => <span className="nowrap">{dayWithYear(line.day)}</span>,
          },
          {
            id: 'what',
            heading: words.explainedAs,
            text: what,
            sortBy: what,
            cell: (line) =>
              line.explained ? (
                <div className="money-words">
                  {what(line)}
                  {notes(line) === '' ? null : <small>{notes(line)}</small>}
                </div>
              ) : (
                <div className="money-words">
                  <span className="money-not-yet">{words.notYet}</span>
                  {line.proposal === null ? null : (
                    <small>{words.weThink(partsWords(line.proposal.parts, names))}</small>
                  )}
                </div>
              ),
          },
          {
            id: 'evidence',
            heading: words.evidence,
            text: (line) => line.evidence,
            cell: (line) => <EvidenceTag evidence={line.evidence} />,
          },
          {
            id: 'amount',
            heading: words.amount,
            kind: 'figure',
            cell: (line) => formatPounds(line.amount),
            sortBy: (line) => line.amount,
            text: (line) => formatPounds(line.amount),
            total: formatPounds(sumPence(lines.map((line) => pence(line.amount)))),
          },
          {
            id: 'balance',
            heading: words.balance,
            kind: 'figure',
            cell: (line) => (line.balance === null ? '' : formatPounds(line.balance)),
          },
        ]}
      />
      {left > 0 ? (
        <Button onPress={() => setMost(most + AT_ONCE)}>{words.more(Math.min(left, AT_ONCE))}</Button>
      ) : null}
    </>
  );
}
