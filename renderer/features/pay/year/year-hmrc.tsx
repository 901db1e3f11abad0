import type { YearView } from '@shared/api/year';
import {
  addPence,
  formatPounds,
  NO_MONEY,
  negatePence,
  type Pence,
  sumPence,
  takePence,
} from '@shared/money';
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
                <LessFigure id={row.id} amount={row.amount} year={year} />
              ) : (
                <SumFigure
                  id={`hmrc-${row.id}`}
                  amount={row.amount}
                  what={words.everyones(words.hmrcRows[row.id])}
                  title={`${words.hmrcRows[row.id]}: ${formatPounds(row.amount)}`}
                  rule={words.sumRule}
                  steps={year.workers.map((worker) => ({
                    words: worker.name,
                    amount: ofRow(row.id, worker),
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

/** What is taken off: from what, and up to which limit. */
function LessFigure(props: {
  readonly id: 'employmentAllowance' | 'statutoryRecovered';
  readonly amount: Pence;
  readonly year: YearView;
}) {
  const { id, amount, year } = props;
  const what = words.hmrcRows[id];
  const isAllowance = id === 'employmentAllowance';
  return (
    <SumFigure
      id={`hmrc-${id}`}
      amount={amount}
      what={what}
      title={`${what}: ${formatPounds(amount)}`}
      rule={isAllowance ? words.allowanceRule : words.recoveredRule}
      steps={
        isAllowance
          ? [
              { words: words.hmrcRows.employerNi, amount: year.hmrc?.employerNi ?? null },
              { words: words.allowanceMost, amount: year.allowanceLimit },
            ]
          : year.statutory.map((one) => ({ words: earningsName(one.code), amount: one.amount }))
      }
      last={words.takenOff}
    />
  );
}

/** What one PA’s payments here are of a line; nothing of the lines that are taken off, or of what other software paid. */
function ofRow(id: HmrcRow['id'], worker: YearView['workers'][number]): Pence {
  if (id === 'employmentAllowance' || id === 'statutoryRecovered') return NO_MONEY;
  return sumPence(
    worker.parts
      .filter((part) => part.kind !== 'earlier-software')
      .map(({ figures }) =>
        id === 'studentLoans' ? addPence(figures.studentLoan, figures.postgraduateLoan) : figures[id],
      ),
  );
}

/** What was paid of sick pay and family pay, and into the pension. */
export function YearParts({ year }: { readonly year: YearView }) {
  const { total, statutory } = year;
  return (
    <>
      <section className="section" aria-labelledby="year-pension">
        <h2 id="year-pension">{words.pension}</h2>
        <ul className="year-amounts" aria-labelledby="year-pension">
          {(['pensionEmployee', 'pensionEmployer'] as const).map((name) => (
            <li key={name}>
              <span>{words.pensionParts[name]}</span>{' '}
              <SumFigure
                id={`pension-${name}`}
                amount={total[name]}
                what={words.pensionParts[name]}
                title={`${words.pensionParts[name]}: ${formatPounds(total[name])}`}
                rule={words.sumRule}
                steps={year.workers.map((worker) => ({ words: worker.name, amount: worker.total[name] }))}
                last={words.sum}
              />
            </li>
          ))}
          <li className="strong">
            <span>{words.sum}</span> <Amount pence={addPence(total.pensionEmployee, total.pensionEmployer)} />
          </li>
        </ul>
      </section>
      <section className="section" aria-labelledby="year-statutory">
        <h2 id="year-statutory">{words.statutory}</h2>
        {statutory.length === 0 ? (
          <p>{words.statutoryNone}</p>
        ) : (
          <ul className="year-amounts" aria-label={words.statutoryCaption}>
            {statutory.map((one) => (
              <li key={one.code}>
                <span>{earningsName(one.code)}</span>{' '}
                <SumFigure
                  id={`statutory-${one.code}`}
                  amount={one.amount}
                  what={earningsName(one.code)}
                  title={`${earningsName(one.code)}: ${formatPounds(one.amount)}`}
                  rule={words.sumRule}
                  steps={one.people.map((person) => ({ words: person.name, amount: person.amount }))}
                  last={words.sum}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
