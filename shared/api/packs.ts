import { z } from 'zod';
import { formMappingSchema } from '../returns/form-mapping';
import { call, coded, day, fileIn, fileOut, id, line, note, requiredLine } from './common';

const inHousehold = z.object({ householdId: id });
const ofReturn = inHousehold.extend({ agreementId: id, from: day, to: day });

/** Inputs are checked by the rules’ own shape; answers are what was checked when it was kept. */
const mapping = formMappingSchema;

export const authorityForm = z.object({
  id,
  agreementId: id,
  name: z.string(),
  fileName: z.string(),
  madeOn: day,
  /** How many figures go onto it. */
  placed: z.int(),
});
export type AuthorityForm = z.infer<typeof authorityForm>;

export const authorityFormView = authorityForm.extend({
  /** Width and height in tenths of a millimetre. */
  pages: z.array(z.object({ width: z.int(), height: z.int() })),
  fields: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['text', 'tick', 'choice']),
      options: z.array(z.string()),
    }),
  ),
  mapping,
});
export type AuthorityFormView = z.infer<typeof authorityFormView>;

/** What a return can put on a form, as it would stand there. */
export const formFacts = z.object({
  figures: z.record(z.string(), z.string()),
  headings: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
  fields: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
  lines: z.int(),
});
export type ShownFormFacts = z.infer<typeof formFacts>;

export const sendingKind = z.enum(['sent', 'received', 'asked', 'answered', 'approved']);
export type SendingKind = z.infer<typeof sendingKind>;

/** Once a return was handed over, or something came back about it. */
export const returnSending = z.object({
  id,
  kind: sendingKind,
  day,
  how: z.string(),
  sentTo: z.string(),
  reference: z.string(),
  note: z.string(),
  fileName: z.string().nullable(),
});
export type ReturnSending = z.infer<typeof returnSending>;

/** One file of a sealed return, held to the check number it was sealed with. */
export const sealedFile = z.object({ name: z.string(), sha256: z.string(), unchanged: z.boolean() });

export const packsContract = {
  forms: call.input(inHousehold.extend({ agreementId: id })).output(z.array(authorityForm)),
  /** Keeps an authority's own PDF form. Scripts and attached files in it are never kept in what is written. */
  addForm: call
    .input(inHousehold.extend({ agreementId: id, name: requiredLine, file: fileIn }))
    .output(z.object({ id, fields: z.int(), quietened: z.boolean() })),
  form: call.input(inHousehold.extend({ id })).output(authorityFormView),
  saveMapping: call
    .input(inHousehold.extend({ id, name: requiredLine, mapping }))
    .output(z.object({ saved: z.literal(true) })),
  removeForm: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  /** What may stand on a form, with the words of one return. */
  formFacts: call.input(ofReturn).output(formFacts),
  /** The form filled from a return, and what could not be filled. */
  filledForm: call
    .input(ofReturn.extend({ id }))
    .output(z.object({ file: fileOut, problems: z.array(coded) })),
  sendings: call.input(inHousehold.extend({ returnId: id })).output(z.array(returnSending)),
  addSending: call
    .input(
      inHousehold.extend({
        returnId: id,
        kind: sendingKind,
        day,
        how: line,
        sentTo: line,
        reference: line,
        note,
        file: fileIn.nullable(),
      }),
    )
    .output(z.object({ id })),
  removeSending: call.input(inHousehold.extend({ id })).output(z.object({ removed: z.literal(true) })),
  sendingFile: call.input(inHousehold.extend({ id })).output(fileOut),
  /** Holds every file of a sealed return against its check number. */
  check: call.input(inHousehold.extend({ returnId: id })).output(z.array(sealedFile)),
};
