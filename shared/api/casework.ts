import { z } from 'zod';
import { call, day, fileIn, fileOut, id, line, note, time } from './common';
import { employer, representativeRole } from './household';

const inHousehold = z.object({ householdId: id });
const saved = z.object({ saved: z.literal(true) });
const removed = z.object({ removed: z.literal(true) });

/** What a person types of a note. */
export const noteInput = z.object({
  id: id.nullable(),
  text: note.trim().min(1, { message: 'text.empty' }),
  /** The day to come back to it. */
  followUpOn: day.nullable(),
});
export type NoteInput = z.infer<typeof noteInput>;

/** Something noted about a household: when and by whom, and whether what was to be done is done. */
export const caseNote = z.object({
  id,
  day,
  text: z.string(),
  initials: z.string(),
  followUpOn: day.nullable(),
  doneOn: day.nullable(),
  doneBy: z.string(),
});
export type CaseNote = z.infer<typeof caseNote>;

export const serviceLevel = z.enum(['payroll', 'payroll-and-return', 'managed-account']);

/** What the organisation may do for a household, as it is typed. */
export const serviceInput = z.object({
  id: id.nullable(),
  level: serviceLevel,
  startsOn: day,
  endsOn: day.nullable(),
  signedOn: day.nullable(),
  /** When the household was told that it can no longer file on paper once an agent files for it. */
  paperFilingToldOn: day.nullable(),
  note: line,
});
export type ServiceInput = z.infer<typeof serviceInput>;

export const serviceAgreement = serviceInput.extend({
  id,
  /** The signed paper that is kept with it; empty where there is none. */
  fileName: z.string(),
  inForce: z.boolean(),
});
export type ServiceAgreement = z.infer<typeof serviceAgreement>;

/** One thing that was done in a household: `name` is a code with a sentence in the window. */
export const activityLine = z.object({
  id: z.int(),
  day,
  time,
  name: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Empty where nobody said who they are. */
  initials: z.string(),
  undone: z.boolean(),
});
export type ActivityLine = z.infer<typeof activityLine>;

/** A household as its organisation sees it. */
export const caseCard = z.object({
  today: day,
  name: z.string(),
  supportedName: z.string(),
  payeReference: z.string(),
  filingRoute: employer.shape.filingRoute.nullable(),
  addressLines: z.array(z.string()),
  phone: z.string(),
  email: z.string(),
  acting: z.array(
    z.object({ name: z.string(), role: representativeRole, phone: z.string(), email: z.string() }),
  ),
  /** What is to be come back to first, by its day; then the newest. */
  notes: z.array(caseNote),
  /** The newest first. */
  services: z.array(serviceAgreement),
  lately: z.array(activityLine),
});
export type CaseCard = z.infer<typeof caseCard>;

/** The most lines that one report shows. */
export const MOST_ACTIVITY = 5000;

const activity = z.object({
  today: day,
  lines: z.array(activityLine),
  /** Whether there was more than one report shows: the newest are in it. */
  more: z.boolean(),
  /** How much was done under which initials. */
  people: z.array(z.object({ initials: z.string(), name: z.string(), count: z.int() })),
});
export type Activity = z.infer<typeof activity>;

const inPeriod = inHousehold.extend({ from: day, to: day });

/** What an organisation notes about a household, what it may do for it, and what it did. */
export const caseworkContract = {
  card: call.input(inHousehold).output(caseCard),
  saveNote: call.input(inHousehold.extend({ note: noteInput })).output(z.object({ id })),
  /** What was to be done about a note is done, or is not after all. */
  noteDone: call.input(inHousehold.extend({ id, done: z.boolean() })).output(saved),
  removeNote: call.input(inHousehold.extend({ id })).output(removed),
  /**
   * Keeps what the organisation may do, with the signed paper where one is given (JPEG, PNG or PDF). A new one ends an older one
   * without an end the day before. Refuses `service.overlaps` where another is in force on one of its days.
   */
  saveService: call
    .input(inHousehold.extend({ service: serviceInput, file: fileIn.nullable() }))
    .output(z.object({ id })),
  removeService: call.input(inHousehold.extend({ id })).output(removed),
  serviceFile: call.input(inHousehold.extend({ id })).output(fileOut),
  /** Ends the agreement in force on its last day and takes out later ones. Refuses `service.none` where there is none. */
  endService: call.input(inHousehold.extend({ lastDay: day })).output(saved),
  /** Who did what when, the newest first. */
  activity: call.input(inPeriod).output(activity),
  /** The same as a file. `said`: each line in words, by its id; the words of actions are the window's. */
  activityFile: call
    .input(
      inPeriod.extend({
        format: z.enum(['pdf', 'csv']),
        said: z.record(z.string().max(20), z.string().max(500)),
      }),
    )
    .output(fileOut),
};
