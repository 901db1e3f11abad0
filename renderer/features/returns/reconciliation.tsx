import type { ReturnAccountView, ReturnFundView, ReturnView } from '@shared/api/returns';
import { formatPounds, negatePence, type Pence, pence, sumPence } from '@shared/money';
import { Link } from 'react-router';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { expectedWords, itemWords, reconciliation as words } from '../../text/return-pages';
import { dayAndMonth } from '../../text/returns';
import { lineHome } from './line-home';

type Row = {
  readonly id: string;
  readonly label: string;
  readonly amount: Pence;
  readonly to?: string | undefined;
  readonly strong?: boolean;
};

/** The rows of one account's column, from what was there to what its statement should say. */
export function columnOf(account: ReturnAccountView, from: string, to: string): readonly Row[] {
  const { id, opening, moneyIn, moneyOut, transfers, closing, items, expected } = account;
  const all: (Row | undefined)[] = [
    { id: 'opening', label: words.opening(dayAndMonth(from)), amount: opening },
    { id: 'in', label: words.in, amount: moneyIn },
    { id: 'out', label: words.out, amount: negatePence(moneyOut) },
    transfers === 0
      ? undefined
      : { id: 'moved', label: transfers > 0 ? words.movedIn : words.movedOut, amount: transfers },
    { id: 'closing', label: words.closing(dayAndMonth(to)), amount: closing, strong: true },
    ...items.map((item, at) => ({
      id: `item-${at}`,
      label: itemWords(item),
      // What the record has more is not on the statement: it comes off.
      amount: negatePence(item.amount),
      to: item.lineId === null ? undefined : lineHome(item.lineId),
    })),
    items.length === 0
      ? undefined
      : { id: 'expected', label: expectedWords(account), amount: expected, strong: true },
    account.statementClosing === null
      ? undefined
      : { id: 'statement', label: words.statement, amount: account.statementClosing },
  ];
  return all.flatMap((row) => (row === undefined ? [] : [{ ...row, id: `${id}-${row.id}` }]));
}

function Column({ account, view }: { readonly account: ReturnAccountView; readonly view: ReturnView }) {
  return (
    <div className="returns-column">
      <Table
        caption={words.caption(account.name)}
        rows={columnOf(account, view.from, view.to)}
        rowKey={(row) => row.id}
        tools={false}
        least={0}
        isStrong={(row) => row.strong === true}
        columns={[
          {
            id: 'line',
            heading: words.line,
            isName: true,
            cell: (row) => (row.to === undefined ? row.label : <Link to={row.to}>{row.label}</Link>),
          },
          {
            id: 'amount',
            heading: words.amount,
            kind: 'figure',
            cell: (row) => formatPounds(row.amount),
          },
        ]}
      />
      <Agrees account={account} />
    </div>
  );
}

function Agrees({ account }: { readonly account: ReturnAccountView }) {
  const { kind, difference, name } = account;
  return (
    <p className="returns-agrees">
      {difference === null ? (
        kind === 'cash' ? (
          <span className="quiet">{words.cash}</span>
        ) : (
          <Tag tone="attention">{words.noStatement}</Tag>
        )
      ) : difference === 0 ? (
        <Tag tone="done">{words.agrees}</Tag>
      ) : (
        <Tag tone="wrong">{words.differs(formatPounds(pence(Math.abs(difference))))}</Tag>
      )}
      <span className="visually-hidden">{name}</span>
    </p>
  );
}

/** Each account as one column of figures that can be followed with a finger, and the same money by whose it is. */
export function Reconciliation({ view }: { readonly view: ReturnView }) {
  const { accounts, funds } = view;
  if (accounts.length === 0) return null;
  return (
    <section className="section" aria-labelledby="to-the-bank">
      <h2 id="to-the-bank">{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      <div className="returns-columns">
        {accounts.map((account) => (
          <Column key={account.id} account={account} view={view} />
        ))}
      </div>
      {funds.length > 1 ? <Funds funds={funds} /> : null}
    </section>
  );
}

function Funds({ funds }: { readonly funds: readonly ReturnFundView[] }) {
  const withMoves = funds.some((fund) => fund.transfers !== 0);
  const total = (of: (fund: ReturnFundView) => Pence) => formatPounds(sumPence(funds.map(of)));
  const column = (id: string, heading: string, of: (fund: ReturnFundView) => Pence) => ({
    id,
    heading,
    kind: 'figure' as const,
    cell: (fund: ReturnFundView) => formatPounds(of(fund)),
    total: total(of),
    totalText: total(of),
  });
  return (
    <div className="returns-funds">
      <h3>{words.funds}</h3>
      <p className="quiet">{words.fundsLead}</p>
      <Table
        caption={words.fundsCaption}
        hideCaption
        rows={funds}
        rowKey={(fund) => fund.id ?? fund.part}
        tools={false}
        least={38}
        totalLabel={words.whole}
        columns={[
          { id: 'fund', heading: words.fund, isName: true, cell: (fund) => fund.name },
          column('opening', words.fundOpening, (fund) => fund.opening),
          column('in', words.in, (fund) => fund.moneyIn),
          column('out', words.out, (fund) => negatePence(fund.moneyOut)),
          ...(withMoves ? [column('moved', words.fundMoved, (fund) => fund.transfers)] : []),
          column('closing', words.fundClosing, (fund) => fund.closing),
        ]}
      />
    </div>
  );
}
