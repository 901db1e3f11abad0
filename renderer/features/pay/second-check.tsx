import type { PayRunView } from '@shared/api/pay';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { common } from '../../text/common';
import { secondCheck as words } from '../../text/desk/batches';
import { payRefusals } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';

/** Where an organisation wants a second person for each pay: who checked it as it stands, and the check itself. */
export function SecondCheck({ run }: { readonly run: PayRunView }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const input = { householdId, key: run.key, net: run.totals.net };
  const checks = useQuery(api.batches.runChecks.queryOptions({ input })).data;
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  if (checks === undefined || !checks.needed) return null;
  const check = async () => {
    setPending(true);
    setProblem(undefined);
    try {
      const answer = await answerOf(client.batches.checkRun(input));
      if (answer.ok) announce(words.done);
      else setProblem(sentenceFor(answer, payRefusals));
      await queryClient.invalidateQueries();
    } catch (failure) {
      console.error(failure);
      setProblem(common.unexpected);
    } finally {
      setPending(false);
    }
  };
  const others = checks.by.filter((one) => one !== checks.me);
  const isMine = checks.by.includes(checks.me);
  return (
    <Notice
      tone={others.length > 0 && checks.me !== '' ? 'done' : 'attention'}
      title={words.title}
      action={
        checks.me === '' ? (
          <LinkButton to="/desk/who">{words.who}</LinkButton>
        ) : isMine ? undefined : (
          <Button icon={Check} pending={pending} onPress={() => void check()}>
            {words.check}
          </Button>
        )
      }
    >
      <p>{others.length > 0 ? words.by(others) : isMine ? words.byMe : words.needed}</p>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
    </Notice>
  );
}
