import { z } from 'zod';
import { LETTER_PLACES } from '../desk/letter-merge';
import { call, coded, day, id, largeFileOut, line, note, requiredLine } from './common';
import { taxYearName } from './pay';
import { pensionFileFor } from './pensions';

/** Whose papers: what one batch paid, what was paid on some days, or a whole tax year. */
export const outputsOf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('batch'), batchId: id }),
  z.object({ kind: z.literal('days'), from: day, to: day }),
  z.object({ kind: z.literal('year'), taxYear: taxYearName }),
]);
export type OutputsOf = z.infer<typeof outputsOf>;

/** A kind of paper or file. Each is the same that a household's own pages make. */
export const outputKind = z.enum([
  /** A PDF of each payslip. */
  'payslips',
  /** All payslips in one PDF. */
  'print-run',
  /** Who is paid for each run, as PDF and CSV. */
  'payment-sheets',
  /** What each PAYE scheme owes HMRC: one list of all, as PDF and CSV. */
  'hmrc-list',
  /** The figures of each run that are reported to HMRC. */
  'report-figures',
  /** A tax year's record like HMRC's P32, for each PAYE scheme, as PDF and CSV. */
  'p32',
  /** Contribution files, by provider. */
  'pension-files',
  /** A letter to each household. */
  'letters',
  /** P60 figures of each PA, the year's payments as CSV, and the quarters of who files on paper. */
  'year-end',
]);
export type OutputKind = z.infer<typeof outputKind>;

export const outputsWanted = z.object({
  of: outputsOf,
  kinds: z.array(outputKind).min(1, { message: 'outputs.nothing-chosen' }).max(20),
  /** How the print run is sorted, and whether each paper begins on a new sheet. */
  sort: z.enum(['household', 'worker']),
  doubleSided: z.boolean(),
  /** The letter that goes to each household. */
  letterId: id.nullable(),
  /** One ZIP with a folder for each household, or with a ZIP for each. */
  pack: z.enum(['folders', 'zips']),
});
export type OutputsWanted = z.infer<typeof outputsWanted>;

/** What can be chosen to make papers of. */
export const outputSources = z.object({
  /** Batches that paid somebody, newest first. */
  batches: z.array(
    z.object({ id, payFrom: day, payTo: day, finished: z.int(), closed: z.boolean(), madeAt: z.string() }),
  ),
  /** The first and last pay day of the newest pay there is; null where nothing was paid. */
  newest: z.object({ from: day, to: day }).nullable(),
  /** Tax years with pay, newest first, and whether each is over. */
  taxYears: z.array(z.object({ name: taxYearName, isOver: z.boolean(), p60From: day })),
});
export type OutputSources = z.infer<typeof outputSources>;

/** What some papers would be about. */
export const outputsOutline = z.object({
  households: z.int(),
  runs: z.int(),
  payslips: z.int(),
  /** Pensions that somebody was paid into, and for how many households their file's header is known. */
  pensions: z.array(z.object({ provider: z.string(), households: z.int(), ready: z.int() })),
});
export type OutputsOutline = z.infer<typeof outputsOutline>;

/** A file that could not be made, and why. */
export const outputNotMade = coded.extend({
  kind: outputKind,
  householdId: id,
  household: z.string(),
  /** The PA, the provider, the run's pay day: what of the household it is about. Empty where it is all of it. */
  about: z.string(),
});
export type OutputNotMade = z.infer<typeof outputNotMade>;

export const outputsState = z.object({
  state: z.enum(['never', 'running', 'done', 'nothing', 'stopped', 'failed']),
  step: z.enum(['households', 'printing', 'packing']).nullable(),
  /** Steps done of all: a household each, then the papers of the print run. */
  done: z.int(),
  of: z.int(),
  /** What was wanted; null where nothing was. */
  wanted: outputsWanted.nullable(),
  /** When it ended (ISO moment, UTC). */
  at: z.string().nullable(),
  files: z.int(),
  payslips: z.int(),
  bytes: z.int(),
  name: z.string().nullable(),
  /** The first of what could not be made; all of it stands in a list in the file. */
  notMade: z.array(outputNotMade),
  notMadeCount: z.int(),
});
export type OutputsState = z.infer<typeof outputsState>;

export const letterPlace = z.enum(LETTER_PLACES);

const letter = z.object({ id, name: z.string(), body: z.string() });
const letterWords = z.object({ id: id.nullable(), name: requiredLine, body: note });
export type LetterTemplate = z.infer<typeof letter>;

export const letterPreview = z.object({
  /** The household it is shown for; null where there is none yet. */
  household: z.string().nullable(),
  heading: z.string(),
  to: z.array(z.string()),
  blocks: z.array(
    z.union([
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.literal('list'), items: z.array(z.string()).readonly() }),
    ]),
  ),
  /** A place that this household has nothing for: it gets no letter. */
  empty: letterPlace.nullable(),
});
export type LetterPreview = z.infer<typeof letterPreview>;

/** What a household's file for a pension needs in its header. */
export const pensionHeader = z.object({
  householdId: id,
  household: z.string(),
  payeReference: z.string(),
  provider: z.string(),
  header: pensionFileFor.nullable(),
});
export type PensionHeader = z.infer<typeof pensionHeader>;

/** Papers and files of many households in one go. */
export const outputsContract = {
  sources: call.output(outputSources),
  outline: call.input(z.object({ of: outputsOf })).output(outputsOutline),
  /** Begins to make papers, unless it is at it already. */
  start: call.input(outputsWanted).output(outputsState),
  state: call.output(outputsState),
  /** Ends what is being made. Nothing of it is kept. */
  stop: call.output(outputsState),
  /** What was made. It is kept until something else is made, or until the records are locked. */
  file: call.output(largeFileOut),
  letters: call.output(z.array(letter)),
  saveLetter: call.input(letterWords).output(z.object({ id })),
  removeLetter: call.input(z.object({ id })).output(z.object({ removed: z.literal(true) })),
  /** A letter as the first household of some papers would get it. Refuses places that are not known. */
  previewLetter: call
    .input(z.object({ of: outputsOf.nullable(), name: line, body: note }))
    .output(letterPreview),
  /** The households whose PAs are in a pension, with what is known for its file: those without first. */
  pensionHeaders: call
    .input(z.object({ page: z.int().min(0), missingOnly: z.boolean() }))
    .output(z.object({ rows: z.array(pensionHeader), total: z.int(), missing: z.int() })),
  /** One household’s pension. Refuses with `not-found` one that none of its PAs is or was in. */
  pensionHeader: call.input(z.object({ householdId: id, provider: requiredLine })).output(pensionHeader),
  savePensionHeader: call
    .input(z.object({ householdId: id, provider: requiredLine, header: pensionFileFor.nullable() }))
    .output(z.object({ saved: z.literal(true) })),
};
