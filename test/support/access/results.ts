import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured, Row } from './measure';
import { ACCESS } from './workspace-copy';

/** Rows that are told in the table as our own goal, and fail nothing. */
const GOALS: readonly Row[] = ['size44', 'main'];

/** Puts down what was measured, for the table of scripts/access.mjs. */
export function keepResults(name: string, told: Readonly<Record<string, Measured>>): void {
  mkdirSync(join(ACCESS, 'results'), { recursive: true });
  writeFileSync(join(ACCESS, 'results', `${name}.json`), JSON.stringify(told, null, 1));
}

/** What was put down before. */
export function readResults(name: string): Record<string, Measured> {
  return JSON.parse(readFileSync(join(ACCESS, 'results', `${name}.json`), 'utf8'));
}

/** What fails, in lines. */
export function missesOf(told: Readonly<Record<string, Measured>>): string[] {
  return Object.entries(told).flatMap(([screen, rows]) =>
    Object.entries(rows)
      .filter(([row]) => !GOALS.includes(row as Row))
      .flatMap(([row, found]) => found.map((one) => `${screen} · ${row} · ${one}`)),
  );
}
