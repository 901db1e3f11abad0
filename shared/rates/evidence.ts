import { z } from 'zod';
import { isIsoDay, isoDay } from '../dates';
import { parsePence } from '../money';

export const dayText = z.string().refine(isIsoDay, 'not a day').transform(isoDay);

/** Pounds as text in a rates file (`517.30`), kept as whole pence. */
export const poundsText = z.string().transform((text, context) => {
  const amount = parsePence(text);
  if (amount.ok && amount.value >= 0) return amount.value;
  context.addIssue({ code: 'custom', message: 'not an amount of pounds' });
  return z.NEVER;
});

/** A percentage as text (`13.8`), kept as hundredths of one percent (1380): exact for every published rate. */
export const percentText = z.string().transform((text, context) => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  if (match) return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  context.addIssue({ code: 'custom', message: 'not a percentage' });
  return z.NEVER;
});

/**
 * Where a published figure comes from and how sure it is: SEEN was read in a source, CALC is arithmetic on seen figures,
 * RECALLED was not checked and waits for a correction.
 */
const evidenceSchema = z.strictObject({
  mark: z.enum(['SEEN', 'CALC', 'RECALLED']),
  /** Keys of resources/rates/sources.json. */
  sources: z.array(z.string().min(1)).min(1),
  /** The day the figure was last compared with its source. */
  checked: dayText,
  part: z.string().optional(),
  about: z.string().optional(),
  note: z.string().optional(),
});

/** Where one group of figures comes from. The first entry is the main one. */
export const evidenceList = z.array(evidenceSchema).min(1);

export type Evidence = z.output<typeof evidenceSchema>;

/** Hundredths of one percent as people write it: 1380 is `13.8`. */
export function percentFromHundredths(hundredths: number): string {
  const rest = hundredths % 100;
  const whole = String(Math.trunc(hundredths / 100));
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}
