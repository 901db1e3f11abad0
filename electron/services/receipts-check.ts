import { storedFile } from '../db/queries/household';
import { receiptFiles } from '../db/queries/receipts';
import { databaseOf, type ServiceContext } from './context';
import { sha256 } from './stored-files';

/** Receipts whose file, or the picture drawn of it, is not what was kept: gone, or with another hash. One at a time. */
export function changedReceipts(
  context: ServiceContext,
  householdId: string,
): { readonly id: string; readonly name: string }[] {
  const db = databaseOf(context);
  const whole = (hash: string | null): boolean => {
    if (hash === null) return true;
    const file = storedFile(db, hash);
    return file !== undefined && sha256(file.bytes) === hash;
  };
  return receiptFiles(db, householdId)
    .filter((row) => !whole(row.file_hash) || !whole(row.picture_hash))
    .map((row) => ({ id: row.id, name: row.supplier || row.file_name }));
}
