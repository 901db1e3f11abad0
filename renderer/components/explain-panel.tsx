import { type ReactNode, useEffect } from 'react';
import { common } from '../text/common';
import { usePanel } from './explain-store';

export type ExplainStep = {
  readonly words: string;
  readonly note?: string | undefined;
  readonly result: string;
};

/** A sum in numbered steps, the rule in plain words, and where it comes from. The last step is the figure itself. */
export function ExplainPanel(props: {
  readonly title: string;
  readonly rule?: string | undefined;
  readonly steps: readonly ExplainStep[];
  readonly source?: ReactNode;
}) {
  const last = props.steps.length - 1;
  return (
    <>
      <div className="panel-head">
        <h2>{props.title}</h2>
      </div>
      {props.rule === undefined ? null : <p className="panel-rule">{props.rule}</p>}
      <ol className="explain-steps">
        {props.steps.map((step, index) => (
          <li key={index}>
            <span className={index === last ? 'last' : undefined}>{step.words}</span>
            <span className="result">{step.result}</span>
            {step.note === undefined ? null : <span className="note">{step.note}</span>}
          </li>
        ))}
      </ol>
      {props.source === undefined ? null : (
        <p className="panel-source">
          {typeof props.source === 'string' ? common.source(props.source) : props.source}
        </p>
      )}
    </>
  );
}

/** How many figures of an id stand on the page: a table that becomes a list takes its figures away and puts them up again. */
const standing = new Map<string, number>();

/** Counts a figure while it stands there. A panel never outlives the figure that it explains. */
function standsOnPage(id: string): () => void {
  standing.set(id, (standing.get(id) ?? 0) + 1);
  return () => {
    standing.set(id, (standing.get(id) ?? 1) - 1);
    queueMicrotask(() => {
      if ((standing.get(id) ?? 0) > 0) return;
      standing.delete(id);
      if (usePanel.getState().panel?.id === id) usePanel.getState().close(false);
    });
  };
}

/** A figure that opens how it was worked out. `what` names it: “Maya’s tax”. */
export function ExplainableFigure(props: {
  readonly id: string;
  readonly text: string;
  readonly what: string;
  readonly panel: () => ReactNode;
}) {
  const { id, text, what, panel } = props;
  const openId = usePanel((state) => state.panel?.id);
  const isOpen = openId === id;
  useEffect(() => standsOnPage(id), [id]);
  return (
    <button
      type="button"
      className="explainable"
      data-explains={id}
      aria-expanded={isOpen}
      aria-label={common.explain(`${text}, ${what}`)}
      onClick={(event) => {
        if (isOpen) usePanel.getState().close();
        else usePanel.getState().open({ id, content: panel(), opener: event.currentTarget });
      }}
    >
      {text}
    </button>
  );
}
