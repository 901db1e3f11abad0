import type { LateOutcome, LateShift } from '@shared/api/pay-late';
import { addDays } from '@shared/dates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { ErrorSummary } from '../../../components/error-summary';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { SummaryList } from '../../../components/summary-list';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindsOfWork } from '../../../text/kinds-of-work';
import { lateRefusals, movedHours, lateWords as words } from '../../../text/late-change';
import { payRefusals } from '../../../text/pay-problems';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import { hasNoPay, OutcomeNotices, outcomeRows } from './late-outcome';
import { type LateValues, type ReadLate, readLate, typedTimes } from './late-values';
import { TimeFields } from './time-fields';

const REFUSALS = { ...payRefusals, ...rotaRefusals, ...lateRefusals };

/** What was worked after all of a shift that is paid: the difference goes into the PA’s next pay. */
export function LateChangePage() {
  const { key = '' } = useParams();
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.pay.lateShift.queryOptions({ input: { householdId, key } }),
    retry: false,
  });
  const back = { backTo: rotaPath.rota(query.data?.day), backLabel: words.back };
  if (query.data === undefined) {
    const refusal = query.isError ? refusalOf(query.error) : undefined;
    if (query.isError && refusal === undefined) throw query.error;
    return (
      <Page title={words.gone} {...back}>
        {refusal === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <Notice tone="attention" title={words.goneTitle}>
            <p>{sentenceFor(refusal, REFUSALS)}</p>
          </Notice>
        )}
      </Page>
    );
  }
  const shift = query.data;
  return (
    <Page
      title={words.title(shift.shortName)}
      sub={words.sub(shift.day, kindsOfWork[shift.kindOfWork])}
      {...back}
    >
      <LateChange key={JSON.stringify(shift.now)} shift={shift} />
    </Page>
  );
}

function hoursText(shift: LateShift, hours: LateShift['now'], nothing: string): string {
  if (hours === null) return nothing;
  const awake = hours.awakeMinutes === null ? '' : words.awake(hoursWords(hours.awakeMinutes));
  return `${longTimes({ ...hours, day: shift.day })}, ${hoursWords(hours.minutes)}${awake}`;
}

type Asked = { readonly change: ReadLate; readonly outcome: LateOutcome };

function LateChange({ shift }: { readonly shift: LateShift }) {
  const [asked, setAsked] = useState<Asked | undefined>();
  const maySleep = kindOfWorkFacts(shift.kindOfWork).maySleep;
  const householdId = useHouseholdId();
  const initial: LateValues = {
    mode: 'hours',
    ...typedTimes(shift.day, shift.now ?? shift.paid),
    reason: shift.waiting?.reason ?? '',
  };
  const form = useForm({
    initial,
    check: (values: LateValues) => readLate(values, maySleep),
    send: async (change) => {
      const answer = await answerOf(client.pay.previewLate({ householdId, key: shift.shiftId, ...change }));
      if (!answer.ok) return answer;
      setAsked({ change, outcome: answer.value });
      return undefined;
    },
    refusal: (found) => problemsFor(found, ['start', 'end', 'reason'], REFUSALS),
  });
  if (asked !== undefined)
    return <CheckChange shift={shift} asked={asked} onBack={() => setAsked(undefined)} />;
  return (
    <>
      <Notice title={words.paid(shift.paidOn, shift.shortName)}>
        <p>{shift.hasLeft ? words.left(shift.shortName) : words.stays}</p>
      </Notice>
      <SummaryList
        rows={[
          { label: words.paidFor, value: hoursText(shift, shift.paid, words.nothingPaid) },
          ...(shift.waiting === null
            ? []
            : [{ label: words.nowWorked, value: hoursText(shift, shift.now, words.notWorked) }]),
        ]}
      />
      <Waiting shift={shift} />
      <div className="section">
        <Form
          form={form}
          actions={
            <>
              <Button kind="primary" type="submit" pending={form.pending}>
                {words.check}
              </Button>
              <LinkButton to={rotaPath.rota(shift.day)}>{common.cancel}</LinkButton>
            </>
          }
        >
          <RadioGroup
            label={words.mode}
            {...form.field('mode')}
            choices={[
              { value: 'hours', label: words.modes.hours },
              { value: 'not-worked', label: words.modes.notWorked },
            ]}
          />
          {form.values.mode === 'not-worked' ? null : (
            <TimeFields
              values={form.values}
              day={shift.day}
              maySleep={maySleep}
              start={form.field('start')}
              end={form.field('end')}
              nextDay={form.field('nextDay')}
              awake={form.field('awake')}
            />
          )}
          <TextField
            label={words.reason}
            hint={words.reasonHint}
            width="full"
            spellCheck
            {...form.field('reason')}
          />
        </Form>
      </div>
      <section className="section" aria-labelledby="late-other">
        <h2 id="late-other">{words.wrongPa}</h2>
        <p>{words.wrongPaBody}</p>
        <p>
          <LinkButton kind="quiet" flush to={rotaPath.addHours({ day: shift.day })}>
            {words.addLink}
          </LinkButton>
        </p>
      </section>
      {shift.past.length === 0 ? null : (
        <section className="section" aria-labelledby="late-past">
          <h2 id="late-past">{words.pastTitle}</h2>
          <ul>
            {shift.past.map((one) => (
              <li key={one.id}>{words.past(one.paidOn, movedHours(one.minutes), one.amount, one.reason)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Waiting({ shift }: { readonly shift: LateShift }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const { waiting } = shift;
  if (waiting === null) return null;
  const remove = async () => {
    const answer = await answerOf(client.pay.removeLate({ householdId, id: waiting.id }));
    if (answer.ok) {
      await written(words.takenBack);
      // The notice is gone: focus goes to the heading of the page.
      document.querySelector<HTMLElement>('main h1')?.focus();
    } else setProblem(sentenceFor(answer, REFUSALS));
  };
  return (
    <>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <Notice
        title={words.waitingTitle}
        action={<Button onPress={() => void remove()}>{words.takeBack}</Button>}
      >
        <p>{words.waiting(waiting.reason)}</p>
      </Notice>
    </>
  );
}

function CheckChange(props: {
  readonly shift: LateShift;
  readonly asked: Asked;
  readonly onBack: () => void;
}) {
  const { shift, asked } = props;
  const { change, outcome } = asked;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was worked out is read from its heading on.
  useEffect(() => heading.current?.focus(), []);
  const keep = async () => {
    if (pending) return;
    setPending(true);
    const answer = await answerOf(client.pay.noteLate({ householdId, key: shift.shiftId, ...change }));
    setPending(false);
    if (!answer.ok) {
      setProblem(sentenceFor(answer, REFUSALS));
      return;
    }
    await written(words.kept(shift.shortName));
    void navigate(rotaPath.rota(shift.day));
  };
  const { now } = change;
  const times =
    now === null
      ? words.notWorked
      : `${longTimes({ day: shift.day, start: now.start, endDay: now.endsNextDay ? addDays(shift.day, 1) : shift.day, end: now.end })}${
          now.awakeMinutes === null ? '' : words.awake(hoursWords(now.awakeMinutes))
        }`;
  return (
    <section className="section" aria-labelledby="late-check">
      <h2 id="late-check" ref={heading} tabIndex={-1}>
        {words.checkTitle}
      </h2>
      {problem === undefined ? null : <ErrorSummary turn={1} problems={[{ message: problem }]} />}
      <SummaryList
        rows={[
          { label: words.paidFor, value: hoursText(shift, shift.paid, words.nothingPaid) },
          { label: words.nowWorked, value: times, onChange: props.onBack },
          ...outcomeRows(outcome, shift.shortName, words.difference, shift.hasLeft),
          ...(change.reason === '' ? [] : [{ label: words.reason, value: change.reason }]),
        ]}
      />
      <OutcomeNotices outcome={outcome} name={shift.shortName} hasLeft={shift.hasLeft} runId={shift.runId} />
      <div className="actions">
        {hasNoPay(outcome, shift.hasLeft) ? null : (
          <Button kind="primary" pending={pending} onPress={() => void keep()}>
            {words.keep(shift.shortName)}
          </Button>
        )}
        <Button onPress={props.onBack}>{words.changeAnswers}</Button>
      </div>
    </section>
  );
}
