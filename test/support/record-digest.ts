import { createHash } from 'node:crypto';
import type { ServiceContext } from '../../electron/services/context';
import { partsOfHousehold } from '../../electron/services/hand-over-export';

/** The SHA-256 of every part of a household file, table by table, without who made the file and when. */
export function recordDigest(context: ServiceContext, householdId: string): Readonly<Record<string, string>> {
  const { about, tables, files } = partsOfHousehold(context, householdId);
  const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  const { made: _made, program: _program, ...ends } = about;
  return {
    about: digest(ends),
    files: digest(files.map((file) => [file.hash, file.mediaType, file.bytes.length])),
    ...Object.fromEntries([...tables].map(([table, rows]) => [table, digest(rows)])),
  };
}
