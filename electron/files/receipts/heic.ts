import { jpegHead } from './jpeg';

const BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** Whether a file is a HEIC or HEIF photo, as iPhones make them: no decoder for one is free to ship. */
export function isHeic(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
  if (!text.startsWith('ftyp') || !BRANDS.has(text.slice(4))) return false;
  const length = Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0);
  const others = Buffer.from(bytes.subarray(16, Math.min(length, 256))).toString('latin1');
  return !others.includes('avif');
}

/** Smaller than this, a preview shows no figures. */
const LEAST_SIDE = 320;
const MOST_LOOKED_AT = 200;

/** The largest whole JPEG that a HEIC photo carries beside its own picture, where the camera put one in. */
export function heicPreview(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = Buffer.from([0xff, 0xd8, 0xff]);
  let best: { readonly from: number; readonly end: number; readonly dots: number } | undefined;
  let looked = 0;
  for (
    let at = buffer.indexOf(start);
    at >= 0 && looked < MOST_LOOKED_AT;
    at = buffer.indexOf(start, at + 1)
  ) {
    looked += 1;
    const head = jpegHead(bytes, at);
    if (head?.end === undefined || Math.min(head.width, head.height) < LEAST_SIDE) continue;
    const dots = head.width * head.height;
    if (dots <= 64_000_000 && (best === undefined || dots > best.dots))
      best = { from: at, end: head.end, dots };
  }
  return best === undefined ? undefined : bytes.slice(best.from, best.end);
}
