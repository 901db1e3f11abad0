/**
 * What a shift is, which decides its pay. `weekday`, `weekend`, `night` and `bank-holiday` are ordinary work at
 * their own rates; in a `sleep-in` the worker may sleep; in a `waking-night` they may not. A `live-in` day is 24 hours with
 * rests and a night in it that are the worker's own. `sleep-in-awake` is time awake to work in a sleep-in, where it is paid apart.
 */
export const KINDS_OF_WORK = [
  'weekday',
  'weekend',
  'night',
  'bank-holiday',
  'sleep-in',
  'sleep-in-awake',
  'waking-night',
  'live-in',
  'training',
  'travel',
] as const;

export type KindOfWork = (typeof KINDS_OF_WORK)[number];

/** Paid by the hour, or one sum a shift. */
export type PaidPer = 'hour' | 'shift';

export type KindOfWorkFacts = {
  /** How this kind is usually paid. The rate in the contract decides; this is what a new rate starts with. */
  readonly usuallyPaidPer: PaidPer;
  /**
   * Which of its hours count for the minimum wage. `awake-only`: only time awake for the purposes of working
   * (National Minimum Wage Regulations 2015 reg 32; Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8).
   * `not-own-time`: all but the rests and the night that are agreed to be the worker's own; all where none are.
   */
  readonly minimumWageHours: 'all' | 'awake-only' | 'not-own-time';
  readonly maySleep: boolean;
  /** Rests and an agreed night lie in it. Paid by the hour, these are not paid. */
  readonly hasOwnTime: boolean;
  /** Only ever a part of a shift of another kind: it has a rate, and no shifts of its own. */
  readonly isPartOfShift: boolean;
  /** Somebody has to be there: when the worker is away, the shift is a gap. */
  readonly needsCover: boolean;
  /** Its hours are counted against the weekly hours of the plan. Sleep-ins are counted as nights instead. */
  readonly countsInPlanHours: boolean;
};

const ORDINARY: KindOfWorkFacts = {
  usuallyPaidPer: 'hour',
  minimumWageHours: 'all',
  maySleep: false,
  hasOwnTime: false,
  isPartOfShift: false,
  needsCover: true,
  countsInPlanHours: true,
};

const BESIDE_SUPPORT: KindOfWorkFacts = { ...ORDINARY, needsCover: false, countsInPlanHours: false };

const FACTS: Readonly<Record<KindOfWork, KindOfWorkFacts>> = {
  weekday: ORDINARY,
  weekend: ORDINARY,
  night: ORDINARY,
  'bank-holiday': ORDINARY,
  'sleep-in': {
    usuallyPaidPer: 'shift',
    minimumWageHours: 'awake-only',
    maySleep: true,
    hasOwnTime: false,
    isPartOfShift: false,
    needsCover: true,
    countsInPlanHours: false,
  },
  'sleep-in-awake': { ...BESIDE_SUPPORT, isPartOfShift: true },
  'waking-night': ORDINARY,
  'live-in': {
    ...ORDINARY,
    usuallyPaidPer: 'shift',
    minimumWageHours: 'not-own-time',
    hasOwnTime: true,
  },
  training: BESIDE_SUPPORT,
  travel: BESIDE_SUPPORT,
};

/** What follows from a kind of work. */
export function kindOfWorkFacts(kind: KindOfWork): KindOfWorkFacts {
  return FACTS[kind];
}

/** Whether a text names a kind of work. */
export function isKindOfWork(text: string): text is KindOfWork {
  return (KINDS_OF_WORK as readonly string[]).includes(text);
}
