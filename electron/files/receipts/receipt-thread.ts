import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { refuse } from '../../refusal';
import type { ReceiptAnswer, ReceiptJob } from './receipt-worker';
import { besideArchive } from './unpacked';

/** After this long without a job the thread is let go, with the memory it holds. */
const IDLE_MS = 30_000;
const LONGEST_MS = 5_000;
/** Much of a page may be unpacked, a bomb may not. Pictures are outside of this. */
const MOST_HEAP_MB = 512;

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

function threadFile(): URL {
  // From source it is TypeScript beside this file; built, all is JavaScript in one folder.
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./receipt-worker.ts', here);
  return pathToFileURL(besideArchive(fileURLToPath(new URL('./receipt-worker.mjs', here))));
}

function started(): Worker {
  thread ??= new Worker(threadFile(), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    stdout: true,
    stderr: true,
  });
  // The program may end while nothing is asked of it.
  thread.unref();
  return thread;
}

/** Ends the thread and lets its memory go; the next job starts another. */
export async function endReceiptThread(): Promise<void> {
  const ended = thread;
  thread = undefined;
  clearTimeout(idle);
  await ended?.terminate();
}

/**
 * Does one job in the thread that unpacks files from outside, one after the other. Refuses with `file.damaged`,
 * `receipt.pdf-locked`, or `receipt.takes-too-long` after five seconds.
 */
export async function inReceiptThread(job: ReceiptJob): Promise<Extract<ReceiptAnswer, { ok: true }>> {
  const turn = last.then(() => once(job));
  last = turn.catch(() => undefined);
  const answer = await turn;
  return answer.ok ? answer : refuse(answer.code, {}, 'file');
}

function once(job: ReceiptJob): Promise<ReceiptAnswer> {
  clearTimeout(idle);
  const worker = started();
  return new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(late);
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      worker.removeAllListeners('exit');
      worker.on('error', () => undefined);
      idle = setTimeout(() => void endReceiptThread(), IDLE_MS).unref();
    };
    const late = setTimeout(() => {
      done();
      void endReceiptThread();
      try {
        refuse('receipt.takes-too-long', {}, 'file');
      } catch (error) {
        reject(error);
      }
    }, LONGEST_MS);
    const broken = (): void => {
      done();
      void endReceiptThread();
      resolve({ ok: false, code: 'file.damaged' });
    };
    worker.once('message', (answer: ReceiptAnswer) => {
      done();
      resolve(answer);
    });
    worker.once('error', (error: Error & { readonly code?: string }) => {
      // Out of memory is the file's doing; that the thread can't start is ours.
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        broken();
        return;
      }
      done();
      void endReceiptThread();
      reject(error);
    });
    worker.once('exit', broken);
    worker.postMessage(job);
  });
}
