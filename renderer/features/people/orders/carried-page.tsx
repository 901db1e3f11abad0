import type { CarriedDetails, CarriedView } from '@shared/api/orders';
import { formatHours } from '@shared/clock-time';
import { addDays, formatDay, isIsoDay } from '@shared/dates';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readHours } from '../../../components/read-fields';
import { readChoice, readOptionalDate } from '../../../components/read-more';
import { SummaryList } from '../../../components/summary-list';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { carriedReasons, carriedRefusals, carried as words } from '../../../text/carried';
import { common } from '../../../text/common';
import { orders } from '../../../text/orders';
import { problemsFor } from '../../../text/refusals';
import { hoursWords } from '../../../text/rota-times';
import { useSaved, useWorker } from '../use-worker';
import { useCarried, useDoNow } from './use-orders';

type Reason = CarriedDetails['reason'];
type View = NonNullable<ReturnType<typeof useCarried>>;

const REASONS: readonly Reason[] = ['agreed', 'sickness', 'family-leave', 'not-given'];

/** Holiday that a PA brings from one leave year into the next, and why. */
export function CarriedPage() {
  const { workerId = '' } = useParams();
  const worker = useWorker(workerId);
  const view = useCarried(workerId);
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  if (worker === undefined || view === undefined)
    return (
      <Page title={words.titleNoName} backTo={`/people/${workerId}`} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const stop =
    view.method === null ? words.noContract : view.method === 'rolled-up' ? words.rolledUp : undefined;
  return (
    <Page
      title={words.title(worker.shortName)}
      sub={words.sub}
      backTo={`/people/${workerId}`}
      backLabel={orders.back(worker.shortName)}
    >
      {stop === undefined ? null : <p>{stop}</p>}
      {view.method === 'accrual' ? <p>{words.irregular}</p> : null}
      {view.years.map((year) =>
        year.leftBefore === null || stop !== undefined ? null : (
          <p key={year.from}>{words.leftBefore(addDays(year.from, -1), year.leftBefore)}</p>
        ),
      )}
      {editing === null ? (
        <>
          {view.entries.length === 0 && stop === undefined ? <p className="quiet">{words.empty}</p> : null}
          {view.entries.map((entry) => (
            <OneEntry
              key={entry.id}
              entry={entry}
              workerId={workerId}
              onChange={() => setEditing(entry.id)}
            />
          ))}
          {stop === undefined ? (
            <div className="actions">
              <Button kind="primary" onPress={() => setEditing('new')}>
                {words.add}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <div className="section">
          <CarriedForm
            key={editing}
            workerId={workerId}
            view={view}
            entry={view.entries.find((one) => one.id === editing)}
            onDone={() => setEditing(null)}
          />
        </div>
      )}
    </Page>
  );
}

function OneEntry(props: {
  readonly entry: CarriedView;
  readonly workerId: string;
  readonly onChange: () => void;
}) {
  const { entry, workerId, onChange } = props;
  const householdId = useHouseholdId();
  const doNow = useDoNow();
  const remove = () =>
    void doNow(answerOf(client.orders.removeCarried({ householdId, workerId, id: entry.id })), words.removed);
  return (
    <section className="pa-section">
      <h2>{words.into(entry.leaveYearFrom)}</h2>
      <SummaryList
        rows={[
          { label: words.time, value: hoursWords(entry.minutes) },
          { label: words.why, value: carriedReasons[entry.reason].label },
          { label: words.useBy, value: entry.useBy === null ? words.noEnd : formatDay(entry.useBy) },
          { label: words.used, value: hoursWords(entry.usedMinutes) },
          { label: words.left, value: hoursWords(entry.leftMinutes) },
          ...(entry.lapsedMinutes === 0
            ? []
            : [{ label: words.lapsed, value: hoursWords(entry.lapsedMinutes) }]),
        ]}
      />
      <div className="button-row">
        <Button
          kind="quiet"
          flush
          onPress={onChange}
          name={words.changeNamed(entry.reason, entry.leaveYearFrom)}
        >
          {words.change}
        </Button>
        <Button kind="quiet" onPress={remove} name={words.removeNamed(entry.reason, entry.leaveYearFrom)}>
          {words.remove}
        </Button>
      </div>
    </section>
  );
}

function CarriedForm(props: {
  readonly workerId: string;
  readonly view: View;
  readonly entry: CarriedView | undefined;
  readonly onDone: () => void;
}) {
  const { workerId, view, entry, onDone } = props;
  const householdId = useHouseholdId();
  const saved = useSaved(`/people/${workerId}/carried`);
  const years = view.years.map(({ from, to }) => ({ value: from, label: words.yearChoice(from, to) }));
  const known = entry === undefined || years.some((one) => one.value === entry.leaveYearFrom);
  const initial: {
    leaveYearFrom: string;
    minutes: string;
    reason: Reason | '';
    useBy: ReturnType<typeof dateText>;
  } = {
    leaveYearFrom: entry?.leaveYearFrom ?? years[0]?.value ?? '',
    minutes: entry === undefined ? '' : formatHours(entry.minutes),
    reason: entry?.reason ?? '',
    useBy: dateText(entry?.useBy),
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        leaveYearFrom: isIsoDay(values.leaveYearFrom)
          ? ({ ok: true, value: values.leaveYearFrom } as const)
          : ({ ok: false, message: words.yearNeeded } as const),
        minutes: readHours(values.minutes, words.timeAsked),
        reason: readChoice(values.reason, words.reasonNeeded),
        useBy: readOptionalDate(values.useBy, words.useByAsked),
      }),
    send: async (value) => {
      const answer = await answerOf(
        client.orders.saveCarried({ householdId, workerId, id: entry?.id ?? null, carried: value }),
      );
      if (answer.ok) {
        await saved();
        onDone();
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), carriedRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          <Button onPress={onDone}>{common.cancel}</Button>
        </>
      }
    >
      <RadioGroup
        label={words.year}
        {...form.field('leaveYearFrom')}
        choices={
          known || entry === undefined
            ? years
            : [{ value: entry.leaveYearFrom, label: formatDay(entry.leaveYearFrom) }, ...years]
        }
      />
      <RadioGroup
        label={words.reason}
        {...form.field('reason')}
        choices={REASONS.map((value) => ({ value, ...carriedReasons[value] }))}
      />
      <HoursField label={words.time} {...form.field('minutes')} />
      <DateField label={words.useBy} hint={words.useByHint} optional {...form.field('useBy')} />
    </Form>
  );
}
