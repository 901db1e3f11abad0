import type { IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { lateWords as words } from '../../../text/late-change';

/** Whether a day of a PA is paid already, and where its hours go then. Says nothing of a day to come. */
export function DayPaid(props: {
  readonly workerId: string;
  readonly day: IsoDay;
  readonly name: string;
  /** Also says that a day is not paid yet. */
  readonly always?: boolean;
}) {
  const { workerId, day, name, always = false } = props;
  const householdId = useHouseholdId();
  const paid = useQuery(api.pay.paidDay.queryOptions({ input: { householdId, workerId, day } })).data;
  if (paid === undefined || (paid === null && !always)) return null;
  return (
    <p className="quiet" role="status">
      {paid === null ? words.dayNotPaid : words.dayPaid(paid.paidOn, name)}
    </p>
  );
}
