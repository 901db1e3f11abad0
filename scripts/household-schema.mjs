// Writes docs/formats/household-1.schema.json: what is in a household file, read from the program itself.
// Run after a new migration or a change of the file: node scripts/household-schema.mjs (a test fails when it was forgotten).
import { mkdirSync, writeFileSync } from 'node:fs';
import { importSource } from './lib/import-source.mjs';
import { tableColumns } from './schema-types.mjs';

const target = new URL('../docs/formats/household-1.schema.json', import.meta.url);

const DAY = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
const TIME = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const SIMPLE = {
  string: { type: 'string' },
  number: { type: 'integer' },
  Pence: { type: 'integer', description: 'Whole pence.' },
  IsoDay: { ...DAY, description: 'A day.' },
  ClockTime: { ...TIME, description: 'A time on the clock in London.' },
};

/** A column’s value as JSON Schema has it. */
function shapeOf({ type, nullable }) {
  const simple = type.length === 1 ? SIMPLE[type[0]] : undefined;
  if (simple !== undefined) return nullable ? { ...simple, type: [simple.type, 'null'] } : simple;
  const members = type.map((member) => (member.startsWith("'") ? member.slice(1, -1) : Number(member)));
  return { enum: nullable ? [...members, null] : members };
}

/** One row of a table. What may be left out has the value that a new row has. */
function rowOf(columns, without = []) {
  const kept = columns.filter(({ name }) => !without.includes(name));
  return {
    type: 'object',
    properties: Object.fromEntries(kept.map((column) => [column.name, shapeOf(column)])),
    required: kept.filter(({ nullable, hasDefault }) => !nullable && !hasDefault).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** Columns that stay in the workspace a file is made from. */
const STAYS = { household: ['position'], action: ['origin_id'] };

/** The whole schema: a household file as one JSON with its header, its manifest and its tables. */
export async function householdSchema() {
  const { z } = await import('zod');
  const { householdFileHeader } = await importSource('electron', 'files', 'hand-over', 'container.ts');
  const { householdManifest } = await importSource('electron', 'files', 'hand-over', 'parts.ts');
  const { HAND_OVER_TABLES } = await importSource('electron', 'db', 'queries', 'hand-over.ts');
  const columns = tableColumns();
  const tables = ['household', ...HAND_OVER_TABLES];
  const own = (shape) => {
    const { $schema: _, ...schema } = z.toJSONSchema(shape);
    return schema;
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:mainstay:household-1',
    title: 'Mainstay household file, version 1',
    description:
      'The parts of a household file as one JSON: the header in front of the lock, the manifest, and each table as a list of its lines. How they are packed and locked is in household-1.md.',
    type: 'object',
    properties: {
      header: { $ref: '#/$defs/header' },
      manifest: { $ref: '#/$defs/manifest' },
      tables: {
        type: 'object',
        properties: Object.fromEntries(
          tables.map((table) => [table, { type: 'array', items: { $ref: `#/$defs/${table}` } }]),
        ),
        required: ['household'],
        additionalProperties: false,
      },
    },
    required: ['header', 'manifest', 'tables'],
    additionalProperties: false,
    $defs: {
      header: own(householdFileHeader),
      manifest: own(householdManifest),
      ...Object.fromEntries(tables.map((table) => [table, rowOf(columns.get(table), STAYS[table])])),
    },
  };
}

/** JSON with each of the outer parts on lines of its own, and what is deeper on one line, so that a change is read as one line. */
function asText(value, depth, indent = '') {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value))
    return JSON.stringify(value);
  const inner = `${indent} `;
  const lines = Object.entries(value).map(
    ([name, part]) => `${inner}${JSON.stringify(name)}: ${asText(part, depth - 1, inner)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** The text of docs/formats/household-1.schema.json. */
export async function householdSchemaText() {
  return `${asText(await householdSchema(), 4)}\n`;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) {
  mkdirSync(new URL('./', target), { recursive: true });
  writeFileSync(target, await householdSchemaText());
}
