import type { FamilyLeaveView, LeavePayDay } from '@shared/api/family';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { Amount } from '../../../components/amounts';
import { ExplainedFigure } from '../../../components/explained-figure';
import { Notice } from '../../../components/notice';
import { SummaryList, type SummaryRow } from '../../../components/summary-list';
import { Table } from '../../../components/table';
import { explainText } from '../../../text/explain/explain-text';
import { leaveResult as words } from '../../../text/family';
import { familyPayNames, leaveWarning } from '../../../text/family-warnings';

/** What a leave brings: whether pay is due and why, its weeks, what is paid when, and what comes back from HMRC. */
export function LeaveResult(props: {
  readonly view: FamilyLeaveView;
  readonly name: string;
  /** The headings: under the page's own, or under one of a form. */
  readonly level: 'h2' | 'h3';
}) {
  const { view, name, level: Heading } = props;
  const { outcome } = view;
  const pay = familyPayNames[view.leave.kind] ?? view.leave.kind;
  const lower = pay.charAt(0).toLowerCase() + pay.slice(1);
  const problem =
    view.problem === null ? undefined : leaveWarning(view.problem.code, { name, ...view.problem.values });
  const title =
    outcome === 'due'
      ? words.due(name, lower)
      : outcome === 'not-due'
        ? words['not-due'](name, pay)
        : (problem?.title ?? words['not-known']);
  return (
    <>
      <Notice tone={outcome === 'due' ? 'done' : 'attention'} title={title} spoken>
        {outcome === 'not-due' ? <p>{words.notDueBody}</p> : null}
        {outcome === 'not-known' ? <p>{problem?.body}</p> : null}
      </Notice>
      {view.entitlement === null ? null : (
        <>
          <Heading className="family-heading">{words.tests}</Heading>
          <SummaryList
            rows={explainText(view.entitlement).steps.map((step) => ({
              label: step.label,
              value: (
                <>
                  {step.figure}
                  {step.detail === undefined ? null : <small className="family-detail">{step.detail}</small>}
                </>
              ),
            }))}
          />
        </>
      )}
      <Heading className="family-heading">{words.figures}</Heading>
      <SummaryList rows={figureRows(view, name)} />
      <Warnings view={view} level={Heading} />
      {view.schedule.length === 0 ? null : <Schedule view={view} name={name} />}
      {view.recovery.length === 0 ? null : (
        <>
          <Heading className="family-heading">{words.recovery}</Heading>
          <p className="family-sum">{words.recoveryBody}</p>
          <SummaryList
            rows={view.recovery.map((one) => ({
              label: words.recoveryRow(one.taxYear),
              value:
                one.back === null ? (
                  words.recoveryUnknown
                ) : (
                  <ExplainedFigure
                    id={`back-${view.id ?? 'new'}-${one.taxYear}`}
                    text={formatPounds(one.back)}
                    what={words.recoveryOf(one.taxYear)}
                    explanation={one.explanation ?? undefined}
                  />
                ),
            }))}
          />
        </>
      )}
    </>
  );
}

function figureRows(view: FamilyLeaveView, name: string): SummaryRow[] {
  const { earnings, daysWorked } = view;
  return [
    { label: words.firstDay, value: formatDay(view.leave.leaveStartsOn) },
    { label: words.lastDay, value: formatDay(view.lastDayAway) },
    ...(view.outcome === 'due' ? [{ label: words.weeksPaid, value: String(view.paidWeeks) }] : []),
    ...(view.payEndsOn === null ? [] : [{ label: words.payEnds, value: formatDay(view.payEndsOn) }]),
    ...(earnings.pounds === null
      ? []
      : [
          {
            label: words.average,
            value: (
              <>
                <ExplainedFigure
                  id={`average-${view.id ?? 'new'}`}
                  text={`£${toPence(earnings.pounds)}`}
                  what={words.averageOf(name)}
                  explanation={earnings.explanation ?? undefined}
                />
                <small className="family-detail">{words.averageFrom[earnings.from]}</small>
              </>
            ),
          },
        ]),
    ...(daysWorked.most === 0 || view.id === null
      ? []
      : [{ label: words.inTouch, value: words.inTouchOf(daysWorked.used, daysWorked.most) }]),
  ];
}

/** An exact decimal cut off at the penny, for reading. */
function toPence(pounds: string): string {
  const [whole = '0', decimals = ''] = pounds.split('.');
  return `${whole}.${decimals.slice(0, 2).padEnd(2, '0')}`;
}

function Warnings({ view, level: Heading }: { readonly view: FamilyLeaveView; readonly level: 'h2' | 'h3' }) {
  const shown = view.warnings.flatMap((one) => {
    const text = leaveWarning(one.code, one.values);
    return text === undefined ? [] : [{ ...text, code: one.code }];
  });
  if (shown.length === 0) return null;
  return (
    <>
      <Heading className="family-heading">{words.notices}</Heading>
      <ul className="family-notices">
        {shown.map((one) => (
          <li key={one.code}>
            <strong>{one.title}.</strong> {one.body}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Longer schedules are folded away, with what they come to. */
const SHOWN_OPEN = 6;

function Schedule({ view, name }: { readonly view: FamilyLeaveView; readonly name: string }) {
  const table = <ScheduleTable view={view} name={name} />;
  if (view.schedule.length <= SHOWN_OPEN) return table;
  return (
    <details className="family-schedule">
      <summary>{words.scheduleOf(view.schedule.length, view.total)}</summary>
      {table}
    </details>
  );
}

function ScheduleTable({ view, name }: { readonly view: FamilyLeaveView; readonly name: string }) {
  return (
    <Table
      caption={words.schedule}
      rows={view.schedule}
      rowKey={(one: LeavePayDay) => `${one.payDate}-${one.from}`}
      totalLabel={words.total}
      columns={[
        { id: 'day', heading: words.payDay, isName: true, cell: (one) => formatDay(one.payDate) },
        { id: 'days', heading: words.days, kind: 'figure', cell: (one) => String(one.days) },
        {
          id: 'amount',
          heading: words.amount,
          kind: 'figure',
          text: (one) => formatPounds(one.amount),
          cell: (one) => (
            <ExplainedFigure
              id={`leave-${view.id ?? 'new'}-${one.from}`}
              text={formatPounds(one.amount)}
              what={words.amountOn(one.payDate)}
              who={name}
              explanation={one.explanation ?? undefined}
            />
          ),
          total: <Amount pence={view.total} />,
          totalText: formatPounds(view.total),
        },
        { id: 'state', heading: words.state, cell: (one) => words.states[one.state] },
      ]}
    />
  );
}
