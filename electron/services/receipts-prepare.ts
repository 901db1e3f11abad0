import { checkReceiptFile } from '../files/receipts/check-file';
import { inReceiptThread } from '../files/receipts/receipt-thread';
import { Refusal, refuse } from '../refusal';

/** What looking at a receipt's file came to, before any of it is kept. */
export type PreparedReceipt = {
  readonly mediaType: string;
  readonly pages: number | null;
  /** A smaller JPEG drawn from it, upright, with nothing of the camera's notes; none for a PDF. */
  readonly picture: Uint8Array | null;
  readonly told: readonly ('locked' | 'scripts' | 'files' | 'no-picture')[];
};

/** A picture for looking at and for packs. A till roll is long and narrow: its width stays readable. */
export const VIEWING = { longest: 1600, leastWidth: 720 } as const;
/** A picture for looking closely. */
export const CLOSE = { longest: 3200, leastWidth: 1400 } as const;
const MOST_PAGES = 300;

/** The same bytes, drawn anew within `size` and turned. */
export async function drawnPicture(
  bytes: Uint8Array,
  turn: number,
  size: { readonly longest: number; readonly leastWidth: number } = VIEWING,
): Promise<Uint8Array> {
  const drawn = await inReceiptThread({ job: 'picture', bytes, turn, ...size });
  return 'jpeg' in drawn ? drawn.jpeg : refuse('file.damaged', {}, 'file');
}

/** Looks at the bytes alone: refuses as `checkReceiptFile` does. */
export function checkedReceipt(bytes: Uint8Array) {
  const checked = checkReceiptFile(bytes);
  return checked.ok ? checked.value : refuse(checked.code, checked.details, 'file');
}

/**
 * Looks at a file as nobody trusts it: by its bytes first, then in a thread of its own. Refuses with `file.empty`,
 * `file.kind-not-taken`, `file.damaged`, `receipt.too-many-dots`, `receipt.too-many-pages`, `receipt.takes-too-long` or,
 * unless it is to be kept all the same, `receipt.pdf-locked`.
 */
export async function prepareReceipt(
  bytes: Uint8Array,
  options: { readonly keepLocked: boolean },
): Promise<PreparedReceipt> {
  const { mediaType, preview } = checkedReceipt(bytes);
  switch (mediaType) {
    case 'image/jpeg':
    case 'image/png':
      return { mediaType, pages: null, picture: await drawnPicture(bytes, 0), told: [] };
    case 'image/heic':
      return heic(mediaType, preview);
    case 'application/pdf':
      return pdf(mediaType, bytes, options.keepLocked);
  }
}

async function heic(mediaType: string, preview: Uint8Array | undefined): Promise<PreparedReceipt> {
  // A preview that can't be drawn is as good as none: the photo itself is the evidence.
  const picture =
    preview === undefined
      ? null
      : await drawnPicture(preview, 0).catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        });
  return { mediaType, pages: null, picture, told: picture === null ? ['no-picture'] : [] };
}

async function pdf(mediaType: string, bytes: Uint8Array, keepLocked: boolean): Promise<PreparedReceipt> {
  try {
    const found = await inReceiptThread({ job: 'pdf-look', bytes });
    if (!('pages' in found)) return refuse('file.damaged', {}, 'file');
    if (found.pages > MOST_PAGES) refuse('receipt.too-many-pages', { most: MOST_PAGES }, 'file');
    const told = [
      ...(found.scripts ? (['scripts'] as const) : []),
      ...(found.files ? (['files'] as const) : []),
    ];
    return { mediaType, pages: found.pages, picture: null, told };
  } catch (error) {
    if (keepLocked && error instanceof Refusal && error.code === 'receipt.pdf-locked')
      return { mediaType, pages: null, picture: null, told: ['locked'] };
    throw error;
  }
}
