import type { HmrcMonth } from '@shared/api/pay';
import { addPence, formatPounds, type Pence, sumPence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Amount } from '../../components/amounts';
import { Checkbox } from '../../components/checkbox';
import { EmptyState } from '../../components/empty-state';
import { ExplainedFigure } from '../../components/explained-figure';
import { LinkButton } from '../../components/link-button';
import { Page } from '../../components/page';
import { type Column, Table } from '../../components/table';
import { filing } from '../../text/filing';
import { payRun, payHmrc as words } from '../../text/pay';
import { reportsPath } from './filing/filing-paths';
import { PayAnswer } from './pay-answer';
import { SaveFileButton } from './save-file-button';
import { useTick } from './use-pay';
import { YearPapers } from './year-papers';

/** What HMRC is owed in a tax year: by month or quarter, when, and with which reference. */
export function HmrcPage() {
  const householdId = useHouseholdId();
  const [search] = useSearchParams();
  const query = useQuery(api.pay.hmrc.queryOptions({ input: { householdId, taxYear: search.get('year') } }));
  return (
    <PayAnswer query={query} title={words.title}>
      {({ taxYear, years, months }) => (
        <Page title={words.title} sub={words.sub(taxYear)} backTo="/pay" backLabel={payRun.back}>
          {years.length < 2 ? null : (
            <nav aria-label={words.years} className="pay-years">
              {years.map((year) => (
                <Link
                  key={year}
                  to={`/pay/hmrc?year=${year}`}
                  aria-current={year === taxYear ? 'page' : undefined}
                >
                  {words.year(year)}
                </Link>
              ))}
            </nav>
          )}
          {months.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            <>
              <Months months={months} />
              <div className="pay-buttons">
                <SaveFileButton make={() => client.pay.hmrcPdf({ householdId, taxYear })}>
                  {words.pdf}
                </SaveFileButton>
                <SaveFileButton make={() => client.pay.hmrcCsv({ householdId, taxYear })}>
                  {words.csv}
                </SaveFileButton>
              </div>
            </>
          )}
          <section className="section" aria-labelledby="reports">
            <h2 id="reports">{filing.title}</h2>
            <p>{filing.linkBody}</p>
            <LinkButton to={reportsPath(taxYear)}>{filing.link}</LinkButton>
          </section>
          <YearPapers taxYear={taxYear}>
            <section className="section" aria-labelledby="tool">
              <h2 id="tool">{words.tool}</h2>
              <p>{words.toolBody}</p>
              <p>{words.toolHow}</p>
              <p>{words.toolHint}</p>
            </section>
          </YearPapers>
        </Page>
      )}
    </PayAnswer>
  );
}

function amountColumn(
  id: string,
  heading: string,
  months: readonly HmrcMonth[],
  amount: (month: HmrcMonth) => Pence,
): Column<HmrcMonth> {
  const total = sumPence(months.map(amount));
  return {
    id,
    heading,
    kind: 'figure',
    cell: (month) => <Amount pence={amount(month)} />,
    text: (month) => formatPounds(amount(month)),
    total: <Amount pence={total} />,
    totalText: formatPounds(total),
  };
}

function Months({ months }: { readonly months: readonly HmrcMonth[] }) {
  const { tick, today } = useTick();
  const any = (amount: (month: HmrcMonth) => Pence): boolean => months.some((month) => amount(month) !== 0);
  const owed = sumPence(months.map((month) => month.owed));
  const columns: Column<HmrcMonth>[] = [
    {
      id: 'month',
      heading: words.month,
      isName: true,
      cell: (month) => (
        <>
          <strong>{words.span(month.from, month.to)}</strong>
          {month.reference === '' || month.owed <= 0 ? null : (
            <small>
              {words.reference} <span className="figure">{month.reference}</span>
            </small>
          )}
        </>
      ),
      text: (month) => words.span(month.from, month.to),
    },
    amountColumn('tax', words.tax, months, (month) => month.tax),
    amountColumn('ni', words.ni, months, (month) => addPence(month.employeeNi, month.employerNi)),
  ];
  if (any((month) => month.studentLoans))
    columns.push(amountColumn('loans', words.loans, months, (month) => month.studentLoans));
  if (any((month) => month.employmentAllowance))
    columns.push(amountColumn('allowance', words.allowance, months, (month) => month.employmentAllowance));
  if (any((month) => month.statutoryRecovered))
    columns.push(amountColumn('recovered', words.recovered, months, (month) => month.statutoryRecovered));
  columns.push(
    {
      ...amountColumn('owed', words.owed, months, (month) => month.owed),
      cell: (month) => (
        <strong>
          <ExplainedFigure
            id={`hmrc-${month.taxYear}-${month.taxMonth}`}
            text={formatPounds(month.owed)}
            what={words.whatOwed(month.from, month.to)}
            explanation={month.explanation}
          />
        </strong>
      ),
      total: <Amount pence={owed} />,
    },
    {
      id: 'due',
      heading: words.due,
      cell: (month) =>
        month.owed <= 0 ? (
          words.nothing
        ) : (
          <>
            {words.dueText(month.dueElectronic)}
            <small className="pay-under">{words.postText(month.duePost)}</small>
          </>
        ),
      text: (month) => (month.owed <= 0 ? words.nothing : words.dueText(month.dueElectronic)),
    },
    {
      id: 'paid',
      heading: words.paid,
      kind: 'action',
      cell: (month) =>
        month.owed <= 0 ? null : (
          <Checkbox
            label={words.paidNamed(month.to)}
            value={month.paidOn !== null}
            onChange={(ticked) => {
              if (today !== undefined)
                void tick(`hmrc:${month.taxYear}:${month.taxMonth}`, ticked ? today : null);
            }}
          />
        ),
    },
  );
  return (
    <>
      <Table
        caption={words.caption}
        columns={columns}
        rows={months}
        rowKey={(month) => `${month.taxYear}-${month.taxMonth}`}
        totalLabel={words.total}
        // Eight columns and more are too wide beside the places: then it is a list.
        least={columns.length * (columns.length < 8 ? 5.8 : 7.8)}
      />
      {months.some((month) => month.owed < 0) ? <p>{words.nothingBack}</p> : null}
    </>
  );
}
