import { z } from 'zod';
import { RECORD_KINDS } from '../returns/retention';
import { call, day, fileOut, id, line, note } from './common';

const inHousehold = z.object({ householdId: id });

/** What only the household can say in its privacy notice and its policy. */
export const privacyChoices = z.object({
  /** Whom a PA asks about their data; empty for the employer's own contact. */
  contact: line,
  /** Who helps with pay or records, such as a user-led organisation; empty for nobody. */
  helpers: line,
  /** Where paper is kept. */
  paper: line,
});
export type PrivacyChoices = z.infer<typeof privacyChoices>;

export const keptRule = z.object({
  records: z.enum(RECORD_KINDS),
  who: z.string(),
  years: z.int(),
  counted: z.string(),
  source: z.string(),
  mark: z.enum(['SEEN', 'RECALLED']),
  /** When the oldest that is kept now may go; null where there is none, or while something goes on. */
  oldestMayGoOn: day.nullable(),
});
export type KeptRule = z.infer<typeof keptRule>;

/** A group of data (resources/documents/privacy-data.json) as it is now. */
export const dataGroupNow = z.object({
  id: z.string(),
  /** Rows of it that are kept now. */
  count: z.int(),
  /** For each kind of record, the rule that keeps it longest; empty where no such rule counts. */
  rules: z.array(keptRule),
});
export type DataGroupNow = z.infer<typeof dataGroupNow>;

export const accessRequest = z.object({
  id: id.nullable(),
  workerId: id,
  askedOn: day,
  answeredOn: day.nullable(),
  note,
});
export type AccessRequest = z.infer<typeof accessRequest>;

export const accessRequestShown = accessRequest.extend({
  id,
  workerName: z.string(),
  /** The last day to answer. */
  dueOn: day,
});
export type AccessRequestShown = z.infer<typeof accessRequestShown>;

export const privacyView = z.object({
  today: day,
  controller: z.string(),
  /** Who acts for the controller now: names with their roles. */
  acting: z.array(z.object({ name: z.string(), role: z.string() })),
  choices: privacyChoices,
  groups: z.array(dataGroupNow),
  requests: z.array(accessRequestShown),
  workers: z.array(
    z.object({
      id,
      name: z.string(),
      leftOn: day.nullable(),
      /** When they were given the notice; null while they were not. */
      noticeGivenOn: day.nullable(),
    }),
  ),
  policy: z.object({ reviewedOn: day.nullable(), reviewBy: day.nullable() }),
});
export type PrivacyView = z.infer<typeof privacyView>;

const SAVED = z.object({ saved: z.literal(true) });
const ofWorker = inHousehold.extend({ workerId: id });

/** The law on a PA’s data: notice, list of data, what a PA may ask to see, the policy. */
export const privacyContract = {
  view: call.input(inHousehold).output(privacyView),
  saveChoices: call.input(inHousehold.extend({ choices: privacyChoices })).output(SAVED),
  /** Notes on which day a PA was given the notice; null takes the note back. */
  noteNoticeGiven: call.input(ofWorker.extend({ givenOn: day.nullable() })).output(SAVED),
  /** Notes on which day the policy was looked at again. */
  notePolicyReviewed: call.input(inHousehold.extend({ reviewedOn: day })).output(SAVED),
  saveRequest: call.input(inHousehold.extend({ request: accessRequest })).output(z.object({ id })),
  removeRequest: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  noticeFile: call.input(inHousehold.extend({ format: z.enum(['pdf', 'odt']) })).output(fileOut),
  policyFile: call.input(inHousehold.extend({ format: z.enum(['pdf', 'odt']) })).output(fileOut),
  listFile: call.input(inHousehold.extend({ format: z.enum(['pdf', 'csv']) })).output(fileOut),
  /** Everything that is kept about one PA, as a paper to read and open files. */
  copyForWorker: call.input(ofWorker).output(fileOut),
};
