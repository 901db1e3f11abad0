import type { YearView } from '@shared/api/year';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck, Users } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { type Column, Table } from '../../../components/table';
import { payYear as words, yearFigureNames } from '../../../text/pay-year';
import { PayAnswer } from '../pay-answer';
import { SaveFileButton } from '../save-file-button';
import { YearHmrc, YearParts } from './year-hmrc';
import { type FigureName, SumChecks, SumFigure, shownFigures } from './year-sums';

type Worker = YearView['workers'][number];

/** A household’s tax year: each PA’s totals, what HMRC is owed, pension, sick and family pay, and its end. */
export function YearPage() {
  const householdId = useHouseholdId();
  const { taxYear } = useParams();
  const query = useQuery(api.year.view.queryOptions({ input: { householdId, taxYear: taxYear ?? null } }));
  return (
    <PayAnswer query={query} title={words.title}>
      {(year) => (
        <Page
          title={words.title}
          sub={words.sub(year.taxYear, year.from, year.to)}
          panelOver
          backTo="/pay"
          backLabel={words.back}
        >
          <Years year={year} />
          {year.workers.length === 0 ? (
            <EmptyState
              icon={Users}
              title={words.none}
              actions={
                <LinkButton kind="primary" to="/pay">
                  {words.noneAction}
                </LinkButton>
              }
            >
              {words.noneBody}
            </EmptyState>
          ) : (
            <Whole year={year} householdId={householdId} />
          )}
        </Page>
      )}
    </PayAnswer>
  );
}

function Years({ year }: { readonly year: YearView }) {
  if (year.years.length < 2) return null;
  return (
    <nav aria-label={words.years} className="pay-years">
      {year.years.map((one) => (
        <Link key={one} to={`/pay/year/${one}`} aria-current={one === year.taxYear ? 'page' : undefined}>
          {words.year(one)}
        </Link>
      ))}
    </nav>
  );
}

function Whole({ year, householdId }: { readonly year: YearView; readonly householdId: string }) {
  const { taxYear } = year;
  return (
    <>
      <People year={year} />
      <SumChecks checks={year.checks} />
      <div className="pay-buttons">
        <SaveFileButton make={() => client.year.csv({ householdId, taxYear })}>{words.csv}</SaveFileButton>
      </div>
      <section className="section" aria-labelledby="year-hmrc">
        <h2 id="year-hmrc">{words.hmrc}</h2>
        <YearHmrc year={year} />
      </section>
      <YearParts year={year} />
      <Notice
        tone="note"
        title={words.endTitle}
        action={
          <LinkButton icon={CalendarCheck} to={`/pay/year/${taxYear}/end`}>
            {words.end}
          </LinkButton>
        }
      >
        <p>{words.endBody}</p>
      </Notice>
    </>
  );
}

function People({ year }: { readonly year: YearView }) {
  const names = shownFigures(year.workers.map((one) => one.total));
  const columns: Column<Worker>[] = [
    {
      id: 'person',
      heading: words.person,
      isName: true,
      cell: (worker) => (
        <>
          <Link
            to={`/pay/year/${year.taxYear}/${worker.workerId}`}
            aria-label={words.open(worker.name)}
            className="strong"
          >
            {worker.name}
          </Link>
          <small>{underName(worker)}</small>
        </>
      ),
      text: (worker) => worker.name,
    },
    ...names.map((name) => figureColumn(year, name)),
  ];
  return (
    <Table
      caption={words.caption}
      columns={columns}
      rows={year.workers}
      rowKey={(worker) => worker.workerId}
      totalLabel={words.everyone}
      least={8 + names.length * 6.2}
    />
  );
}

function underName(worker: Worker): string {
  const count = worker.parts.find((part) => part.kind === 'payment')?.count ?? 0;
  const paid = words.paidTimes(count);
  const before = worker.parts.some((part) => part.kind === 'earlier-software');
  return [
    paid,
    ...(before ? [words.withEarlier] : []),
    ...(worker.leftOn === null ? [] : [words.left(worker.leftOn)]),
  ].join('. ');
}

function figureColumn(year: YearView, name: FigureName): Column<Worker> {
  const { heading, what } = yearFigureNames[name];
  const total = year.total[name];
  return {
    id: name,
    heading,
    kind: 'figure',
    cell: (worker) => {
      const amount = worker.total[name];
      return amount === null ? null : (
        <SumFigure
          id={`${worker.workerId}-${name}`}
          amount={amount}
          what={words.whose(worker.shortName, what)}
          title={words.sumTitle(worker.shortName, what, formatPounds(amount))}
          rule={words.sumRule}
          steps={worker.parts.map((part) => ({
            words: words.part(part.kind, part.count),
            amount: part.figures[name],
          }))}
          last={words.sum}
          more={
            <Link to={`/pay/year/${year.taxYear}/${worker.workerId}`}>{words.more(worker.shortName)}</Link>
          }
        />
      );
    },
    text: (worker) => {
      const amount = worker.total[name];
      return amount === null ? '' : formatPounds(amount);
    },
    total:
      total === null ? undefined : (
        <SumFigure
          id={`all-${name}`}
          amount={total}
          what={words.everyones(what)}
          title={words.everyoneTitle(what, formatPounds(total))}
          rule={words.sumRule}
          steps={year.workers.map((worker) => ({ words: worker.name, amount: worker.total[name] }))}
          last={words.sum}
        />
      ),
    totalText: total === null ? '' : formatPounds(total),
  };
}
