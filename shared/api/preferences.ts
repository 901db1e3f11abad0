import { z } from 'zod';
import { call } from './common';

/**
 * How the window looks, as the window keeps it: names of its own with plain values. The program does not read them, and the
 * window falls back to its first look for what it does not know.
 */
export const keptLook = z
  .record(
    z.string().regex(/^[a-z][A-Za-z]{0,39}$/, { message: 'preferences.not-a-look' }),
    z.union([z.string().max(60), z.number(), z.boolean()]),
  )
  .refine((look) => Object.keys(look).length <= 40, { message: 'preferences.not-a-look' });
export type KeptLook = z.infer<typeof keptLook>;

/** How the window looks and behaves on this computer. Nothing of the record, so it can be read and kept while that is locked. */
export const preferencesContract = {
  look: call.output(keptLook),
  /** Keeps the whole look. `kept` is false where nothing can be written: it then holds until the program ends. */
  keepLook: call.input(z.object({ look: keptLook })).output(z.object({ kept: z.boolean() })),
};
