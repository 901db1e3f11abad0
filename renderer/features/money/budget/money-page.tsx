import type { MoneyOverview } from '@shared/api/money';
import { formatDay, isIsoDay, monthName, partsOf } from '@shared/dates';
import { formatPounds, negatePence, type Pence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Landmark } from 'lucide-react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { type ChartPoint, LineChart } from '../../../components/line-chart';
import { LinkButton } from '../../../components/link-button';
import { MoneyBar } from '../../../components/money-bar';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { moneyParts, money as words } from '../../../text/money';
import { ExplainedAmount } from '../explained-amount';
import { NeedsALook } from '../matching/needs-a-look';

const whole = (amount: Pence): string => formatPounds(amount).replace('.00', '');

/** The first page of Money: what is really yours, the next twelve months, and what needs a look. */
export function MoneyPage() {
  const householdId = useHouseholdId();
  const overview = useQuery({
    ...api.money.overview.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  if (overview === undefined) {
    return (
      <Page title={words.place}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  }
  if (overview.accounts.length === 0) return <Nothing hasAccount={false} />;
  const nothingIn = overview.accounts.every((account) => account.lastStatementTo === null);
  if (nothingIn && overview.bank === 0) return <Nothing hasAccount />;
  const title =
    overview.reallyYours < 0
      ? words.short(formatPounds(negatePence(overview.reallyYours)))
      : words.yours(formatPounds(overview.reallyYours));
  return (
    <Page
      title={title}
      sub={
        overview.bankAsOf === null
          ? words.bankNever
          : words.bankOn(formatPounds(overview.bank), formatDay(overview.bankAsOf))
      }
    >
      <Bar overview={overview} />
      <div className="actions">
        <LinkButton kind="primary" to="/money/bring-in" icon={FileUp}>
          {words.bringIn}
        </LinkButton>
      </div>
      <Year overview={overview} />
      <NeedsALook />
      <Links />
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

function Bar({ overview }: { readonly overview: MoneyOverview }) {
  const shown = overview.parts.filter(
    (part) => part.code === 'really-yours' || part.amount !== 0 || part.code !== 'earmarks',
  );
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

/** `2026-12` or a day of it, in words. */
function monthOf(text: string): { readonly short: string; readonly long: string; readonly name: string } {
  const day = text.length === 7 ? `${text}-01` : text;
  if (!isIsoDay(day)) return { short: text, long: text, name: text };
  const { year, month } = partsOf(day);
  const name = monthName(month);
  return { short: name.slice(0, 3), long: `${name} ${year}`, name };
}

function Year({ overview }: { readonly overview: MoneyOverview }) {
  const { forecast, surplus } = overview;
  const first = forecast[0];
  const last = forecast[forecast.length - 1];
  if (first === undefined || last === undefined) return null;
  const limit = forecast.find((month) => month.limit !== null)?.limit ?? null;
  const firstOver = forecast.find((month) => month.over > 0);
  const points = forecast.map((month): ChartPoint => {
    const name = monthOf(month.month);
    return {
      label: name.short,
      name: name.long,
      pence: month.reallyYours,
      ...(month === firstOver ? { mark: words.over(name.name, whole(month.over)) } : {}),
    };
  });
  const summary = [
    words.yearSummary(
      monthOf(first.month).long,
      formatPounds(first.reallyYours),
      monthOf(last.month).long,
      formatPounds(last.reallyYours),
    ),
    limit === null ? '' : `${words.limit(formatPounds(limit))}.`,
    firstOver === undefined
      ? ''
      : words.yearOver(monthOf(firstOver.month).long, formatPounds(firstOver.over)),
  ];
  return (
    <section className="section" aria-labelledby="money-year">
      <h2 id="money-year">{words.year}</h2>
      <LineChart
        caption={words.yearCaption}
        summary={summary.filter(Boolean).join(' ')}
        points={points}
        limit={limit === null ? undefined : { pence: limit, label: words.limit(whole(limit)) }}
        nameHeading={words.month}
        valueHeading={words.inAccount}
      />
      {surplus !== null && surplus.amount <= 0 && surplus.limit !== null ? (
        <p className="quiet">{words.surplusNone(formatPounds(surplus.limit))}</p>
      ) : null}
      {surplus === null || surplus.amount <= 0 ? null : (
        <Notice
          tone="attention"
          title={surplus.onDay === null ? words.surplusNow : words.surplusSoon(formatDay(surplus.onDay))}
        >
          <p>
            {words.surplusFigure}:{' '}
            <ExplainedAmount
              id="money-surplus"
              amount={surplus.amount}
              what={words.surplusFigure}
              explanation={surplus.explanation}
            />
            . {surplus.limit === null ? null : words.surplusBody(formatPounds(surplus.limit))}
          </p>
        </Notice>
      )}
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
  return (
    <section className="section" aria-labelledby="money-more">
      <h2 id="money-more">{words.more}</h2>
      <ul className="money-links">
        {LINKS.map(([key, to]) => (
          <li key={key}>
            <Link to={to}>{words.links[key][0]}</Link>
            <span className="quiet">{words.links[key][1]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
