import type { Read } from './read-fields';
import type { Checked, Problems } from './use-form';

type Values<Reads> = {
  -readonly [Name in keyof Reads]: Reads[Name] extends Read<infer Value> ? Value : never;
};

/**
 * Puts fields that were read together: all values when every one is fine, else every problem in the order given.
 * `check: (v) => checkFields({ name: readText(v.name, 'Enter a name.'), start: readDate(v.start, 'Start date') })`
 */
export function checkFields<Reads extends Record<string, Read<unknown>>>(
  reads: Reads,
): Checked<Reads, Values<Reads>> {
  const problems: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(reads)) {
    if (read.ok) values[name] = read.value;
    else problems[name] = read.message;
  }
  return Object.keys(problems).length === 0
    ? { ok: true, value: values as Values<Reads> }
    : { ok: false, problems: problems as Problems<Reads> };
}
