import { z } from 'zod';
import { call, type FileBytes, id, largeFileOut } from './common';

const inHousehold = z.object({ householdId: id });

/** A household file as the person chose it: its bytes travel as they are. */
const file = z.custom<FileBytes>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'arrayBuffer' in value &&
    typeof value.arrayBuffer === 'function',
  { message: 'hand-over.choose-file' },
);
/** What opens a household file that somebody made. */
const passphrase = z.string().min(1, { message: 'passphrase.empty' }).max(500);

/** What is in a household’s record, counted by what a person knows. */
export const handOverCounts = z.object({
  workers: z.int(),
  payslips: z.int(),
  bankLines: z.int(),
  receipts: z.int(),
  returns: z.int(),
  /** What the organisation noted about the household. */
  notes: z.int(),
});
export type HandOverCounts = z.infer<typeof handOverCounts>;

export const handOverView = z.object({
  name: z.string(),
  counts: handOverCounts,
  /** Households that share a PA with this one: then it can’t go alone. */
  sharedWith: z.array(z.string()),
});
export type HandOverView = z.infer<typeof handOverView>;

export const handOverLook = z.object({
  householdId: z.string(),
  name: z.string(),
  supportedName: z.string(),
  /** When the file was made (UTC, ISO), and the last thing done in it; null when nothing was. */
  madeAt: z.string(),
  lastDoneAt: z.string().nullable(),
  counts: handOverCounts,
  /** A household here whose employer has the same PAYE reference: perhaps the same one, set up by hand. */
  sameEmployer: z.string().nullable(),
});
export type HandOverLook = z.infer<typeof handOverLook>;

/** One household’s whole record as one file that another Mainstay opens. */
export const handOverContract = {
  /** What would go with a household. */
  view: call.input(inHousehold).output(handOverView),
  /**
   * Makes the file. Refuses with `hand-over.shared-pa`, or with `hand-over.not-whole` when the record is not as it was kept.
   */
  make: call
    .input(
      inHousehold.extend({ passphrase: z.string().min(12, { message: 'passphrase.too-short' }).max(500) }),
    )
    .output(largeFileOut),
  /** What is in a file, with nothing stored. Also while no records are open. */
  look: call.input(z.object({ file, passphrase })).output(handOverLook),
  /** Brings the household in. Refuses as `look` does; then nothing was stored. */
  bringIn: call.input(z.object({ file, passphrase })).output(z.object({ householdId: z.string() })),
};
