// Writes electron/db/schema.ts: the row types of the newest schema, read from the migrations' own SQL.
// Run after a new migration: node scripts/schema-types.mjs (a test fails when it was forgotten).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const migrations = new URL('../electron/db/migrations/', import.meta.url);
const target = new URL('../electron/db/schema.ts', import.meta.url);

const { lineWidth: LINE_WIDTH } = JSON.parse(
  readFileSync(new URL('../biome.json', import.meta.url), 'utf8'),
).formatter;

const pascal = (name) => name.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase());

/** A column of a row type as the formatter writes it: a union that is too long for one line, one member a line. */
function columnText(name, members) {
  const line = `  ${name}: ${members.join(' | ')};`;
  return line.length <= LINE_WIDTH
    ? `${line}\n`
    : `  ${name}:\n${members.map((one) => `    | ${one}`).join('\n')};\n`;
}

/** The members of a column's type. */
function typeOf(name, sqlType, line) {
  const union = /CHECK \(\w+ IN \(([^)]*)\)\)/.exec(line);
  if (union && sqlType !== 'BLOB') return union[1].split(',').map((part) => part.trim());
  if (name.endsWith('_pence')) return ['Pence'];
  if (sqlType === 'BLOB') return ['Uint8Array'];
  if (sqlType === 'INTEGER') return ['number'];
  if (
    /(^|_)(day|on|date)$/.test(name) ||
    /^(period|valid|pay)_(from|to)$/.test(name) ||
    /_(until|monday|period_from)$/.test(name)
  )
    return ['IsoDay'];
  if (name.endsWith('_time')) return ['ClockTime'];
  return ['string'];
}

/** The columns of every table of the newest schema, read from the migrations: name, members of the type, whether it may be empty. */
export function tableColumns() {
  const tables = new Map();
  for (const file of readdirSync(migrations)
    .filter((name) => /^\d{4}-.*\.ts$/.test(name))
    .sort()) {
    const sql = readFileSync(new URL(file, migrations), 'utf8');
    for (const [, table, body] of sql.matchAll(/CREATE TABLE (\w+) \(\n([\s\S]*?)\n\) STRICT/g)) {
      const columns = [];
      for (const line of body.split('\n')) {
        const column = /^ {2}([a-z_0-9]+) (TEXT|INTEGER|BLOB)\b(.*)$/.exec(line);
        if (!column) continue;
        const [, name, sqlType, rest] = column;
        const required = /NOT NULL|PRIMARY KEY/.test(rest);
        const hasDefault = /\bDEFAULT\b/.test(rest);
        columns.push({ name, type: typeOf(name, sqlType, line), nullable: !required, hasDefault });
      }
      tables.set(table, columns);
    }
    for (const [, table, line] of sql.matchAll(/ALTER TABLE (\w+) ADD COLUMN (.*);/g)) {
      const [name, sqlType] = line.split(' ');
      const hasDefault = /\bDEFAULT\b/.test(line);
      tables
        .get(table)
        .push({ name, type: typeOf(name, sqlType, line), nullable: !/NOT NULL/.test(line), hasDefault });
    }
    // A table made anew under another name takes the place of the old one.
    for (const [, made, name] of sql.matchAll(/ALTER TABLE (\w+) RENAME TO (\w+);/g)) {
      tables.set(name, tables.get(made));
      tables.delete(made);
    }
  }
  return tables;
}

/** The text of electron/db/schema.ts. */
export function schemaTypes() {
  const tables = tableColumns();
  let text = '// Written by scripts/schema-types.mjs from the migrations. Do not edit by hand.\n';
  text +=
    "import type { ClockTime } from '@shared/clock-time';\nimport type { IsoDay } from '@shared/dates';\nimport type { Pence } from '@shared/money';\n";
  for (const [table, columns] of tables) {
    text += `\nexport type ${pascal(table)}Row = {\n`;
    for (const { name, type, nullable } of columns)
      text += columnText(name, nullable ? [...type, 'null'] : type);
    text += '};\n';
  }
  text += '\n/** Every table of the workspace, by name. */\nexport type WorkspaceSchema = {\n';
  for (const table of tables.keys()) text += `  ${table}: ${pascal(table)}Row;\n`;
  return `${text}};\n`;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop()))
  writeFileSync(target, schemaTypes());
