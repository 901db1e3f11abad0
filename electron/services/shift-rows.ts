import type { ClockTime } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import type { WorkspaceSchema } from '../db/schema';

/** Hours as planned: nothing else was said of them. */
export const AS_PLANNED = {
  actual_start_time: null,
  actual_end_day: null,
  actual_end_time: null,
  actual_awake_minutes: null,
  actual_reason: '',
} as const;

/** The row of a shift that was worked and that no pattern plans. */
export function workedShiftRow(shift: {
  readonly id: string;
  readonly householdId: string;
  readonly workerId: string;
  readonly day: IsoDay;
  readonly start: ClockTime;
  readonly endDay: IsoDay;
  readonly end: ClockTime;
  readonly awakeMinutes: number | null;
  readonly kindOfWork: KindOfWork;
  readonly note: string;
}): WorkspaceSchema['shift'] {
  const { day, start, endDay, end, awakeMinutes } = shift;
  return {
    id: shift.id,
    household_id: shift.householdId,
    worker_id: shift.workerId,
    occurrence_key: null,
    occurrence_day: null,
    day,
    start_time: start,
    end_day: endDay,
    end_time: end,
    kind_of_work: shift.kindOfWork,
    status: 'confirmed',
    ...AS_PLANNED,
    ...(awakeMinutes === null
      ? {}
      : {
          actual_start_time: start,
          actual_end_day: endDay,
          actual_end_time: end,
          actual_awake_minutes: awakeMinutes,
        }),
    covers_key: null,
    covers_absence_id: null,
    note: shift.note,
    paid_in: null,
    group_key: null,
    times_known: 'times',
  };
}
