import { clockTime } from '@shared/clock-time';
import { isoDay, type Weekday } from '@shared/dates';
import type { NeedAtATime } from '@shared/rota/need-plan';

/** One person from a time to a time, from 5 January 2026 for as long as there is a plan, unless said otherwise. */
export function needAt(
  id: string,
  weekday: Weekday | null,
  start: string,
  end: string,
  more: Partial<NeedAtATime> = {},
): NeedAtATime {
  return {
    id,
    agreementId: 'council',
    kind: 'at-a-time',
    from: isoDay('2026-01-05'),
    to: null,
    weekday,
    start: clockTime(start),
    end: clockTime(end),
    endsNextDay: end <= start,
    people: 1,
    sleepIn: false,
    ...more,
  };
}
