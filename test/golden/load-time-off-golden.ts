import { readFileSync } from 'node:fs';
import { z } from 'zod';

const goldenFile = z.object({
  family: z.string(),
  source: z.record(z.string(), z.object({ name: z.string().min(1), url: z.string() })),
  cases: z.array(
    z.object({
      id: z.string(),
      tax_year: z.string(),
      type: z.string().optional(),
      source: z.string().min(1),
      input: z.record(z.string(), z.unknown()),
      expected: z.record(z.string(), z.unknown()),
    }),
  ),
});

export type GoldenCase = z.output<typeof goldenFile>['cases'][number];

/** The cases of a family of published figures. A case without a source that the file names does not load. */
export function loadTimeOffGolden(family: string): readonly GoldenCase[] {
  const file = goldenFile.parse(
    JSON.parse(readFileSync(new URL(`./${family}.json`, import.meta.url), 'utf8')),
  );
  for (const each of file.cases)
    if (!(each.source in file.source)) throw new Error(`${family} ${each.id} has no source`);
  return file.cases;
}

/** What a case's answer says under the keys that its expected answer has. */
export function underExpectedKeys(
  expected: Readonly<Record<string, unknown>>,
  answer: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, answer[key]]));
}
