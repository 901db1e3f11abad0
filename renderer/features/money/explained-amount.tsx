import type { Explanation } from '@shared/explain';
import { formatPounds, type Pence } from '@shared/money';
import { ExplainableFigure, ExplainPanel } from '../../components/explain-panel';
import { explainText } from '../../text/explain/explain-text';

/** An amount that opens how it was worked out. `what` names it in the window: “Holiday pay”. */
export function ExplainedAmount(props: {
  readonly id: string;
  readonly amount: Pence;
  readonly what: string;
  readonly explanation: Explanation;
}) {
  return (
    <ExplainableFigure
      id={props.id}
      text={formatPounds(props.amount)}
      what={props.what}
      panel={() => {
        const explained = explainText(props.explanation);
        return (
          <ExplainPanel
            title={`${props.what}: ${formatPounds(props.amount)}`}
            rule={explained.rule}
            steps={explained.steps.map((step) => ({
              words: step.label,
              note: step.detail,
              result: step.figure,
            }))}
            source={explained.source}
          />
        );
      }}
    />
  );
}
