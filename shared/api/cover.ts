import { z } from 'zod';
import { call, coded, day, id, line, minutes, pence, penceFromZero, requiredLine, time } from './common';
import { kindOfWork } from './people';
import { absenceKind, shiftKey } from './rota';

const inHousehold = z.object({ householdId: id });
const saved = z.object({ saved: z.literal(true) });
const removed = z.object({ removed: z.literal(true) });

/** From one wall-clock moment in London to another. */
export const span = z.object({ day, start: time, endDay: day, end: time });
export const wallMoment = z.object({ day, time });

export const takerKind = z.enum(['worker', 'agency', 'last-resort']);
export const who = z.object({ kind: takerKind, id });
export const howAsked = z.enum(['call', 'text', 'email', 'letter', 'in-person']);
export const askAnswer = z.enum(['waiting', 'yes', 'part', 'no', 'no-answer']);
const givenAnswer = z.enum(['yes', 'part', 'no', 'no-answer']);
export const potKind = z.enum(['agreement', 'cover-budget', 'own-money']);
export const coverCause = z.enum([...absenceKind.options, 'open', 'not-employed']);

/** A rate of pay or a charge: pounds as exact text, `28.50`. */
const pounds = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/, { message: 'money.not-an-amount' });

const coverCost = z.object({
  wages: pence,
  premium: pence,
  onCosts: pence,
  charge: pence,
  total: pence,
  rate: z.object({ per: z.enum(['hour', 'shift']), pounds: z.string() }),
  paidMinutes: minutes,
});

const standing = z.enum(['can', 'with-care', 'cannot']);

export const coverTaker = z.object({
  kind: takerKind,
  id,
  name: z.string(),
  shortName: z.string(),
  phone: z.string().nullable(),
  span,
  minutes,
  standing,
  reasons: z.array(coded.extend({ weight: z.enum(['good', 'note', 'weigh', 'against']) })),
  cost: coverCost.nullable(),
  weekMinutes: minutes,
});
export type CoverTaker = z.infer<typeof coverTaker>;

/** One way to cover: one for all of it, two one after the other, or one for a part. */
export const coverChoice = z.object({
  key: z.string(),
  kind: z.enum(['whole', 'pair', 'part']),
  takers: z.array(coverTaker),
  standing,
  minutes,
  /** What it costs more; null where a rate or a charge is not known. */
  cost: pence.nullable(),
  /** The cost less what the one away is not paid; null for a part. */
  costAfterSpared: pence.nullable(),
  /** Which pots pay. */
  pots: z.array(z.object({ id, kind: potKind, name: z.string(), amount: pence })),
  /** What no pot has left for it. */
  short: pence,
});
export type CoverChoice = z.infer<typeof coverChoice>;

export const coverAsk = z.object({
  id,
  who,
  name: z.string(),
  span,
  asked: wallMoment,
  how: howAsked,
  answer: askAnswer,
  answered: wallMoment.nullable(),
  offered: span.nullable(),
});
export type CoverAsk = z.infer<typeof coverAsk>;

export const coverStateCode = z.enum([
  'filled',
  'said-yes',
  'waiting',
  'nobody-asked',
  'refused-so-far',
  'refused-by-all',
  'nobody-to-ask',
  'over-uncovered',
]);

/** Somebody who covers it, or a part of it, already. */
const coveredBy = z.object({
  kind: takerKind,
  id,
  name: z.string(),
  phone: z.string().nullable(),
  span,
  minutes,
  shiftKey: shiftKey.nullable(),
  /** Of cover from outside: its id, what it costs, and whether it is confirmed as it was. */
  outsideId: id.nullable(),
  charge: pence.nullable(),
  confirmed: z.boolean(),
});

const needHead = z.object({
  key: shiftKey,
  span,
  minutes,
  kindOfWork,
  reason: z.enum(['open', 'absence', 'not-employed']).nullable(),
  away: z
    .object({
      workerId: id,
      name: z.string(),
      shortName: z.string(),
      absenceId: id.nullable(),
      kind: absenceKind.nullable(),
    })
    .nullable(),
  /** What is not covered yet. */
  uncovered: z.array(span),
  uncoveredMinutes: minutes,
});

/** One shift that needs someone, in a list. */
export const coverNeed = needHead.extend({
  /** Where the search stands, without having ranked anybody. */
  asked: z.int(),
  waiting: z.array(z.string()),
  saidYes: z.array(z.string()),
  coveredBy: z.array(coveredBy),
});
export type CoverNeed = z.infer<typeof coverNeed>;

export const coverList = z.object({
  now: wallMoment,
  to: day,
  /** Of one absence: who is away, and why. */
  absence: z
    .object({ id, workerId: id, name: z.string(), kind: absenceKind, firstDay: day, lastDay: day.nullable() })
    .nullable(),
  needs: z.array(coverNeed),
  /** Of one absence: shifts of it that are covered. Else: those whose cover from outside is over and not confirmed. */
  covered: z.array(coverNeed),
});
export type CoverList = z.infer<typeof coverList>;

export const coverView = needHead.extend({
  now: wallMoment,
  /** The time that is ranked for: the first that is uncovered; null when nothing is. */
  need: span.nullable(),
  /** Real minutes from now to its start; less than nothing when it has begun. */
  minutesLeft: z.int(),
  state: z.object({
    code: coverStateCode,
    uncoveredMinutes: minutes,
    coveredMinutes: minutes,
    waitingMinutes: z.int(),
    refusals: z.int(),
    asked: z.int(),
  }),
  /** Who is best asked next. */
  next: z.object({ choiceKey: z.string(), who, again: z.boolean() }).nullable(),
  choices: z.array(coverChoice),
  asks: z.array(coverAsk),
  coveredBy: z.array(coveredBy),
  /** What is not paid to the one away for this time. */
  spared: pence,
  hasPeople: z.boolean(),
  hasContacts: z.boolean(),
});
export type CoverView = z.infer<typeof coverView>;

export const coverCharge = z.object({
  id: id.nullable(),
  /** Null: for every kind of work that has no line of its own. */
  kindOfWork: kindOfWork.nullable(),
  fromDay: day,
  toDay: day.nullable(),
  pounds,
});
export const coverContact = z.object({
  id: id.nullable(),
  kind: z.enum(['agency', 'last-resort']),
  name: requiredLine,
  phone: line,
  hours: line,
  minimumMinutes: minutes,
  noticeMinutes: minutes.nullable(),
  /** Trainings their people have; null where it is not known. */
  trainings: z.array(requiredLine).max(50).nullable(),
  note: line,
  charges: z.array(coverCharge).max(50),
});
export type CoverContact = z.infer<typeof coverContact>;

export const willingness = z.enum(['yes', 'ask', 'no']);
const premiumOn = z.enum(['all-cover', 'over-contract']);
export const coverPremium = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sum'), on: premiumOn, per: z.enum(['hour', 'shift']), pounds }),
  /** Hundredths of one percent: 2500 is a quarter more. */
  z.object({ kind: z.literal('percent'), on: premiumOn, hundredths: z.int().min(1).max(100_000) }),
]);

export const availabilityWindow = z.object({
  id: id.nullable(),
  weekday: z.int().min(0).max(6),
  start: time,
  end: time,
  endsNextDay: z.boolean(),
  fromDay: day,
  toDay: day.nullable(),
});
export const cannotWork = z.object({ id: id.nullable(), firstDay: day, lastDay: day, note: line });
export const training = z.object({
  id: id.nullable(),
  name: requiredLine,
  doneOn: day,
  expiresOn: day.nullable(),
});

/** What a PA has said about covering. */
export const coverPerson = z.object({
  willing: willingness,
  ownWeeklyLimitMinutes: minutes.nullable(),
  /** The day they agreed in writing to work more than 48 hours a week on average; null where they did not. */
  optedOutOf48On: day.nullable(),
  premium: coverPremium.nullable(),
  note: line,
  windows: z.array(availabilityWindow).max(100),
  daysOff: z.array(cannotWork).max(200),
  trainings: z.array(training).max(100),
});
export type CoverPerson = z.infer<typeof coverPerson>;

export const trainingNeeded = z.object({ id: id.nullable(), name: requiredLine, essential: z.boolean() });
export type TrainingNeeded = z.infer<typeof trainingNeeded>;

/** Money that may pay for cover, in the order it is used. */
export const coverPot = z.object({
  id: id.nullable(),
  kind: potKind,
  agreementId: id.nullable(),
  name: line,
  fromDay: day.nullable(),
  toDay: day.nullable(),
  amount: penceFromZero.nullable(),
  causes: z.array(coverCause).nullable(),
  paysOutside: z.boolean(),
});
export type CoverPot = z.infer<typeof coverPot>;

export const messagePart = coded;

export const coverContract = {
  /** What needs someone, today first: in the next four weeks, or of one absence. */
  list: call.input(inHousehold.extend({ absenceId: id.nullable() })).output(coverList),
  /** Who could cover one shift, best first, and where the search stands. */
  view: call.input(inHousehold.extend({ key: shiftKey })).output(coverView),
  /** What to say to somebody who is asked, as parts. Nothing of anybody's health is in it. */
  message: call
    .input(inHousehold.extend({ key: shiftKey, who, span }))
    .output(z.object({ parts: z.array(messagePart), phone: z.string().nullable() })),
  /** Notes that somebody was asked, and what they said where they said it at once. */
  ask: call
    .input(
      inHousehold.extend({
        key: shiftKey,
        who,
        span,
        how: howAsked,
        answer: askAnswer,
        offered: span.nullable(),
      }),
    )
    .output(z.object({ id })),
  /** What somebody who was asked said; it can be changed later. */
  answer: call.input(inHousehold.extend({ id, answer: givenAnswer, offered: span.nullable() })).output(saved),
  /** Takes a note of asking back. */
  removeAsk: call.input(inHousehold.extend({ id })).output(removed),
  /**
   * Puts PAs on the shift, or on parts of it, and books cover from outside; and notes that they said yes. `how` says how
   * they were asked where that is not noted yet.
   */
  fill: call
    .input(
      inHousehold.extend({
        key: shiftKey,
        takers: z.array(z.object({ who, span })).min(1).max(6),
        how: howAsked.nullable(),
      }),
    )
    .output(z.object({ keys: z.array(shiftKey), leftMinutes: minutes, warnings: z.array(coded) })),
  /** Says that cover from outside came, when, and what was charged. */
  confirmOutside: call
    .input(inHousehold.extend({ id, span, charge: penceFromZero.nullable() }))
    .output(saved),
  /** Cover from outside did not come: the time needs someone again. */
  removeOutside: call.input(inHousehold.extend({ id })).output(removed),
  contacts: call.input(inHousehold).output(z.array(coverContact.extend({ id }))),
  saveContact: call.input(inHousehold.extend({ contact: coverContact })).output(z.object({ id })),
  removeContact: call.input(inHousehold.extend({ id })).output(removed),
  person: call
    .input(inHousehold.extend({ workerId: id }))
    .output(z.object({ name: z.string(), shortName: z.string(), person: coverPerson })),
  savePerson: call.input(inHousehold.extend({ workerId: id, person: coverPerson })).output(saved),
  /** What whoever supports this person has to be trained in. */
  trainings: call.input(inHousehold).output(z.array(trainingNeeded.extend({ id }))),
  saveTrainings: call.input(inHousehold.extend({ trainings: z.array(trainingNeeded).max(50) })).output(saved),
  pots: call.input(inHousehold).output(
    z.object({
      pots: z.array(coverPot.extend({ id })),
      agreements: z.array(z.object({ id, name: z.string() })),
    }),
  ),
  savePots: call.input(inHousehold.extend({ pots: z.array(coverPot).max(12) })).output(saved),
};
