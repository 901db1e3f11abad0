import type { YearView } from '@shared/api/year';
import { addPence, formatPounds, NO_MONEY, negatePence, type Pence, takePence } from '@shared/money';
import { Link } from 'react-router';
import { Amount } from '../../../components/amounts';
import { Table } from '../../../components/table';
import { earningsName } from '../../../text/explain/words';
import { payYear as words } from '../../../text/pay-year';
import { SumFigure } from './year-sums';

type HmrcRow = { readonly id: keyof typeof words.hmrcRows; readonly amount: Pence };

/** What HMRC is owed for the year, line by line, what was paid of it, and the allowance used. */
export function YearHmrc({ year }: { readonly year: YearView }) {
  const { hmrc } = year;
  if (hmrc === null) return <p>{words.hmrcNone}</p>;
  const rows: HmrcRow[] = (
    [
      { id: 'tax', amount: hmrc.tax },
      { id: 'employeeNi', amount: hmrc.employeeNi },
      { id: 'studentLoans', amount: hmrc.studentLoans },
      { id: 'employerNi', amount: hmrc.employerNi },
      { id: 'employmentAllowance', amount: negatePence(hmrc.employmentAllowance) },
      { id: 'statutoryRecovered', amount: negatePence(hmrc.statutoryRecovered) },
    ] satisfies HmrcRow[]
  ).filter((row) => row.amount !== 0 || row.id === 'tax');
  const what = words.hmrcOwed;
  return (
    <>
      <Table
        caption={words.hmrcCaption}
        hideCaption
        compact
        tools={false}
        least={14}
        rows={rows}
        rowKey={(row) => row.id}
        totalLabel={words.hmrcOwed}
        columns={[
          { id: 'what', heading: words.hmrcWhat, isName: true, cell: (row) => words.hmrcRows[row.id] },
          {
            id: 'amount',
            heading: words.hmrcAmount,
            kind: 'figure',
            cell: (row) =>
              row.id === 'employmentAllowance' || row.id === 'statutoryRecovered' ? (
                <Amount pence={row.amount} />
              ) : (
                <SumFigure
                  id={`hmrc-${row.id}`}
                  amount={row.amount}
                  what={words.everyones(words.hmrcRows[row.id])}
                  title={`${words.hmrcRows[row.id]}: ${formatPounds(row.amount)}`}
                  rule={words.sumRule}
                  steps={year.workers.map(({ name, total }) => ({
                    words: name,
                    amount: ofRow(row.id, total),
                  }))}
                  last={words.sum}
                />
              ),
            total: (
              <SumFigure
                id="hmrc-owed"
                amount={hmrc.owed}
                what={what}
                title={`${what}: ${formatPounds(hmrc.owed)}`}
                rule={words.sumRule}
                steps={rows.map((row) => ({ words: words.hmrcRows[row.id], amount: row.amount }))}
                last={what}
              />
            ),
          },
        ]}
      />
      <p>{words.hmrcPaid(hmrc.paid, takePence(hmrc.owed, hmrc.paid))}</p>
      {year.allowanceLimit === null ? null : (
        <p>{words.allowance(hmrc.employmentAllowance, year.allowanceLimit)}</p>
      )}
      <p>
        <Link to={`/pay/hmrc?year=${year.taxYear}`}>{words.hmrcLink}</Link>
      </p>
    </>
  );
}

/** What one PA’s payments are of a line; nothing of the lines that are taken off. */
function ofRow(id: HmrcRow['id'], total: YearView['total']): Pence {
  if (id === 'employmentAllowance' || id === 'statutoryRecovered') return NO_MONEY;
  return id === 'studentLoans' ? addPence(total.studentLoan, total.postgraduateLoan) : total[id];
}

/** What was paid of sick pay and family pay, and into the pension. */
export function YearParts({ year }: { readonly year: YearView }) {
  const { total, statutory } = year;
  return (
    <>
      <section className="section" aria-labelledby="year-pension">
        <h2 id="year-pension">{words.pension}</h2>
        <p>
          {words.pensionBody(
            total.pensionEmployee,
            total.pensionEmployer,
            addPence(total.pensionEmployee, total.pensionEmployer),
          )}
        </p>
      </section>
      <section className="section" aria-labelledby="year-statutory">
        <h2 id="year-statutory">{words.statutory}</h2>
        {statutory.length === 0 ? (
          <p>{words.statutoryNone}</p>
        ) : (
          <ul className="year-amounts" aria-label={words.statutoryCaption}>
            {statutory.map((one) => (
              <li key={one.code}>
                <span>{earningsName(one.code)}</span> <Amount pence={one.amount} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
