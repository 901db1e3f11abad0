/** Hours that come from timesheet files, or are typed for many PAs at once. */
import { z } from 'zod';
import { call, coded, day, id } from './common';
import { kindOfWork } from './people';

/** Pay days whose hours are meant: of a batch, or from one day to another. */
const payDays = z.union([z.object({ batchId: id }), z.object({ from: day, to: day })]);
export type PayDays = z.infer<typeof payDays>;

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
};
