import { z } from 'zod';
import { call, day } from './common';

/** A part of the record as a person thinks of it. */
export const checkPart = z.enum([
  'household',
  'people',
  'rota',
  'absences',
  'cover',
  'pools',
  'pay',
  'money',
  'ledger',
  'receipts',
  'files',
  'plan',
  'returns',
  'privacy',
  'history',
  'seals',
  'file',
]);
export type CheckPart = z.infer<typeof checkPart>;

/** What is looked at, in this order: every page of the file, then what belongs together. */
export const checkStep = z.enum(['pages', 'ledger', 'sealed', 'money', 'files', 'sums']);
export type CheckStep = z.infer<typeof checkStep>;

/**
 * One thing that is not as it was kept, and where. `fault` is a code with a sentence; `table` is the place in the file, for
 * somebody who helps; `name` is whose or what it is: a PA, a file, an account, the number of a ledger entry.
 */
export const checkFinding = z.object({
  step: checkStep,
  fault: z.string(),
  part: checkPart,
  table: z.string(),
  household: z.string(),
  day: day.nullable(),
  name: z.string(),
});
export type CheckFinding = z.infer<typeof checkFinding>;

export const checkState = z.object({
  state: z.enum(['never', 'running', 'done', 'stopped']),
  /** How far it has come: steps done of all. */
  done: z.int(),
  of: z.int(),
  step: checkStep.nullable(),
  /** When it ended (ISO moment, UTC), and how many things were looked at. */
  at: z.string().nullable(),
  rows: z.int(),
  findings: z.array(checkFinding),
});
export type CheckState = z.infer<typeof checkState>;

/** Looking over the whole record: is every part of it as it was kept? Changes nothing. */
export const checkContract = {
  /** Begins to look, beside the work, unless it is looking already. Ask `state` how far it has come. */
  start: call.output(checkState),
  state: call.output(checkState),
};
