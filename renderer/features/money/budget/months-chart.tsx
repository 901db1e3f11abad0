import type { BudgetForecast } from '@shared/api/budget';
import { formatDay } from '@shared/dates';
import { formatPounds, type Pence } from '@shared/money';
import { type ChartPoint, LineChart } from '../../../components/line-chart';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { ahead as words } from '../../../text/budget';
import { money } from '../../../text/money';
import { ExplainedAmount } from '../explained-amount';
import { monthOf, wholePounds } from './month-names';

/** What will be left month by month as a picture, with its table one key away. */
export function MonthsChart({ forecast }: { readonly forecast: BudgetForecast }) {
  const { months } = forecast;
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const limit = months.find((month) => month.limit !== null)?.limit ?? null;
  const firstOver = months.find((month) => month.over > 0);
  const points = months.map((month): ChartPoint => {
    const name = monthOf(month.from);
    return {
      label: name.short,
      name: name.long,
      pence: month.closing,
      ...(month === firstOver ? { mark: money.over(name.name, wholePounds(month.over)) } : {}),
    };
  });
  const summary = [
    words.chartSummary(
      monthOf(first.from).long,
      formatPounds(first.closing),
      monthOf(last.from).long,
      formatPounds(last.closing),
    ),
    limit === null ? '' : `${words.limit(formatPounds(limit))}.`,
    firstOver === undefined ? '' : money.yearOver(monthOf(firstOver.from).long, formatPounds(firstOver.over)),
  ];
  return (
    <LineChart
      caption={words.chart}
      summary={summary.filter(Boolean).join(' ')}
      points={points}
      limit={limit === null ? undefined : { pence: limit, label: words.limit(wholePounds(limit)) }}
      nameHeading={words.month}
      valueHeading={words.closing}
    />
  );
}

/** The first day the money runs short, and the first day some could be asked back. */
export function InSight({ forecast }: { readonly forecast: BudgetForecast }) {
  const { surplus, firstShort, agreementId } = forecast;
  return (
    <>
      {firstShort === null ? null : (
        <Notice
          tone="attention"
          title={words.shortTitle}
          action={<LinkButton to={`/money/what-if/${agreementId}`}>{words.shortDo}</LinkButton>}
        >
          <p>{words.short(formatDay(firstShort.day), formatPounds(firstShort.short))}</p>
        </Notice>
      )}
      <Surplus surplus={surplus} agreementId={agreementId} />
    </>
  );
}

function Surplus(props: { readonly surplus: BudgetForecast['surplus']; readonly agreementId: string }) {
  const { surplus, agreementId } = props;
  const { code, limit, onDay, amount, explanation } = surplus;
  if (code === 'surplus.no-rule') return <p className="quiet">{words.surplusNoRule}</p>;
  if (code === 'surplus.hours') return <p className="quiet">{words.surplusHours}</p>;
  if (code === 'surplus.none' || explanation === null)
    return limit === null ? null : <p className="quiet">{words.surplusNone(formatPounds(limit))}</p>;
  return (
    <Notice
      tone="attention"
      title={onDay === null ? words.surplusNow : words.surplusTitle(formatDay(onDay))}
      action={<LinkButton to={`/money/left/${agreementId}`}>{words.surplusMore}</LinkButton>}
    >
      <p>
        {money.surplusFigure}: <Figure amount={amount} explanation={explanation} />.
        {limit === null ? null : ` ${money.surplusBody(formatPounds(limit))}`}
      </p>
    </Notice>
  );
}

function Figure(props: {
  readonly amount: Pence;
  readonly explanation: NonNullable<BudgetForecast['surplus']['explanation']>;
}) {
  return (
    <ExplainedAmount
      id="money-surplus"
      amount={props.amount}
      what={money.surplusFigure}
      explanation={props.explanation}
    />
  );
}
