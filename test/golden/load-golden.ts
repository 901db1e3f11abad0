import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One published or constructed case with its source. */
export type GoldenCase = {
  readonly id: string;
  readonly tax_year: string;
  readonly type?: string;
  readonly source: string;
  readonly provenance: string;
  readonly known_issue?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
};

export type GoldenFile = { readonly cases: readonly GoldenCase[] };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks a parsed golden file: every case has an id of its own, a named source, an input and something expected. */
export function checkGolden(file: unknown): GoldenFile {
  if (!isRecord(file) || !isRecord(file['source']) || !Array.isArray(file['cases']))
    throw new Error('A golden file needs sources and cases');
  const sources = file['source'];
  const seen = new Set<string>();
  for (const one of file['cases'] as unknown[]) {
    if (!isRecord(one) || typeof one['id'] !== 'string') throw new Error('A golden case has no id');
    const { id } = one;
    if (seen.has(id)) throw new Error(`Golden case ${id} is there twice`);
    seen.add(id);
    if (typeof one['source'] !== 'string' || !isRecord(sources[one['source']]))
      throw new Error(`Golden case ${id} has no source`);
    if (!isRecord(one['input']) || !isRecord(one['expected']) || Object.keys(one['expected']).length === 0)
      throw new Error(`Golden case ${id} has no input or nothing expected`);
    if (typeof one['tax_year'] !== 'string') throw new Error(`Golden case ${id} has no tax year`);
  }
  return file as unknown as GoldenFile;
}

/** Reads a family's cases from this folder. */
export function loadGolden(family: string): GoldenFile {
  const path = fileURLToPath(new URL(`./${family}.json`, import.meta.url));
  return checkGolden(JSON.parse(readFileSync(path, 'utf8')));
}

/** The cases of years that the program has rates for, and those it has not. */
export function splitByYear(
  file: GoldenFile,
  years: readonly string[],
): { readonly covered: readonly GoldenCase[]; readonly notCovered: readonly GoldenCase[] } {
  const isCovered = (one: GoldenCase): boolean => one.tax_year === 'any' || years.includes(one.tax_year);
  return {
    covered: file.cases.filter(isCovered),
    notCovered: file.cases.filter((one) => !isCovered(one)),
  };
}

/**
 * Where an output differs from what a case expects, one line a key; empty when it agrees exactly.
 * A value listed under `also_accept_<key>` is as good as the expected one.
 */
export function differences(one: GoldenCase, output: Readonly<Record<string, unknown>>): string[] {
  const lines: string[] = [];
  for (const [key, expected] of Object.entries(one.expected)) {
    if (key.startsWith('also_accept_')) continue;
    const accepted: unknown[] = [expected];
    const also = one.expected[`also_accept_${key}`];
    if (Array.isArray(also)) accepted.push(...also);
    const got = JSON.stringify(output[key]);
    if (!accepted.some((value) => JSON.stringify(value) === got))
      lines.push(`${key}: expected ${JSON.stringify(expected)}, got ${got}`);
  }
  return lines;
}
