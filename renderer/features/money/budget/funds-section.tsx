import type { BudgetFund, BudgetView } from '@shared/api/budget';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { Table } from '../../../components/table';
import { funds as words } from '../../../text/budget';
import { ExplainedAmount } from '../explained-amount';

const nameOf = (fund: BudgetFund): string =>
  fund.kind === 'agreement' ? fund.name : fund.kind === 'own' ? words.own : words.notSorted;

function noteOf(fund: BudgetFund): string | undefined {
  if (fund.kind === 'own') return words.ownNote;
  if (fund.kind === 'not-sorted') return words.notSortedNote;
  return fund.contribution === null || fund.contribution === 0
    ? undefined
    : words.contribution(formatPounds(fund.contribution));
}

/** Whose money it is: each agreement with the client's part kept apart, own money, and what is not explained yet. */
export function FundsSection({ view }: { readonly view: BudgetView }) {
  const several = view.funds.length > 1 || view.funds.some((fund) => (fund.contribution ?? 0) !== 0);
  if (!several) return null;
  return (
    <section className="section" aria-labelledby="money-funds">
      <h2 id="money-funds">{words.title}</h2>
      <Table
        caption={words.caption}
        hideCaption
        rows={view.funds}
        rowKey={(fund) => fund.agreementId ?? fund.kind}
        tools={false}
        least={38}
        totalLabel={words.total}
        columns={[
          {
            id: 'fund',
            heading: words.fund,
            isName: true,
            cell: (fund) => {
              const note = noteOf(fund);
              return (
                <span className="money-words">
                  {nameOf(fund)}
                  {note === undefined ? null : <small className="quiet">{note}</small>}
                </span>
              );
            },
            text: nameOf,
          },
          {
            id: 'balance',
            heading: words.balance,
            kind: 'figure',
            cell: (fund) => formatPounds(fund.balance),
            total: formatPounds(view.held),
          },
          {
            id: 'promised',
            heading: words.promised,
            kind: 'figure',
            cell: (fund) => formatPounds(fund.promised),
            total: formatPounds(view.promised),
          },
          {
            id: 'yours',
            heading: words.yours,
            kind: 'figure',
            cell: (fund) =>
              fund.explanation === null ? (
                formatPounds(fund.reallyYours)
              ) : (
                <ExplainedAmount
                  id={`fund-${fund.agreementId ?? fund.kind}`}
                  amount={fund.reallyYours}
                  what={`${words.yours}, ${nameOf(fund)}`}
                  explanation={fund.explanation}
                />
              ),
            text: (fund) => formatPounds(fund.reallyYours),
            total: formatPounds(view.reallyYours),
          },
        ]}
      />
    </section>
  );
}

type Place = {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly amount: BudgetView['held'];
};

/** Where the money is: each account, card and cash, and what is under way. */
export function PlacesSection({ view }: { readonly view: BudgetView }) {
  const places: Place[] = [
    ...view.accounts.map((one) => ({
      id: one.id,
      name: one.name,
      note: one.asOf === null ? '' : words.upTo(formatDay(one.asOf)),
      amount: one.balance,
    })),
    ...view.underWay.map((one) => ({
      id: one.code,
      name: words.underWay[one.code],
      note: '',
      amount: one.amount,
    })),
  ];
  if (places.length < 2) return null;
  return (
    <section className="section" aria-labelledby="money-places">
      <h2 id="money-places">{words.accounts}</h2>
      <Table
        caption={words.accountsCaption}
        hideCaption
        rows={places}
        rowKey={(one) => one.id}
        tools={false}
        least={20}
        totalLabel={words.total}
        columns={[
          {
            id: 'account',
            heading: words.account,
            isName: true,
            cell: (one) => (
              <span className="money-words">
                {one.name}
                {one.note === '' ? null : <small className="quiet">{one.note}</small>}
              </span>
            ),
            text: (one) => one.name,
          },
          {
            id: 'amount',
            heading: words.balance,
            kind: 'figure',
            cell: (one) => formatPounds(one.amount),
            total: formatPounds(view.held),
          },
        ]}
      />
    </section>
  );
}
