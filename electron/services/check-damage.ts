import type { CheckPart } from '@shared/api/check';
import { type TableFault, tableFaults, tablesOf } from '../db/damage';
import { OpenError, openDatabase } from '../db/open';
import type { Folders } from '../system/folders';
import { partOf } from './check-parts';
import { keysFile, readEnvelope, workspaceFile } from './workspace-files';
import { tryKey } from './workspace-keys';

export type DamagedTable = { readonly table: string; readonly part: CheckPart; readonly fault: TableFault };

/**
 * Which tables of a file that is too damaged to be opened can't be read, found without writing to it. Every table's name is
 * in the file's first pages: `all` when those can't be read, or the key doesn't open it.
 */
export async function damagedTables(
  folders: Folders,
  passphrase: string,
): Promise<{ readonly all: true } | { readonly all: false; readonly tables: readonly DamagedTable[] }> {
  const envelope = readEnvelope(keysFile(folders));
  const dataKey = envelope === undefined ? undefined : await tryKey(envelope, passphrase, 'passphrase');
  if (dataKey === undefined) return { all: true };
  try {
    const database = openDatabase(workspaceFile(folders), dataKey, { readOnly: true });
    try {
      const names = tablesOf(database);
      if (names.length === 0) return { all: true };
      const tables = names.flatMap((table) =>
        tableFaults(database, table).map((fault) => ({ table, part: partOf(table), fault })),
      );
      return { all: false, tables };
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof OpenError) return { all: true };
    throw error;
  } finally {
    dataKey.fill(0);
  }
}
