import { posix } from 'node:path';
import { parseSync } from 'vite';
import {
  packageRules,
  sharedPackages,
  sqlAllowed,
  sqlBeginnings,
  sqlBuilders,
  zones,
} from './boundary-rules.mjs';

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.json', '.css', '.d.ts'];

/** The zone a path belongs to, or undefined. */
export function zoneOf(path) {
  return zones.find((zone) => zone.files.test(path));
}

/**
 * Checks every import of the given sources against the rules of the house.
 * `sources` maps a path from the root, with forward slashes, to its text; `others` holds paths that may be imported but are
 * not read (JSON, CSS). Gives back one sentence per fault, each beginning with the place.
 */
export function checkBoundaries(sources, others = new Set()) {
  const exists = (path) => sources.has(path) || others.has(path);
  const faults = [];
  for (const [path, text] of sources) {
    const zone = zoneOf(path);
    if (zone === undefined) {
      faults.push(`${path}: no rule says what this file may import. Put it in a folder that has one.`);
      continue;
    }
    if (/(^|\/)index\.tsx?$/.test(path)) faults.push(`${path}: a barrel file; import from the file itself.`);
    const { module, program, errors } = parseSync(path, text);
    if (errors.length > 0) {
      faults.push(`${path}: can’t be read: ${errors[0].message}`);
      continue;
    }
    for (const wanted of importsOf(module, program)) {
      const fault = faultOf(path, zone, wanted, exists);
      if (fault !== undefined) faults.push(`${path}: ${fault}`);
    }
    if (sqlAllowed.test(path) && !sqlBuilders.test(path) && buildsSql(program))
      faults.push(`${path}: puts SQL together from pieces; values go in as parameters.`);
    if (
      path.startsWith('electron/') &&
      !sqlAllowed.test(path) &&
      textsOf(program).some((one) => sqlBeginnings.test(one))
    )
      faults.push(`${path}: holds SQL; only electron/db may.`);
  }
  return faults;
}

function faultOf(path, zone, wanted, exists) {
  const specifier = wanted.replace(/\?\w+$/, '');
  const target = targetOf(path, specifier);
  if (target === undefined) return packageFault(path, zone, specifier);
  const found = ENDINGS.map((ending) => target + ending).find(exists);
  if (found === undefined)
    return path.startsWith('test/') ? undefined : `imports ${wanted}, which is not there.`;
  const targetZone = zoneOf(found);
  if (targetZone === undefined) return `imports ${wanted}, which belongs to no zone.`;
  const side = (file) => file.split('/')[0];
  if (specifier.startsWith('.') && side(found) === 'shared' && side(path) !== 'shared')
    return `imports ${wanted}; say @shared/… from outside shared.`;
  if (!zone.may.includes('*') && !zone.may.includes(targetZone.name))
    return `imports ${found}; ${zone.name} may not import ${targetZone.name}.`;
  if (zone.apart && targetZone === zone && zone.files.exec(path)?.[1] !== zone.files.exec(found)?.[1])
    return `imports ${found}; a feature never imports another.`;
  return undefined;
}

/** The path inside the house that an import names, or undefined for a package. */
function targetOf(path, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  const alias = /^@(shared|resources)\/(.*)$/.exec(specifier);
  return alias === null ? undefined : `${alias[1]}/${alias[2]}`;
}

function packageFault(path, zone, name) {
  if (zone.name === 'test') return undefined;
  if (path.startsWith('shared/') && !sharedPackages.test(name)) return `imports ${name}; shared is pure.`;
  const rule = packageRules.find((one) => one.packages.test(name));
  return rule === undefined || rule.only.test(path) ? undefined : `imports ${name}; ${rule.why}.`;
}

/** Everything a module imports: static, re-exported, dynamic, required, and types named by import('…'). */
function importsOf(module, program) {
  const names = new Set();
  for (const one of module.staticImports) names.add(one.moduleRequest.value);
  for (const one of module.staticExports)
    for (const entry of one.entries) if (entry.moduleRequest) names.add(entry.moduleRequest.value);
  walk(program, (node) => {
    if (node.type === 'ImportExpression') addLiteral(names, node.source);
    if (node.type === 'TSImportType') addLiteral(names, node.source ?? node.argument);
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require')
      addLiteral(names, node.arguments[0]);
  });
  return names;
}

function addLiteral(names, node) {
  const literal = node?.type === 'TSLiteralType' ? node.literal : node;
  if (typeof literal?.value === 'string') names.add(literal.value);
}

/** Whether SQL is put together from pieces: a template with gaps that no tag fills safely, a sum of texts, or Kysely's `raw`. */
function buildsSql(program) {
  const tagged = new Set();
  walk(program, (node) => {
    if (node.type === 'TaggedTemplateExpression') tagged.add(node.quasi);
  });
  const isSql = (text) => sqlBeginnings.test(text);
  let found = false;
  walk(program, (node) => {
    if (node.type === 'TemplateLiteral' && node.expressions.length > 0 && !tagged.has(node))
      found ||= isSql(node.quasis.map((quasi) => quasi.value.cooked ?? '').join(' x '));
    if (node.type === 'BinaryExpression' && node.operator === '+')
      found ||= typeof node.left.value === 'string' && isSql(`${node.left.value} x from x set x into x`);
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
      found ||=
        /^(raw|sql)$/.test(node.callee.object.name ?? '') &&
        /^(raw|lit)$/.test(node.callee.property.name ?? '');
  });
  return found;
}

/** Every text in a program, from plain strings and from templates with their gaps left open. */
function textsOf(program) {
  const texts = [];
  walk(program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    if (node.type === 'TemplateLiteral')
      texts.push(node.quasis.map((quasi) => quasi.value.cooked ?? '').join(' ? '));
  });
  return texts;
}

function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') visit(node);
  for (const value of Object.values(node))
    if (value !== null && typeof value === 'object') walk(value, visit);
}
