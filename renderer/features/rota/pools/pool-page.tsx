import type { PoolView } from '@shared/api/pools';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { pools as words } from '../../../text/pools';
import { poolTold } from '../../../text/pools-problems';
import { sentenceFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';
import { SingleShifts } from './single-shifts';
import { SplitView } from './split-view';
import { usePool, usePools } from './use-pools';

/** One shared PA: who, how the cost is split, the next pay and those that were shared. */
export function PoolPage() {
  const { poolId } = useParams();
  const pool = usePool(poolId);
  const title = pool?.name ?? words.title;
  return (
    <Page
      title={title}
      sub={pool === null || pool === undefined ? undefined : aboutPool(pool)}
      backTo={rotaPath.pools}
      backLabel={words.title}
    >
      {pool === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : pool === null ? (
        <EmptyState title={words.gone}>{words.goneBody}</EmptyState>
      ) : (
        <Pool pool={pool} />
      )}
    </Page>
  );
}

function aboutPool(pool: PoolView): string {
  const members = new Set(pool.members.map((one) => one.householdId));
  const names = pool.households.filter((one) => members.has(one.id)).map((one) => one.name);
  const ended = pool.endedOn === null ? '' : ` ${words.ended(pool.endedOn)}`;
  return `${words.employs(pool.employer.name, pool.workers)} ${words.sharers(names)}${ended}`;
}

function Pool({ pool }: { readonly pool: PoolView }) {
  const householdId = useHouseholdId();
  const today = useToday();
  const input = { householdId, id: pool.id };
  const done = useQuery({ ...api.pools.splits.queryOptions({ input }), throwOnError: true }).data;
  const next = useQuery({
    ...api.pools.preview.queryOptions({ input: { ...input, pool: null }, enabled: pool.isEmployer }),
    throwOnError: true,
  }).data;
  const households = usePools()?.households ?? [];
  const without = households.filter(
    (one) => one.agreements.length === 0 && pool.members.some((member) => member.householdId === one.id),
  );
  const nameOf = (id: string): string => pool.households.find((one) => one.id === id)?.name ?? '';
  return (
    <>
      {without.map(({ id, name }) => (
        <Notice key={id} tone="attention" title={words.noAgreement(name)}>
          <p>{poolTold({ code: 'pooled.no-agreement', values: { name } })}</p>
        </Notice>
      ))}
      <section className="section" aria-labelledby="pool-rules">
        <h2 id="pool-rules">{words.rulesTitle}</h2>
        <ul>
          {pool.rules.map((rule) => (
            <li key={rule.from}>
              {words.rule(
                rule.from,
                rule.kind,
                rule.shares.map((one) => words.parts(nameOf(one.householdId), one.parts)).join(', '),
              )}
            </li>
          ))}
        </ul>
        {pool.note === '' ? null : <p className="quiet">{pool.note}</p>}
      </section>
      {next === undefined ? null : (
        <section className="section" aria-labelledby="pool-next">
          <h2 id="pool-next">{words.nextTitle}</h2>
          {next.why === null ? (
            <>
              <p className="quiet">{words.nextNote}</p>
              {next.splits.map((split) => (
                <SplitView key={`${split.workerName} ${split.payDate}`} split={split} />
              ))}
            </>
          ) : (
            <p>{poolTold(next.why)}</p>
          )}
        </section>
      )}
      {pool.isEmployer && today !== undefined ? <SingleShifts pool={pool} today={today} /> : null}
      <section className="section" aria-labelledby="pool-done">
        <h2 id="pool-done">{words.doneTitle}</h2>
        {done === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : done.length === 0 ? (
          <p>{words.doneNone}</p>
        ) : (
          done.map((split) => <SplitView key={split.payslipId} split={split} />)
        )}
      </section>
      {pool.isEmployer ? <Actions pool={pool} /> : null}
    </>
  );
}

function Actions({ pool }: { readonly pool: PoolView }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const answer = await answerOf(client.pools.remove({ householdId, id: pool.id }));
    setBusy(false);
    setAsking(false);
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    void navigate(rotaPath.pools);
    await written(words.removed);
  };
  return (
    <div className="actions">
      <LinkButton kind="primary" to={rotaPath.changePool(pool.id)}>
        {words.change}
      </LinkButton>
      {pool.isUsed ? null : (
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {words.remove}
        </Button>
      )}
      <AlertDialog
        open={asking}
        title={words.removeTitle(pool.name)}
        doLabel={words.remove}
        onDo={() => void remove()}
        onClose={() => setAsking(false)}
        pending={busy}
      >
        {words.removeBody}
      </AlertDialog>
    </div>
  );
}
