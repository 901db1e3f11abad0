import type { SavedAgreed } from '@shared/api/plan';
import { formatDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { answerKinds, ask, agreed as words } from '../../../text/plan';
import { lineName } from '../line-names';
import { useDoing } from '../use-money';
import { agreedWords } from './plan-words';
import { usePlan } from './use-plan';

function StateTag({ one }: { readonly one: SavedAgreed }) {
  if (one.answer === 'waiting') return <Tag tone="attention">{answerKinds.waiting}</Tag>;
  if (one.answer === 'no') return <Tag tone="wrong">{answerKinds.no}</Tag>;
  return one.holds ? <Tag tone="done">{words.counts}</Tag> : <Tag>{words.ended}</Tag>;
}

/** Who agreed to what and when; or, for a line, which of it that line is about. */
export function AgreedPage() {
  const plan = usePlan();
  const [query] = useSearchParams();
  const lineId = query.get('line');
  if (lineId !== null) return <ChooseForLine lineId={lineId} />;
  return (
    <Page title={words.title} sub={words.sub} backTo="/money/spend" backLabel={ask.title}>
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {plan.agreed.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            <Table
              caption={words.caption}
              rows={plan.agreed}
              rowKey={(one) => one.id}
              tools={false}
              columns={[
                {
                  id: 'what',
                  heading: words.what,
                  isName: true,
                  cell: (one) => (
                    <div className="money-words">
                      <Link to={`/money/agreed/${one.id}`}>{one.what}</Link>
                      <small>{agreedWords(one)}</small>
                    </div>
                  ),
                },
                { id: 'asked', heading: words.askedOn, cell: (one) => formatDay(one.askedOn) },
                { id: 'file', heading: words.file, cell: (one) => one.fileName },
                { id: 'state', heading: words.answered, cell: (one) => <StateTag one={one} /> },
              ]}
            />
          )}
          <div className="actions">
            <LinkButton kind="primary" to="/money/agreed/new">
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}

/** “This was agreed”: choosing what a line is about. */
function ChooseForLine({ lineId }: { readonly lineId: string }) {
  const householdId = useHouseholdId();
  const plan = usePlan();
  const navigate = useNavigate();
  const { busy, run } = useDoing();
  const line = useQuery({
    ...api.ledger.line.queryOptions({ input: { householdId, id: lineId } }),
  }).data?.line;
  const back = `/money/lines/${lineId}`;
  return (
    <Page
      title={words.linkTitle}
      sub={line === undefined ? undefined : words.linkSub(lineName(line))}
      backTo={back}
      backLabel={words.lineBack}
    >
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <ul className="money-kinds">
            {plan.agreed.map((one) => (
              <li key={one.id}>
                <span>
                  <strong>{one.what}</strong>
                  <span className="quiet">{agreedWords(one)}</span>
                </span>
                <Button
                  pending={busy === one.id}
                  name={words.linkNamed(one.what)}
                  onPress={() =>
                    void run(
                      one.id,
                      () => client.plan.linkAgreed({ householdId, lineId, agreedId: one.id }),
                      words.linked,
                    ).then((answer) => {
                      if (answer.ok) void navigate(-1);
                    })
                  }
                >
                  {words.link}
                </Button>
              </li>
            ))}
          </ul>
          <div className="actions">
            <LinkButton kind="primary" to={`/money/agreed/new?${new URLSearchParams({ line: lineId })}`}>
              {words.linkNew}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
