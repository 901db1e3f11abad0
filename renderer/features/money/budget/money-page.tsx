import type { BudgetView } from '@shared/api/budget';
import { formatDay } from '@shared/dates';
import { formatPounds, negatePence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Landmark } from 'lucide-react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { MoneyBar } from '../../../components/money-bar';
import { More } from '../../../components/more';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { ahead, moreOfBudget } from '../../../text/budget';
import { common } from '../../../text/common';
import { moreOfLedger } from '../../../text/ledger';
import { moneyParts, money as words } from '../../../text/money';
import { ExplainedAmount } from '../explained-amount';
import { NeedsALook } from '../matching/needs-a-look';
import { useRecord } from '../use-money';
import { FundsSection, PlacesSection } from './funds-section';
import { InSight, MonthsChart } from './months-chart';
import { chosenAgreement } from './use-agreement';

/** The first page of Money: what is really yours and whose it is, the months ahead, and what needs a look. */
export function MoneyPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.budget.view.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  if (view === undefined) {
    return (
      <Page title={words.place}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  }
  if (view.accounts.length === 0) return <Nothing hasAccount={false} />;
  const nothingIn = view.accounts.every((account) => account.asOf === null);
  if (nothingIn && view.held === 0) return <Nothing hasAccount />;
  // The newest day a bank told of; each account below says how far it goes.
  const asOf = view.accounts
    .flatMap((account) => (account.kind === 'cash' || account.asOf === null ? [] : [account.asOf]))
    .sort()
    .at(-1);
  const title =
    view.reallyYours < 0
      ? words.short(formatPounds(negatePence(view.reallyYours)))
      : words.yours(formatPounds(view.reallyYours));
  return (
    <Page
      title={title}
      sub={asOf === undefined ? words.bankNever : words.bankOn(formatPounds(view.held), formatDay(asOf))}
    >
      <Bar view={view} />
      <div className="actions">
        <LinkButton kind="primary" to="/money/bring-in" icon={FileUp}>
          {words.bringIn}
        </LinkButton>
      </div>
      <More>
        <FundsSection view={view} />
        <PlacesSection view={view} />
        <Ahead />
      </More>
      <NeedsALook most={4} />
      <More>
        <Links />
      </More>
    </Page>
  );
}

function Nothing({ hasAccount }: { readonly hasAccount: boolean }) {
  return (
    <Page title={words.place}>
      <EmptyState
        icon={Landmark}
        title={words.emptyTitle}
        actions={
          hasAccount ? (
            <LinkButton kind="primary" to="/money/bring-in" icon={FileUp}>
              {words.bringIn}
            </LinkButton>
          ) : (
            <LinkButton kind="primary" to="/settings/accounts/new">
              {words.addAccount}
            </LinkButton>
          )
        }
      >
        {hasAccount ? words.emptyBody : words.needAccount}
      </EmptyState>
      <Links />
    </Page>
  );
}

function Bar({ view }: { readonly view: BudgetView }) {
  const shown = view.parts.filter((part) => part.code === 'really-yours' || part.amount !== 0);
  return (
    <MoneyBar
      label={words.barLabel}
      parts={shown.map((part) => ({
        id: part.code,
        label: moneyParts[part.code],
        pence: part.amount,
        yours: part.code === 'really-yours',
        value: (
          <ExplainedAmount
            id={`money-${part.code}`}
            amount={part.amount}
            what={moneyParts[part.code]}
            explanation={part.explanation}
          />
        ),
      }))}
    />
  );
}

/** The months ahead of the agreement that goes on longest; the others are a page away. */
function Ahead() {
  const householdId = useHouseholdId();
  const record = useRecord();
  const agreementId = record === undefined ? undefined : chosenAgreement(record, undefined)?.id;
  const forecast = useQuery({
    ...api.budget.forecast.queryOptions({ input: { householdId, agreementId: agreementId ?? '-' } }),
    enabled: agreementId !== undefined,
    throwOnError: true,
  }).data;
  if (forecast === undefined || forecast.months.length === 0) return null;
  return (
    <section className="section" aria-labelledby="money-year">
      <h2 id="money-year">{ahead.title}</h2>
      <MonthsChart forecast={forecast} />
      <InSight forecast={forecast} />
    </section>
  );
}

const LINKS = [
  ['lines', '/money/lines'],
  ['receipts', '/money/receipts'],
  ['statements', '/money/statements'],
  ['spend', '/money/spend'],
  ['payments', '/money/payments'],
  ['owed', '/money/owed'],
] as const;

function Links() {
  const all = [
    ...moreOfBudget,
    ...moreOfLedger,
    ...LINKS.map(([key, to]) => ({ to, name: words.links[key][0], note: words.links[key][1] })),
  ];
  return (
    <section className="section" aria-labelledby="money-more">
      <h2 id="money-more">{words.more}</h2>
      <ul className="money-links">
        {all.map((one) => (
          <li key={one.to}>
            <Link to={one.to}>{one.name}</Link>
            <span className="quiet">{one.note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
