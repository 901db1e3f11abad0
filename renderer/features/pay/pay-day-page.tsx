import type { PayDayOutcome, PayRunView } from '@shared/api/pay';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { readDate } from '../../components/read-fields';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { common } from '../../text/common';
import { payRun } from '../../text/pay';
import { payDay as words } from '../../text/pay-day';
import { payRefusals } from '../../text/pay-problems';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { PayAnswer } from './pay-answer';
import { useRun } from './use-pay';

/** Moves the pay day of an open run, with what it changes before it is saved. */
export function PayDayPage() {
  const { key = '' } = useParams();
  return (
    <PayAnswer query={useRun(key)} title={words.gone}>
      {(run) => (
        <Page
          title={words.title}
          sub={words.sub(run)}
          backTo={`/pay/run/${run.key}`}
          backLabel={payRun.title(run)}
        >
          <PayDayForm run={run} />
        </Page>
      )}
    </PayAnswer>
  );
}

function usePayDay(run: PayRunView, payDate: PayRunView['payDate'] | undefined) {
  const householdId = useHouseholdId();
  return useQuery({
    ...api.pay.payDay.queryOptions({
      input: payDate === undefined ? skipToken : { householdId, key: run.key, payDate },
    }),
    retry: false,
  });
}

function PayDayForm({ run }: { readonly run: PayRunView }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const home = `/pay/run/${run.key}`;
  const check = (values: { readonly payDate: ReturnType<typeof dateText> }) =>
    checkFields({ payDate: readDate(values.payDate, words.asked) });
  const save = async (payDate: PayRunView['payDate'] | null) => {
    const answer = await answerOf(client.pay.changePayDay({ householdId, key: run.key, payDate }));
    if (!answer.ok) return answer;
    announce(words.done(answer.value.payDate));
    await queryClient.invalidateQueries();
    void navigate(home);
    return answer;
  };
  const form = useForm({
    initial: { payDate: dateText(run.payDate) },
    check,
    send: ({ payDate }) => save(payDate),
    refusal: (refusal) => problemsFor(refusal, ['payDate'], payRefusals),
  });
  const read = check(form.values);
  const now = usePayDay(run, run.payDate).data;
  const asked = usePayDay(run, read.ok ? read.value.payDate : undefined);
  const takeBack = async () => {
    const answer = await save(null);
    if (!answer.ok) showToast(sentenceFor(answer, payRefusals));
  };
  const refusal = asked.isError ? refusalOf(asked.error) : undefined;
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {run.payDayChosen && now !== undefined ? (
            <Button onPress={() => void takeBack()}>{words.takeBack(now.usual)}</Button>
          ) : null}
          <LinkButton to={home}>{common.cancel}</LinkButton>
        </>
      }
    >
      <p>{words.intro}</p>
      <DateField
        label={words.label}
        {...(now === undefined ? {} : { hint: words.hint(now.earliest, now.latest) })}
        {...form.field('payDate')}
      />
      <Notice title={words.changes} spoken>
        {sentencesFor(
          read.ok ? asked.data : undefined,
          refusal === undefined ? undefined : sentenceFor(refusal, payRefusals),
        ).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    </Form>
  );
}

function sentencesFor(outcome: PayDayOutcome | undefined, refused: string | undefined): readonly string[] {
  if (refused !== undefined) return [refused];
  if (outcome === undefined) return [words.wait];
  const { now, moved } = outcome;
  if (now.payDate === moved.payDate) return [words.same];
  const isSamePeriod = now.taxYear === moved.taxYear && now.taxPeriod.number === moved.taxPeriod.number;
  return [
    words.paid(moved.payDate),
    isSamePeriod ? words.countsSame(moved) : words.counts(moved),
    ...(now.taxYear === moved.taxYear ? [] : [words.otherYear]),
    ...(moved.taxDay === moved.payDate ? [] : [words.regular(moved.taxDay)]),
    ...(now.hmrcBy === moved.hmrcBy ? [] : [words.hmrc(moved)]),
    words.tell,
  ];
}
