import type { PensionChange, PensionPlan, WorkerPension } from '@shared/api/pensions';
import { formatDay, type IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { DateField } from '../../components/date-field';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { RadioGroup } from '../../components/radio-group';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { frame } from '../../text/frame';
import {
  effectText,
  type JourneyName,
  pensionPage,
  planWarningText,
  pensionJourney as words,
} from '../../text/pensions';
import { pensionRefusals } from '../../text/pensions-refusals';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { inJourney, journeyStart, readJourney } from './pension-journey';
import { PensionTerms } from './pension-terms';
import { useToday } from './use-worker';

function isJourney(text: string | undefined): text is JourneyName {
  return text !== undefined && text in pensionPage.journeys;
}

/** One change of a PA’s pension: what it asks, what will happen, then yes. */
export function PensionJourneyPage() {
  const { workerId = '', journey } = useParams();
  const householdId = useHouseholdId();
  const today = useToday();
  const pension = useQuery({
    ...api.pensions.worker.queryOptions({ input: { householdId, workerId } }),
    throwOnError: true,
  }).data;
  if (!isJourney(journey))
    return (
      <Page title={frame.notFound.title}>
        <p>{frame.notFound.body}</p>
      </Page>
    );
  const back = `/people/${workerId}/pension`;
  if (pension === undefined || today === undefined)
    return (
      <Page title={pensionPage.journeys[journey].button} backTo={back} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const { shortName } = pension.standing;
  return (
    <Page
      title={pensionPage.journeys[journey].title(shortName)}
      sub={words.subs[journey]}
      backTo={back}
      backLabel={pensionPage.back(shortName)}
    >
      {journey === 'postpone' && pension.postponeFrom.length === 0 ? (
        <Notice title={words.noPostpone}>
          <p>{words.noPostponeBody}</p>
        </Notice>
      ) : (
        <Journey
          key={`${workerId} ${journey}`}
          journey={journey}
          pension={pension}
          today={today}
          home={back}
        />
      )}
    </Page>
  );
}

type Planned = { readonly change: PensionChange; readonly plan: PensionPlan };

function Journey(props: {
  readonly journey: JourneyName;
  readonly pension: WorkerPension;
  readonly today: IsoDay;
  readonly home: string;
}) {
  const { journey, pension, today, home } = props;
  const householdId = useHouseholdId();
  const { workerId } = pension.standing;
  const [planned, setPlanned] = useState<Planned | undefined>();
  const initial = journeyStart(journey, pension, today);
  const form = useForm({
    initial,
    check: (values) => readJourney(journey, values),
    send: async (change: PensionChange) => {
      const answer = await answerOf(client.pensions.plan({ householdId, workerId, change }));
      if (answer.ok) setPlanned({ change, plan: answer.value });
      return answer;
    },
    refusal: (refusal) => inJourney(journey, problemsFor(refusal, Object.keys(initial), pensionRefusals)),
  });
  if (planned !== undefined)
    return (
      <Happens planned={planned} workerId={workerId} home={home} onChange={() => setPlanned(undefined)} />
    );
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.see}
        </Button>
      }
    >
      {journey === 'enrol' ? (
        <RadioGroup
          label={words.why}
          {...form.field('why')}
          choices={(['by-law', 're-enrolment', 'agreed'] as const).map((value) => ({
            value,
            label: words.whys[value][0],
            note: words.whys[value][1],
          }))}
        />
      ) : null}
      {journey === 'enrol' ? (
        <DateField label={words.from} hint={words.fromHint} {...form.field('from')} />
      ) : null}
      {journey === 'terms' ? <DateField label={words.fromTerms} {...form.field('from')} /> : null}
      {journey === 'join' ? <DateField label={words.askedOn} {...form.field('askedOn')} /> : null}
      {journey === 'enrol' || journey === 'terms' || journey === 'join' ? (
        <PensionTerms form={form} least={pension.least} />
      ) : null}
      {journey === 'postpone' ? (
        <>
          <RadioGroup
            label={words.postponeFrom}
            {...form.field('postponeFrom')}
            choices={pension.postponeFrom.map((one) => ({
              value: one.from,
              label: formatDay(one.from),
              note: words.postponeLatest(one.until),
            }))}
          />
          <DateField label={words.until} {...form.field('until')} />
        </>
      ) : null}
      {journey === 'opt-out' ? (
        <>
          <DateField label={words.noticeOn} {...form.field('noticeOn')} />
          <DateField label={words.informedOn} hint={words.informedHint} {...form.field('informedOn')} />
        </>
      ) : null}
      {journey === 'stop' ? (
        <>
          <DateField label={words.stopAsked} {...form.field('askedOn')} />
          <DateField label={words.stopFrom} hint={words.stopHint} {...form.field('from')} />
        </>
      ) : null}
    </Form>
  );
}

/** What will happen, and yes to it. */
function Happens(props: {
  readonly planned: Planned;
  readonly workerId: string;
  readonly home: string;
  readonly onChange: () => void;
}) {
  const { planned, workerId, home } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const keep = async () => {
    if (pending) return;
    setPending(true);
    const answer = await answerOf(client.pensions.save({ householdId, workerId, change: planned.change }));
    setPending(false);
    if (!answer.ok) {
      showToast(sentenceFor(answer, pensionRefusals));
      return;
    }
    await queryClient.invalidateQueries();
    announce(words.kept);
    void navigate(home);
  };
  const { effects, warnings } = planned.plan;
  return (
    <section className="section" aria-labelledby="pension-happens">
      <h2 id="pension-happens" ref={heading} tabIndex={-1}>
        {words.happens}
      </h2>
      <ul className="pension-effects">
        {effects.map((one) => (
          <li key={one.code}>{effectText(one)}</li>
        ))}
      </ul>
      {warnings.length === 0 ? null : (
        <Notice tone="attention" title={words.look}>
          {warnings.map((one) => (
            <p key={one.code}>{planWarningText(one)}</p>
          ))}
        </Notice>
      )}
      <p className="quiet">{words.undoLater}</p>
      <div className="actions">
        <Button kind="primary" pending={pending} onPress={() => void keep()}>
          {words.keep}
        </Button>
        <Button kind="quiet" onPress={props.onChange}>
          {words.change}
        </Button>
      </div>
    </section>
  );
}
