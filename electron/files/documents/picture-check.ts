import { inflateSync } from 'node:zlib';

/** Above this many dots a PNG would need more memory to unpack than the rest of the program together. */
const MOST_DOTS = 40_000_000;

const COLOURS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Whether a PNG is whole and can be drawn: every chunk inside the file, a picture of a bearable size, and data that unpacks
 * to what its header says. A damaged one would end the program inside the drawing library, which unpacks later.
 */
export function soundPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 57 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return false;
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return false;
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const bits = view.getUint8(24);
  const colours = COLOURS[view.getUint8(25)];
  const interlaced = view.getUint8(28) !== 0;
  if (width === 0 || height === 0 || width * height > MOST_DOTS) return false;
  if (colours === undefined || ![1, 2, 4, 8, 16].includes(bits)) return false;
  const parts: Uint8Array[] = [];
  let palette = false;
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return false;
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return false;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'PLTE') palette = length >= 3 && length % 3 === 0;
    if (name === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (name === 'IEND') break;
    at += 12 + length;
  }
  if (parts.length === 0 || (view.getUint8(25) === 3 && !palette)) return false;
  const plain = (Math.ceil((width * colours * bits) / 8) + 1) * height;
  try {
    const data = inflateSync(Buffer.concat(parts), { maxOutputLength: Math.ceil(plain * 1.3) + 4096 });
    return interlaced ? data.length > 0 : data.length >= plain;
  } catch {
    return false;
  }
}

/** Whether bytes begin as a JPEG and hold a frame header of a size that is not nothing. */
export function soundJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 125 || view.getUint16(0) !== 0xffd8) return false;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return false;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const channels = view.getUint8(at + 9);
      return view.getUint16(at + 5) > 0 && view.getUint16(at + 7) > 0 && [1, 3, 4].includes(channels);
    }
    if (marker === 0xda || marker === 0xd9) return false;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}
