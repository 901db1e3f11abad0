import type { IsoDay } from '../dates';

/** When somebody is employed: their first and last day, both included. A null first day is not known yet. */
export type Employed = {
  readonly id: string;
  readonly firstDay: IsoDay | null;
  readonly lastDay: IsoDay | null;
};

/** What the rota needs to know of a PA. */
export type RotaWorker = Employed & {
  readonly birthDate: IsoDay | null;
  /** Has said that they will take shifts of others. */
  readonly coversFor: boolean;
  /** Has signed an opt-out from the 48-hour week. */
  readonly optedOutOf48Hours: boolean;
  /** A domestic worker in a private household: the 48-hour week is not theirs. Whether a PA is one can be argued. */
  readonly treatedAsDomesticWorker: boolean;
  /** The most they want or may work in a week (their own wish, or a visa), in minutes. */
  readonly ownWeeklyLimitMinutes: number | null;
};

/** Whether somebody is employed on a day. */
export function isEmployedOn(worker: Employed, day: IsoDay): boolean {
  return (
    (worker.firstDay === null || worker.firstDay <= day) && (worker.lastDay === null || worker.lastDay >= day)
  );
}
