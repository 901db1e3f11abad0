import type { PayRunView } from '@shared/api/pay';
import { formatWeekday } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client, type ServiceRefusal } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Amount } from '../../components/amounts';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { SummaryList } from '../../components/summary-list';
import { common } from '../../text/common';
import { payCheck, payFinish as words } from '../../text/pay';
import { payRefusals } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';
import { sentOnOf, sizeOf } from './pay-totals';
import { RunPage } from './run-page';
import { SecondCheck } from './second-check';

/** Step 3: check answers, then finish. */
export function FinishPage() {
  return <RunPage step={2}>{(run) => <FinishStep run={run} />}</RunPage>;
}

function usePayFrom(): string {
  const householdId = useHouseholdId();
  const accounts = useQuery(api.household.get.queryOptions({ input: { householdId } })).data?.accounts;
  const [only] = accounts ?? [];
  if (only === undefined || accounts === undefined || accounts.length > 1) return words.yourBank;
  return words.payFromAccount(only.name, only.accountNumber.slice(-4));
}

function FinishStep({ run }: { readonly run: PayRunView }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const payFrom = usePayFrom();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ServiceRefusal | 'unexpected' | undefined>();
  const [turn, setTurn] = useState(0);
  const running = useRef(false);
  const check = `/pay/run/${run.key}/check`;
  const changed = refusal !== undefined && refusal !== 'unexpected' && refusal.code === 'pay.changed-since';

  const refuse = (what: ServiceRefusal | 'unexpected') => {
    setRefusal(what);
    setTurn((now) => now + 1);
  };
  const finish = async () => {
    if (running.current) return;
    running.current = true;
    setPending(true);
    setRefusal(undefined);
    try {
      const answer = await answerOf(
        client.pay.finish({ householdId, key: run.key, expectedNet: run.totals.net }),
      );
      if (!answer.ok) {
        refuse(answer);
        await queryClient.invalidateQueries();
        return;
      }
      announce(words.done(run.lines.length));
      void navigate(`/pay/finished/${answer.value.runId}`, { replace: true });
      await queryClient.invalidateQueries();
    } catch (failure) {
      refuse('unexpected');
      console.error(failure);
    } finally {
      running.current = false;
      setPending(false);
    }
  };

  if (run.lines.length === 0) return <LinkButton to={check}>{words.back}</LinkButton>;
  return (
    <>
      {refusal === undefined || changed ? null : (
        <ErrorSummary
          turn={turn}
          problems={[
            { message: refusal === 'unexpected' ? common.unexpected : sentenceFor(refusal, payRefusals) },
          ]}
        />
      )}
      {changed ? (
        <Notice
          tone="attention"
          spoken
          title={words.changed}
          action={<LinkButton to={check}>{words.lookAgain}</LinkButton>}
        >
          <p>{words.changedBody}</p>
        </Notice>
      ) : null}
      <SecondCheck run={run} />
      <p>{words.intro}</p>
      <SummaryList
        rows={[
          ...run.lines.map((line) => ({
            label: words.who(line.shortName),
            value: <strong className="figure">{formatPounds(line.net)}</strong>,
            changeTo: check,
          })),
          { label: words.all, value: <Amount pence={run.totals.net} /> },
          { label: words.payDay, value: formatWeekday(run.payDate, true) },
          { label: words.payFrom, value: payFrom },
          {
            label: run.totals.forHmrc < 0 ? payCheck.fromHmrc : words.hmrc,
            value: <Amount pence={sizeOf(run.totals.forHmrc)} />,
          },
          { label: words.pension, value: <Amount pence={run.totals.forPension} /> },
          ...(sentOnOf(run) === 0 ? [] : [{ label: words.others, value: <Amount pence={sentOnOf(run)} /> }]),
          { label: words.costs, value: <Amount pence={run.totals.cost} /> },
        ]}
      />
      <div className="section">
        <p>{words.what}</p>
        <p>{words.final}</p>
      </div>
      <div className="actions">
        <Button
          kind="primary"
          icon={Check}
          pending={pending}
          onPress={() => {
            void finish();
          }}
        >
          {words.finish(run.lines.length)}
        </Button>
        <LinkButton to={check}>{words.back}</LinkButton>
      </div>
    </>
  );
}
