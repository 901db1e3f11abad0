import { readFileSync } from 'node:fs';
import { addDays, isoDay } from '@shared/dates';
import { describe, expect, it } from 'vitest';

type Row = { readonly from: string; readonly to: string };

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../../resources/rates/${name}.json`, import.meta.url), 'utf8'));
}

/** Every value under a key, however deep. */
function valuesUnder(key: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : valuesUnder(key, inner)));
}

const FILES = ['ssp', 'nmw', 'holiday', 'bank-holidays', 'statutory-parental', 'attachment-orders'];

describe('the time-off and minimum wage figures', () => {
  it.each(['ssp', 'nmw', 'statutory-parental'])(
    '%s rows follow one another without gap or overlap',
    (name) => {
      const rows = read(name)['rates'] as readonly Row[];
      for (const [index, row] of rows.entries()) {
        expect(row.from < row.to).toBe(true);
        const next = rows[index + 1];
        if (next) expect(next.from).toBe(addDays(isoDay(row.to), 1));
      }
    },
  );

  it.each(FILES)(
    '%s names only sources that are listed, and marks each figure as seen or recalled',
    (name) => {
      const listed = Object.keys(read('sources')['sources'] as Record<string, unknown>);
      const file = read(name);
      const named = valuesUnder('source', file);
      expect(named.length).toBeGreaterThan(0);
      for (const source of named) expect(listed).toContain(source);
      for (const mark of valuesUnder('mark', file)) expect(['SEEN', 'RECALLED']).toContain(mark);
    },
  );
});
