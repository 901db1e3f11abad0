import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { App } from '../../electron/app';
import { openHouseholdFile } from '../../electron/files/hand-over/container';
import { readParts } from '../../electron/files/hand-over/parts';
import { checkAll } from '../../electron/services/check-record';
import { makeHouseholdFile } from '../../electron/services/hand-over-export';
import { bringHouseholdIn } from '../../electron/services/hand-over-import';
import { householdSchemaText } from '../../scripts/household-schema.mjs';
import { recordDigest } from '../support/record-digest';
import { testWorkspace } from '../support/workspace';

const PASSPHRASE = 'a file for the example';
const schemaText = readFileSync(
  new URL('../../docs/formats/household-1.schema.json', import.meta.url),
  'utf8',
);

/** The household file of the example: its documented format, and that all of it comes through. */
export function exampleHandOver(example: () => { readonly app: App; readonly householdId: string }): void {
  describe('the example as a household file', () => {
    test('the JSON Schema of the format is as the program has it (else: node scripts/household-schema.mjs)', async () => {
      expect(await householdSchemaText()).toBe(schemaText);
    });

    test('keeps to that schema and goes to another workspace and out again the same', async () => {
      const { app, householdId } = example();
      const { bytes } = await makeHouseholdFile(app.context, householdId, PASSPHRASE);
      const header = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1').split('\n')[1] ?? '';
      const opened = await openHouseholdFile(bytes, PASSPHRASE);
      const parts = opened.ok ? readParts(opened.value) : opened;
      if (!parts.ok) throw new Error(parts.code);
      const { manifest, tables } = parts.value;
      const formats = { base64: true, 'date-time': true } as const;
      const schema = new Ajv2020({ strict: true, allowUnionTypes: true, formats });
      const validate = schema.compile(JSON.parse(schemaText));
      validate({ header: JSON.parse(header), manifest, tables: Object.fromEntries(tables) });
      expect(validate.errors ?? []).toEqual([]);
      expect(tables.size).toBeGreaterThan(50);

      const other = await testWorkspace('2026-11-21', 'example handed over');
      onTestFinished(() => other.close());
      await bringHouseholdIn(other.context, bytes, PASSPHRASE);
      expect(recordDigest(other.context, householdId)).toEqual(recordDigest(app.context, householdId));
      expect(checkAll(other.context).findings).toEqual([]);
    }, 60_000);
  });
}
