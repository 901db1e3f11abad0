import type { PayLine, PayRunView } from '@shared/api/pay';
import { formatWeekday, type IsoDay, laterDay } from '@shared/dates';
import { negatePence, type Pence } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Amount } from '../../components/amounts';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { EmptyState } from '../../components/empty-state';
import { ErrorSummary } from '../../components/error-summary';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Page } from '../../components/page';
import { readDate } from '../../components/read-fields';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import { useForm } from '../../components/use-form';
import { common } from '../../text/common';
import { payDone, payCorrect as words } from '../../text/pay';
import { payRefusals } from '../../text/pay-problems';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { PayAnswer } from './pay-answer';
import { type ShiftChange, ShiftChanges } from './shift-changes';
import { useFinishedRun, useToday } from './use-pay';

/** Takes back a finished payslip and pays it again: what happens, and on which day. */
export function CorrectPage() {
  const { runId = '', payslipId = '' } = useParams();
  const query = useFinishedRun(runId);
  const home = `/pay/finished/${runId}`;
  return (
    <PayAnswer query={query} title={words.gone}>
      {(run) => {
        const line = run.lines.find((one) => one.payslipId === payslipId);
        return (
          <Page
            title={line === undefined ? words.gone : words.title(line.shortName)}
            sub={line === undefined ? undefined : words.sub(line.periodFrom, line.periodTo)}
            backTo={home}
            backLabel={payDone.backToRun}
          >
            {line === undefined ? (
              <EmptyState title={words.gone} />
            ) : (
              <CorrectForm line={line} payslipId={payslipId} home={home} />
            )}
          </Page>
        );
      }}
    </PayAnswer>
  );
}

function CorrectForm(props: { readonly line: PayLine; readonly payslipId: string; readonly home: string }) {
  const { line, payslipId, home } = props;
  const today = useToday();
  const [changes, setChanges] = useState<readonly ShiftChange[]>([]);
  return (
    <>
      <p>{words.what}</p>
      <ol className="pay-points">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      <p>
        <LinkButton kind="quiet" flush to={`/people/${line.workerId}`}>
          {words.toRecord(line.shortName)}
        </LinkButton>
      </p>
      <SummaryList rows={[{ label: words.before, value: <Amount pence={line.net} /> }]} />
      <ShiftChanges line={line} changes={changes} onChanges={setChanges} />
      {today === undefined ? null : (
        <DayForm
          changes={changes}
          line={line}
          payslipId={payslipId}
          home={home}
          initial={dateText(laterDay(today, line.payDate))}
        />
      )}
    </>
  );
}

/** A correction as it was asked for, with what it would come to. */
type Asked = { readonly payDate: IsoDay; readonly comesTo: PayRunView };

function DayForm(props: {
  readonly line: PayLine;
  readonly payslipId: string;
  readonly home: string;
  readonly initial: ReturnType<typeof dateText>;
  readonly changes: readonly ShiftChange[];
}) {
  const { line, payslipId, home } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | undefined>();
  const [refusal, setRefusal] = useState<string | undefined>();
  const [turn, setTurn] = useState(0);
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was worked out is read from its heading on.
  useEffect(() => {
    if (asked !== undefined) heading.current?.focus();
  }, [asked]);
  const form = useForm({
    initial: { payDate: props.initial },
    check: (values) => checkFields({ payDate: readDate(values.payDate, words.payDate) }),
    send: async ({ payDate }) => {
      setRefusal(undefined);
      const hours = [...props.changes];
      const answer = await answerOf(client.pay.previewCorrection({ householdId, payslipId, payDate, hours }));
      if (!answer.ok) return answer;
      setAsked({ payDate, comesTo: answer.value });
      return undefined;
    },
    refusal: (found) => problemsFor(found, ['payDate'], payRefusals),
  });
  const refuse = (sentence: string) => {
    setRefusal(sentence);
    setTurn((now) => now + 1);
  };
  const correct = async (payDate: IsoDay) => {
    if (pending) return;
    setPending(true);
    setRefusal(undefined);
    try {
      const hours = [...props.changes];
      const answer = await answerOf(client.pay.correct({ householdId, payslipId, payDate, hours }));
      if (!answer.ok) {
        refuse(sentenceFor(answer, payRefusals));
        return;
      }
      announce(words.done(line.shortName));
      await queryClient.invalidateQueries();
      // Who came to put several payslips right goes on with the next.
      void navigate(
        search.get('then') === 'put-right'
          ? `/people/${line.workerId}/put-right`
          : `/pay/finished/${answer.value.runId}`,
      );
    } catch (failure) {
      console.error(failure);
      refuse(common.unexpected);
    } finally {
      setPending(false);
    }
  };
  if (asked !== undefined)
    return (
      <section className="section" aria-labelledby="correct-check">
        <h2 id="correct-check" ref={heading} tabIndex={-1}>
          {words.checkTitle}
        </h2>
        {refusal === undefined ? null : <ErrorSummary turn={turn} problems={[{ message: refusal }]} />}
        <SummaryList
          rows={[
            { label: words.whose, value: line.name },
            { label: words.hoursChanged, value: words.shiftsChanged(props.changes.length) },
            {
              label: words.payDate,
              value: formatWeekday(asked.payDate, true),
              onChange: () => setAsked(undefined),
            },
            ...outcomeRows(line, asked.comesTo),
          ]}
        />
        <p>{words.final}</p>
        <div className="actions">
          <Button kind="primary" pending={pending} onPress={() => void correct(asked.payDate)}>
            {words.submit(line.shortName)}
          </Button>
          <LinkButton to={home}>{common.cancel}</LinkButton>
        </div>
      </section>
    );
  return (
    <section className="section" aria-labelledby="correct-when">
      <h2 id="correct-when">{words.when}</h2>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.check}
            </Button>
            <LinkButton to={home}>{common.cancel}</LinkButton>
          </>
        }
      >
        <DateField label={words.payDate} hint={words.payDateHint} {...form.field('payDate')} />
      </Form>
    </section>
  );
}

/** What the PA got and gets now, the difference, and what moves for others. */
function outcomeRows(line: PayLine, { lines, totals }: PayRunView): SummaryRow[] {
  const now = lines.find((one) => one.workerId === line.workerId);
  if (now === undefined) return [];
  const moved = (label: readonly [more: string, less: string], amount: Pence): SummaryRow[] =>
    amount === 0
      ? []
      : [
          {
            label: label[amount > 0 ? 0 : 1],
            value: <Amount pence={amount > 0 ? amount : negatePence(amount)} />,
          },
        ];
  return [
    { label: words.before, value: <Amount pence={line.net} /> },
    { label: words.now, value: <Amount pence={now.net} /> },
    ...moved(words.toPay, totals.net),
    ...moved(words.forHmrc, totals.forHmrc),
    ...moved(words.forPension, totals.forPension),
    ...moved(words.cost, totals.cost),
  ];
}
