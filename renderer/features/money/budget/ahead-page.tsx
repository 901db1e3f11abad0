import type { BudgetForecast, BudgetMonth } from '@shared/api/budget';
import type { HouseholdRecord } from '@shared/api/household';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { forecastNote, ahead as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { monthOf } from './month-names';
import { InSight, MonthsChart } from './months-chart';
import { AgreementChoice, AgreementPage } from './use-agreement';

/** The money of one agreement month by month to its end: picture, what comes, what goes, and what pay is made of. */
export function AheadPage() {
  return (
    <AgreementPage title={words.title}>
      {(agreement, record) => <Ahead key={agreement.id} agreementId={agreement.id} record={record} />}
    </AgreementPage>
  );
}

function Ahead({ agreementId, record }: { readonly agreementId: string; readonly record: HouseholdRecord }) {
  const householdId = useHouseholdId();
  const forecast = useQuery({
    ...api.budget.forecast.queryOptions({ input: { householdId, agreementId } }),
    throwOnError: true,
  }).data;
  return (
    <Page
      title={words.title}
      sub={
        forecast === undefined
          ? undefined
          : words.sub(forecast.name, formatPounds(forecast.balance), formatDay(forecast.today))
      }
      backTo="/money"
      backLabel={words.back}
    >
      <AgreementChoice record={record} agreementId={agreementId} to="/money/ahead" />
      {forecast === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <Shown forecast={forecast} />}
    </Page>
  );
}

const nameOf = (month: BudgetMonth): string => monthOf(month.from).long;
const payOf = ({ flows }: BudgetMonth): number =>
  flows.wages + flows.insurance + flows.pension + flows.holiday;

function Shown({ forecast }: { readonly forecast: BudgetForecast }) {
  const { months, notes } = forecast;
  const promised = months.reduce((sum, month) => sum + month.flows.promised, 0);
  return (
    <>
      <MonthsChart forecast={forecast} />
      <InSight forecast={forecast} />
      <section className="section" aria-labelledby="ahead-how">
        <h2 id="ahead-how">{words.howTitle}</h2>
        <ul className="money-notes">
          {[
            ...words.how,
            ...(promised === 0 ? [] : [words.promised(formatPounds(pence(promised)))]),
            ...(forecast.ends ? [words.goesTo(formatDay(forecast.to))] : []),
            ...notes.map(forecastNote),
          ].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="ahead-months">
        <h2 id="ahead-months">{words.table}</h2>
        <Months months={months} />
      </section>
      <section className="section" aria-labelledby="ahead-pay">
        <h2 id="ahead-pay">{words.pay}</h2>
        <Pay months={months} />
      </section>
    </>
  );
}

function Months({ months }: { readonly months: readonly BudgetMonth[] }) {
  const hasOver = months.some((month) => month.over > 0);
  const figure = (id: string, heading: string, of: (month: BudgetMonth) => number) => ({
    id,
    heading,
    kind: 'figure' as const,
    cell: (month: BudgetMonth) => formatPounds(pence(of(month))),
  });
  return (
    <Table
      caption={words.table}
      hideCaption
      rows={months}
      rowKey={(month) => month.from}
      least={44}
      columns={[
        { id: 'month', heading: words.month, isName: true, cell: nameOf },
        figure('opening', words.opening, (month) => month.opening),
        figure('in', words.cameIn, (month) => month.cameIn),
        figure('pay', words.payAll, payOf),
        figure('others', words.others, (month) => month.wentOut - payOf(month)),
        figure('closing', words.closing, (month) => month.closing),
        ...(hasOver ? [figure('over', words.over, (month) => month.over)] : []),
      ]}
    />
  );
}

function Pay({ months }: { readonly months: readonly BudgetMonth[] }) {
  const figure = (id: string, heading: string, of: (month: BudgetMonth) => number) => ({
    id,
    heading,
    kind: 'figure' as const,
    cell: (month: BudgetMonth) => formatPounds(pence(of(month))),
    total: formatPounds(pence(months.reduce((sum, month) => sum + of(month), 0))),
  });
  return (
    <Table
      caption={words.pay}
      hideCaption
      rows={months}
      rowKey={(month) => month.from}
      least={44}
      totalLabel={common.total}
      columns={[
        { id: 'month', heading: words.month, isName: true, cell: nameOf },
        figure('wages', words.wages, (month) => month.flows.wages),
        figure('insurance', words.insurance, (month) => month.flows.insurance),
        figure('pension', words.pension, (month) => month.flows.pension),
        figure('holiday', words.holiday, (month) => month.flows.holiday),
        figure('all', words.payAll, payOf),
      ]}
    />
  );
}
