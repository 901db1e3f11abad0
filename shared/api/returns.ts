import { z } from 'zod';
import { call, coded, day, explanation, fileOut, id, line, minutes, pence } from './common';

/** A line of a return: a bank line's id, or a name made of several for what has no line of its own (a shared PA's pay). */
const returnLineId = z.string().min(1).max(250);

const inHousehold = z.object({ householdId: id });

export const returnSummary = z.object({
  agreementId: id,
  funderName: z.string(),
  from: day,
  to: day,
  dueOn: day,
  state: z.enum(['not-ended', 'due', 'sent']),
  returnId: id.nullable(),
  sentOn: day.nullable(),
  ready: z.int(),
  asked: z.int(),
});
export type ReturnSummary = z.infer<typeof returnSummary>;

/** A line of the return: a heading of the authority, its amount, and how many ledger lines made it. */
export const returnLine = z.object({
  code: z.string(),
  label: z.string().nullable(),
  amount: pence,
  count: z.int(),
});
export type ReturnLine = z.infer<typeof returnLine>;

export const evidenceItem = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  ready: z.boolean(),
  /** Where to mend it. */
  lineId: returnLineId.nullable(),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

export const returnView = z.object({
  agreementId: id,
  returnId: id.nullable(),
  /** Which authority profile it was made by, and in which version; not told in returns made before that was kept. */
  profile: z.object({ key: z.string(), version: z.int(), name: z.string() }).optional(),
  funderName: z.string(),
  supportedName: z.string(),
  from: day,
  to: day,
  dueOn: day,
  state: z.enum(['not-ended', 'due', 'sent']),
  opening: pence,
  moneyIn: z.array(returnLine),
  moneyOut: z.array(returnLine),
  totalIn: pence,
  totalOut: pence,
  closing: pence,
  statementClosing: pence.nullable(),
  unpresented: z.array(z.object({ day, description: z.string(), amount: pence })),
  difference: pence.nullable(),
  spokenFor: z.array(returnLine),
  leftOver: pence,
  surplusLimit: pence.nullable(),
  surplus: pence,
  hours: z.object({
    plannedMinutes: minutes,
    workedMinutes: minutes,
    coveredMinutes: minutes,
    lostMinutes: minutes,
    /** What cover cost, all in; null where it is not known, and in returns made before it was told. */
    coverCost: pence.nullable().default(null),
  }),
  evidence: z.array(evidenceItem),
  unexplained: z.int(),
  problems: z.array(coded),
  explanation,
  transactions: z.array(
    z.object({
      number: z.int(),
      lineId: returnLineId,
      day,
      description: z.string(),
      label: z.string(),
      amount: pence,
      evidence: z.string(),
    }),
  ),
  sentOn: day.nullable(),
  sentHow: z.string().nullable(),
});
export type ReturnView = z.infer<typeof returnView>;

const ofReturn = inHousehold.extend({ agreementId: id, from: day, to: day });

export const returnsContract = {
  list: call.input(inHousehold).output(z.array(returnSummary)),
  get: call.input(ofReturn).output(returnView),
  packPdf: call.input(ofReturn).output(fileOut),
  xlsx: call.input(ofReturn).output(fileOut),
  csv: call.input(ofReturn).output(fileOut),
  /** The pack, the sheets and every named piece of evidence in one ZIP with a manifest of hashes. */
  zip: call.input(ofReturn).output(fileOut),
  /** Seals the return: its lines can then only be corrected. */
  markSent: call
    .input(ofReturn.extend({ sentOn: day, sentHow: line.min(1, { message: 'text.empty' }) }))
    .output(z.object({ returnId: id })),
};
