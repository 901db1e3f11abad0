import type { Explanation } from '@shared/explain';
import { type Explained, explainText } from '../text/explain/explain-text';
import { ExplainableFigure, ExplainPanel } from './explain-panel';

/** The panel for an explanation in plain words; under a title of its own where one is given. */
function ExplainedPanel({
  explained,
  title,
}: {
  readonly explained: Explained;
  readonly title?: string | undefined;
}) {
  return (
    <ExplainPanel
      title={title ?? explained.title}
      rule={explained.rule}
      steps={explained.steps.map((step) => ({ words: step.label, note: step.detail, result: step.figure }))}
      source={explained.source}
    />
  );
}

/** A figure that opens how it was worked out, in plain words; plain text where nothing explains it. */
export function ExplainedFigure(props: {
  /** Unique on the page. */
  readonly id: string;
  readonly text: string;
  /** Names the figure: “Maya’s tax”. */
  readonly what: string;
  /** Whose it is, for the title of the panel. */
  readonly who?: string | undefined;
  /** A title of its own for the panel. */
  readonly title?: string | undefined;
  readonly explanation: Explanation | undefined;
}) {
  const { explanation } = props;
  if (explanation === undefined) return <>{props.text}</>;
  return (
    <ExplainableFigure
      id={props.id}
      text={props.text}
      what={props.what}
      panel={() => <ExplainedPanel explained={explainText(explanation, props.who)} title={props.title} />}
    />
  );
}
