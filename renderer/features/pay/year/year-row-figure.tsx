import type { YearOfWorker, YearRow } from '@shared/api/year';
import { formatPounds, type Pence, takePence } from '@shared/money';
import { ExplainableFigure, ExplainPanel, type ExplainStep } from '../../../components/explain-panel';
import { ExplainedFigure } from '../../../components/explained-figure';
import { explainText } from '../../../text/explain/explain-text';
import { payYearPerson as words, yearFigureNames } from '../../../text/pay-year';
import type { FigureName } from './year-sums';

/** What a line of the year is called: its pay day, or where its figures are from. */
export function rowName(row: YearRow): string {
  if (row.kind === 'earlier-software') return words.earlierSoftware;
  if (row.kind === 'earlier-job') return words.earlierJob;
  if (row.payDate === null) return '';
  return row.kind === 'correction' ? words.correctionOn(row.payDate) : words.day(row.payDate);
}

/** One figure of a line: of the payment, of what a correction moves, or of the year so far. */
export function RowFigure(props: {
  readonly id: string;
  readonly year: YearOfWorker;
  readonly row: YearRow;
  readonly name: FigureName;
  readonly amount: Pence | null;
  readonly soFar: boolean;
}) {
  const { row, name, amount, year } = props;
  if (amount === null) return props.soFar && row.toDate === null ? null : words.notKnown;
  const { what } = yearFigureNames[name];
  const figure = {
    id: props.id,
    text: formatPounds(amount),
    what: words.whose(year.shortName, what, rowName(row)),
  };
  if (props.soFar) return <ExplainableFigure {...figure} panel={() => soFarPanel(props, amount)} />;
  const explanation = row.explanations[name];
  if (row.kind !== 'correction')
    return <ExplainedFigure {...figure} who={year.shortName} explanation={explanation} />;
  return <ExplainableFigure {...figure} panel={() => movedPanel(year, row, name, amount)} />;
}

/** The year before this line, the line, and the year with it. */
function soFarPanel(
  { row, name, year }: { readonly row: YearRow; readonly name: FigureName; readonly year: YearOfWorker },
  soFar: Pence,
) {
  const own = row.figures[name];
  return (
    <ExplainPanel
      title={words.whose(year.shortName, yearFigureNames[name].what, words.soFar.toLowerCase())}
      rule={words.toDateRule}
      steps={[
        ...(own === null
          ? []
          : [
              { words: words.before, result: formatPounds(takePence(soFar, own)) },
              { words: words.this, note: rowName(row), result: formatPounds(own) },
            ]),
        { words: words.soFarStep, result: formatPounds(soFar) },
      ]}
    />
  );
}

/** How the right figure was worked out, what it was before, and the difference that the correction moves. */
function movedPanel(year: YearOfWorker, row: YearRow, name: FigureName, moved: Pence) {
  const explanation = row.explanations[name];
  const [now, before] = [row.now?.[name] ?? null, row.before?.[name] ?? null];
  const known = explanation === undefined ? undefined : explainText(explanation, year.shortName);
  const steps: ExplainStep[] = [
    ...(known?.steps ?? []).slice(0, -1).map((step) => ({
      words: step.label,
      note: step.detail,
      result: step.figure,
    })),
    ...(now === null ? [] : [{ words: words.right, result: formatPounds(now) }]),
    ...(before === null ? [] : [{ words: words.paidBefore, result: formatPounds(before) }]),
    { words: words.difference, result: formatPounds(moved) },
  ];
  return (
    <ExplainPanel
      title={words.moved(year.shortName, yearFigureNames[name].what, formatPounds(moved))}
      rule={row.puts === null ? known?.rule : words.movedRule(row.puts)}
      steps={steps}
      source={known?.source}
    />
  );
}
