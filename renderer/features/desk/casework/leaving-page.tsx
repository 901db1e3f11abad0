import { formatDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { readDate } from '../../../components/read-fields';
import { type Task, TaskList } from '../../../components/task-list';
import { useForm } from '../../../components/use-form';
import { leaving as words } from '../../../text/desk/casework';
import { problemsFor } from '../../../text/refusals';
import { type Case, CasePage, nameOf, useWritten } from './use-casework';

/** A household leaves: the last day of the agreement, and what is left to do until its record is handed over. */
export function LeavingPage() {
  return (
    <CasePage title={(card) => words.title(nameOf(card))} sub={() => words.sub} toCard>
      {(found) => (
        <>
          <LastDay {...found} />
          <Steps {...found} />
        </>
      )}
    </CasePage>
  );
}

/** The agreement that goes on for longest: in force, or still to come. */
const lastService = ({ services, today }: Case['card']) =>
  services.find((one) => one.endsOn === null || one.endsOn >= today);

function LastDay({ householdId, card }: Case) {
  const { services, today } = card;
  const now = lastService(card);
  const last = services.find((one) => one.endsOn !== null && one.endsOn < today);
  if (now === undefined)
    return last?.endsOn == null ? (
      <p>{words.none}</p>
    ) : (
      <Notice tone="done" title={words.endedOn(formatDay(last.endsOn))} />
    );
  if (now.endsOn !== null)
    return (
      <Notice
        tone="done"
        title={words.endsOn(formatDay(now.endsOn))}
        action={
          <LinkButton to={`/desk/households/${householdId}/agreements/${now.id}`}>{words.change}</LinkButton>
        }
      />
    );
  return <LastDayForm householdId={householdId} today={today} />;
}

function LastDayForm({
  householdId,
  today,
}: {
  readonly householdId: string;
  readonly today: Case['card']['today'];
}) {
  const written = useWritten();
  const form = useForm({
    initial: { lastDay: dateText(today) },
    check: (values) => checkFields({ lastDay: readDate(values.lastDay, words.lastDay) }),
    send: async ({ lastDay }) => {
      const answer = await answerOf(client.casework.endService({ householdId, lastDay }));
      if (answer.ok) await written(words.ended);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['lastDay']),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.end}
        </Button>
      }
    >
      <DateField label={words.lastDay} hint={words.lastDayHint} {...form.field('lastDay')} />
    </Form>
  );
}

function Steps({ householdId, card }: Case) {
  const runs = useQuery({
    ...api.pay.runs.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const terms = useQuery({
    ...api.fees.terms.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const charges = terms?.waiting.length ?? 0;
  const lastDay = lastService(card)?.endsOn ?? null;
  const open = runs?.open.filter((one) => lastDay === null || one.periodFrom <= lastDay).length ?? 0;
  const followUps = card.notes.filter((one) => one.followUpOn !== null && one.doneOn === null).length;
  const onPaper = card.filingRoute === 'paper' || card.services.some((one) => one.paperFilingToldOn !== null);
  const { steps } = words;
  const counted = (count: number, openWords: string, done: string): Pick<Task, 'status' | 'tone'> =>
    count === 0 ? { status: done, tone: 'done' } : { status: openWords, tone: 'attention' };
  const tasks: readonly Task[] = [
    { id: 'pay', name: steps.pay, to: '/pay', ...counted(open, steps.payOpen(open), steps.payDone) },
    {
      id: 'follow-ups',
      name: steps.followUps,
      to: `/desk/households/${householdId}`,
      ...counted(followUps, steps.followUpsOpen(followUps), steps.followUpsDone),
    },
    {
      id: 'fees',
      name: steps.fees,
      to: `/desk/fees/households/${householdId}`,
      ...counted(charges, steps.feesOpen(charges), steps.feesDone),
    },
    { id: 'hmrc', name: steps.hmrc, hint: steps.hmrcHint, status: steps.toAgree },
    { id: 'council', name: steps.council, status: steps.toAgree },
    {
      id: 'hand-over',
      name: steps.handOver,
      hint: steps.handOverHint,
      to: '/settings/hand-over',
      status: steps.whenDone,
    },
  ];
  return (
    <section className="section" aria-labelledby="leaving-steps">
      <h2 id="leaving-steps">{steps.title}</h2>
      <TaskList label={steps.label} tasks={tasks} />
      {onPaper ? <p className="quiet">{words.paper}</p> : null}
    </section>
  );
}
