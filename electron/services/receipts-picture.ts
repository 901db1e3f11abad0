import { checkReceiptFile } from '../files/receipts/check-file';

/** The bytes a picture is drawn from: the file, or for a HEIC photo the JPEG it carries; none for anything else. */
export function pictureIn(bytes: Uint8Array): Uint8Array | undefined {
  const checked = checkReceiptFile(bytes);
  if (!checked.ok || checked.value.mediaType === 'application/pdf') return undefined;
  return checked.value.mediaType === 'image/heic' ? checked.value.preview : bytes;
}
