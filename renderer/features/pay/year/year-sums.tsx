import type { YearCheck, YearFigures } from '@shared/api/year';
import { formatPounds, type Pence } from '@shared/money';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { ExplainableFigure, ExplainPanel, type ExplainStep } from '../../../components/explain-panel';
import { Notice } from '../../../components/notice';
import { payYear as words } from '../../../text/pay-year';

export type FigureName = keyof YearFigures;

/** The figures of a year that are always shown, and those that are when there is any. */
const ALWAYS: readonly FigureName[] = ['gross', 'tax', 'employeeNi'];
const SOMETIMES: readonly FigureName[] = ['studentLoan', 'postgraduateLoan'];
const LATER: readonly FigureName[] = ['otherDeductions', 'reimbursements'];

/** Which figures the tables of a year show, in order. */
export function shownFigures(all: readonly YearFigures[]): readonly FigureName[] {
  const any = (name: FigureName): boolean => all.some((one) => (one[name] ?? 0) !== 0);
  return [
    ...ALWAYS,
    ...SOMETIMES.filter(any),
    'pensionEmployee',
    ...LATER.filter(any),
    'net',
    'employerCost',
  ];
}

/** A sum that opens what it is made of. */
export function SumFigure(props: {
  readonly id: string;
  readonly amount: Pence;
  /** Names the figure: “Grace’s tax in the year”. */
  readonly what: string;
  readonly title: string;
  readonly rule: string;
  readonly steps: readonly { readonly words: string; readonly amount: Pence | null }[];
  readonly last: string;
  /** Where to see more of it. */
  readonly more?: ReactNode;
}) {
  const { amount } = props;
  const panel = () => {
    const steps: ExplainStep[] = props.steps.flatMap((step) =>
      step.amount === null ? [] : [{ words: step.words, result: formatPounds(step.amount) }],
    );
    return (
      <ExplainPanel
        title={props.title}
        rule={props.rule}
        steps={[...steps, { words: props.last, result: formatPounds(amount) }]}
        source={props.more}
      />
    );
  };
  return <ExplainableFigure id={props.id} text={formatPounds(amount)} what={props.what} panel={panel} />;
}

/** Whether the sums of a year agree: one calm line, or what does not. */
export function SumChecks({ checks }: { readonly checks: readonly YearCheck[] }) {
  if (checks.length === 0) return null;
  const wrong = checks.filter((check) => check.left !== check.right);
  if (wrong.length === 0)
    return (
      <p className="year-agrees">
        <CircleCheck aria-hidden="true" />
        {words.checksFine}
      </p>
    );
  return (
    <Notice tone="wrong" title={words.checksWrong}>
      {wrong.map((check) => (
        <p key={check.code}>{words.check(check.code, check.left, check.right)}</p>
      ))}
      <p>{words.checksHelp}</p>
    </Notice>
  );
}
