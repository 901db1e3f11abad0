import type { WorkerRow } from '../db/schema';
import { words } from './erasure-words';

/** How a person is found in texts: what can only be them, and what may be them. */
export type PersonTerms = { readonly sure: RegExp; readonly perhaps: RegExp | undefined };

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
/** What may stand between the parts of one name. */
const GAP = '[\\s,._-]+';

function quoted(text: string): string {
  return text
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’‘`]/g, "['’‘` ]?")
    .replace(/[-–]/g, '[-– ]?');
}

/** The parts of a name that are long enough to be told from other words. */
function partsOf(name: string): string[] {
  return name.split(/[\s,]+/).filter((part) => [...part].length >= 2);
}

/** Figures as people write them, with or without gaps. */
function figures(text: string): string | undefined {
  const plain = text.replace(/[\s()-]/g, '');
  return plain.length < 6 ? undefined : [...plain].map(quoted).join('[\\s()-]?');
}

function together(...parts: readonly string[]): string {
  return parts.map(quoted).join(GAP);
}

function namesOf(worker: WorkerRow): string[] {
  const first = partsOf(worker.first_names);
  const called = [...new Set([...first, ...partsOf(worker.known_as)])];
  const last = worker.last_name.trim();
  const whole = [worker.first_names, worker.bank_name_on_account, worker.emergency_name]
    .map((name) => name.trim())
    .filter((name) => /\s/.test(name))
    .map((name) => together(...name.split(/\s+/)));
  if (last === '') return whole;
  const lastParts = last.split(/\s+/);
  const pairs = called.flatMap((one) => [together(one, ...lastParts), together(...lastParts, one)]);
  const initials = [...new Set(called.map((one) => [...one][0] ?? ''))].flatMap((initial) => [
    `${quoted(initial)}[\\s,._-]*${together(...lastParts)}`,
    together(...lastParts, initial),
  ]);
  const all = [together(...first, ...lastParts), together(...lastParts, ...first)];
  return [...all, ...pairs, ...whole, ...initials];
}

/**
 * The texts that stand for a PA. Sure: the name with its surname, numbers, addresses. Perhaps: one part of the name alone,
 * where nobody else of the household has it.
 */
export function termsOf(worker: WorkerRow, others: readonly string[]): PersonTerms {
  const spelled = [
    ...namesOf(worker),
    ...[worker.email, worker.address_line_1]
      .map((text) => text.trim())
      .filter((text) => text.length >= 6)
      .map(quoted),
    ...[worker.ni_number, worker.phone, worker.account_number, worker.emergency_phone].flatMap(
      (text) => figures(text) ?? [],
    ),
  ];
  const longestFirst = [...new Set(spelled)].sort((a, b) => b.length - a.length);
  const taken = new Set(others.flatMap((name) => partsOf(name.toLocaleLowerCase('en-GB'))));
  const single = [
    ...new Set([...partsOf(worker.first_names), ...partsOf(worker.known_as), ...partsOf(worker.last_name)]),
  ].filter((part) => [...part].length >= 3 && !taken.has(part.toLocaleLowerCase('en-GB')));
  return {
    sure: new RegExp(`${BEFORE}(?:${longestFirst.join('|') || '(?!)'})${AFTER}`, 'giu'),
    perhaps:
      single.length === 0
        ? undefined
        : new RegExp(`${BEFORE}(?:${single.map(quoted).join('|')})${AFTER}`, 'giu'),
  };
}

export function holds(pattern: RegExp | undefined, text: string): boolean {
  if (pattern === undefined) return false;
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** The words around the first place that fits. */
export function wordsAround(pattern: RegExp, text: string): string {
  pattern.lastIndex = 0;
  const at = pattern.exec(text)?.index ?? 0;
  const from = Math.max(0, at - 40);
  const part = text
    .slice(from, at + 80)
    .replace(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${part}${text.length > at + 80 ? ' …' : ''}`;
}

/** A text without the person. */
export function without(patterns: readonly (RegExp | undefined)[], text: string): string {
  return patterns.reduce<string>(
    (rest, pattern) => (pattern === undefined ? rest : rest.replace(pattern, words.removed)),
    text,
  );
}

/** A word of the program, such as a kind or a state: never a person's. */
const CODE = /^(?=.*[a-z])[a-z0-9]+(?:[-:.][a-z0-9]+)*$/;

/** Calls `each` with every text inside a JSON value that is not a code of the program, and puts its answer in its place. */
function mapTexts(value: unknown, each: (text: string) => string): unknown {
  if (typeof value === 'string') return CODE.test(value) ? value : each(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, each)]));
  return value;
}

/** Every such text of a stored JSON text, as one text to be searched. */
export function textsOfJson(json: string): string {
  const found: string[] = [];
  mapTexts(JSON.parse(json), (text) => {
    found.push(text);
    return text;
  });
  return found.join('\n');
}

/** A stored JSON text without the person. */
export function jsonWithout(patterns: readonly (RegExp | undefined)[], json: string): string {
  return JSON.stringify(mapTexts(JSON.parse(json), (text) => without(patterns, text)));
}

/** Whether the bytes of a text file name the person, in any of the ways banks write them. */
export function bytesHold(pattern: RegExp, bytes: Uint8Array): boolean {
  return ['utf-8', 'windows-1252', 'utf-16le'].some((encoding) =>
    holds(pattern, new TextDecoder(encoding).decode(bytes)),
  );
}

/** Which keys of a sealed return hold what somebody wrote. */
const KEYS_OF_WORDS = new Set(['description', 'payee', 'detail', 'reason', 'answer', 'note']);
/** Parts of it that say whose return it is. */
const KEPT_KEYS = new Set(['profile', 'signers', 'signed', 'sections']);
const LISTS_OF_FILES = new Set(['evidence', 'files', 'missing']);

/** A sealed return without its files and, unless its words are kept, without what was written in it. Figures and days stay. */
export function figuresAlone(value: unknown, keepWords: boolean, key = ''): unknown {
  if (typeof value === 'string')
    return KEYS_OF_WORDS.has(key) && !keepWords ? mapTexts(value, () => words.removed) : value;
  if (Array.isArray(value)) return value.map((one) => figuresAlone(one, keepWords, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      KEPT_KEYS.has(name)
        ? one
        : LISTS_OF_FILES.has(name) && Array.isArray(one)
          ? []
          : figuresAlone(one, keepWords, name),
    ]),
  );
}

/** A JSON value without the parts of lists that name an id: a step of a plan, a change of a what-if. */
export function withoutId(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.filter((one) => !pointsTo(one, id)).map((one) => withoutId(one, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutId(one, id)]));
}

function pointsTo(value: unknown, id: string): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value === id;
  return Object.values(value).includes(id);
}
