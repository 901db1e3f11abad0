/** One thing done to a file of the records, as the system was asked for it, in order. */
export type DiskStep =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly file: string; readonly size: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'rename'; readonly file: string; readonly to: string }
  | { readonly kind: 'remove'; readonly file: string }
  /** The program answered a call with yes. */
  | { readonly kind: 'answer' };

const unHex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');
const pathIn = (text: string): string => unHex(text).toString('utf8');

/**
 * Reads what `strace -f -y -xx` wrote: what was done to files in a folder, and when a call was answered. Calls that another
 * thread came between are taken where they ended.
 */
export function readDiskLog(text: string, folder: string): DiskStep[] {
  const steps: DiskStep[] = [];
  const begun = new Map<string, string>();
  const inside = (file: string): boolean => file.startsWith(`${folder}/`);
  for (const line of text.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    let call = rest;
    if (call.endsWith('<unfinished ...>')) {
      begun.set(thread, call.slice(0, -'<unfinished ...>'.length).trimEnd());
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call);
    if (resumed !== null) {
      call = (begun.get(thread) ?? '') + (resumed[1] ?? '');
      begun.delete(thread);
    }
    if (/ = -1 /.test(call)) continue;
    const write = /^(pwrite64|write)\(\d+<([^>]*)>, "([^"]*)", (\d+)(?:, (\d+))?\)/.exec(call);
    if (write !== null) {
      const [, , file = '', hex = '', , at] = write;
      const place = decodeName(file);
      if (place.startsWith('socket:') || place.startsWith('TCP:')) {
        if (unHex(hex.slice(0, 4 * 12)).toString('latin1') === 'HTTP/1.1 200') steps.push({ kind: 'answer' });
      } else if (inside(place) && at !== undefined)
        steps.push({ kind: 'write', file: place, at: Number(at), bytes: unHex(hex) });
      continue;
    }
    if (/^writev\(\d+<(socket|TCP|\\x73\\x6f\\x63\\x6b)/.test(call)) {
      const first = /iov_base="([^"]*)"/.exec(call)?.[1] ?? '';
      if (unHex(first.slice(0, 4 * 12)).toString('latin1') === 'HTTP/1.1 200') steps.push({ kind: 'answer' });
      continue;
    }
    const sync = /^(?:fsync|fdatasync)\(\d+<([^>]*)>\)/.exec(call);
    if (sync !== null && inside(decodeName(sync[1] ?? ''))) {
      steps.push({ kind: 'sync', file: decodeName(sync[1] ?? '') });
      continue;
    }
    const cut = /^ftruncate\(\d+<([^>]*)>, (\d+)\)/.exec(call);
    if (cut !== null && inside(decodeName(cut[1] ?? ''))) {
      steps.push({ kind: 'cut', file: decodeName(cut[1] ?? ''), size: Number(cut[2]) });
      continue;
    }
    const rename = /^rename\("([^"]*)", "([^"]*)"\)/.exec(call);
    if (rename !== null && inside(pathIn(rename[1] ?? '')))
      steps.push({ kind: 'rename', file: pathIn(rename[1] ?? ''), to: pathIn(rename[2] ?? '') });
    const remove = /^unlink(?:at)?\((?:AT_FDCWD[^,]*, )?"([^"]*)"/.exec(call);
    if (remove !== null && inside(pathIn(remove[1] ?? '')))
      steps.push({ kind: 'remove', file: pathIn(remove[1] ?? '') });
  }
  return steps;
}

/** A name beside a file’s number, which may be written in hex as texts are. */
function decodeName(name: string): string {
  return name.includes('\\x') ? pathIn(name) : name;
}

type Content = { bytes: Buffer; waiting: ((bytes: Buffer) => Buffer)[] };

function applyWrite(bytes: Buffer, at: number, added: Buffer): Buffer {
  const end = Math.max(bytes.length, at + added.length);
  const next = Buffer.alloc(end);
  bytes.copy(next);
  added.copy(next, at);
  return next;
}

/**
 * A disk that loses power: what was synced stays, what was only written goes, or some of it stays in any order. Steps are
 * taken in one at a time.
 */
export class LosingDisk {
  readonly #files = new Map<string, Content>();

  constructor(files: ReadonlyMap<string, Buffer>) {
    for (const [file, bytes] of files) this.#files.set(file, { bytes, waiting: [] });
  }

  take(step: DiskStep): void {
    if (step.kind === 'answer') return;
    if (step.kind === 'rename') {
      const moved = this.#files.get(step.file);
      if (moved !== undefined) this.#files.set(step.to, moved);
      this.#files.delete(step.file);
      return;
    }
    if (step.kind === 'remove') {
      this.#files.delete(step.file);
      return;
    }
    const file = this.#files.get(step.file) ?? { bytes: Buffer.alloc(0), waiting: [] };
    this.#files.set(step.file, file);
    if (step.kind === 'sync') {
      for (const change of file.waiting) file.bytes = change(file.bytes);
      file.waiting = [];
    } else if (step.kind === 'write') {
      file.waiting.push((bytes) => applyWrite(bytes, step.at, step.bytes));
    } else {
      file.waiting.push((bytes) =>
        bytes.length >= step.size
          ? bytes.subarray(0, step.size)
          : applyWrite(bytes, step.size, Buffer.alloc(0)),
      );
    }
  }

  /** The files as they would be found: without what was not synced, but for those writes that `stays` says got there. */
  found(stays: () => boolean): Map<string, Buffer> {
    return new Map(
      [...this.#files].map(([name, { bytes, waiting }]) => [
        name,
        waiting.filter(stays).reduce((now, change) => change(now), bytes),
      ]),
    );
  }
}
