import type { PayLine, PayRunView } from '@shared/api/pay';
import { formatHours } from '@shared/clock-time';
import type { Explanation } from '@shared/explain';
import { addPence, formatPounds, type Pence, sumPence } from '@shared/money';
import { Amount, Hours } from '../../components/amounts';
import { ExplainedFigure } from '../../components/explained-figure';
import { type Column, Table } from '../../components/table';
import { paidFor, payTable as words } from '../../text/pay';

/** The contract’s names of figures, and those of the rules: an explanation is kept under either. */
const NAMES = {
  gross: ['gross'],
  tax: ['tax', 'income-tax'],
  employeeNi: ['employeeNi', 'employee-national-insurance'],
  studentLoan: ['studentLoan', 'student-loan'],
  postgraduateLoan: ['postgraduateLoan', 'postgraduate-loan'],
  pensionEmployee: ['pensionEmployee', 'employee-pension'],
  net: ['net', 'net-pay'],
  employerCost: ['employerCost', 'employer-cost'],
} as const;

/** How a figure of somebody’s pay was worked out, if it is kept. */
export function explanationOf(line: PayLine, figure: keyof typeof NAMES): Explanation | undefined {
  for (const name of NAMES[figure]) {
    const found = line.explanations[name];
    if (found !== undefined) return found;
  }
  return undefined;
}

function Figure(props: {
  readonly line: PayLine;
  readonly figure: keyof typeof NAMES;
  readonly amount: Pence;
  readonly what: string;
}) {
  const { line, figure, amount } = props;
  const shown = (
    <ExplainedFigure
      id={`${line.workerId}-${figure}`}
      text={formatPounds(amount)}
      what={words.whose(line.shortName, props.what)}
      who={line.shortName}
      explanation={explanationOf(line, figure)}
    />
  );
  return figure === 'net' ? <strong>{shown}</strong> : shown;
}

/** What each person earns and keeps, with the sum of everyone; every figure opens how it was worked out. */
export function PayTable({ run }: { readonly run: PayRunView }) {
  const { lines, totals } = run;
  const hasLoans = totals.loans !== 0;
  const other = sumPence(lines.map((line) => line.otherDeductions));
  const back = sumPence(lines.map((line) => line.reimbursements));
  const columns: Column<PayLine>[] = [
    {
      id: 'person',
      heading: words.person,
      isName: true,
      cell: (line) => (
        <>
          <strong>{line.shortName}</strong>
          <small>{paidFor(line.earnings)}</small>
        </>
      ),
      text: (line) => line.name,
      sortBy: (line) => line.shortName,
    },
    {
      id: 'hours',
      heading: words.hours,
      kind: 'figure',
      cell: (line) => <Hours minutes={line.minutes} />,
      text: (line) => formatHours(line.minutes),
      total: <Hours minutes={totals.minutes} />,
      totalText: formatHours(totals.minutes),
    },
    figureColumn('earned', words.earned, 'gross', (line) => line.gross, words.figures.earned, totals.gross),
    figureColumn('tax', words.tax, 'tax', (line) => line.tax, words.figures.tax, totals.tax),
    figureColumn(
      'ni',
      words.ni,
      'employeeNi',
      (line) => line.employeeNi,
      words.figures.ni,
      totals.employeeNi,
    ),
  ];
  if (hasLoans)
    columns.push({
      id: 'loans',
      heading: words.loans,
      kind: 'figure',
      cell: (line) => <Loans line={line} />,
      text: (line) => formatPounds(addPence(line.studentLoan, line.postgraduateLoan)),
      total: <Amount pence={totals.loans} />,
      totalText: formatPounds(totals.loans),
    });
  columns.push(
    figureColumn(
      'pension',
      words.pension,
      'pensionEmployee',
      (line) => line.pensionEmployee,
      words.figures.pension,
      totals.pensionEmployee,
    ),
  );
  if (other !== 0) columns.push(amountColumn('other', words.other, (line) => line.otherDeductions, other));
  if (back !== 0) columns.push(amountColumn('back', words.back, (line) => line.reimbursements, back));
  columns.push(figureColumn('net', words.net, 'net', (line) => line.net, words.figures.net, totals.net));
  return (
    <Table
      caption={words.caption}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.payslipId ?? line.workerId}
      // What a correction moves stands below: its totals are no sum of these rows.
      totalLabel={run.kind === 'correction' ? undefined : words.everyone}
      least={3 + columns.length * (totals.gross < 100_000 ? 4.3 : 5.2)}
    />
  );
}

function figureColumn(
  id: string,
  heading: string,
  figure: keyof typeof NAMES,
  amount: (line: PayLine) => Pence,
  what: string,
  total: Pence,
): Column<PayLine> {
  return {
    ...amountColumn(id, heading, amount, total),
    cell: (line) => <Figure line={line} figure={figure} amount={amount(line)} what={what} />,
  };
}

function amountColumn(
  id: string,
  heading: string,
  amount: (line: PayLine) => Pence,
  total: Pence,
): Column<PayLine> {
  return {
    id,
    heading,
    kind: 'figure',
    cell: (line) => <Amount pence={amount(line)} />,
    text: (line) => formatPounds(amount(line)),
    total: <Amount pence={total} />,
    totalText: formatPounds(total),
  };
}

function Loans({ line }: { readonly line: PayLine }) {
  if (line.studentLoan === 0 && line.postgraduateLoan === 0) return <Amount pence={line.studentLoan} />;
  return (
    <>
      {line.studentLoan === 0 ? null : (
        <Figure line={line} figure="studentLoan" amount={line.studentLoan} what={words.figures.studentLoan} />
      )}
      {line.postgraduateLoan === 0 ? null : (
        <div>
          <Figure
            line={line}
            figure="postgraduateLoan"
            amount={line.postgraduateLoan}
            what={words.figures.postgraduateLoan}
          />
        </div>
      )}
    </>
  );
}
