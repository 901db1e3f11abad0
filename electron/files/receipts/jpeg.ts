export type JpegHead = {
  readonly width: number;
  readonly height: number;
  /** Where the picture ends; `undefined` when the file stops before that. */
  readonly end: number | undefined;
};

/**
 * Walks the parts of a JPEG that begins at `from`: its size from the frame header, and its end. `undefined` when it is
 * no JPEG, or has no frame. Nothing is unpacked.
 */
export function jpegHead(bytes: Uint8Array, from = 0): JpegHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (from + 4 > bytes.length || view.getUint16(from) !== 0xffd8) return undefined;
  let size: { readonly width: number; readonly height: number } | undefined;
  let at = from + 2;
  while (at + 4 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return undefined;
    if (isFrame(marker)) {
      if (at + 10 > bytes.length || ![1, 3, 4].includes(view.getUint8(at + 9))) return undefined;
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    const next = at + 2 + view.getUint16(at + 2);
    if (marker === 0xda) return size === undefined ? undefined : { ...size, end: endOf(bytes, next) };
    at = next;
  }
  return size === undefined ? undefined : { ...size, end: undefined };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Passes over the packed dots, and over further scans, to the end of the picture. */
function endOf(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    // A whole table or scan header between two scans is passed over at once: it may hold anything.
    if (marker >= 0xc0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7) && at + 3 < bytes.length)
      at += 1 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
}
