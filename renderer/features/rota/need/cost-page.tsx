import type { CostWeek, NeedBalances, NeedCost } from '@shared/api/need';
import { formatShortDay } from '@shared/dates';
import { formatPounds, negatePence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ExplainableFigure, ExplainPanel, type ExplainStep } from '../../../components/explain-panel';
import { FigureRow } from '../../../components/figure-row';
import { LineChart } from '../../../components/line-chart';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { hoursAndNights, namesTogether, costWords as words } from '../../../text/need';
import { rotaPath } from '../paths';
import { needPath } from './need-paths';

/** The table begins with so many weeks. */
const FEW_WEEKS = 13;

/** What the rota costs week by week to the end of the agreement, beside what the plan pays. */
export function CostPage() {
  const householdId = useHouseholdId();
  const cost = useQuery({
    ...api.need.cost.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  // What there is to spend asks all of the money: it comes after, and nothing waits for it.
  const balances = useQuery({
    ...api.need.balances.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page
      title={words.title}
      sub={cost === undefined ? undefined : words.sub(cost.to)}
      backTo={needPath.view()}
      backLabel={words.back}
      panelOver
    >
      {cost === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : cost.whole.cost === 0 && cost.whole.complete ? (
        <EmptyState
          title={words.nothing}
          actions={
            <LinkButton kind="primary" to={rotaPath.patterns}>
              {words.nothingDo}
            </LinkButton>
          }
        >
          {words.nothingBody}
        </EmptyState>
      ) : (
        <Forecast cost={cost} balances={balances} />
      )}
    </Page>
  );
}

type Known = { readonly cost: NeedCost; readonly balances: NeedBalances | undefined };

function Forecast({ cost, balances }: Known) {
  const { whole, weeks } = cost;
  const labels = words.figures;
  const first = weeks[0];
  const last = weeks.at(-1);
  return (
    <>
      <section aria-label={labels.label}>
        <FigureRow
          figures={[
            { label: labels.pays, value: formatPounds(whole.pays) },
            {
              label: labels.cost,
              value: (
                <ExplainableFigure
                  id="need-cost-whole"
                  text={formatPounds(whole.cost)}
                  what={words.whatCost}
                  panel={() => <WholePanel cost={cost} />}
                />
              ),
              note: whole.complete ? undefined : words.incomplete,
            },
            whole.left < 0
              ? { label: labels.over, value: formatPounds(negatePence(whole.left)) }
              : {
                  label: labels.left,
                  value: formatPounds(whole.left),
                  yours: true,
                  note: whole.complete ? undefined : words.lessLeft,
                },
          ]}
        />
      </section>
      <Standing cost={cost} balances={balances} />
      {first === undefined || last === undefined ? null : (
        <section className="section" aria-labelledby="need-cost-chart">
          <h2 id="need-cost-chart">{words.chart}</h2>
          <LineChart
            caption={words.chart}
            summary={words.chartSummary(formatPounds(first.leftSoFar), formatPounds(last.leftSoFar))}
            nameHeading={words.week}
            valueHeading={words.table.leftSoFar}
            points={weeks.map((week) => ({
              label: formatShortDay(week.from),
              name: nameOf(week),
              pence: week.leftSoFar,
              mark: cost.firstOver?.monday === week.monday ? words.chartMark(cost.firstOver.over) : undefined,
            }))}
          />
        </section>
      )}
      <section className="section">
        <Weeks cost={cost} balances={balances} />
      </section>
      {cost.ends.length < 2 ? null : (
        <section className="section" aria-labelledby="need-cost-ends">
          <h2 id="need-cost-ends">{words.ends}</h2>
          <ul>
            {cost.ends.map((end) => (
              <li key={end.agreementId}>
                {words.endsLine(end.name, end.to)}: {words.endsLeft(end.left)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {cost.otherCosts.length === 0 ? null : (
        <section className="section" aria-labelledby="need-cost-other">
          <h2 id="need-cost-other">{words.others}</h2>
          <ul>
            {cost.otherCosts.map((one, index) => (
              <li key={`${one.day} ${one.name} ${index}`}>
                {words.otherLine(one.name, one.day, one.amount)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** How it stands, in a sentence: whether the plan pays for it, from when not, and what is missing in the sum. */
function Standing({ cost, balances }: Known) {
  const { whole, firstOver, ratesUnknownFrom, withoutRate } = cost;
  const runsOut = balances?.runsOut ?? null;
  return (
    <section className="section stack" aria-label={words.standing}>
      {cost.ends.length === 0 ? (
        <Notice
          tone="attention"
          title={words.noAgreement}
          action={<LinkButton to="/settings/agreements/new">{words.addAgreement}</LinkButton>}
        >
          <p>{words.noAgreementBody}</p>
        </Notice>
      ) : firstOver !== null && whole.left >= 0 ? (
        <Notice title={words.overForATimeTitle}>
          <p>{words.over(firstOver.monday, firstOver.over)}</p>
          <p>{words.fine(whole.left)}</p>
        </Notice>
      ) : firstOver !== null ? (
        <Notice tone="attention" title={words.overTitle}>
          <p>{words.over(firstOver.monday, firstOver.over)}</p>
          <p>{words.overDo}</p>
        </Notice>
      ) : (
        <Notice tone="done" title={words.fineTitle}>
          <p>{words.fine(whole.left)}</p>
        </Notice>
      )}
      {runsOut === null ? null : (
        <Notice tone="attention" title={words.outTitle}>
          <p>{words.out(runsOut.monday, runsOut.short)}</p>
        </Notice>
      )}
      {withoutRate.length === 0 ? null : (
        <Notice tone="attention" title={words.noRate(namesTogether(withoutRate.map((one) => one.name)))}>
          <p>{words.noRateBody}</p>
        </Notice>
      )}
      {ratesUnknownFrom === null ? null : (
        <Notice title={words.ratesTitle(ratesUnknownFrom)}>
          <p>{words.ratesBody}</p>
        </Notice>
      )}
    </section>
  );
}

const isWhole = (week: CostWeek): boolean => week.parts !== null;
const nameOf = (week: CostWeek): string =>
  isWhole(week) ? words.weekOf(week.monday) : words.partOf(week.from, week.to);

/** The same in a sentence. */
const saidOf = (week: CostWeek): string =>
  isWhole(week) ? words.theWeekOf(week.monday) : words.partOf(week.from, week.to);

function Weeks({ cost, balances }: Known) {
  const [all, setAll] = useState(false);
  const labels = words.table;
  const shown = all ? cost.weeks : cost.weeks.slice(0, FEW_WEEKS);
  return (
    <>
      <Table<CostWeek>
        caption={labels.caption}
        rows={shown}
        rowKey={(week) => week.from}
        compact
        columns={[
          { id: 'week', heading: labels.week, cell: nameOf, isName: true },
          {
            id: 'cost',
            heading: labels.cost,
            kind: 'figure',
            text: (week) => formatPounds(week.cost),
            cell: (week) => (
              <ExplainableFigure
                id={`need-cost-${week.from}`}
                text={formatPounds(week.cost)}
                what={words.explainWhat(saidOf(week))}
                panel={() => <WeekPanel week={week} cost={cost} />}
              />
            ),
          },
          { id: 'pays', heading: labels.pays, kind: 'figure', cell: (week) => formatPounds(week.pays) },
          {
            id: 'left',
            heading: labels.leftSoFar,
            kind: 'figure',
            cell: (week) => formatPounds(week.leftSoFar),
          },
          { id: 'in', heading: labels.paidIn, kind: 'figure', cell: (week) => formatPounds(week.paidIn) },
          {
            id: 'balance',
            heading: labels.balance,
            kind: 'figure',
            cell: (week) => {
              const found = balances?.weeks.find((one) => one.monday === week.monday);
              return found === undefined ? '' : formatPounds(found.balance);
            },
          },
        ]}
        isStrong={(week) => cost.firstOver?.monday === week.monday}
      />
      {shown.length === cost.weeks.length ? null : (
        <div className="need-apart">
          <Button onPress={() => setAll(true)}>{words.showAll(cost.weeks.length)}</Button>
        </div>
      )}
      {balances === undefined ? null : (
        <p className="quiet need-apart">{words.balanceNote(balances.start)}</p>
      )}
    </>
  );
}

function WeekPanel({ week, cost }: { readonly week: CostWeek; readonly cost: NeedCost }) {
  const { parts } = week;
  const onTop: readonly ExplainStep[] =
    parts === null
      ? [{ words: words.onTop, result: formatPounds(week.onCosts) }]
      : [
          {
            words: words.insurance,
            note: cost.employmentAllowance ? words.insuranceNone : words.insuranceNote,
            result: formatPounds(parts.insurance),
          },
          { words: words.pension, note: words.pensionNote, result: formatPounds(parts.pension) },
          { words: words.holiday, note: words.holidayNote, result: formatPounds(parts.holiday) },
        ];
  return (
    <ExplainPanel
      title={words.explain(saidOf(week))}
      rule={words.rule}
      steps={[
        {
          words: words.wages,
          note: hoursAndNights(week.minutes, week.sleepIns),
          result: formatPounds(week.wages),
        },
        ...onTop,
        ...(week.otherCosts === 0 ? [] : [{ words: words.other, result: formatPounds(week.otherCosts) }]),
        {
          words: words.together,
          note: week.complete ? undefined : words.incomplete,
          result: formatPounds(week.cost),
        },
      ]}
    />
  );
}

function WholePanel({ cost }: { readonly cost: NeedCost }) {
  const { whole } = cost;
  return (
    <ExplainPanel
      title={words.explain(words.allWeeks)}
      rule={words.rule}
      steps={[
        {
          words: words.wages,
          note: hoursAndNights(whole.minutes, whole.sleepIns),
          result: formatPounds(whole.wages),
        },
        { words: words.onTop, result: formatPounds(whole.onCosts) },
        ...(whole.otherCosts === 0 ? [] : [{ words: words.other, result: formatPounds(whole.otherCosts) }]),
        {
          words: words.together,
          note: whole.complete ? undefined : words.incomplete,
          result: formatPounds(whole.cost),
        },
      ]}
    />
  );
}
