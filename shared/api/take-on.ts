import { z } from 'zod';
import { call, fileIn, fileOut, id } from './common';

/**
 * Something about a cell of the file. A `problem` keeps its household out, a `look` waits for a person who says that it is
 * right, a `note` is only told. `column` is what stands over it in the file; empty for the whole row. `typed` is what stood there.
 */
export const takeOnProblem = z.object({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  typed: z.string(),
  weight: z.enum(['problem', 'look', 'note']),
});
export type TakeOnProblem = z.infer<typeof takeOnProblem>;

/**
 * How a household of the file stands: `ready` and `look` can be taken on, `problems` first need the file mended, `here` is in
 * these records already with all its PAs. After taking on: `taken`, or `refused` where the record has changed meanwhile.
 */
export const takeOnStanding = z.enum(['ready', 'look', 'problems', 'here', 'taken', 'refused']);
export type TakeOnStanding = z.infer<typeof takeOnStanding>;

export const takeOnHousehold = z.object({
  /** The row of the file it begins on. */
  row: z.int(),
  name: z.string(),
  employer: z.string(),
  payeReference: z.string(),
  /** PAs that are taken on with it, by name; those that are here already are not named. */
  people: z.array(z.string()),
  standing: takeOnStanding,
  /** The household it is in these records: what is there stays, and only its new PAs are added. */
  householdId: id.nullable(),
  problems: z.array(takeOnProblem),
});
export type TakeOnHousehold = z.infer<typeof takeOnHousehold>;

export const takeOnCounts = z.object({
  ready: z.int(),
  look: z.int(),
  problems: z.int(),
  here: z.int(),
  taken: z.int(),
  refused: z.int(),
});

/** How far a file has come. `looked`: nothing is stored yet. */
export const takeOnState = z.object({
  state: z.enum(['none', 'looking', 'looked', 'taking-on', 'done', 'stopped', 'failed']),
  fileName: z.string(),
  rows: z.int(),
  done: z.int(),
  of: z.int(),
  counts: takeOnCounts,
  /** PAs of the households that are ready, and of those that wait for a look. */
  people: z.object({ ready: z.int(), look: z.int(), taken: z.int() }),
  /** What stands over columns that are not known: they are not read. */
  unknown: z.array(z.string()),
});
export type TakeOnState = z.infer<typeof takeOnState>;

/** Households on one page of what was found. */
export const TAKE_ON_PAGE = 50;

/** Taking on households from a spreadsheet: everything is told first, then each household is stored whole or not at all. */
export const takeOnContract = {
  /** An empty table to fill in, with what goes where. */
  template: call.input(z.object({ format: z.enum(['csv', 'xlsx']) })).output(fileOut),
  /** Reads a file and begins to look at every household in it. Stores nothing. */
  read: call.input(z.object({ file: fileIn })).output(takeOnState),
  state: call.output(takeOnState),
  found: call
    .input(z.object({ standing: takeOnStanding.nullable(), from: z.int().min(0) }))
    .output(z.object({ count: z.int(), households: z.array(takeOnHousehold) })),
  /** Takes on those that are ready, and with `alsoLook` those that somebody looked at. */
  start: call.input(z.object({ alsoLook: z.boolean() })).output(takeOnState),
  /** Ends after the household that is on its way. What is taken on stays. */
  stop: call.output(takeOnState),
  /** Lets the file go. */
  forget: call.output(takeOnState),
};
