import type { BankLine } from '@shared/api/money';
import type { ClosedLine } from '@shared/api/returns';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { partWords } from '../../../text/money';
import { correcting as words } from '../../../text/return-pages';
import { periodWords } from '../../../text/returns';
import { useNames, useRecord } from '../use-money';
import { ExplainForm } from './explain-form';
import { funderChoices, lineChoices } from './line-choices';
import { sharersOf } from './line-page';

/** Putting a line of a sent return right: what it says, what is right, and why. The sent return stays as it is. */
export function CorrectPage() {
  const { id = '' } = useParams();
  const householdId = useHouseholdId();
  const asked = useQuery({
    ...api.returns.closedLine.queryOptions({ input: { householdId, lineId: id } }),
    throwOnError: (error) => refusalOf(error) === undefined,
    retry: false,
  });
  const whole = useQuery({ ...api.ledger.line.queryOptions({ input: { householdId, id } }), retry: false });
  const back = `/money/lines/${id}`;
  const found = asked.data;
  const line = whole.data?.line;
  if (found === undefined || line === undefined)
    return (
      <Page title={words.title} backTo={back} backLabel={words.back}>
        {asked.isPending || whole.isPending ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <p>{words.gone}</p>
        )}
      </Page>
    );
  return (
    <Page
      title={words.title}
      sub={words.sub(
        found.line.description,
        formatDay(found.line.day),
        formatPounds(pence(Math.abs(found.line.amount))),
      )}
      backTo={back}
      backLabel={words.back}
    >
      <Said found={found} />
      <Notice tone="note" title={words.stays}>
        <p>
          {words.staysBody(
            found.shownIn === null ? undefined : periodWords(found.shownIn.from, found.shownIn.to),
          )}
        </p>
      </Notice>
      <section className="section" aria-labelledby="what-is-right">
        <h2 id="what-is-right">{words.what}</h2>
        <Right line={line} />
      </section>
    </Page>
  );
}

function Said({ found }: { readonly found: ClosedLine }) {
  const names = useNames();
  return (
    <SummaryList
      rows={[
        ...found.returns.map((one) => ({
          label: words.inReturn,
          value: words.inReturnOf(one.funderName, periodWords(one.from, one.to), one.number),
        })),
        ...found.parts.map((part) => ({
          label: words.said,
          value: `${partWords(part, names)}, ${formatPounds(pence(Math.abs(part.amount)))}`,
        })),
        ...found.corrections.map((one) => ({
          label: words.before,
          value: words.beforeOne(one.madeOn, one.reason),
        })),
      ]}
    />
  );
}

function Right({ line }: { readonly line: BankLine }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const record = useRecord();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const workers = useQuery(api.people.list.queryOptions({ input: { householdId } }));
  const shared = useQuery(api.pools.list.queryOptions({ input: { householdId } }));
  if (record === undefined || workers.isPending || shared.isPending)
    return <WaitingLine>{common.loading}</WaitingLine>;
  const people = (workers.data ?? []).map((one) => ({ id: one.id, name: one.shortName || one.name }));
  const home = `/money/lines/${line.id}`;
  return (
    <div className="stack">
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        width="full"
        value={reason}
        onChange={(text) => {
          setReason(text);
          setProblem(undefined);
        }}
        {...(problem === undefined ? {} : { error: problem })}
      />
      <ExplainForm
        line={line}
        choices={lineChoices(record, people, line.amount > 0, sharersOf(shared.data?.pools ?? []))}
        agreements={funderChoices(record)}
        first={line.explanations}
        sending={{
          words: words.do,
          send: async (parts) => {
            if (reason.trim() === '') {
              setProblem(words.reasonMissing);
              return { ok: false, code: 'correction.no-reason', details: {} };
            }
            const answer = await answerOf(
              client.returns.correctLine({ householdId, lineId: line.id, parts, reason }),
            );
            if (!answer.ok) return answer;
            await queryClient.invalidateQueries();
            announce(words.done);
            return { ok: true };
          },
        }}
        onDone={() => void navigate(home)}
        onCancel={() => void navigate(home)}
      />
    </div>
  );
}
