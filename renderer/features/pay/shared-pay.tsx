import type { PayRunView } from '@shared/api/pay';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { LinkButton } from '../../components/link-button';
import { payCheck as words } from '../../text/pay';

/** Says of each shared PA of a run with whom the pay is shared, and leads to how. Nothing where nobody is shared. */
export function SharedPay({ run }: { readonly run: PayRunView }) {
  const householdId = useHouseholdId();
  const { data } = useQuery({
    ...api.pools.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  });
  const shared = (data?.pools ?? [])
    .filter((pool) => pool.isEmployer && (pool.endedOn === null || pool.endedOn >= run.periodFrom))
    .flatMap((pool) =>
      run.lines
        .filter((line) => pool.workerIds.includes(line.workerId))
        .map((line) => ({
          pool,
          line,
          others: pool.households.filter((one) => one.id !== pool.employer.id).map((one) => one.name),
        })),
    );
  if (shared.length === 0) return null;
  return (
    <div className="section">
      {shared.map(({ pool, line, others }) => (
        <p className="quiet" key={`${pool.id}-${line.workerId}`}>
          {words.shared(line.shortName, others)}{' '}
          <LinkButton kind="quiet" flush to={`/rota/pools/${encodeURIComponent(pool.id)}`}>
            {words.sharedLook(pool.name)}
          </LinkButton>
        </p>
      ))}
    </div>
  );
}
