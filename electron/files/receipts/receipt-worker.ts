/**
 * Runs in a thread of its own: unpacks pictures and PDFs that came from outside, and gives back pictures it drew itself.
 * Should a file take too long or too much, only this thread is ended. It imports packages alone, so that it can be
 * started from source and stands beside the packed program as one file.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { constants, inflateSync } from 'node:zlib';
import { type Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Limits = { readonly longest?: number; readonly leastWidth?: number; readonly width?: number };

export type ReceiptJob =
  /** A JPEG of a picture, upright by its EXIF and turned by `turn`. */
  | ({ readonly job: 'picture'; readonly bytes: Uint8Array; readonly turn: number } & Limits)
  /** How many pages a PDF has, and what it holds beside pages. */
  | { readonly job: 'pdf-look'; readonly bytes: Uint8Array }
  /** A JPEG of one page, the first being 1. */
  | ({
      readonly job: 'pdf-page';
      readonly bytes: Uint8Array;
      readonly page: number;
      readonly turn: number;
    } & Limits)
  /** The words of the first pages. */
  | { readonly job: 'pdf-text'; readonly bytes: Uint8Array };

export type ReceiptAnswer =
  | { readonly ok: true; readonly jpeg: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: true; readonly pages: number; readonly scripts: boolean; readonly files: boolean }
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'file.damaged' | 'receipt.pdf-locked' };

const QUALITY = 82;
const MOST_DOTS = 64_000_000;
const PAGES_READ = 5;

/** How large something is drawn: within the longest side or the width asked for, and at most `most` times its size. */
function scaleFor(width: number, height: number, limits: Limits, most: number): number {
  const { longest, leastWidth = 0, width: wanted } = limits;
  const within = longest === undefined ? most : longest / Math.max(width, height);
  const scale = wanted === undefined ? Math.max(within, leastWidth / width) : wanted / width;
  // A till roll is long: its width decides, up to five times that.
  const roll = (5 * (wanted ?? leastWidth)) / height;
  return Math.min(
    most,
    longest === undefined || leastWidth > 0 ? Math.min(scale, Math.max(within, roll)) : scale,
  );
}

function draw(picture: Image | Canvas, turn: number, limits: Limits): ReceiptAnswer {
  const sideways = turn === 90 || turn === 270;
  const { width: wide, height: high } = picture;
  if (wide < 1 || high < 1 || wide * high > MOST_DOTS) return { ok: false, code: 'file.damaged' };
  const [fullWidth, fullHeight] = sideways ? [high, wide] : [wide, high];
  const scale = scaleFor(fullWidth, fullHeight, limits, 1);
  const width = Math.max(1, Math.round(fullWidth * scale));
  const height = Math.max(1, Math.round(fullHeight * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  // What is see-through in a PNG was drawn for a white page.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.translate(width / 2, height / 2);
  context.rotate((turn * Math.PI) / 180);
  const [w, h] = sideways ? [height, width] : [width, height];
  context.drawImage(picture, -w / 2, -h / 2, w, h);
  return { ok: true, jpeg: canvas.toBuffer('image/jpeg', QUALITY), width, height };
}

async function picture(job: Extract<ReceiptJob, { job: 'picture' }>): Promise<ReceiptAnswer> {
  try {
    // It turns the picture as its EXIF says.
    return draw(await loadImage(Buffer.from(job.bytes)), job.turn, job);
  } catch {
    return { ok: false, code: 'file.damaged' };
  }
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => `${join(packageFolder, name).replaceAll('\\', '/')}/`;

async function withPdf(
  bytes: Uint8Array,
  work: (document: PDFDocumentProxy) => Promise<ReceiptAnswer>,
): Promise<ReceiptAnswer> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    // Nothing of a PDF is run (no script engine is given to it), and nothing is fetched for it.
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: MOST_DOTS,
    canvasMaxAreaInBytes: MOST_DOTS * 4,
    verbosity: VerbosityLevel.ERRORS,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    iccUrl: folder('iccs'),
    wasmUrl: folder('wasm'),
  });
  try {
    return await work(await loading.promise);
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { ok: false, code: locked ? 'receipt.pdf-locked' : 'file.damaged' };
  } finally {
    await loading.destroy().catch(() => undefined);
  }
}

/** Names under which a PDF holds something that would run or reach out by itself, or files within it. */
const SCRIPT_NAMES =
  /\/(JavaScript|Launch|RichMedia|Rendition|XFA|SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z])/;
/** Too short to be looked for among packed bytes: in a few megabytes they stand somewhere by chance. */
const SHORT_SCRIPT_NAMES = /\/(JS|AA)(?![A-Za-z])/;
const FILE_NAMES = /\/(EmbeddedFiles?|FileAttachment)(?![A-Za-z])/;
/** A PDF may pack its objects into streams: so many bytes of them are looked through. */
const MOST_UNPACKED = 8_000_000;

type PlainObjects = { readonly everything: string; readonly outsideStreams: string };

/** The objects of a PDF as plain text: packed ones unpacked, and names in their plain spelling (`#4a` is `J`). */
function plainObjects(bytes: Uint8Array): PlainObjects {
  const whole = Buffer.from(bytes).toString('latin1');
  const parts: string[] = [];
  let left = MOST_UNPACKED;
  for (const found of whole.matchAll(/\/ObjStm\b[\s\S]{0,400}?\bstream\r?\n/g)) {
    const start = found.index + found[0].length;
    const end = whole.indexOf('endstream', start);
    if (end < 0 || left <= 0) break;
    try {
      const packed = Buffer.from(whole.slice(start, end), 'latin1');
      const objects = inflateSync(packed, { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH });
      left -= objects.length;
      parts.push(objects.toString('latin1'));
    } catch {
      // Packed in another way, or damaged: what pdf.js finds of it counts.
    }
  }
  const plainNames = (text: string): string =>
    text.replace(/#([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return {
    everything: plainNames([whole, ...parts].join('\n')),
    outsideStreams: plainNames([...outsideStreams(whole), ...parts].join('\n')),
  };
}

/** What stands between the streams. */
function outsideStreams(whole: string): string[] {
  const parts: string[] = [];
  for (let at = 0; ; ) {
    const start = whole.indexOf('stream', at);
    const end = start < 0 ? -1 : whole.indexOf('endstream', start);
    if (end < 0) return [...parts, whole.slice(at)];
    parts.push(whole.slice(at, start));
    at = end + 'endstream'.length;
  }
}

function look(job: Extract<ReceiptJob, { job: 'pdf-look' }>): Promise<ReceiptAnswer> {
  return withPdf(job.bytes, async (pdf) => {
    const plain = plainObjects(job.bytes);
    const scripts =
      SCRIPT_NAMES.test(plain.everything) ||
      SHORT_SCRIPT_NAMES.test(plain.outsideStreams) ||
      // Something is done on opening, and it is not going to a page or printing.
      (/\/OpenAction\b/.test(plain.everything) && (await pdf.getOpenAction()) === null) ||
      (await pdf.hasJSActions()) ||
      (await pdf.getJSActions()) !== null;
    const attached = (await pdf.getAttachments()) as object | null;
    const files = FILE_NAMES.test(plain.everything) || (attached !== null && sizeOf(attached) > 0);
    await pdf.getPage(1);
    return { ok: true, pages: pdf.numPages, scripts, files };
  });
}

function sizeOf(held: object): number {
  return held instanceof Map ? held.size : Object.keys(held).length;
}

function page(job: Extract<ReceiptJob, { job: 'pdf-page' }>): Promise<ReceiptAnswer> {
  return withPdf(job.bytes, async (pdf) => {
    const one = await pdf.getPage(Math.min(Math.max(1, job.page), pdf.numPages));
    const plain = one.getViewport({ scale: 1 });
    const rotation = (plain.rotation + job.turn) % 360;
    const turned = one.getViewport({ scale: 1, rotation });
    const scale = scaleFor(turned.width, turned.height, job, 4);
    const viewport = one.getViewport({ scale, rotation });
    const canvas = createCanvas(
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    );
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    await one.render({
      canvas: canvas as unknown as HTMLCanvasElement,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise;
    const { width, height } = canvas;
    return { ok: true, jpeg: canvas.toBuffer('image/jpeg', QUALITY), width, height };
  });
}

function text(job: Extract<ReceiptJob, { job: 'pdf-text' }>): Promise<ReceiptAnswer> {
  return withPdf(job.bytes, async (pdf) => {
    const pages: string[] = [];
    for (let at = 1; at <= Math.min(pdf.numPages, PAGES_READ); at += 1) {
      const { items } = await (await pdf.getPage(at)).getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))));
    }
    return { ok: true, text: pages.join('\n') };
  });
}

/** Pieces at one height are one line, from left to right: a PDF keeps them in any order. */
function linesOf(items: readonly { readonly str: string; readonly transform: readonly unknown[] }[]): string {
  const placed = items.map((item) => ({
    text: item.str,
    x: Number(item.transform[4]),
    y: Number(item.transform[5]),
  }));
  placed.sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: { y: number; parts: { x: number; text: string }[] }[] = [];
  for (const { x, y, text: part } of placed) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < 3) last.parts.push({ x, text: part });
    else lines.push({ y, parts: [{ x, text: part }] });
  }
  return lines
    .map((line) =>
      line.parts
        .sort((a, b) => a.x - b.x)
        .map((part) => part.text)
        .join(' '),
    )
    .join('\n');
}

function run(job: ReceiptJob): Promise<ReceiptAnswer> {
  switch (job.job) {
    case 'picture':
      return picture(job);
    case 'pdf-look':
      return look(job);
    case 'pdf-page':
      return page(job);
    case 'pdf-text':
      return text(job);
  }
}

parentPort?.on('message', (job: ReceiptJob) => {
  void run(job).then((answer) => parentPort?.postMessage(answer));
});
