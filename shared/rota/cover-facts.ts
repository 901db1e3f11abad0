import type { ClockTime } from '../clock-time';
import type { IsoDay, Weekday } from '../dates';
import type { Pence } from '../money';
import type { AbsenceKind } from './absence';
import type { KindOfWork, PaidPer } from './kind-of-work';
import type { RestWarning } from './rest-rules';
import type { Span } from './span';

/** What is to be covered: a gap, or a part of one. */
export type CoverNeed = Span & {
  readonly kindOfWork: KindOfWork;
  /** The one who is away from it, or null for an open shift. */
  readonly awayWorkerId: string | null;
};

/** Why it is to be covered: the kind of an absence, an open shift, or somebody who is not employed then. */
export type CoverCause = AbsenceKind | 'open' | 'not-employed';

/** `yes`: has said that they cover. `ask`: not known, or it depends. `no`: has said that they do not. */
export type Willingness = 'yes' | 'ask' | 'no';

/** A time of the week at which somebody can work, from a day on. */
export type AvailabilityWindow = {
  readonly weekday: Weekday;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly endsNextDay: boolean;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
};

/** Days on which somebody cannot work, without being away from a shift. */
export type DaysOff = { readonly firstDay: IsoDay; readonly lastDay: IsoDay };

/** A training somebody has done, and the last day it holds; null where it does not run out. */
export type TrainingHeld = {
  readonly training: string;
  readonly doneOn: IsoDay;
  readonly expiresOn: IsoDay | null;
};

/** A training the shift needs. Without an essential one nobody can take it. */
export type TrainingNeeded = { readonly training: string; readonly essential: boolean };

/** What is paid on top of the usual rate for covering: so much an hour or a cover, or a percentage of the pay. */
export type CoverPremium = {
  /** All of the cover, or only what goes over the contract's hours of that week. */
  readonly on: 'all-cover' | 'over-contract';
} & (
  | { readonly kind: 'sum'; readonly per: PaidPer; readonly pounds: string }
  /** Hundredths of one percent: 2500 is a quarter more. */
  | { readonly kind: 'percent'; readonly hundredths: number }
);

/** What a PA has said about covering, and what their contract says. Whatever is left out is not known. */
export type CoverPerson = {
  readonly workerId: string;
  readonly willing: Willingness;
  /** On a day on which none is in force nothing is said, and the day counts as free. */
  readonly windows: readonly AvailabilityWindow[];
  readonly daysOff: readonly DaysOff[];
  readonly trainings: readonly TrainingHeld[];
  readonly contractWeeklyMinutes: number | null;
  readonly premium: CoverPremium | null;
  /** Last day of the right to work, where it ends. */
  readonly rightToWorkUntil: IsoDay | null;
  readonly phone: string | null;
};

/** What an agency (or whoever comes last) charges an hour, everything included, from a day on. */
export type OutsideCharge = {
  /** Null: for every kind that has no line of its own. */
  readonly kindOfWork: KindOfWork | null;
  readonly from: IsoDay;
  readonly to: IsoDay | null;
  /** Pounds an hour, exact text; `0` where it costs nothing. */
  readonly pounds: string;
};

/** Cover from outside: an agency, or the last resort (the council's duty team, a relative). */
export type OutsideCover = {
  readonly id: string;
  readonly kind: 'agency' | 'last-resort';
  readonly phone: string | null;
  readonly charges: readonly OutsideCharge[];
  /** The least that is charged for a visit, in minutes. */
  readonly minimumMinutes: number;
  /** How long beforehand they must know, in minutes. */
  readonly noticeMinutes: number | null;
  /** Trainings their people have; null where it is not known. */
  readonly trainings: readonly string[] | null;
};

export type CoverPotKind = 'agreement' | 'cover-budget' | 'own-money';

/** Money that may pay for cover. Pots are used in the order they are given. */
export type CoverPot = {
  readonly id: string;
  readonly kind: CoverPotKind;
  /** What is left in it; null where there is no end to it. */
  readonly left: Pence | null;
  /** What it may be used for; null for everything. */
  readonly causes: readonly CoverCause[] | null;
  /** Whether it may pay an agency. */
  readonly paysOutside: boolean;
};

export type CoverReasonCode =
  | 'cover.is-the-one-away'
  | 'cover.not-employed-then'
  | 'cover.away'
  | 'cover.on-another-shift'
  | 'cover.free'
  | 'cover.willing'
  | 'cover.not-asked-before'
  | 'cover.over-own-limit'
  | 'cover.no-rate'
  /** A rule of rest or working time; `details.rule` is its `RestCode`. */
  | 'cover.rest-rule'
  /** Has said that they do not cover (for others at all; this time). */
  | 'cover.does-not-cover'
  | 'cover.said-no'
  /** Outside of the hours they can work: day, start, endDay, end. */
  | 'cover.not-available-then'
  /** A day they cannot work: firstDay, lastDay. */
  | 'cover.day-off'
  /** lastDay. */
  | 'cover.right-to-work-ended'
  /** training; then doneOn or expiresOn. */
  | 'cover.trained'
  | 'cover.training-missing'
  | 'cover.training-not-yet'
  | 'cover.training-expired'
  | 'cover.training-not-known'
  /** weekMinutes, contractMinutes: their hours of that week go over the contract's. Not against it; it may cost more. */
  | 'cover.over-contract-hours'
  /** premium. */
  | 'cover.with-premium'
  | 'cover.no-charge-known'
  /** minimumMinutes, minutes. */
  | 'cover.minimum-charged'
  /** noticeMinutes, leftMinutes. */
  | 'cover.too-short-notice'
  | 'cover.no-phone';

/** `good`: for it. `note`: worth knowing. `weigh`: think about it. `against`: rules it out. */
export type ReasonWeight = 'good' | 'note' | 'weigh' | 'against';

export type ChoiceReason = {
  readonly code: CoverReasonCode;
  readonly weight: ReasonWeight;
  readonly details?: Readonly<Record<string, string | number>>;
};

/** `can`: nothing against it. `with-care`: possible, but something to weigh. `cannot`: not available. */
export type CoverStanding = 'can' | 'with-care' | 'cannot';

/** What a cover costs more. For an agency all of it is the charge, for a PA nothing is. */
export type CoverCost = {
  /** Pay at the usual rate, and what is paid on top for covering. */
  readonly wages: Pence;
  readonly premium: Pence;
  /** What these wages add to the employer's costs of the week. */
  readonly onCosts: Pence;
  readonly charge: Pence;
  readonly total: Pence;
  readonly rate: { readonly per: PaidPer; readonly pounds: string };
  /** Minutes that are paid for: more than are worked where an agency has a minimum. */
  readonly paidMinutes: number;
};

export type TakerKind = 'worker' | 'agency' | 'last-resort';

/** Somebody for a time. */
export type CoverTaker = {
  readonly kind: TakerKind;
  readonly id: string;
  readonly phone: string | null;
  readonly span: Span;
  readonly minutes: number;
  readonly standing: CoverStanding;
  readonly reasons: readonly ChoiceReason[];
  readonly restWarnings: readonly RestWarning[];
  /** Null where there is no rate or charge, or they cannot. */
  readonly cost: CoverCost | null;
  /** Minutes already worked or planned in that week; 0 for cover from outside. */
  readonly weekMinutes: number;
};

export type PotShare = { readonly potId: string; readonly kind: CoverPotKind; readonly amount: Pence };

/** One way to cover: one person for all of it, two one after the other, or one for a part. */
export type CoverChoice = {
  /** Who and when, as one text: the same choice has the same key. */
  readonly key: string;
  readonly kind: 'whole' | 'pair' | 'part';
  /** In order of time. */
  readonly takers: readonly CoverTaker[];
  /** The worst of the takers'. */
  readonly standing: CoverStanding;
  readonly minutes: number;
  readonly uncovered: readonly Span[];
  /** What it costs more, of all takers; null where one of them has no cost. */
  readonly cost: Pence | null;
  /** The cost less what the one away is not paid; null for a part. */
  readonly costAfterSpared: Pence | null;
  readonly pots: readonly PotShare[];
  /** What no pot has left for it. */
  readonly short: Pence;
};
