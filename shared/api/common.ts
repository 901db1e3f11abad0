import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { ClockTime } from '../clock-time';
import { type IsoDay, isIsoDay } from '../dates';
import type { Explanation } from '../explain';
import type { Pence } from '../money';

/** A day, `YYYY-MM-DD`. */
export const day = z.custom<IsoDay>((value) => typeof value === 'string' && isIsoDay(value), {
  message: 'day.not-a-date',
});
/** A wall-clock time in London, `HH:MM`. */
export const time = z.custom<ClockTime>(
  (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  {
    message: 'time.not-a-time',
  },
);
/** Whole pence, at most £10 million either way. */
export const pence = z.custom<Pence>(
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 1_000_000_000,
  { message: 'money.not-an-amount' },
);
export const penceFromZero = pence.refine((value) => value >= 0, { message: 'money.negative' });
/** Whole minutes, none negative, at most a year. */
export const minutes = z
  .int()
  .min(0, { message: 'hours.negative' })
  .max(527_040, { message: 'hours.too-many' });
export const id = z.string().min(1).max(64);
/** One line of text a person typed. */
export const line = z.string().trim().max(200, { message: 'text.too-long' });
export const requiredLine = line.min(1, { message: 'text.empty' });
/** Several lines of text a person typed. */
export const note = z.string().max(5_000, { message: 'text.too-long' });
/** Shown figures are explained by the rules; their shape is checked by the types of shared/explain.ts. */
export const explanation = z.custom<Explanation>((value) => typeof value === 'object' && value !== null);

/** A file made by Mainstay, or brought in by the person: its bytes travel as base 64. */
export const fileOut = z.object({ name: z.string(), mediaType: z.string(), base64: z.string() });
export type FileOut = z.infer<typeof fileOut>;
/** A Blob, in the window and beside it; its own type is of neither side alone. */
export type FileBytes = {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/** A large file Mainstay made: its bytes travel as they are, not as text. */
export const largeFileOut = z.object({
  name: z.string(),
  mediaType: z.string(),
  blob: z.custom<FileBytes>((value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value),
});
export type LargeFileOut = z.infer<typeof largeFileOut>;
export const fileIn = z.object({
  name: z.string().min(1).max(400),
  base64: z.string().max(72_000_000, { message: 'file.too-large' }),
});
export type FileIn = z.infer<typeof fileIn>;

/** A message code with the values its sentence needs. */
export const coded = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Coded = z.infer<typeof coded>;

/** Every call may be refused, with a stable code and, where it is about one, the name of the input field. */
export const refusal = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  field: z.string().optional(),
});

/** The start of every call of the contract: it may answer with a refusal. */
export const call = oc.errors({ REFUSED: { status: 422, data: refusal } });
