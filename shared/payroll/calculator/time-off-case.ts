import { z } from 'zod';
import { type IsoDay, isIsoDay, isoDay } from '../../dates';
import { type Pence, parsePence } from '../../money';
import { ok, type Result, refused } from '../../result';
import { type Exact, exact } from '../exact';

/** A day that exists. */
export const dayField = z
  .string()
  .refine(isIsoDay, 'day.not-a-date')
  .transform((text): IsoDay => isoDay(text));

/** £10 million: more than any pay. */
const MOST_PENCE = 1_000_000_000;

/** Pounds as text or as a JSON number, nought or more. */
export const poundsField = z.union([z.string(), z.number()]).transform((value, context): Pence => {
  const amount = parsePence(String(value));
  if (!amount.ok) context.addIssue({ code: 'custom', message: amount.code });
  else if (amount.value < 0) context.addIssue({ code: 'custom', message: 'money.negative' });
  else if (amount.value > MOST_PENCE) context.addIssue({ code: 'custom', message: 'money.too-large' });
  else return amount.value;
  return z.NEVER;
});

/** A decimal, nought or more, as text or as a JSON number. */
export const decimalField = z.union([z.string(), z.number()]).transform((value, context): Exact => {
  const text = String(value);
  if (/^\d{1,9}(\.\d{1,12})?$/.test(text)) return exact(text);
  context.addIssue({
    code: 'custom',
    message: text.startsWith('-') ? 'number.negative' : 'number.not-a-number',
  });
  return z.NEVER;
});

/** A whole number, nought or more. */
export const countField = z
  .number('number.not-a-number')
  .int('number.not-whole')
  .min(0, 'number.negative')
  .max(100_000);

/** Reads a case's input, or refuses with the code of the first thing wrong and the key it was found at. */
export function readInput<Shape extends z.ZodType>(
  schema: Shape,
  input: unknown,
): Result<z.output<Shape>, string> {
  const read = schema.safeParse(input);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  const code = issue && /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'input.not-understood';
  return refused(code, { key: issue ? issue.path.join('.') : '' });
}

/** The first day of a tax year written `2026-27`, or a refusal. */
export function taxYearStartOf(taxYear: unknown): Result<IsoDay, string> {
  const match = /^(\d{4})-(\d{2})$/.exec(typeof taxYear === 'string' ? taxYear : '');
  if (!match || (Number(match[1]) + 1) % 100 !== Number(match[2])) return refused('tax-year.not-a-tax-year');
  const text = `${match[1]}-04-06`;
  return isIsoDay(text) ? ok(text) : refused('tax-year.not-a-tax-year');
}
