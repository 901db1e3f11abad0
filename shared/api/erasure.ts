import { z } from 'zod';
import { RECORD_KINDS } from '../returns/retention';
import { call, coded, day, id, line, time } from './common';

const inHousehold = z.object({ householdId: id });

/** What of a PA who has left need not be kept, and may be emptied before the rest may go. */
export const UNNEEDED_PARTS = ['contact', 'emergency', 'bank', 'notes', 'availability'] as const;
export type UnneededPart = (typeof UNNEEDED_PARTS)[number];

/** Whole years that may go: rota and pay by tax years, money by financial years. */
export const ERASABLE_YEARS = ['pay', 'money'] as const;
export type ErasableYears = (typeof ERASABLE_YEARS)[number];

/** The kinds of things that are counted when something goes or stays. */
export const ERASURE_GROUPS = [
  'details',
  'terms',
  'pay',
  'rota',
  'time-off',
  'papers',
  'money',
  'receipts',
  'returns',
  'notes',
  'history',
] as const;
export type ErasureGroup = (typeof ERASURE_GROUPS)[number];

export const erasureOf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('worker'), workerId: id }),
  z.object({ kind: z.literal('unneeded'), workerId: id, parts: z.array(z.enum(UNNEEDED_PARTS)).min(1) }),
  /** All years up to and with the one that ends on this day. */
  z.object({ kind: z.literal('years'), years: z.enum(ERASABLE_YEARS), to: day }),
]);
export type ErasureOf = z.infer<typeof erasureOf>;

/** Why something stays: by whose rule, for which records, and the first day it may go; null where no day can be told. */
export const keptBy = z.object({
  records: z.enum(RECORD_KINDS),
  who: z.string(),
  source: z.string(),
  mark: z.enum(['SEEN', 'RECALLED']),
  mayGoOn: day.nullable(),
});
export type KeptBy = z.infer<typeof keptBy>;

export const erasurePerson = z.object({
  workerId: id,
  name: z.string(),
  leftOn: day.nullable(),
  /** The rule that keeps the last of it; null where nothing keeps it any more. */
  keptBy: keptBy.nullable(),
  mayGo: z.boolean(),
  unneeded: z.array(z.enum(UNNEEDED_PARTS)),
});
export type ErasurePerson = z.infer<typeof erasurePerson>;

export const erasureYears = z.object({
  years: z.enum(ERASABLE_YEARS),
  oldest: day,
  /** The last day of the years that may go now; null for none yet. */
  to: day.nullable(),
  /** The end of the next year that has to wait, and what keeps it. */
  nextTo: day,
  keptBy: keptBy.nullable(),
});
export type ErasureYears = z.infer<typeof erasureYears>;

export const erasureView = z.object({
  today: day,
  people: z.array(erasurePerson),
  years: z.array(erasureYears),
  past: z.array(
    z.object({
      id,
      kind: z.enum(['worker', 'unneeded', 'years']),
      erasedOn: day,
      rows: z.int(),
      files: z.int(),
    }),
  ),
  /** Backups that were made before the last time something was taken away: they still hold it. */
  backups: z.array(
    z.object({
      made: z.object({ at: z.string(), day, time }),
      reason: z.string(),
      before: z.string().nullable(),
      folder: z.string(),
      /** Kept until the person takes it away; else it goes by itself within some days. */
      forGood: z.boolean(),
    }),
  ),
});
export type ErasureView = z.infer<typeof erasureView>;

export const erasureMention = z.object({
  key: z.string().max(200),
  group: z.enum(ERASURE_GROUPS),
  day: day.nullable(),
  /** The words around it. */
  text: z.string(),
});
export type ErasureMention = z.infer<typeof erasureMention>;

export const erasurePreview = z.object({
  /** The PA’s name; for years, the year in which the last of them ends. */
  name: z.string(),
  /** What has to be typed to go on. */
  typed: z.string(),
  goes: z.array(z.object({ group: z.enum(ERASURE_GROUPS), count: z.int() })),
  /** Codes of what stays, with their values. */
  stays: z.array(coded),
  /** Codes of what the person should look at first. */
  first: z.array(coded),
  files: z.int(),
  /** Places that name the person and are put out of words with the rest. */
  named: z.int(),
  /** Places that may mean the person: only one part of the name. Each goes only when it is ticked. */
  perhaps: z.array(erasureMention),
  /** Places that may mean the person and have to stay as they are. */
  perhapsKept: z.int(),
});
export type ErasurePreview = z.infer<typeof erasurePreview>;

/** Taking away for good what need no longer be kept. */
export const erasureContract = {
  view: call.input(inHousehold).output(erasureView),
  /** What exactly would go. Refuses what has to stay: `erasure.still-works`, `erasure.kept`,
   * `erasure.kept-for-good`, `erasure.pay-open`, `erasure.not-paid`, `erasure.nothing`. */
  preview: call.input(inHousehold.extend({ what: erasureOf })).output(erasurePreview),
  /** Makes a backup, takes it away for good and looks again. Refuses as the preview does, and `erasure.typed-wrong`. */
  erase: call
    .input(
      inHousehold.extend({
        what: erasureOf,
        /** Which places that may mean the person go too, by their keys. */
        perhaps: z.array(z.string().max(200)).max(5_000),
        typed: line,
      }),
    )
    .output(z.object({ rows: z.int(), files: z.int() })),
};
