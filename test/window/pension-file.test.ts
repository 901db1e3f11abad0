import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasPaySentence } from '../../renderer/text/pay-problems';

describe('every code a pension file can be refused with has its sentence', () => {
  it.each([
    'electron/files/pensions/contribution.ts',
    'electron/files/pensions/nest.ts',
    'electron/files/pensions/papdis.ts',
    'electron/files/pensions/peoples-pension.ts',
    'electron/files/pensions/member-details.ts',
    'electron/files/documents/csv.ts',
    'electron/services/pay-pension-file.ts',
  ])('in %s', (path) => {
    const codes = [
      ...readFileSync(path, 'utf8').matchAll(
        /'((?:nest|papdis|peoples-pension|pension-file|csv)\.[a-z-]+)'/g,
      ),
    ];
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.map((one) => one[1]).filter((code) => !hasPaySentence(String(code)))).toEqual([]);
  });
});
