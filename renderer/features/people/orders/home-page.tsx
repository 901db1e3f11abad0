import type { HomeView } from '@shared/api/orders';
import { NO_MONEY, poundsString } from '@shared/money';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { readDate, readMoney } from '../../../components/read-fields';
import { readOptionalDate } from '../../../components/read-more';
import { SummaryList } from '../../../components/summary-list';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { orderRefusals, orders, home as words } from '../../../text/orders';
import { problemsFor } from '../../../text/refusals';
import { useSaved, useWorker } from '../use-worker';
import { useDoNow, useHomes } from './use-orders';

/** A home that the employer provides with the job: since when, and what is charged for a day. */
export function HomePage() {
  const { workerId = '' } = useParams();
  const worker = useWorker(workerId);
  const view = useHomes(workerId);
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  if (worker === undefined || view === undefined)
    return (
      <Page title={words.titleNoName} backTo={`/people/${workerId}`} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const home = view.homes.find((one) => one.id === editing);
  return (
    <Page
      title={words.title(worker.shortName)}
      sub={words.sub}
      backTo={`/people/${workerId}`}
      backLabel={orders.back(worker.shortName)}
    >
      {view.offsetPerDay === null ? null : <p>{words.rule(view.offsetPerDay)}</p>}
      <p>{words.notTaken}</p>
      {editing === null ? (
        <>
          {view.homes.length === 0 ? <p className="quiet">{words.empty}</p> : null}
          {view.homes.map((one) => (
            <OneHome key={one.id} home={one} workerId={workerId} onChange={() => setEditing(one.id)} />
          ))}
          <div className="actions">
            <Button kind="primary" onPress={() => setEditing('new')}>
              {words.add}
            </Button>
          </div>
        </>
      ) : (
        <div className="section">
          <HomeForm
            key={editing}
            workerId={workerId}
            home={home}
            startedOn={dateText(view.homes.length === 0 ? worker.details.startedOn : null)}
            onDone={() => setEditing(null)}
          />
        </div>
      )}
    </Page>
  );
}

function OneHome(props: {
  readonly home: HomeView;
  readonly workerId: string;
  readonly onChange: () => void;
}) {
  const { home, workerId, onChange } = props;
  const householdId = useHouseholdId();
  const doNow = useDoNow();
  const remove = () =>
    void doNow(answerOf(client.orders.removeHome({ householdId, workerId, id: home.id })), words.removed);
  return (
    <section className="pa-section">
      <h2>{words.from(home.fromDay, home.endedOn)}</h2>
      <SummaryList
        rows={[
          {
            label: words.charge,
            value: home.dailyCharge === 0 ? words.free : words.aDay(home.dailyCharge),
          },
          ...(home.countsPerDay === null
            ? []
            : [{ label: words.counts, value: words.countsFor(home.countsPerDay) }]),
        ]}
      />
      <div className="button-row">
        <Button kind="quiet" flush onPress={onChange} name={words.changeNamed(home.fromDay)}>
          {words.change}
        </Button>
        <Button kind="quiet" onPress={remove} name={words.removeNamed(home.fromDay)}>
          {words.remove}
        </Button>
      </div>
    </section>
  );
}

function HomeForm(props: {
  readonly workerId: string;
  readonly home: HomeView | undefined;
  readonly startedOn: ReturnType<typeof dateText>;
  readonly onDone: () => void;
}) {
  const { workerId, home, onDone } = props;
  const householdId = useHouseholdId();
  const saved = useSaved(`/people/${workerId}/home`);
  const initial = {
    fromDay: home === undefined ? props.startedOn : dateText(home.fromDay),
    endedOn: dateText(home?.endedOn),
    dailyCharge: home === undefined ? '' : poundsString(home.dailyCharge),
  };
  const form = useForm({
    initial,
    check: (values) => {
      const charge = readMoney(values.dailyCharge, words.chargeAsked);
      return checkFields({
        fromDay: readDate(values.fromDay, words.fromAsked),
        endedOn: readOptionalDate(values.endedOn, words.endedAsked),
        dailyCharge:
          charge.ok && charge.value < NO_MONEY ? ({ ok: false, message: words.chargeHint } as const) : charge,
      });
    },
    send: async (value) => {
      const answer = await answerOf(
        client.orders.saveHome({ householdId, workerId, id: home?.id ?? null, home: value }),
      );
      if (answer.ok) {
        await saved();
        onDone();
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), orderRefusals),
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
      <DateField label={words.fromDay} {...form.field('fromDay')} />
      <DateField label={words.endedOn} hint={words.endedHint} optional {...form.field('endedOn')} />
      <MoneyField label={words.charge} hint={words.chargeHint} {...form.field('dailyCharge')} />
    </Form>
  );
}
