import type { LinesPage as Found, LinesFilter } from '@shared/api/ledger';
import type { BankLine } from '@shared/api/money';
import { addMonths, type IsoDay, taxYearStart } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileDown, FileUp, Plus, Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
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
import { Tag } from '../../../components/tag';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { findLines as find } from '../../../text/ledger';
import { partsWords, money as shared } from '../../../text/money';
import { lines as words } from '../../../text/money-lines';
import { EvidenceTag } from '../evidence-tag';
import { lineNames } from '../line-names';
import { NeedsALook } from '../matching/needs-a-look';
import { useDoing, useNames, useRecord } from '../use-money';
import { dayWithYear, useAccounts, useFundChoices, useToday } from './use-ledger';

type Period = keyof typeof words.periods;
type Show = LinesFilter['only'];
const PERIODS: readonly Period[] = ['three-months', 'tax-year', 'all'];
const SHOWS: readonly Show[] = ['all', 'needs-a-look', 'evidence-missing', 'by-hand'];
const AT_ONCE = 100;

function startOf(period: Period, today: IsoDay | undefined): IsoDay | null {
  if (period === 'all' || today === undefined) return null;
  return period === 'tax-year' ? taxYearStart(today) : addMonths(today, -3);
}

/** What is looked for, kept in the address so that “back” finds it again. */
function useFilter() {
  const [query, setQuery] = useSearchParams();
  const change = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(query);
    next.delete('from');
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setQuery(next, { replace: true });
  };
  const only = SHOWS.find((one) => one === query.get('only')) ?? 'all';
  const search = query.get('search') ?? '';
  // What is searched for, or missing, is looked for everywhere unless a time is chosen.
  const usual: Period = only === 'all' && search === '' ? 'three-months' : 'all';
  return {
    change,
    clear: () => setQuery(new URLSearchParams(), { replace: true }),
    only,
    search,
    period: PERIODS.find((one) => one === query.get('period')) ?? usual,
    accountId: query.get('account'),
    fund: query.get('fund'),
    categoryId: query.get('category'),
    offset: Math.max(0, Number.parseInt(query.get('from') ?? '0', 10) || 0),
  };
}

/** Every line, with what it was and its evidence: searched, filtered, a page at a time. */
export function LinesPage() {
  const householdId = useHouseholdId();
  const filter = useFilter();
  const today = useToday();
  const from = startOf(filter.period, today);
  const found = useQuery({
    ...api.ledger.lines.queryOptions({
      input: {
        householdId,
        from,
        to: null,
        accountId: filter.accountId,
        fund: filter.fund,
        categoryId: filter.categoryId,
        only: filter.only,
        search: filter.search,
        offset: filter.offset,
        limit: AT_ONCE,
      },
    }),
    enabled: today !== undefined,
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  const { busy, run } = useDoing();
  const accounts = useAccounts();
  const nothingYet = accounts?.every((account) => !account.settled) === true;
  const save = () => {
    if (today === undefined) return;
    const first = from ?? accounts?.map((one) => one.openedOn).sort()[0] ?? today;
    const last =
      accounts
        ?.flatMap((one) => one.asOf ?? [])
        .sort()
        .at(-1) ?? today;
    void run(
      'csv',
      async () =>
        saveFile(await client.money.ledgerCsv({ householdId, from: first, to: last < today ? today : last })),
      words.csvSaved,
    );
  };
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={shared.place}>
      {found === undefined || accounts === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : nothingYet ? (
        <EmptyState
          icon={FileUp}
          title={words.none}
          actions={
            <>
              <LinkButton kind="primary" to="/money/bring-in" icon={FileUp}>
                {shared.bringIn}
              </LinkButton>
              <LinkButton to="/money/write-down" icon={Plus}>
                {find.write}
              </LinkButton>
            </>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <Filters filter={filter} />
          {filter.only === 'needs-a-look' && filter.search === '' ? (
            <NeedsALook most={AT_ONCE} />
          ) : found.total === 0 ? (
            <EmptyState title={find.noneFit} actions={<Button onPress={filter.clear}>{find.clear}</Button>}>
              {find.noneFitBody}
            </EmptyState>
          ) : (
            <LinesTable found={found} offset={filter.offset} onOffset={(at) => filter.change({ from: at })} />
          )}
          <div className="actions">
            <LinkButton kind="primary" to="/money/write-down" icon={Plus}>
              {find.write}
            </LinkButton>
            <LinkButton to="/money/transfers">{find.transfers}</LinkButton>
            <LinkButton to="/money/accounts">{find.accounts}</LinkButton>
            <LinkButton to="/money/funds">{find.funds}</LinkButton>
            <Button icon={FileDown} pending={busy === 'csv'} onPress={save}>
              {words.saveCsv}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}

function Filters({ filter }: { readonly filter: ReturnType<typeof useFilter> }) {
  const record = useRecord();
  const accounts = useAccounts() ?? [];
  const fundChoices = useFundChoices();
  const [typed, setTyped] = useState(filter.search);
  const categories = (record?.agreements ?? []).flatMap((agreement) =>
    agreement.categories.map((one) => ({ value: one.id ?? '', label: one.name })),
  );
  const search = (event: FormEvent) => {
    event.preventDefault();
    filter.change({ search: typed.trim() });
  };
  return (
    <>
      <SegmentedControl<Show>
        label={find.show}
        value={filter.only}
        onChange={(only) => filter.change({ only: only === 'all' ? '' : only })}
        choices={SHOWS.map((one) => ({ value: one, label: find.shows[one] }))}
      />
      <form className="money-search" onSubmit={search} noValidate>
        <TextField label={find.search} hint={find.searchHint} width="20" value={typed} onChange={setTyped} />
        <Button type="submit" icon={Search}>
          {find.searchDo}
        </Button>
      </form>
      <div className="money-filters">
        <Select
          label={words.period}
          value={filter.period}
          onChange={(period) => filter.change({ period })}
          choices={PERIODS.map((one) => ({ value: one, label: words.periods[one] }))}
        />
        {accounts.length < 2 ? null : (
          <Select
            label={find.account}
            value={filter.accountId ?? 'any'}
            onChange={(value) => filter.change({ account: value === 'any' ? '' : value })}
            choices={[
              { value: 'any', label: find.anyAccount },
              ...accounts.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        )}
        <Select
          label={find.fund}
          value={filter.fund ?? 'any'}
          onChange={(value) => filter.change({ fund: value === 'any' ? '' : value })}
          choices={[{ value: 'any', label: find.anyFund }, ...fundChoices]}
        />
        {categories.length === 0 ? null : (
          <Select
            label={find.category}
            value={filter.categoryId ?? 'any'}
            onChange={(value) => filter.change({ category: value === 'any' ? '' : value })}
            choices={[{ value: 'any', label: find.anyCategory }, ...categories]}
          />
        )}
      </div>
    </>
  );
}

function LinesTable(props: {
  readonly found: Found;
  readonly offset: number;
  readonly onOffset: (offset: string) => void;
}) {
  const { found, offset } = props;
  const { lines, total } = found;
  const names = useNames();
  const own = lineNames(lines);
  const accounts = useAccounts() ?? [];
  const accountOf = new Map(accounts.map((one) => [one.id, one]));
  const left = total - offset - lines.length;
  const what = (line: BankLine): string =>
    line.explained ? partsWords(line.explanations, names) : words.notYet;
  const notes = (line: BankLine): string =>
    line.explanations
      .map((part) => part.note)
      .filter(Boolean)
      .join(' · ');
  const whole = lines.length === total;
  return (
    <>
      <Table
        caption={whole ? find.found(total) : find.some(offset + 1, offset + lines.length, total)}
        rows={lines}
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
                {line.byHand === true && accountOf.get(line.accountId)?.kind !== 'cash' ? (
                  <Tag tone={line.shown === true ? 'plain' : 'note'}>
                    {line.shown === true ? find.shown : find.byHand}
                  </Tag>
                ) : null}
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
          ...(accounts.length < 2
            ? []
            : [
                {
                  id: 'account',
                  heading: find.account,
                  text: (line: BankLine) => accountOf.get(line.accountId)?.name ?? '',
                  cell: (line: BankLine) => accountOf.get(line.accountId)?.name ?? '',
                },
              ]),
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
            total: formatPounds(pence(found.moneyIn - found.moneyOut)),
          },
        ]}
      />
      {whole ? null : (
        <div className="button-row">
          {offset === 0 ? null : (
            <Button onPress={() => props.onOffset(offset <= AT_ONCE ? '' : String(offset - AT_ONCE))}>
              {find.before}
            </Button>
          )}
          {left <= 0 ? null : (
            <Button onPress={() => props.onOffset(String(offset + lines.length))}>
              {find.next(Math.min(left, AT_ONCE))}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
