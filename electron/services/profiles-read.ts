import { type ReturnProfile, returnProfileSchema } from '@shared/returns/profile';
import { refuse } from '../refusal';

/** Far above what one profile takes. */
const MOST_BYTES = 1_000_000;

/** What is at the top of a profile's file. */
export const PROFILE_FORMAT = 'mainstay-return-profile';

type Issue = { readonly code: string; readonly path: readonly PropertyKey[]; readonly message: string };

function problemOf({ code, message }: Issue): string {
  if (code === 'too_big') return 'too-long';
  if (code === 'too_small') return 'empty';
  if (code === 'unrecognized_keys') return 'not-known';
  if (message.includes('twice')) return 'twice';
  if (message.includes('account in two')) return 'account-twice';
  if (message.includes('no such section')) return 'no-section';
  return 'not-taken';
}

/** A profile by its shape. Refuses with `profile.does-not-fit`: in which part, which one of it, and what is wrong. */
export function soundProfile(value: unknown): ReturnProfile {
  const read = returnProfileSchema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const [part, index] = issue?.path ?? [];
  refuse('profile.does-not-fit', {
    part: typeof part === 'string' ? part : '',
    number: typeof index === 'number' ? index + 1 : 0,
    problem: issue === undefined ? 'not-taken' : problemOf(issue),
  });
}

/**
 * A profile from a file that someone handed over. Refuses with `file.too-large`, `profile.not-a-file` when it is no profile
 * at all, `profile.newer-file`, or as `soundProfile` does.
 */
export function profileFromFile(bytes: Uint8Array): ReturnProfile {
  if (bytes.length > MOST_BYTES) refuse('file.too-large', {}, 'file');
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    refuse('profile.not-a-file', {}, 'file');
  }
  if (typeof content !== 'object' || content === null) refuse('profile.not-a-file', {}, 'file');
  const { format, formatVersion, profile } = content as Readonly<Record<string, unknown>>;
  if (format !== PROFILE_FORMAT) refuse('profile.not-a-file', {}, 'file');
  if (formatVersion !== 1) refuse('profile.newer-file', {}, 'file');
  return soundProfile(profile);
}

/** The bytes of a profile's file. */
export function profileFile(profile: ReturnProfile): Uint8Array {
  return new TextEncoder().encode(
    `${JSON.stringify({ format: PROFILE_FORMAT, formatVersion: 1, profile }, null, 2)}\n`,
  );
}
