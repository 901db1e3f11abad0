import type { ReturnView } from '@shared/api/returns';
import { formatHours } from '@shared/clock-time';
import { formatDay, formatShortDay } from '@shared/dates';
import { formatPounds, negatePence, type Pence } from '@shared/money';
import type { ReactNode } from 'react';
import { ExplainedFigure } from '../../components/explained-figure';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { dayAndMonth, returnLineWords, oneReturn as words } from '../../text/returns';

type Row = {
  readonly id: string;
  readonly label: string;
  readonly figure: ReactNode;
  readonly strong?: boolean;
};

function Sums(props: {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly rows: readonly Row[];
}) {
  return (
    <div className="returns-sums">
      <Table
        caption={props.caption}
        hideCaption={props.hideCaption ?? false}
        rows={props.rows}
        rowKey={(row) => row.id}
        tools={false}
        least={0}
        isStrong={(row) => row.strong === true}
        columns={[
          { id: 'line', heading: words.line, isName: true, cell: (row) => row.label },
          { id: 'amount', heading: words.amount, kind: 'figure', cell: (row) => row.figure },
        ]}
      />
    </div>
  );
}

/** Money out as it is read: with a minus. */
const out = (amount: Pence): string => formatPounds(negatePence(amount));

/** What came in, went out and is left, held against the bank’s statement. */
export function MoneyOfReturn({ view }: { readonly view: ReturnView }) {
  const closing = (
    <ExplainedFigure
      id="return-closing"
      text={formatPounds(view.closing)}
      what={words.closingFigure}
      title={`${words.closingFigure}: ${formatPounds(view.closing)}`}
      explanation={view.explanation}
    />
  );
  return (
    <>
      <Sums
        caption={words.sums}
        rows={[
          { id: 'opening', label: words.opening(dayAndMonth(view.from)), figure: formatPounds(view.opening) },
          ...view.moneyIn.map((line) => ({
            id: `in-${line.code}`,
            label: returnLineWords(line),
            figure: formatPounds(line.amount),
          })),
          ...view.moneyOut.map((line) => ({
            id: `out-${line.code}`,
            label: returnLineWords(line),
            figure: out(line.amount),
          })),
          { id: 'closing', label: words.closing(dayAndMonth(view.to)), figure: closing, strong: true },
        ]}
      />
      {view.accounts.length > 0 ? null : <Agreement view={view} />}
      {view.unpresented.length === 0 || view.accounts.length > 0 ? null : (
        <Table
          caption={words.unpresented}
          rows={view.unpresented.map((item, index) => ({ ...item, index }))}
          rowKey={(item) => String(item.index)}
          tools={false}
          least={20}
          compact
          columns={[
            { id: 'what', heading: words.what, isName: true, cell: (item) => item.description },
            { id: 'day', heading: words.date, cell: (item) => formatShortDay(item.day) },
            {
              id: 'amount',
              heading: words.amount,
              kind: 'figure',
              cell: (item) => formatPounds(item.amount),
            },
          ]}
        />
      )}
    </>
  );
}

function Agreement({ view }: { readonly view: ReturnView }) {
  if (view.statementClosing === null || view.difference === null) {
    return (
      <p className="returns-agrees">
        <Tag tone="attention">{words.noStatement}</Tag>
        {view.state === 'sent' ? null : <LinkButton to="/money/bring-in">{words.bringIn}</LinkButton>}
      </p>
    );
  }
  return (
    <p className="returns-agrees">
      {view.difference === 0 ? (
        <Tag tone="done">{words.agrees}</Tag>
      ) : (
        <Tag tone="wrong">{words.differs(formatPounds(view.difference))}</Tag>
      )}
    </p>
  );
}

/** What of the money left is promised already, and what is left over against the agreement’s limit. */
export function SpokenFor({ view }: { readonly view: ReturnView }) {
  const limit = view.surplusLimit;
  return (
    <section className="section" aria-labelledby="spoken-for">
      <h2 id="spoken-for">{words.spokenFor}</h2>
      <Sums
        caption={words.spokenFor}
        hideCaption
        rows={[
          ...view.spokenFor.map((line, at) => ({
            id: `${line.code}-${at}`,
            label: returnLineWords({ ...line, count: 0 }),
            figure: formatPounds(line.amount),
          })),
          {
            id: 'left-over',
            label: limit === null ? words.leftOver : words.leftOverAgainst(formatPounds(limit)),
            figure: formatPounds(view.leftOver),
            strong: true,
          },
        ]}
      />
      {view.surplus > 0 ? (
        <Notice tone="attention" title={words.surplusTitle(formatPounds(view.surplus))}>
          <p>{words.surplusBody}</p>
          <SurplusFigure view={view} />
        </Notice>
      ) : limit === null ? null : (
        <p className="returns-agrees">
          <Tag tone="done">{words.within}</Tag>
          <SurplusFigure view={view} />
        </p>
      )}
    </section>
  );
}

/** What may be asked back, with how it was worked out by the agreement’s rule. */
function SurplusFigure({ view }: { readonly view: ReturnView }) {
  if (view.surplusExplanation === null) return null;
  return (
    <span>
      {words.surplus}:{' '}
      <ExplainedFigure
        id="return-surplus"
        text={formatPounds(view.surplus)}
        what={words.surplus}
        title={`${words.surplus}: ${formatPounds(view.surplus)}`}
        explanation={view.surplusExplanation}
      />
    </span>
  );
}

/** Hours planned, worked, covered and lost. */
export function HoursOfReturn({ view }: { readonly view: ReturnView }) {
  const rows = [
    ['planned', words.planned, view.hours.plannedMinutes],
    ['worked', words.worked, view.hours.workedMinutes],
    ['covered', words.covered, view.hours.coveredMinutes],
    ['lost', words.lost, view.hours.lostMinutes],
  ] as const;
  return (
    <section className="section" aria-labelledby="hours">
      <h2 id="hours">{words.hours}</h2>
      <Sums
        caption={words.hoursCaption}
        hideCaption
        rows={[
          ...rows.map(([id, label, minutes]) => ({ id, label, figure: formatHours(minutes) })),
          {
            id: 'cover-cost',
            label: words.coverCost,
            figure:
              view.hours.coverCost === null ? words.coverCostUnknown : formatPounds(view.hours.coverCost),
          },
        ]}
      />
    </section>
  );
}

/** Whether a return is read-only, and since when. */
export const sentWords = (view: ReturnView): string | undefined =>
  view.state === 'sent' && view.sentOn !== null ? words.sentTitle(formatDay(view.sentOn)) : undefined;
