import { ok, type Result, refused } from '@shared/result';
import { soundPng } from '../documents/picture-check';
import { heicPreview, isHeic } from './heic';
import { jpegHead } from './jpeg';

export type ReceiptMediaType = 'image/jpeg' | 'image/png' | 'image/heic' | 'application/pdf';

/** What a file is, by its bytes alone. For a HEIC photo `preview` is the JPEG it carries, where it carries one. */
export type CheckedFile = { readonly mediaType: ReceiptMediaType; readonly preview?: Uint8Array };

export type FileProblem = 'file.empty' | 'file.kind-not-taken' | 'file.damaged' | 'receipt.too-many-dots';

/** More dots than any phone's photo that is worth it: 64 million are 256 MB to unpack. */
export const MOST_DOTS = 64_000_000;
const LONGEST_SIDE = 20_000 - 1;
/** A picture of this size is unpacked twice without anyone waiting. */
const QUICK_DOTS = 12_000_000;

/**
 * Looks at a receipt's bytes without unpacking a picture: its kind by how it begins, never by its name; whether it is
 * whole; and its size by its header, so that a picture that would fill the memory is refused before it is opened.
 */
export function checkReceiptFile(bytes: Uint8Array): Result<CheckedFile, FileProblem> {
  if (bytes.length === 0) return refused('file.empty');
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  if (starts(0xff, 0xd8, 0xff)) return jpeg(bytes);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return png(bytes);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return ok({ mediaType: 'application/pdf' });
  if (isHeic(bytes)) {
    const preview = heicPreview(bytes);
    return ok({ mediaType: 'image/heic', ...(preview === undefined ? {} : { preview }) });
  }
  return refused('file.kind-not-taken', { looks: looksLike(bytes) });
}

function size(width: number, height: number): Result<true, FileProblem> {
  if (width < 1 || height < 1) return refused('file.damaged');
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_DOTS)
    return refused('receipt.too-many-dots', { width, height });
  return ok(true);
}

function jpeg(bytes: Uint8Array): Result<CheckedFile, FileProblem> {
  const head = jpegHead(bytes);
  if (head === undefined) return refused('file.damaged');
  const sized = size(head.width, head.height);
  if (!sized.ok) return sized;
  return head.end === undefined ? refused('file.damaged') : ok({ mediaType: 'image/jpeg' });
}

function png(bytes: Uint8Array): Result<CheckedFile, FileProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 57 || view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452)
    return refused('file.damaged');
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const sized = size(width, height);
  if (!sized.ok) return sized;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return refused('file.damaged');
    if (view.getUint32(at + 4) === 0x49454e44) break;
    at += 12 + view.getUint32(at);
  }
  if (width * height <= QUICK_DOTS && !soundPng(bytes)) return refused('file.damaged');
  return ok({ mediaType: 'image/png' });
}

/** What a file that is not taken really is, for the sentence that says so. */
function looksLike(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (start.startsWith('PK')) return 'zip';
  if (start.startsWith('MZ') || start.startsWith('\x7fELF')) return 'program';
  if (/^\s*(<!doctype html|<html|<head|<body|<script)/i.test(start)) return 'page';
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*(<!doctype svg[^>]*>\s*)?<svg/i.test(start)) return 'drawing';
  if (/^(GIF8|BM|II\*\0|MM\0\*|RIFF....WEBP)/s.test(start) || start.slice(4, 12) === 'ftypavif')
    return 'other-picture';
  return 'other';
}
