import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** The words of one file: each is a sentence or more, a heading, a label. What is filled in later reads as “5”. */
export type FileWords = { readonly file: string; readonly words: readonly string[] };

type Node = { readonly type: string; readonly [part: string]: unknown };

/** Letters and a space, or one word with a capital: a code, a path or a key is neither. */
function isForPeople(text: string): boolean {
  return /\p{L}{2}.*\s.*\p{L}/su.test(text) || /^\p{Lu}\p{Ll}+[.?!]?$/u.test(text);
}

const NOT_WORDS = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'TSTypeAliasDeclaration',
  'TSTypeAnnotation',
  'TSInterfaceDeclaration',
  'TSTypeParameterInstantiation',
  'TSAsExpressionType',
]);

function stringsOf(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const one of node) stringsOf(one, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const here = node as Node;
  if (NOT_WORDS.has(here.type)) return;
  if (here.type === 'Literal' && typeof here['value'] === 'string') found.push(here['value']);
  if (here.type === 'TemplateLiteral') {
    const quasis = here['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    found.push(quasis.map((part) => part.value.cooked).join('5'));
  }
  for (const [name, part] of Object.entries(here)) {
    // The name of a property is for the program; what it compares with and looks up is too.
    if (here.type === 'Property' && name === 'key') continue;
    if (here.type === 'BinaryExpression' && String(here['operator']).includes('==')) continue;
    if (here.type === 'SwitchCase' && name === 'test') continue;
    if (here.type === 'MemberExpression' && name === 'property') continue;
    if (['TSAsExpression', 'TSSatisfiesExpression'].includes(here.type) && name === 'typeAnnotation')
      continue;
    if (name !== 'type' && name !== 'start' && name !== 'end') stringsOf(part, found);
  }
}

function stringsOfJson(value: unknown, found: string[]): void {
  if (typeof value === 'string') found.push(value.replace(/\{[^}]*\}/g, '5'));
  else if (Array.isArray(value)) for (const one of value) stringsOfJson(one, found);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value))
      if (!['id', 'words', 'source', 'sources'].includes(name)) stringsOfJson(part, found);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every word that a person can meet: of the window, of help and of the papers. */
export function allWords(): FileWords[] {
  return ['renderer/text', 'resources/help', 'resources/documents'].flatMap(filesIn).map((file) => {
    const found: string[] = [];
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.json')) stringsOfJson(JSON.parse(text), found);
    else stringsOf(parseSync(file, text).program, found);
    return { file, words: found.map((one) => one.replace(/\s+/g, ' ').trim()).filter(isForPeople) };
  });
}
