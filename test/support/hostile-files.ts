import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

/** A part of a PNG: its length, its kind, what it holds, and their check number. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG whose header says one size and whose data unpack to whatever is given. */
export function pngSaying(width: number, height: number, packed: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', packed),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 20 MB of nothing in 20 KB, under a header of a small picture. */
export function bombPng(): Buffer {
  return pngSaying(1000, 1000, deflateSync(Buffer.alloc(20_000_000)));
}

/** A JPEG with black lines of text on white, as a phone takes it. */
export function photoOf(lines: readonly string[], width = 900, height = 1200): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f2ee';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#222222';
  const step = height / (lines.length + 4);
  context.font = `${Math.round(Math.min(step * 0.55, width / 22))}px monospace`;
  for (const [at, line] of lines.entries()) context.fillText(line, width * 0.1, step * (at + 2));
  return canvas.toBuffer('image/jpeg', 88);
}

/** The same JPEG with a note for viewers that it lies on its side (EXIF orientation 6: turn clockwise). */
export function onItsSide(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A HEIC file as far as its beginning; what follows is given. */
export function heicWith(inside: Uint8Array): Buffer {
  const head = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  return Buffer.concat([
    head,
    Buffer.from('mdat and such'),
    Buffer.alloc(400, 7),
    inside,
    Buffer.alloc(40, 9),
  ]);
}

/** A PDF of one page with further entries in its catalogue, and further objects from number 6 on. */
export function pdfWith(catalogue: string, ...more: readonly string[]): Buffer {
  const content = 'BT /F1 14 Tf 60 760 Td (Total 12.50) Tj ET';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
