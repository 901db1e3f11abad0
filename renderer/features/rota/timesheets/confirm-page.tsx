import type { RotaShift, RotaView } from '@shared/api/rota';
import { addDays, daysBetween, formatWeekday, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { type Column, Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { coverWords } from '../../../text/rota';
import { confirmWords as words } from '../../../text/rota-more';
import { rotaRefusals } from '../../../text/rota-sentences';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { timesheetWords } from '../../../text/timesheets';
import { rotaPath } from '../paths';
import { holderOf, inOrder, namesOf, timesOf } from '../rota-model';
import { useRota, useToday, useWritten } from '../use-rota';
import { ConfirmRow } from './confirm-row';
import { asPlanned, readWorked, toConfirm } from './confirm-values';

/** The most days the rota shows at once. */
const MOST_DAYS = 69;

/** What was really worked: a row a shift, as planned or not. Only this is paid. */
export function ConfirmPage() {
  const today = useToday();
  const [search] = useSearchParams();
  const asked = { from: askedDay(search.get('from')), to: askedDay(search.get('to')) };
  const to = asked.to ?? (today === undefined ? undefined : addDays(today, -1));
  const from = asked.from ?? (to === undefined ? undefined : addDays(to, -MOST_DAYS));
  const isPeriod = asked.from !== undefined;
  const found = useRota(from, to);
  const view = found === undefined || found.from !== from || found.to !== to ? undefined : found;
  const worker = search.get('worker');
  // From a PA's timesheet the way back is to it.
  const sheet =
    worker !== null && asked.from !== undefined && asked.to !== undefined
      ? rotaPath.timesheetOf(worker, asked.from, asked.to)
      : undefined;
  const back =
    sheet === undefined
      ? { backTo: rotaPath.rota(), backLabel: coverWords.toRota }
      : { backTo: sheet, backLabel: timesheetWords.backToHours };
  if (view === undefined || today === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const shifts = inOrder(view.shifts).filter(
    (shift) => shift.day <= today && (worker === null || shift.workerId === worker),
  );
  const open = toConfirm(shifts);
  // Without a period asked for, what is done is shown from the first day that is open, or of the last week.
  const since = isPeriod ? view.from : (open[0]?.day ?? addDays(today, -7));
  const done = shifts.filter(
    (shift) => shift.day >= since && (shift.state === 'confirmed' || shift.state === 'paid'),
  );
  return (
    <Page title={words.title} sub={words.sub(since, view.to)} {...back}>
      {open.length === 0 ? (
        <EmptyState
          title={words.none}
          actions={
            <LinkButton kind="primary" to={sheet ?? rotaPath.timesheet}>
              {sheet === undefined ? words.toTimesheets : words.toTimesheet}
            </LinkButton>
          }
        >
          {isPeriod ? words.noneNext : words.noneBody}
        </EmptyState>
      ) : (
        <ConfirmForm key={open.map((shift) => shift.key).join(' ')} shifts={open} names={namesOf(view)} />
      )}
      {done.length === 0 ? null : <DoneShifts shifts={done} view={view} />}
      <details className="section">
        <summary>{words.periodTitle}</summary>
        <PeriodForm from={since} to={view.to} />
      </details>
    </Page>
  );
}

function askedDay(text: string | null): IsoDay | undefined {
  return text !== null && isIsoDay(text) ? isoDay(text) : undefined;
}

function ConfirmForm(props: {
  readonly shifts: readonly RotaShift[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { shifts, names } = props;
  const householdId = useHouseholdId();
  const written = useWritten();
  const form = useForm({
    initial: asPlanned(shifts),
    check: (values) => readWorked(shifts, values),
    send: async (worked) => {
      const answer = await answerOf(client.rota.confirm({ householdId, shifts: [...worked] }));
      if (answer.ok) {
        await written(words.confirmed(answer.value.confirmed));
        // The form is gone: focus goes to the heading of the page.
        document.querySelector<HTMLElement>('main h1')?.focus();
      }
      return answer;
    },
    refusal: (refusal) => problemsFor({ ...refusal, field: undefined }, [], rotaRefusals),
  });
  const { rows } = form.values;
  const count = rows.filter((row) => row.how !== 'later').length;
  const isAllPlanned = rows.every((row) => row.how === 'as-planned');
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {isAllPlanned ? words.confirmAll(count) : words.confirmSome(count)}
        </Button>
      }
    >
      <p>{words.help}</p>
      <ul className="confirm-list" aria-label={words.list}>
        {shifts.map((shift, index) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <ConfirmRow
              key={shift.key}
              shift={shift}
              name={holderOf(shift, names)}
              row={row}
              index={index}
              form={form}
              onChange={(part) =>
                form.set(
                  'rows',
                  form.values.rows.map((one, at) => (at === index ? { ...one, ...part } : one)),
                )
              }
            />
          );
        })}
      </ul>
    </Form>
  );
}

function DoneShifts({ shifts, view }: { readonly shifts: readonly RotaShift[]; readonly view: RotaView }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const names = namesOf(view);
  const takeBack = async (key: string) => {
    const answer = await answerOf(client.rota.unconfirm({ householdId, key }));
    if (!answer.ok) showToast(sentenceFor(answer, rotaRefusals));
    await written();
  };
  const columns: Column<RotaShift>[] = [
    {
      id: 'day',
      heading: words.columns.day,
      cell: (shift) => formatWeekday(shift.day),
      sortBy: (shift) => `${shift.day} ${shift.start}`,
      isName: true,
    },
    {
      id: 'who',
      heading: words.columns.who,
      cell: (shift) => holderOf(shift, names),
      sortBy: (shift) => holderOf(shift, names),
    },
    { id: 'times', heading: words.columns.times, cell: (shift) => longTimes(timesOf(shift)) },
    {
      id: 'hours',
      heading: words.columns.hours,
      kind: 'figure',
      cell: (shift) => hoursWords(shift.actual?.minutes ?? shift.minutes),
    },
    {
      id: 'state',
      heading: words.columns.state,
      cell: (shift) => <Tag tone="done">{shift.state === 'paid' ? words.paid : words.confirmedTag}</Tag>,
      text: (shift) => (shift.state === 'paid' ? words.paid : words.confirmedTag),
    },
    {
      id: 'action',
      heading: words.columns.action,
      kind: 'action',
      cell: (shift) =>
        shift.state === 'paid' ? null : (
          <Button
            kind="quiet"
            name={words.takeBackName(
              `${holderOf(shift, names)}, ${formatWeekday(shift.day)}, ${longTimes(timesOf(shift))}`,
            )}
            onPress={() => void takeBack(shift.key)}
          >
            {words.takeBack}
          </Button>
        ),
    },
  ];
  return (
    <section className="section" aria-labelledby="confirm-done">
      <h2 id="confirm-done">{words.doneList}</h2>
      <Table
        caption={words.doneList}
        hideCaption
        columns={columns}
        rows={shifts}
        rowKey={(shift) => shift.key}
      />
    </section>
  );
}

function PeriodForm({ from, to }: { readonly from: IsoDay; readonly to: IsoDay }) {
  const navigate = useNavigate();
  const form = useForm({
    initial: { from: dateText(from), to: dateText(to) },
    check: (values) => {
      const read = checkFields({
        from: readDate(values.from, words.said.from),
        to: readDate(values.to, words.said.to),
      });
      if (!read.ok) return read;
      const length = daysBetween(read.value.from, read.value.to);
      if (length < 0)
        return { ok: false, problems: { to: String(rotaRefusals['pattern.ends-before-it-starts']) } };
      return length > MOST_DAYS ? { ok: false, problems: { to: words.tooLong } } : read;
    },
    send: async (days) => {
      void navigate(`${rotaPath.confirm}?from=${days.from}&to=${days.to}`, { replace: true });
      return undefined;
    },
  });
  return (
    <Form form={form} actions={<Button type="submit">{words.show}</Button>}>
      <DateField label={words.from} {...form.field('from')} />
      <DateField label={words.to} {...form.field('to')} />
    </Form>
  );
}
