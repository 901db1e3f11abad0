import { loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { afterAll, describe, expect, it } from 'vitest';
import { checkReceiptFile } from '../../../electron/files/receipts/check-file';
import { endReceiptThread, inReceiptThread } from '../../../electron/files/receipts/receipt-thread';
import { bombPng, heicWith, onItsSide, pdfWith, photoOf, pngSaying } from '../../support/hostile-files';
import { picture, plainPdf } from '../../support/receipt-files';

afterAll(() => endReceiptThread());

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const refusalOf = (bytes: Uint8Array) => {
  const found = checkReceiptFile(bytes);
  return found.ok ? found.value.mediaType : [found.code, found.details ?? {}];
};
const job = (name: 'picture' | 'pdf-look' | 'pdf-text', bytes: Uint8Array) =>
  inReceiptThread(name === 'picture' ? { job: name, bytes, turn: 0, longest: 1600 } : { job: name, bytes });

describe('what a file is, before anything is unpacked', () => {
  it('a photo, a screenshot, a PDF and a HEIC photo are told by their bytes', () => {
    expect(refusalOf(photoOf(['TOTAL 1.00']))).toBe('image/jpeg');
    expect(refusalOf(picture(300, 200))).toBe('image/png');
    expect(refusalOf(plainPdf('Total 1.00'))).toBe('application/pdf');
    expect(refusalOf(heicWith(new Uint8Array()))).toBe('image/heic');
  });

  it.each([
    ['<!DOCTYPE html><script>alert(1)</script>', 'page'],
    ['PK\u0003\u0004 and so on', 'zip'],
    ['MZ and so on', 'program'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'drawing'],
    ['GIF89a and so on', 'other-picture'],
    ['just words', 'other'],
  ])('%s is not taken, whatever its name', (value, looks) => {
    expect(refusalOf(text(value))).toEqual(['file.kind-not-taken', { looks }]);
  });

  it('an empty file, a cut-off photo and a cut-off screenshot are told', () => {
    const photo = photoOf(['TOTAL 1.00']);
    const shot = picture(300, 200);
    expect(refusalOf(new Uint8Array())).toEqual(['file.empty', {}]);
    for (const part of [0.05, 0.3, 0.7, 0.99])
      expect(refusalOf(photo.subarray(0, Math.floor(photo.length * part)))).toEqual(['file.damaged', {}]);
    expect(refusalOf(shot.subarray(0, shot.length - 20))).toEqual(['file.damaged', {}]);
  });

  it('a picture of 20,000 by 20,000 dots is refused by its header', () => {
    const huge = { width: 20_000, height: 20_000 };
    expect(refusalOf(pngSaying(20_000, 20_000, new Uint8Array(60)))).toEqual(['receipt.too-many-dots', huge]);
    const photo = photoOf(['TOTAL 1.00'], 100, 100);
    // The frame header holds height and width from its fifth byte on.
    const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
    photo.writeUInt16BE(20_000, frame + 5);
    photo.writeUInt16BE(20_000, frame + 7);
    expect(refusalOf(photo)).toEqual(['receipt.too-many-dots', huge]);
  });

  it('a PNG that unpacks to far more than it says is refused', () => {
    expect(refusalOf(bombPng())).toEqual(['file.damaged', {}]);
  });

  it('any bytes are answered, never thrown at', () => {
    const starts = fc.constantFrom(
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...text('\0\0\0\x18ftypheic')],
      [],
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        checkReceiptFile(Uint8Array.from([...start, ...rest]));
      }),
    );
  });

  it('a HEIC photo that carries a JPEG gives that, and another gives none', () => {
    const inside = photoOf(['TOTAL 1.00'], 640, 480);
    const found = checkReceiptFile(heicWith(inside));
    expect(found.ok && Buffer.from(found.value.preview ?? []).equals(inside)).toBe(true);
    const small = checkReceiptFile(heicWith(photoOf(['1.00'], 160, 120)));
    expect(small.ok && small.value.preview).toBeUndefined();
  });
});

describe('pictures drawn anew', () => {
  it('are at most 1,600 dots long, upright, and hold nothing but the picture', async () => {
    const answer = await job('picture', onItsSide(photoOf(['TOTAL 1.00'], 2400, 1800)));
    expect(answer).toMatchObject({ width: 1200, height: 1600 });
    const drawn = 'jpeg' in answer ? Buffer.from(answer.jpeg) : Buffer.alloc(0);
    expect(drawn.includes('Exif')).toBe(false);
    expect((await loadImage(drawn)).width).toBe(1200);
  });

  it('a picture that can’t be unpacked is told', async () => {
    const broken = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.alloc(400, 3)]);
    await expect(job('picture', broken)).rejects.toMatchObject({ code: 'file.damaged' });
  });

  it('a page of a PDF becomes a picture too, and can be turned', async () => {
    const page = { job: 'pdf-page', bytes: plainPdf('Total 12.50'), page: 1, longest: 800 } as const;
    expect(await inReceiptThread({ ...page, turn: 0 })).toMatchObject({ width: 565, height: 800 });
    expect(await inReceiptThread({ ...page, turn: 90 })).toMatchObject({ width: 800, height: 565 });
  });
});

describe('PDFs', () => {
  it('are read line by line', async () => {
    expect(await job('pdf-text', plainPdf('Total 12.50'))).toEqual({ ok: true, text: 'Total 12.50' });
  });

  it('tell of scripts and of files inside, which are never run or opened', async () => {
    const found = (bytes: Uint8Array) => job('pdf-look', bytes);
    expect(await found(plainPdf('Total'))).toEqual({ ok: true, pages: 1, scripts: false, files: false });
    const script = pdfWith('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>');
    expect(await found(script)).toMatchObject({ scripts: true, files: false });
    const launch = pdfWith('/OpenAction << /S /Launch /F (calc.exe) >>');
    expect(await found(launch)).toMatchObject({ scripts: true });
    const files = pdfWith(
      '/Names << /EmbeddedFiles << /Names [(a.txt) 6 0 R] >> >>',
      '<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>',
      '<< /Type /EmbeddedFile /Length 2 >>\nstream\nhi\nendstream',
    );
    expect(await found(files)).toMatchObject({ scripts: false, files: true });
  });

  it('behind a password, or broken, are told', async () => {
    const locked = await new Promise<Buffer>((resolve) => {
      const pdf = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7' });
      const parts: Buffer[] = [];
      pdf.on('data', (part: Buffer) => parts.push(part));
      pdf.on('end', () => resolve(Buffer.concat(parts)));
      pdf.text('Total 12.50');
      pdf.end();
    });
    await expect(job('pdf-look', locked)).rejects.toMatchObject({ code: 'receipt.pdf-locked' });
    await expect(job('pdf-look', text('%PDF-1.7\nno more'))).rejects.toMatchObject({ code: 'file.damaged' });
  });
});
