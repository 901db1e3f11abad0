import { z } from 'zod';
import { call, coded, day, id, line, minutes, penceFromZero, requiredLine } from './common';
import {
  contractOutcome,
  earlierJobHere,
  earlierPay,
  noticeKind,
  noticeOutcome,
  taxNotice,
} from './people-life';

const inHousehold = z.object({ householdId: id });
const ofWorker = inHousehold.extend({ workerId: id });

export const kindOfWork = z.enum([
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
]);
/** A kind of work that a shift can be of. */
export const kindOfShift = kindOfWork.refine((kind): boolean => kind !== 'sleep-in-awake', {
  message: 'kind.not-of-a-shift',
});
export const payFrequency = z.enum(['weekly', 'two-weekly', 'four-weekly', 'monthly']);

export const workerDetails = z.object({
  firstNames: requiredLine,
  lastName: requiredLine,
  knownAs: line,
  birthDate: day.nullable(),
  gender: z.enum(['female', 'male']).nullable(),
  niNumber: line,
  addressLine1: line,
  addressLine2: line,
  town: line,
  postcode: line,
  phone: line,
  email: line,
  payrollNumber: line,
  startedOn: day,
  bankNameOnAccount: line,
  sortCode: line.regex(/^$|^\d{2}-?\d{2}-?\d{2}$/, { message: 'account.sort-code' }),
  accountNumber: line.regex(/^$|^\d{8}$/, { message: 'account.account-number' }),
  emergencyName: line,
  emergencyPhone: line,
  rightToWorkCheckedOn: day.nullable(),
  rightToWorkUntil: day.nullable(),
  dbsOn: day.nullable(),
  covers: z.boolean(),
});
export type WorkerDetails = z.infer<typeof workerDetails>;

export const contractTerms = z.object({
  startsOn: day,
  hoursKind: z.enum(['zero-hours', 'fixed']),
  weeklyMinutes: minutes,
  payFrequency,
  /** The first day of any one pay period; the others follow from it. */
  firstPeriodFrom: day,
  /** Days from a period's last day to pay day. */
  payDayOffset: z.int().min(0).max(31),
  holidayMethod: z.enum(['weeks', 'accrual', 'rolled-up']),
  /** `MM-DD`. */
  leaveYearStarts: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  /** Monday 0 to Sunday 6: the days that count for sick pay. */
  qualifyingDays: z.array(z.int().min(0).max(6)).max(7),
  noticeWeeks: z.int().min(1).max(26),
  signedOn: day.nullable(),
});
export type ContractTerms = z.infer<typeof contractTerms>;

/** Pounds with at most four decimals, as text. */
export const rateText = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/, { message: 'rate.not-a-rate' });
export const payRate = z.object({ kindOfWork, per: z.enum(['hour', 'shift']), rate: rateText, fromDay: day });
export type PayRate = z.infer<typeof payRate>;

export const taxDetails = z.object({
  fromDay: day,
  taxCode: requiredLine,
  taxBasis: z.enum(['cumulative', 'week1-month1']),
  niCategory: z.string().regex(/^[ABCDEFHIJKLMNSVXZ]$/, { message: 'tax.ni-category' }),
  studentLoanPlan: z.enum(['plan-1', 'plan-2', 'plan-4', 'plan-5']).nullable(),
  postgraduateLoan: z.boolean(),
  learnedFrom: z.enum(['starter-checklist', 'p45', 'hmrc-notice', 'other']),
});
export type TaxDetails = z.infer<typeof taxDetails>;

export const starterDeclaration = z.object({
  statement: z.enum(['A', 'B', 'C']).nullable(),
  hasP45: z.boolean(),
  p45LeavingDay: day.nullable(),
  p45TaxCode: line,
  p45Pay: penceFromZero.nullable(),
  p45Tax: penceFromZero.nullable(),
  studentLoanPlan: z.enum(['plan-1', 'plan-2', 'plan-4', 'plan-5']).nullable(),
  postgraduateLoan: z.boolean(),
});
export type StarterDeclaration = z.infer<typeof starterDeclaration>;

export const pensionMembership = z.object({
  fromDay: day,
  status: z.enum(['member', 'not-enrolled', 'postponed', 'opted-out']),
  provider: line,
  treatment: z.enum(['relief-at-source', 'net-pay']),
  earningsBasis: z.enum(['qualifying-earnings', 'all-pay']),
  /** Hundredths of a per cent: 500 is 5 %. */
  employeePercentHundredths: z.int().min(0).max(10_000),
  employerPercentHundredths: z.int().min(0).max(10_000),
  postponedUntil: day.nullable(),
});
export type PensionMembership = z.infer<typeof pensionMembership>;

export const workerRecord = z.object({
  id,
  position: z.int(),
  name: z.string(),
  shortName: z.string(),
  details: workerDetails,
  leftOn: day.nullable(),
  contract: contractTerms.nullable(),
  rates: z.array(payRate),
  /** Codes of what is worth a look in the rates: below the minimum wage. */
  rateNotes: z.array(coded),
  tax: z.array(taxDetails.extend({ noticeKind: noticeKind.nullable(), noticeOn: day.nullable() })),
  /** What other software paid before Mainstay, by tax year. */
  earlierPay: z.array(earlierPay),
  /** Our own P45 figures, for who came back in the same tax year. */
  earlierJobHere: earlierJobHere.nullable(),
  p45GivenOn: day.nullable(),
  /** The last pay day that is finished. */
  lastPaidOn: day.nullable(),
  starter: starterDeclaration.nullable(),
  pension: z.array(pensionMembership),
  /** Codes of what is missing before this PA can be paid, or by law. */
  missing: z.array(coded),
});
export type WorkerRecord = z.infer<typeof workerRecord>;

export const workerCard = z.object({
  id,
  position: z.int(),
  name: z.string(),
  shortName: z.string(),
  leftOn: day.nullable(),
  startedOn: day,
  payFrequency: payFrequency.nullable(),
  hoursKind: z.enum(['zero-hours', 'fixed']).nullable(),
  nextPayOn: day.nullable(),
  nextShift: z.object({ day, start: z.string(), end: z.string() }).nullable(),
  away: coded.nullable(),
  missing: z.array(coded),
});
export type WorkerCard = z.infer<typeof workerCard>;

export const holidayBalance = z.object({
  workerId: id,
  method: z.enum(['weeks', 'accrual', 'rolled-up']),
  leaveYearFrom: day,
  leaveYearTo: day,
  /** What may be taken this leave year so far: the whole year's for regular hours, what the hours worked have earned else. */
  earnedMinutes: z.int(),
  /** Brought over from an earlier leave year: used in this one, or still there to take. */
  carriedMinutes: z.int(),
  /** What the time worked so far has earned: what would be owed on leaving today, before what was taken. */
  accruedMinutes: z.int(),
  fullYearMinutes: z.int().nullable(),
  takenMinutes: z.int(),
  /** Paid for with the last pay instead of taken. */
  paidOnLeavingMinutes: z.int(),
  leftMinutes: z.int(),
});
export type HolidayBalance = z.infer<typeof holidayBalance>;

export const peopleContract = {
  list: call.input(inHousehold).output(z.array(workerCard)),
  get: call.input(ofWorker).output(workerRecord),
  add: call.input(inHousehold.extend({ details: workerDetails })).output(z.object({ workerId: id })),
  saveDetails: call
    .input(ofWorker.extend({ details: workerDetails }))
    .output(z.object({ saved: z.literal(true) })),
  saveContract: call
    .input(ofWorker.extend({ contract: contractTerms, wrongFromStart: z.boolean().optional() }))
    .output(z.object({ saved: z.literal(true) })),
  /** What new terms do to the pay periods, before they are kept. */
  contractOutcome: call.input(ofWorker.extend({ contract: contractTerms })).output(contractOutcome),
  /** Replaces all rates of a PA. Rates that have been paid may not change; a new rate starts on a later day. */
  saveRates: call
    .input(ofWorker.extend({ rates: z.array(payRate).max(200), wrongFromStart: z.boolean().optional() }))
    .output(z.object({ saved: z.literal(true) })),
  /** Adds or replaces the tax details that hold from a day. */
  saveTax: call
    .input(ofWorker.extend({ tax: taxDetails, wrongFromStart: z.boolean().optional() }))
    .output(z.object({ saved: z.literal(true) })),
  /** What an HMRC notice would change, and on which pay day first; changes nothing. */
  notice: call.input(ofWorker.extend({ notice: taxNotice })).output(noticeOutcome),
  saveNotice: call.input(ofWorker.extend({ notice: taxNotice })).output(noticeOutcome),
  /** What other software paid a PA in a tax year. `sure` keeps figures that are far from what the code gives. */
  saveEarlierPay: call
    .input(ofWorker.extend({ earlierPay, sure: z.boolean() }))
    .output(z.object({ saved: z.literal(true) })),
  removeEarlierPay: call
    .input(ofWorker.extend({ taxYear: z.string() }))
    .output(z.object({ removed: z.literal(true) })),
  saveP45Given: call
    .input(ofWorker.extend({ givenOn: day.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
  /** Keeps the starter checklist, and sets tax code, basis and loans from it as GOV.UK says. */
  saveStarter: call
    .input(ofWorker.extend({ starter: starterDeclaration }))
    .output(z.object({ taxCode: z.string(), taxBasis: z.enum(['cumulative', 'week1-month1']) })),
  savePension: call
    .input(ofWorker.extend({ pension: pensionMembership, wrongFromStart: z.boolean().optional() }))
    .output(z.object({ saved: z.literal(true) })),
  saveLeaving: call
    .input(ofWorker.extend({ leftOn: day.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
  holiday: call.input(inHousehold).output(z.array(holidayBalance)),
};
