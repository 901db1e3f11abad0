import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import { besideArchive } from './unpacked';

/** After this long without a picture the reader is let go: it holds some 200 MB. */
const IDLE_MS = 60_000;
const LONGEST_MS = 30_000;

let reader: Promise<Worker> | undefined;
let idle: NodeJS.Timeout | undefined;
let stopOne: ((error: Error) => void) | undefined;
let progress: (part: number) => void = () => undefined;

/** Reading was stopped by the person. */
export class ReadingStopped extends Error {}

/** A picture took longer than anyone waits for. */
export class ReadingTooLong extends Error {}

function started(): Promise<Worker> {
  reader ??= start();
  return reader;
}

async function start(): Promise<Worker> {
  const find = createRequire(import.meta.url).resolve;
  const words = dirname(find('@tesseract.js-data/eng/package.json'));
  // Most days nothing is read: the package is loaded when it is first needed.
  const { createWorker } = await import('tesseract.js');
  const made = await createWorker('eng', 1, {
    // A folder of this program: given a folder, and told to keep no copy, it goes nowhere else for its words.
    langPath: besideArchive(join(words, '4.0.0_best_int')),
    workerPath: besideArchive(find('tesseract.js/src/worker-script/node/index.js')),
    cacheMethod: 'none',
    gzip: true,
    // Without this what it can't read would end the program.
    errorHandler: () => undefined,
    logger: (message) => {
      if (message.status === 'recognizing text') progress(message.progress);
    },
  });
  threadOf(made)?.unref?.();
  return made;
}

function threadOf(made: Worker): { unref?: () => void } | undefined {
  return (made as unknown as { worker?: { unref?: () => void } }).worker;
}

/** Ends the reader and lets its memory go. What it was reading is rejected with ReadingStopped. */
export async function endReader(): Promise<void> {
  const ended = reader;
  reader = undefined;
  clearTimeout(idle);
  stopOne?.(new ReadingStopped());
  stopOne = undefined;
  await (await ended?.catch(() => undefined))?.terminate();
}

/**
 * The words of a picture, read on this computer alone, in a thread of its own. `onProgress` is called with 0 to 1.
 * One picture at a time. Rejects with ReadingStopped when `endReader` was called meanwhile, with ReadingTooLong after
 * half a minute.
 */
export async function readWords(picture: Uint8Array, onProgress: (part: number) => void): Promise<string> {
  clearTimeout(idle);
  progress = onProgress;
  const stopped = new Promise<never>((_resolve, reject) => {
    stopOne = reject;
  });
  const work = started().then((one) => one.recognize(Buffer.from(picture)));
  work.catch(() => undefined);
  const late = setTimeout(() => stopOne?.(new ReadingTooLong()), LONGEST_MS);
  try {
    const { data } = await Promise.race([work, stopped]);
    return data.text;
  } catch (error) {
    if (!(error instanceof ReadingStopped)) await endReader();
    throw error;
  } finally {
    clearTimeout(late);
    stopOne = undefined;
    if (reader !== undefined) idle = setTimeout(() => void endReader(), IDLE_MS).unref();
  }
}
