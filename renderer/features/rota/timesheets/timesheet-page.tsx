import type { TimesheetLine, TimesheetSteps, TimesheetView } from '@shared/api/timesheets';
import { formatWeekday } from '@shared/dates';
import { ChevronLeft, ChevronRight, FileText, Keyboard, Printer } from 'lucide-react';
import { answerOf, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { type Column, Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindInSentence } from '../../../text/kinds-of-work';
import { sentenceFor } from '../../../text/refusals';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { daysWords, timesheetRefusals, timesheetWords as words } from '../../../text/timesheets';
import { rotaPath } from '../paths';
import { AgreePart } from './agree-part';
import {
  agreedState,
  confirmedState,
  lineDifference,
  lineHours,
  lineState,
  paidState,
} from './timesheet-states';
import { useTimesheet, useTimesheetOf } from './use-timesheet';
import './timesheets.css';

/** One PA's hours of a pay period or any days: planned, worked and why, agreed, paid. */
export function TimesheetPage() {
  const of = useTimesheetOf();
  const { view, failed } = useTimesheet(of);
  const back = { backTo: rotaPath.timesheet, backLabel: words.toList };
  if (failed)
    return (
      <Page title={words.title} {...back}>
        <EmptyState title={words.empty}>{sentenceFor({ code: 'not-found' })}</EmptyState>
      </Page>
    );
  if (view === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  return (
    <Page
      title={words.oneTitle(view.name)}
      sub={daysWords(view.from, view.to)}
      {...back}
      head={<Move view={view} />}
    >
      {view.lines.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyBody}</EmptyState>
      ) : (
        <Hours view={view} />
      )}
      <Files view={view} />
    </Page>
  );
}

function Move({ view }: { readonly view: TimesheetView }) {
  const { before, after, workerId } = view;
  if (before === null && after === null) return null;
  return (
    <nav className="button-row timesheet-move" aria-label={words.moveLabel}>
      {before === null ? null : (
        <LinkButton icon={ChevronLeft} to={rotaPath.timesheetOf(workerId, before.from, before.to)}>
          {words.before}
        </LinkButton>
      )}
      {after === null ? null : (
        <LinkButton icon={ChevronRight} to={rotaPath.timesheetOf(workerId, after.from, after.to)}>
          {words.after}
        </LinkButton>
      )}
    </nav>
  );
}

function Hours({ view }: { readonly view: TimesheetView }) {
  const { steps, workerId, from, to } = view;
  const name = view.name.split(' ')[0] ?? view.name;
  const mayConfirm = view.lines.filter((line) => line.mayConfirm).length;
  return (
    <>
      {steps.shifts === 0 ? null : <HowFar steps={steps} name={name} />}
      {view.problems
        .filter((problem) => problem.code !== 'timesheet.changed-since-agreed')
        .map((problem) => (
          <Notice
            key={`${problem.code} ${String(problem.values['key'] ?? '')}`}
            tone="attention"
            title={sentenceFor({ code: problem.code, details: problem.values }, timesheetRefusals)}
          />
        ))}
      <Lines view={view} />
      {steps.paid === 'none' ? null : <p className="quiet">{words.lockedNote}</p>}
      {mayConfirm > 0 ? (
        <div className="actions">
          <LinkButton kind="primary" to={rotaPath.confirmOf(workerId, from, to)}>
            {words.confirmNext(mayConfirm)}
          </LinkButton>
        </div>
      ) : null}
      {steps.shifts === 0 || (steps.workedMinutes === 0 && steps.toConfirm + steps.toCome > 0) ? null : (
        <AgreePart key={`${workerId} ${from} ${steps.agreed}`} view={view} name={name} />
      )}
    </>
  );
}

/** The three steps of a timesheet, each by itself: hours can be paid without anybody's word. */
function HowFar({ steps, name }: { readonly steps: TimesheetSteps; readonly name: string }) {
  const states = [
    { label: words.steps.hours, ...confirmedState(steps) },
    { label: words.steps.agreed(name), ...agreedState(steps) },
    { label: words.steps.paid, ...paidState(steps) },
  ];
  return (
    <dl className="timesheet-steps">
      {states.map(({ label, text, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Tag tone={tone}>{text}</Tag>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ view }: { readonly view: TimesheetView }) {
  const { steps } = view;
  const when = (line: TimesheetLine) => `${formatWeekday(line.planned.day)}, ${longTimes(line.planned)}`;
  const columns: Column<TimesheetLine>[] = [
    {
      id: 'day',
      heading: words.lineColumns.day,
      isName: true,
      cell: (line) => formatWeekday(line.planned.day),
    },
    {
      id: 'planned',
      heading: words.lineColumns.planned,
      cell: (line) => (
        <>
          {line.timesKnown === undefined ? longTimes(line.planned) : words.notPlanned}
          {line.kindOfWork === 'weekday' ? null : (
            <span className="quiet timesheet-kind">{kindInSentence(line.kindOfWork)}</span>
          )}
        </>
      ),
      text: (line) =>
        `${line.timesKnown === undefined ? longTimes(line.planned) : words.notPlanned}, ${kindInSentence(line.kindOfWork)}`,
      total: words.plannedTotal(hoursWords(steps.plannedMinutes)),
      totalText: words.plannedTotal(hoursWords(steps.plannedMinutes)),
    },
    {
      id: 'worked',
      heading: words.lineColumns.worked,
      cell: (line) =>
        line.worked === null
          ? words.notWorked
          : line.timesKnown === undefined
            ? longTimes(line.worked)
            : words.onlyHours,
    },
    {
      id: 'hours',
      heading: words.lineColumns.hours,
      kind: 'figure',
      cell: lineHours,
      total: words.hours(hoursWords(steps.workedMinutes), steps.sleepIns),
      totalText: words.hours(hoursWords(steps.workedMinutes), steps.sleepIns),
    },
    { id: 'difference', heading: words.lineColumns.difference, cell: lineDifference },
    {
      id: 'standing',
      heading: words.lineColumns.standing,
      cell: (line) => {
        const { text, tone } = lineState(line);
        return <Tag tone={tone}>{text}</Tag>;
      },
      text: (line) => lineState(line).text,
    },
  ];
  const action: Column<TimesheetLine> = {
    id: 'action',
    heading: words.lineColumns.action,
    kind: 'action',
    cell: (line) =>
      line.standing === 'locked' ? (
        <LinkButton kind="quiet" to={rotaPath.lateChange(line.key)} name={words.correctName(when(line))}>
          {words.correct}
        </LinkButton>
      ) : null,
  };
  return (
    <Table
      caption={words.linesCaption(daysWords(view.from, view.to))}
      hideCaption
      least={44}
      columns={steps.paid === 'none' ? columns : [...columns, action]}
      rows={view.lines}
      rowKey={(line) => line.key}
      totalLabel={words.total}
    />
  );
}

function Files({ view }: { readonly view: TimesheetView }) {
  const householdId = useHouseholdId();
  const { workerId, from, to, name } = view;
  const print = async () => {
    const answer = await answerOf(client.rota.timesheetPdf({ householdId, workerId, from, to }));
    if (!answer.ok) showToast(sentenceFor(answer, timesheetRefusals));
    else {
      saveFile(answer.value);
      announce(words.printed(name));
    }
  };
  return (
    <section className="section" aria-labelledby="timesheet-files">
      <h2 id="timesheet-files">{words.files}</h2>
      <div className="button-row">
        <Button icon={Printer} onPress={() => void print()}>
          {words.print}
        </Button>
        <LinkButton icon={FileText} to={rotaPath.paperTimesheet(workerId, from, to)}>
          {words.paper}
        </LinkButton>
        <LinkButton icon={Keyboard} to={rotaPath.typeIn(workerId, from, to)}>
          {words.typeIn}
        </LinkButton>
      </div>
    </section>
  );
}
