import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { openDatabase } from '../../electron/db/open';
import { tryKey } from '../../electron/services/workspace-keys';
import type { KeyEnvelope } from '../../electron/system/key-envelope';

/** Opens a workspace's file beside the program, which must have closed it, as somebody with the passphrase and a tool of their own could. */
export async function openBeside(folder: string, passphrase: string): Promise<Database.Database> {
  const envelope = JSON.parse(readFileSync(join(folder, 'mainstay.keys'), 'utf8')) as KeyEnvelope;
  const dataKey = await tryKey(envelope, passphrase, 'passphrase');
  if (dataKey === undefined) throw new Error('The passphrase is not the one');
  return openDatabase(join(folder, 'mainstay.workspace'), dataKey);
}
