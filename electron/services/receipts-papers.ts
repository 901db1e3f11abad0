import { inReceiptThread } from '../files/receipts/receipt-thread';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { wholeFile } from './money-receipts';
import { pictureIn } from './receipts-picture';
import { drawnPicture, VIEWING } from './receipts-prepare';

/** What papers may hold of a receipt. */
export type ReceiptPaper =
  /** A JPEG that this program drew; of a PDF that holds scripts or files, one for each page. */
  | { readonly kind: 'pictures'; readonly jpegs: readonly Uint8Array[] }
  /** A PDF that holds nothing but pages, and is not turned: its own pages can be taken. */
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  /** Kept as evidence, with nothing that can be shown. */
  | { readonly kind: 'file-only'; readonly why: 'locked' | 'no-picture' };

/** More pages of one PDF than this are no receipt; the file itself goes along. */
const MOST_DRAWN = 60;

/** What a return's pack shows of a receipt: never a file that could do more than be looked at. */
export async function receiptPaper(
  context: ServiceContext,
  householdId: string,
  id: string,
): Promise<ReceiptPaper> {
  const row = ownedRow(databaseOf(context).byId('receipt', id), householdId);
  const told = new Set(row.told.split(' '));
  if (told.has('locked')) return { kind: 'file-only', why: 'locked' };
  if (row.picture_hash !== null)
    return { kind: 'pictures', jpegs: [wholeFile(context, row.picture_hash).bytes] };
  const file = wholeFile(context, row.file_hash);
  if (file.media_type !== 'application/pdf') {
    const picture = pictureIn(file.bytes);
    if (picture === undefined) return { kind: 'file-only', why: 'no-picture' };
    return { kind: 'pictures', jpegs: [await drawnPicture(picture, row.turn)] };
  }
  if (!told.has('scripts') && !told.has('files') && row.turn === 0) return { kind: 'pdf', bytes: file.bytes };
  const jpegs: Uint8Array[] = [];
  for (let page = 1; page <= Math.min(row.pages ?? 1, MOST_DRAWN); page += 1) {
    const drawn = await inReceiptThread({
      job: 'pdf-page',
      bytes: file.bytes,
      page,
      turn: row.turn,
      ...VIEWING,
    });
    if ('jpeg' in drawn) jpegs.push(drawn.jpeg);
  }
  return { kind: 'pictures', jpegs };
}
