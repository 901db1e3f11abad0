import type { PoolOwed, PoolView } from '@shared/api/pools';
import { addDays } from '@shared/dates';
import { Plus } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { pools as words } from '../../../text/pools';
import { rotaPath } from '../paths';
import { useToday } from '../use-rota';
import { SharedShifts } from './shared-shifts';
import { usePools } from './use-pools';

/** How far ahead shifts of others' PAs are listed. */
const DAYS_AHEAD = 13;

/** PAs whom several people share: who, what is owed, and the shifts that support this household. */
export function PoolsPage() {
  const list = usePools();
  const today = useToday();
  const supported = list?.pools.some((pool) => !pool.isEmployer) === true;
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.rota()} backLabel={words.toRota}>
      {list === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : list.households.length < 2 ? (
        <EmptyState
          title={words.oneTitle}
          actions={
            <LinkButton kind="primary" to="/households/new">
              {words.addHousehold}
            </LinkButton>
          }
        >
          <p>{words.oneBody}</p>
          <p>{words.oneBody2}</p>
        </EmptyState>
      ) : (
        <>
          {list.pools.length === 0 ? (
            <EmptyState title={words.noneTitle}>
              <p>{words.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <section className="section" aria-labelledby="pools-list">
                <h2 id="pools-list">{words.listTitle}</h2>
                <ul className="pools">
                  {list.pools.map((pool) => (
                    <PoolLine key={pool.id} pool={pool} />
                  ))}
                </ul>
              </section>
              <Owed owed={list.owed} />
              {supported ? (
                <SharedShifts from={today} to={addDays(today, DAYS_AHEAD)} tellsNone leads={false} />
              ) : null}
            </>
          )}
          <div className="actions">
            <LinkButton kind="primary" icon={Plus} to={rotaPath.newPool}>
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}

function PoolLine({ pool }: { readonly pool: PoolView }) {
  const members = new Set(pool.members.map((one) => one.householdId));
  return (
    <li>
      <div>
        <h3>{pool.name}</h3>
        <p className="quiet">
          {words.employs(pool.employer.name, pool.workers)}{' '}
          {words.sharers(pool.households.filter((one) => members.has(one.id)).map((one) => one.name))}
          {pool.endedOn === null ? '' : ` ${words.ended(pool.endedOn)}`}
        </p>
      </div>
      <div className="button-row">
        <LinkButton to={rotaPath.pool(pool.id)} name={words.lookAt(pool.name)}>
          {words.look}
        </LinkButton>
      </div>
    </li>
  );
}

/** What is owed to and from each other household, and how it is settled. */
function Owed({ owed }: { readonly owed: readonly PoolOwed[] }) {
  return (
    <section className="section" aria-labelledby="pools-owed">
      <h2 id="pools-owed">{words.owedTitle}</h2>
      {owed.length === 0 ? (
        <p>{words.owedNone}</p>
      ) : (
        <>
          <p className="quiet">{words.owedNote}</p>
          <ul className="pools pool-owed">
            {owed.map((one) => (
              <li key={`${one.weOwe} ${one.other.id}`}>
                <div>
                  <h3>{words.owes(one)}</h3>
                  <p className="quiet">{words.owedFigures(one)}</p>
                  {one.left === 0 ? null : <p>{words.owedHow(one.weOwe === one.left > 0)}</p>}
                  {one.left === one.leftByThem ? null : <p>{words.owedDiffers(one)}</p>}
                </div>
              </li>
            ))}
          </ul>
          <LinkButton kind="quiet" flush to="/money/lines">
            {words.toMoney}
          </LinkButton>
        </>
      )}
    </section>
  );
}
