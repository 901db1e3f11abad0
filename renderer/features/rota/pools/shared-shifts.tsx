import type { IsoDay } from '@shared/dates';
import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { LinkButton } from '../../../components/link-button';
import { pools as words } from '../../../text/pools';
import { rotaPath } from '../paths';

/** Shifts of PAs whom another household employs, that support this one; `undefined` until they are here. */
export function useSharedShifts(from: IsoDay | undefined, to: IsoDay | undefined) {
  const householdId = useHouseholdId();
  const days = from === undefined || to === undefined ? undefined : { from, to };
  return useQuery({
    ...api.pools.shifts.queryOptions({ input: days === undefined ? skipToken : { householdId, ...days } }),
    throwOnError: true,
  }).data;
}

/**
 * Shifts of PAs whom another household employs, that support this one: to look at only. Nothing where there are none,
 * unless the page says so.
 */
export function SharedShifts({
  from,
  to,
  tellsNone = false,
  leads = true,
}: {
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly tellsNone?: boolean;
  /** Leads on to the page of shared PAs. */
  readonly leads?: boolean;
}) {
  const shifts = useSharedShifts(from, to);
  if (shifts === undefined || (shifts.length === 0 && !tellsNone)) return null;
  return (
    <section className="section" aria-labelledby="shared-shifts">
      <h2 id="shared-shifts">{words.shiftsTitle}</h2>
      <p className="quiet">{shifts.length === 0 ? words.shiftsNone(to) : words.shiftsNote}</p>
      {shifts.length === 0 ? null : (
        <ul className="pool-shifts">
          {shifts.map((shift) => (
            <li key={shift.key}>{words.shift(shift)}</li>
          ))}
        </ul>
      )}
      {leads ? (
        <LinkButton kind="quiet" flush to={rotaPath.pools}>
          {words.title}
        </LinkButton>
      ) : null}
    </section>
  );
}
