import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock';

/** Facts beside a log line: numbers, yes or no, and short codes. Anything that could be a person's words is left out. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** A line a happening, for the person who helps. Holds no personal data and never fails the caller. */
export interface Log {
  /** `event` is a code such as `host.started`. */
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** An error is written as its name, code and place; its message is not, because it may quote what a person typed. */
  error(event: string, error?: unknown, facts?: LogFacts): void;
}

const LARGEST_BYTES = 512 * 1024;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:+-]{0,79}$/;

/** Keeps nothing: for tests. */
export function silentLog(): Log {
  return { info: () => undefined, warn: () => undefined, error: () => undefined };
}

/**
 * Writes `mainstay.log` in a folder and keeps one older file, each at most half a megabyte. A log that can't be
 * written (full disk, read-only folder) is given up quietly: it must never stop the work.
 */
export function fileLog(folder: string, clock: Clock, largestBytes = LARGEST_BYTES): Log {
  const file = join(folder, 'mainstay.log');
  const write = (level: string, event: string, facts: LogFacts): void => {
    const line = `${clock.nowIso()} ${level} ${safe(event)}${Object.entries(facts)
      .map(([name, value]) => ` ${safe(name)}=${safe(value)}`)
      .join('')}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(file) + line.length > largestBytes) renameSync(file, join(folder, 'mainstay.1.log'));
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // Given up on purpose, see above.
    }
  };
  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
    error: (event, error, facts = {}) => write('error', event, { ...facts, ...describe(error) }),
  };
}

function safe(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return CODE.test(value) ? value : '(left-out)';
}

/** Name, code and the places of an error: no message. */
function describe(error: unknown): LogFacts {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const places = [...(error.stack ?? '').matchAll(/([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/gm)].slice(0, 6);
  return {
    error: error.name,
    ...code,
    ...Object.fromEntries(places.map((place, index) => [`at${index + 1}`, place[1] ?? ''])),
  };
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
