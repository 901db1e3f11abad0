import type { ClockTime } from '../clock-time';
import type { IsoDay } from '../dates';
import type { KindOfWork, PaidPer } from '../rota/kind-of-work';
import type { Employed } from '../rota/rota-worker';
import type { RotaShift } from '../rota/shift';

/** What is known of when a shift was worked: its times, only how long on the day, or only how long in the period. */
export type TimesKnown = 'times' | 'day' | 'period';

/** How much was worked: hours of a kind paid by the hour, nights of one paid by the shift, times, or nothing said any more. */
export type SaidAmount =
  | { readonly per: 'hour'; readonly minutes: number }
  | { readonly per: 'shift'; readonly shifts: number }
  | {
      readonly per: 'times';
      readonly spans: readonly {
        readonly start: ClockTime;
        readonly end: ClockTime;
        readonly endsNextDay: boolean;
      }[];
    }
  | { readonly per: 'taken-back' };

/** What is said of one PA's work of one kind on some days. It stands for all of that work of these days. */
export type SaidHours = {
  /** Null: only hours were said. They are the planned ones, or of the one kind that the PA is paid for by the hour. */
  readonly kind: KindOfWork | null;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly amount: SaidAmount;
  /** Takes the place of hours that are confirmed, where they are known only as hours or were confirmed as planned. */
  readonly replace: boolean;
};

export type HoursInProblem =
  | 'hours-in.not-employed'
  | 'hours-in.not-yet'
  | 'hours-in.no-rate'
  | 'hours-in.kind-needed'
  | 'hours-in.paid'
  | 'hours-in.times-known'
  | 'hours-in.other-here'
  | 'hours-in.none-worked'
  | 'hours-in.away'
  | 'hours-in.too-many'
  | 'hours-in.very-many'
  | 'hours-in.too-many-nights'
  | 'hours-in.night-length'
  | 'hours-in.rate-changes'
  | 'hours-in.plan-differs';

/** `stop`: not taken. `ask`: taken once somebody says so. `note`: taken, and told. */
export type FoundProblem<Code extends string = HoursInProblem> = {
  readonly code: Code;
  readonly severity: 'stop' | 'ask' | 'note';
  /** Which of what was said it is about, counted from 0. */
  readonly at: number;
  readonly details: Readonly<Record<string, string | number>>;
};

/** A shift to be kept as worked. Of what is known by its length alone, the times only hold that length. */
export type WorkedShift = {
  readonly day: IsoDay;
  readonly start: ClockTime;
  readonly endDay: IsoDay;
  readonly end: ClockTime;
  readonly kindOfWork: KindOfWork;
  readonly timesKnown: TimesKnown;
};

export type HoursPlan = {
  /** Planned shifts that were worked as planned. */
  readonly confirm: readonly RotaShift[];
  /** Planned shifts in whose place other hours stand, and how much is known of these. */
  readonly takeOff: readonly { readonly shift: RotaShift; readonly timesKnown: TimesKnown }[];
  /** Shifts taken off, or confirmed as planned, that wait to be confirmed again. */
  readonly putBack: readonly RotaShift[];
  /** Kept shifts of which only the length was known, and that others take the place of. */
  readonly remove: readonly RotaShift[];
  readonly add: readonly WorkedShift[];
  /** What was said that is in the record just so, by its number. */
  readonly here: readonly number[];
  readonly problems: readonly FoundProblem[];
};

export type HoursPlanInput = {
  readonly worker: Employed;
  readonly today: IsoDay;
  readonly said: readonly SaidHours[];
  /** The PA's shifts of these days and the days beside them, cancelled ones too. */
  readonly shifts: readonly RotaShift[];
  /** What is known of kept shifts whose times are not, by their ids. */
  readonly timesKnown: ReadonlyMap<string, TimesKnown>;
  readonly isAway: (day: IsoDay) => boolean;
  readonly rateOf: (
    kind: KindOfWork,
    day: IsoDay,
  ) => { readonly per: PaidPer; readonly pounds: string } | null;
  readonly kinds: readonly KindOfWork[];
  /** From when to when a night or a day that is paid by the shift is worked; null where nobody knows. */
  readonly lengthOf: (
    kind: KindOfWork,
  ) => { readonly start: ClockTime; readonly end: ClockTime; readonly endsNextDay: boolean } | null;
};

export type Draft = {
  readonly confirm: RotaShift[];
  readonly takeOff: { shift: RotaShift; timesKnown: TimesKnown }[];
  readonly putBack: RotaShift[];
  readonly remove: RotaShift[];
  readonly add: WorkedShift[];
  readonly here: number[];
  readonly problems: FoundProblem[];
};

/** What stands in the record of one kind in some days. */
export type Found = {
  /** Planned, or taken off for hours that are now replaced. */
  readonly planned: readonly RotaShift[];
  readonly confirmed: readonly RotaShift[];
  readonly paid: readonly RotaShift[];
};

export type Place = {
  readonly said: SaidHours;
  readonly kind: KindOfWork;
  readonly found: Found;
  /** Days on which it can have been worked. */
  readonly days: readonly IsoDay[];
  readonly tell: (
    code: HoursInProblem,
    severity: FoundProblem['severity'],
    details?: FoundProblem['details'],
  ) => void;
};
