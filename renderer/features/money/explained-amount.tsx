import type { Explanation } from '@shared/explain';
import { formatPounds, type Pence } from '@shared/money';
import { ExplainedFigure } from '../../components/explained-figure';

/** An amount that opens how it was worked out. `what` names it in the window: “Holiday pay”. */
export function ExplainedAmount(props: {
  readonly id: string;
  readonly amount: Pence;
  readonly what: string;
  readonly explanation: Explanation;
}) {
  const text = formatPounds(props.amount);
  return (
    <ExplainedFigure
      id={props.id}
      text={text}
      what={props.what}
      title={`${props.what}: ${text}`}
      explanation={props.explanation}
    />
  );
}
