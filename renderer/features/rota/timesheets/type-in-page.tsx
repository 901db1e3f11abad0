import type { TimesheetView, TypedShift } from '@shared/api/timesheets';
import { formatTime } from '@shared/clock-time';
import { daysFromTo, earlierDay, formatWeekday } from '@shared/dates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { TimeField } from '../../../components/time-field';
import { showToast } from '../../../components/toast';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindOfWorkChoices } from '../../../text/kinds-of-work';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { dayHeading, longTimes } from '../../../text/rota-times';
import { daysWords, timesheetRefusals, timesheetWords, typeInWords as words } from '../../../text/timesheets';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';
import {
  countOf,
  EXTRA_ROW,
  endsBefore,
  plannedRows,
  readTyped,
  type TypedPart,
  type TypedRow,
  type TypedValues,
} from './type-in-values';
import { type TimesheetOf, useTimesheet, useTimesheetOf } from './use-timesheet';
import './timesheets.css';

/** Typing in a paper timesheet: a row a shift, Enter goes to the next. */
export function TypeInPage() {
  const of = useTimesheetOf();
  const { view, failed } = useTimesheet(of);
  const back =
    of === undefined || failed
      ? { backTo: rotaPath.timesheet, backLabel: timesheetWords.toList }
      : {
          backTo: rotaPath.timesheetOf(of.workerId, of.from, of.to),
          backLabel: timesheetWords.backToHours,
        };
  return (
    <Page
      title={view === undefined ? timesheetWords.typeIn : words.title(view.name)}
      sub={view === undefined ? undefined : words.sub(daysWords(view.from, view.to))}
      {...back}
    >
      {failed ? (
        <EmptyState title={timesheetWords.empty}>{sentenceFor({ code: 'not-found' })}</EmptyState>
      ) : of === undefined || view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <TypeInForm of={of} view={view} />
      )}
    </Page>
  );
}

function TypeInForm({ of, view }: { readonly of: TimesheetOf; readonly view: TimesheetView }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const form = useForm<TypedValues, readonly TypedShift[]>({
    initial: { rows: plannedRows(view.lines) },
    check: readTyped,
    send: async (shifts) => {
      const answer = await answerOf(
        client.timesheets.typeIn({ householdId, workerId: of.workerId, shifts: [...shifts] }),
      );
      if (!answer.ok) return answer;
      await written(words.saved(answer.value.confirmed + answer.value.added));
      for (const warning of answer.value.warnings)
        showToast(sentenceFor({ code: warning.code, details: warning.values }, timesheetRefusals));
      void navigate(rotaPath.timesheetOf(of.workerId, of.from, of.to));
      return answer;
    },
    refusal: (refusal) => problemsFor({ ...refusal, field: undefined }, [], timesheetRefusals),
  });
  const { rows } = form.values;
  const planned = rows.filter((row) => row.line !== null).length;
  const box = useRef<HTMLDivElement>(null);
  const count = useRef(rows.length);
  // A row that is new is where typing goes on; where one is gone, at the one before it.
  useEffect(() => {
    if (count.current !== rows.length && box.current !== null) focusLastRow(box.current);
    count.current = rows.length;
  }, [rows.length]);
  const change = (index: number, part: Partial<TypedRow>) =>
    form.set(
      'rows',
      form.values.rows.map((row, at) => (at === index ? { ...row, ...part } : row)),
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field goes on to the next row
    <div onKeyDown={goOn} ref={box}>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.save(countOf(rows))}
            </Button>
            <Button icon={Plus} onPress={() => form.set('rows', [...form.values.rows, EXTRA_ROW])}>
              {words.addExtra}
            </Button>
          </>
        }
      >
        {planned === 0 ? <EmptyState title={words.none}>{words.noneBody}</EmptyState> : <p>{words.help}</p>}
        {rows.map((row, index) => (
          <Row
            key={row.line?.key ?? `extra-${index}`}
            row={row}
            index={index}
            short={shortNameOf(rows, index, planned)}
            number={index - planned + 1}
            form={form}
            days={view}
            onChange={(part) => change(index, part)}
            onRemove={() =>
              form.set(
                'rows',
                form.values.rows.filter((_row, at) => at !== index),
              )
            }
          />
        ))}
      </Form>
    </div>
  );
}

function focusLastRow(box: HTMLElement): void {
  const row = [...box.querySelectorAll('[data-typed-row]')].at(-1);
  const first = row?.querySelector<HTMLElement>(
    'button:not([tabindex="-1"]), input:not([tabindex="-1"]):not([type="hidden"])',
  );
  (first ?? box.querySelector<HTMLElement>('button[type="submit"]'))?.focus();
}

/** Enter in a field goes to the start of the next shift, and from the last one to the button that confirms them. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
  const row = event.target.closest('[data-typed-row]');
  if (row === null) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll('[data-typed-row]')];
  const next = rows[rows.indexOf(row) + (event.shiftKey ? -1 : 1)];
  const target =
    next?.querySelector('input') ?? event.currentTarget.querySelector<HTMLElement>('button[type="submit"]');
  target?.focus();
  if (target instanceof HTMLInputElement) target.select();
}

/** `Mon 16`, with the time where a day has two shifts; `shift 1` for one that was not planned. */
function shortNameOf(rows: readonly TypedRow[], index: number, planned: number): string {
  const line = rows[index]?.line ?? null;
  if (line === null) return words.extraShort(index - planned + 1);
  const { day, start } = line.planned;
  const isOnly = rows.filter((row) => row.line?.planned.day === day).length === 1;
  return isOnly ? dayHeading(day) : `${dayHeading(day)} ${formatTime(start)}`;
}

function Row(props: {
  readonly row: TypedRow;
  readonly index: number;
  readonly number: number;
  /** What sets its fields apart from those of other rows. */
  readonly short: string;
  readonly form: FormState<TypedValues>;
  readonly days: Pick<TimesheetView, 'from' | 'to'>;
  readonly onChange: (part: Partial<TypedRow>) => void;
  readonly onRemove: () => void;
}) {
  const { row, index, number, short, form, days, onChange } = props;
  const today = useToday();
  const wrong = (part: TypedPart) => {
    const { fieldId, error } = form.field(`row-${index}-${part}`);
    return { fieldId, error };
  };
  const { line } = row;
  const name =
    line === null
      ? words.extraRow(number)
      : words.row(formatWeekday(line.planned.day), longTimes(line.planned));
  const isLate = endsBefore(row) && !(line !== null && line.planned.endDay > line.planned.day);
  return (
    <fieldset className="typed-row" data-typed-row="">
      <legend>{name}</legend>
      <div className="typed-fields">
        {line === null ? (
          <Select
            label={words.ofRow(words.extraDay, short)}
            {...wrong('day')}
            value={row.day}
            onChange={(day) => onChange({ day })}
            choices={daysFromTo(days.from, today === undefined ? days.to : earlierDay(days.to, today)).map(
              (day) => ({ value: day as string, label: formatWeekday(day) }),
            )}
          />
        ) : null}
        <TimeField
          label={words.ofRow(words.start, short)}
          hint={undefined}
          {...wrong('start')}
          value={row.start}
          onChange={(start) => onChange({ start })}
        />
        <TimeField
          label={words.ofRow(words.end, short)}
          hint={undefined}
          {...wrong('end')}
          value={row.end}
          onChange={(end) => onChange({ end })}
        />
        {kindOfWorkFacts(row.kind).maySleep ? (
          <TextField
            label={words.ofRow(words.awake, short)}
            width="6"
            {...wrong('awake')}
            value={row.awake}
            onChange={(awake) => onChange({ awake })}
          />
        ) : null}
        {line === null ? (
          <Select
            label={words.ofRow(words.extraKind, short)}
            value={row.kind}
            onChange={(kind) => onChange({ kind })}
            choices={kindOfWorkChoices.map(({ value, label }) => ({ value, label }))}
          />
        ) : null}
        <TextField
          label={words.ofRow(line === null ? words.extraWhat : words.reason, short)}
          spellCheck
          {...wrong('reason')}
          value={row.reason}
          onChange={(reason) => onChange({ reason })}
        />
      </div>
      {isLate ? (
        <Checkbox
          label={words.ofRow(words.nextDay, short)}
          value={row.nextDay}
          onChange={(nextDay) => onChange({ nextDay })}
        />
      ) : null}
      {line === null ? (
        <Button kind="quiet" onPress={props.onRemove}>
          {words.removeExtra(number)}
        </Button>
      ) : null}
    </fieldset>
  );
}
