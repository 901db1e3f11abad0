import type { ReturnView } from '@shared/api/returns';
import { formatDay, type IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { ErrorSummary } from '../../components/error-summary';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { RadioGroup } from '../../components/radio-group';
import { readDate, readText } from '../../components/read-fields';
import { Steps } from '../../components/steps';
import { SummaryList } from '../../components/summary-list';
import { TextField } from '../../components/text-field';
import { type Checked, useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { oneReturn, periodWords, returnRefusals, sendingWays, marking as words } from '../../text/returns';
import { readinessOf } from './checklist';
import { returnPath, useReturn, useReturnKey } from './use-returns';

const OTHER = 'other';

type Answers = {
  readonly sentOn: IsoDay;
  readonly sentHow: string;
  readonly sentTo: string;
  readonly reference: string;
};
type Values = {
  readonly sentOn: ReturnType<typeof dateText>;
  readonly how: string;
  readonly otherHow: string;
  readonly sentTo: string;
  readonly reference: string;
};

/** Marking a return as sent: when, how, to whom and with what reference, then a page to check, then it is closed. */
export function MarkSentPage() {
  const key = useReturnKey();
  const { view } = useReturn(key);
  const today = useQuery(api.workspace.status.queryOptions()).data?.today;
  const [answers, setAnswers] = useState<Answers | undefined>();
  const back = key === undefined ? '/returns' : returnPath(key);
  const sub = view === undefined ? '' : words.sub(view.funderName, periodWords(view.from, view.to));
  return (
    <Page
      title={answers === undefined ? words.title : words.checkTitle}
      sub={sub}
      backTo={back}
      backLabel={words.back}
      head={<Steps label={words.stepsLabel} names={words.steps} current={answers === undefined ? 0 : 1} />}
    >
      {key === undefined ? (
        <p>{oneReturn.gone}</p>
      ) : view === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {/* The form stays behind the check, so that going back keeps what was typed. */}
          <div hidden={answers !== undefined}>
            <WhenAndHow view={view} today={today} onAnswered={setAnswers} />
          </div>
          {answers === undefined ? null : (
            <Check view={view} answers={answers} onChange={() => setAnswers(undefined)} />
          )}
        </>
      )}
    </Page>
  );
}

function checkAnswers(values: Values, view: ReturnView, today: IsoDay): Checked<Values, Answers> {
  const day = readDate(values.sentOn, words.sentOn);
  const how = values.how === OTHER ? readText(values.otherHow, words.otherMissing) : undefined;
  const problems = {
    ...(!day.ok
      ? { sentOn: words.sentOnMissing }
      : day.value > today
        ? { sentOn: words.sentOnLater }
        : day.value <= view.to
          ? { sentOn: words.sentOnEarlier(formatDay(view.to)) }
          : {}),
    ...(values.how === '' ? { how: words.howMissing } : {}),
    ...(how !== undefined && !how.ok ? { otherHow: how.message } : {}),
  };
  if (Object.keys(problems).length > 0 || !day.ok) return { ok: false, problems };
  return {
    ok: true,
    value: {
      sentOn: day.value,
      sentHow: how?.ok ? how.value : values.how,
      sentTo: values.sentTo.trim(),
      reference: values.reference.trim(),
    },
  };
}

function WhenAndHow(props: {
  readonly view: ReturnView;
  readonly today: IsoDay;
  readonly onAnswered: (answers: Answers) => void;
}) {
  const { view, today } = props;
  const form = useForm<Values, Answers>({
    initial: { sentOn: dateText(today), how: '', otherHow: '', sentTo: '', reference: '' },
    check: (values) => checkAnswers(values, view, today),
    send: async (answers) => {
      props.onAnswered(answers);
      announce(words.checkTitle);
      return { ok: true };
    },
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.next}
        </Button>
      }
    >
      <DateField label={words.sentOn} {...form.field('sentOn')} />
      <RadioGroup
        label={words.how}
        {...form.field('how')}
        choices={[
          ...sendingWays,
          {
            value: OTHER,
            label: words.other,
            more: <TextField label={words.otherHow} {...form.field('otherHow')} />,
          },
        ]}
      />
      <TextField
        label={words.sentTo}
        hint={words.sentToHint}
        optional
        width="full"
        {...form.field('sentTo')}
      />
      <TextField
        label={words.reference}
        hint={words.referenceHint}
        optional
        width="20"
        {...form.field('reference')}
      />
    </Form>
  );
}

function Check(props: {
  readonly view: ReturnView;
  readonly answers: Answers;
  readonly onChange: () => void;
}) {
  const { view, answers } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly turn: number }>();
  const { ready, asked } = readinessOf(view.evidence);
  const missing = asked - ready;
  const mark = async () => {
    setBusy(true);
    try {
      const { agreementId, from, to } = view;
      const answer = await answerOf(
        client.returns.markSent({ householdId, agreementId, from, to, ...answers }),
      );
      if (!answer.ok) {
        setRefusal({ message: sentenceFor(answer, returnRefusals), turn: (refusal?.turn ?? 0) + 1 });
        return;
      }
      await queryClient.invalidateQueries();
      announce(words.done);
      void navigate(returnPath(view));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <ErrorSummary
        problems={refusal === undefined ? [] : [{ message: refusal.message }]}
        turn={refusal?.turn ?? 0}
      />
      <SummaryList
        rows={[
          {
            label: words.rowReturn,
            value: `${view.funderName}, ${periodWords(view.from, view.to)}`,
          },
          { label: words.rowClosing, value: formatPounds(view.closing) },
          { label: words.rowSentOn, value: formatDay(answers.sentOn), onChange: props.onChange },
          { label: words.rowHow, value: answers.sentHow, onChange: props.onChange },
          { label: words.rowTo, value: answers.sentTo, onChange: props.onChange },
          { label: words.rowReference, value: answers.reference, onChange: props.onChange },
        ]}
      />
      {missing === 0 ? null : (
        <Notice tone="attention" title={words.notReady(missing)}>
          <p>{words.notReadyBody}</p>
        </Notice>
      )}
      <Notice tone="note" title={words.closes}>
        <p>{words.closesBody}</p>
      </Notice>
      <div className="actions">
        <Button kind="primary" pending={busy} onPress={() => void mark()}>
          {words.do}
        </Button>
      </div>
    </div>
  );
}
