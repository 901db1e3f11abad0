/** Hours that come from timesheet files, or are typed for many PAs at once. */
import { z } from 'zod';
import { call, coded, day, fileIn, id, minutes, requiredLine } from './common';
import { kindOfShift, kindOfWork } from './people';
import { MAPPING_DATES } from './statements';

/** Pay days whose hours are meant: of a batch, or from one day to another. */
const payDays = z.union([z.object({ batchId: id }), z.object({ from: day, to: day })]);
export type PayDays = z.infer<typeof payDays>;

/** A column by its place, from 0. */
const column = z.int().min(0).max(59);

/** Which column of a timesheet file is which. */
export const hoursMapping = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']),
  /** Lines at the top of the file that stand before the header, or before the first row where there is none. */
  skip: z.int().min(0).max(60),
  /** The names in the header row from the left; empty where files have no header. */
  names: z.array(z.string().max(200)).max(60),
  /** Who it is: any of these that the file has. */
  who: z.strictObject({
    household: column.nullable(),
    name: column.nullable(),
    /** Where the last name stands apart from the first. */
    lastName: column.nullable(),
    payrollNumber: column.nullable(),
    niNumber: column.nullable(),
  }),
  /** Which days a row is of; `pay-days`: the file does not say, and the pay period of the pay days is meant. */
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('day'), day: column }),
    z.strictObject({ kind: z.literal('from-to'), from: column, to: column }),
    z.strictObject({ kind: z.literal('week-ending'), day: column }),
    z.strictObject({ kind: z.literal('period-ending'), day: column }),
    z.strictObject({ kind: z.literal('pay-days') }),
  ]),
  dates: z.enum(MAPPING_DATES),
  /** Columns of hours (or nights), each of a kind of work; null where the kind stands in a column or is not said. */
  hours: z.array(z.strictObject({ column, kind: kindOfShift.nullable() })).max(9),
  /** From when to when a shift of a day was. In the place of columns of hours. */
  times: z.strictObject({ start: column, end: column }).nullable(),
  /** The column whose words say which kind of work it is. */
  kind: column.nullable(),
});
export type HoursMapping = z.infer<typeof hoursMapping>;

const keptMapping = z.object({ id, name: z.string(), mapping: hoursMapping });
export type KeptHoursMapping = z.infer<typeof keptMapping>;

/** The first rows of a file as they stand, for setting up its columns. */
const hoursTable = z.object({
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  width: z.int(),
  lines: z.int(),
  delimiter: z.enum([',', ';', '\t', '|']),
  /** A first guess, for the person to put right. */
  guess: hoursMapping,
  /** Columns that were kept and that fit the header. */
  kept: keptMapping.nullable(),
});
export type HoursTable = z.infer<typeof hoursTable>;

/** Something found in a row of the file, or in the whole of it (`line` 0). */
const fileProblem = z.object({
  line: z.int(),
  /** `stop`: the row is left out. `ask`: it is left out unless somebody says to take it. `note`: it is taken. */
  severity: z.enum(['stop', 'ask', 'note']),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Whom it is about, where that is known, so that it can be mended there. */
  householdId: id.nullable(),
  workerId: id.nullable(),
});
export type HoursFileProblem = z.infer<typeof fileProblem>;

/** What would be taken in for one PA. */
const personHours = z.object({
  householdId: id,
  household: z.string(),
  workerId: id,
  name: z.string(),
  from: day,
  to: day,
  minutes,
  nights: z.int(),
  rows: z.int(),
  /** `planned`: just what the rota plans. `hours`: only the hours are known. `in-place`: planned shifts come off for them. */
  how: z.enum(['planned', 'hours', 'times', 'in-place']),
});
export type PersonHours = z.infer<typeof personHours>;

const hoursLook = z.object({
  fileName: z.string(),
  rows: z.int(),
  /** Rows that would be taken, that are in the record already, and that would be left out. */
  taken: z.int(),
  here: z.int(),
  leftOut: z.int(),
  households: z.int(),
  minutes: z.int(),
  nights: z.int(),
  /** The first of them; `count` are there. */
  people: z.object({ count: z.int(), first: z.array(personHours) }),
  problems: z.object({ count: z.int(), first: z.array(fileProblem) }),
  /** Something about the whole file is asked about first: nothing is taken before. */
  blocked: z.boolean(),
  /** How many of each code that is asked about. */
  asks: z.array(z.object({ code: z.string(), rows: z.int() })),
});
export type HoursLook = z.infer<typeof hoursLook>;

/** How far looking through a file, or taking it in, has come. */
const hoursState = z.object({
  doing: z.enum(['nothing', 'looking', 'taking', 'looked', 'taken', 'stopped', 'failed']),
  done: z.int(),
  of: z.int(),
  look: hoursLook.nullable(),
  /** What was taken in, once it was; households whose hours were refused while it went on are named. */
  outcome: z
    .object({
      households: z.int(),
      people: z.int(),
      minutes: z.int(),
      nights: z.int(),
      refused: z.array(z.object({ householdId: id, household: z.string(), problem: coded })),
    })
    .nullable(),
});
export type HoursState = z.infer<typeof hoursState>;

/** How much of one kind of work stands in a PA's pay period. */
const gridCell = z.object({
  kind: kindOfWork,
  /** Hours are typed, or the number of nights. */
  per: z.enum(['hour', 'shift']),
  /** Minutes or nights that are confirmed; null where none are. */
  here: z.int().nullable(),
  /** Minutes or nights that are planned and wait. */
  planned: z.int(),
  /** Paid, or kept with times that are known: not to be typed over here. */
  fixed: z.enum(['no', 'paid', 'times']),
});
export type GridCell = z.infer<typeof gridCell>;

const gridRow = z.object({
  householdId: id,
  household: z.string(),
  workerId: id,
  name: z.string(),
  from: day,
  to: day,
  payDate: day,
  cells: z.array(gridCell),
});
export type GridRow = z.infer<typeof gridRow>;

const gridPage = z.object({
  from: day,
  to: day,
  /** Kinds of work that anybody of the page is paid for, in the usual order. */
  kinds: z.array(kindOfWork),
  rows: z.array(gridRow),
  /** How many PAs there are, and of them without hours. */
  count: z.int(),
  without: z.int(),
  page: z.int(),
  pages: z.int(),
});
export type GridPage = z.infer<typeof gridPage>;

const saved = z.object({ saved: z.literal(true) });

export const hoursInContract = {
  /** PAs who are paid on some pay days, with the hours of their pay period: a page of 50. */
  people: call
    .input(
      z.object({
        pay: payDays,
        page: z.int().min(1).max(1000),
        search: z.string().trim().max(100),
        without: z.boolean(),
      }),
    )
    .output(gridPage),
  /** The hours of one PA in some days. */
  cells: call
    .input(z.object({ householdId: id, workerId: id, from: day, to: day }))
    .output(z.array(gridCell)),
  /** Keeps what was typed for a PA's pay period; an empty text takes back what was typed before. */
  type: call
    .input(
      z.object({
        householdId: id,
        workerId: id,
        from: day,
        to: day,
        cells: z
          .array(z.object({ kind: kindOfWork, typed: z.string().max(20) }))
          .min(1)
          .max(10),
      }),
    )
    .output(z.object({ cells: z.array(gridCell), notes: z.array(coded) })),
  /** The rows of a file as they stand, with a guess at its columns. */
  table: call
    .input(z.object({ file: fileIn, delimiter: z.enum([',', ';', '\t', '|']).nullable() }))
    .output(hoursTable),
  /** Begins to look through a file, beside the work; `accept` are codes that are asked about and that somebody said yes to. */
  look: call
    .input(
      z.object({
        file: fileIn,
        mapping: hoursMapping,
        pay: payDays.nullable(),
        accept: z.array(z.string().max(80)).max(20),
      }),
    )
    .output(hoursState),
  /** Begins to look at what the rota plans for everybody who is paid on some days and has no planned shift still to come. */
  lookAtPlan: call.input(z.object({ pay: payDays })).output(hoursState),
  /** Takes in what was looked at last, one household after the other. */
  take: call.output(hoursState),
  state: call.output(hoursState),
  /** Stops what goes on; what is taken in stays so. */
  stop: call.output(hoursState),
  mappings: call.output(z.array(keptMapping)),
  saveMapping: call.input(z.object({ name: requiredLine, mapping: hoursMapping })).output(saved),
  removeMapping: call.input(z.object({ id })).output(saved),
  /** Files that were read in, newest first. */
  files: call.output(z.array(z.object({ id, name: z.string(), rows: z.int(), on: day, by: z.string() }))),
};
