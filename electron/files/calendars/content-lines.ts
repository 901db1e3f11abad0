import { ok, type Result, refused } from '@shared/result';

/** The largest calendar file that is read, and the most lines and depth in it: far more than a person's calendar has. */
const MOST_BYTES = 5_000_000;
const MOST_LINES = 200_000;
const MOST_PARAMETERS = 50;

export type IcsTextProblem =
  | 'calendar.empty'
  | 'calendar.too-large'
  | 'calendar.too-many-lines'
  | 'calendar.not-utf-8'
  | 'calendar.not-a-calendar'
  | 'calendar.broken-line';

/** One property of the file, folded lines put together. */
export type ContentLine = {
  /** In capitals: `DTSTART`. */
  readonly name: string;
  /** By name in capitals; the first value of each. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** The line of the file it begins on, from 1. */
  readonly line: number;
};

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

type Unfolded = { readonly text: string; readonly line: number };

/**
 * The properties of a calendar file in order (RFC 5545 section 3.1). Folded lines are put together as bytes, since a fold
 * may lie inside a letter. The work grows with the size of the file and no faster.
 */
export function contentLines(bytes: Uint8Array): Result<readonly ContentLine[], IcsTextProblem> {
  if (bytes.length === 0) return refused('calendar.empty');
  if (bytes.length > MOST_BYTES)
    return refused('calendar.too-large', { bytes: bytes.length, most: MOST_BYTES });
  const unfolded = unfold(bytes);
  if (!unfolded.ok) return unfolded;
  if (unfolded.value.length === 0) return refused('calendar.empty');
  if (unfolded.value[0]?.text.trim().toUpperCase() !== 'BEGIN:VCALENDAR')
    return refused('calendar.not-a-calendar');
  const lines: ContentLine[] = [];
  for (const each of unfolded.value) {
    const read = readLine(each);
    if (read === null) return refused('calendar.broken-line', { line: each.line });
    lines.push(read);
  }
  return ok(lines);
}

function unfold(bytes: Uint8Array): Result<readonly Unfolded[], IcsTextProblem> {
  // Folds are taken out into a copy; what is left is cut at its line ends, each with its place in the file.
  const kept = new Uint8Array(bytes.length);
  const cuts: { readonly from: number; readonly line: number }[] = [];
  let length = 0;
  let line = 0;
  let at = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
  while (at < bytes.length) {
    line += 1;
    if (line > MOST_LINES) return refused('calendar.too-many-lines', { most: MOST_LINES });
    const feed = bytes.indexOf(LINE_FEED, at);
    const next = feed === -1 ? bytes.length : feed + 1;
    let end = feed === -1 ? bytes.length : feed;
    if (end > at && bytes[end - 1] === CARRIAGE_RETURN) end -= 1;
    const goesOn = cuts.length > 0 && (bytes[at] === SPACE || bytes[at] === TAB);
    if (!goesOn) cuts.push({ from: length, line });
    const piece = bytes.subarray(goesOn ? at + 1 : at, end);
    kept.set(piece, length);
    length += piece.length;
    at = next;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const unfolded: Unfolded[] = [];
  for (const [index, cut] of cuts.entries()) {
    const piece = kept.subarray(cut.from, cuts[index + 1]?.from ?? length);
    if (piece.includes(0)) return refused('calendar.not-a-calendar', { line: cut.line });
    try {
      const text = decoder.decode(piece);
      if (text.trim() !== '') unfolded.push({ text, line: cut.line });
    } catch {
      return refused('calendar.not-utf-8', { line: cut.line });
    }
  }
  return ok(unfolded);
}

/** Reads `NAME;PARAMETER=value:value` letter by letter; null when it is not one. Quotes keep `;`, `:` and `,` together. */
function readLine({ text, line }: Unfolded): ContentLine | null {
  const nameEnd = text.search(/[;:]/);
  if (nameEnd < 1) return null;
  const name = text.slice(0, nameEnd).toUpperCase();
  if (!/^[A-Z0-9.-]+$/.test(name)) return null;
  const parameters = new Map<string, string>();
  let at = nameEnd;
  while (text[at] === ';') {
    const equals = text.indexOf('=', at);
    const colon = text.indexOf(':', at);
    if (equals === -1 || (colon !== -1 && colon < equals) || parameters.size >= MOST_PARAMETERS) return null;
    const key = text.slice(at + 1, equals).toUpperCase();
    let end = equals + 1;
    let quoted = false;
    while (end < text.length && (quoted || (text[end] !== ';' && text[end] !== ':'))) {
      if (text[end] === '"') quoted = !quoted;
      end += 1;
    }
    if (quoted || end >= text.length) return null;
    if (!parameters.has(key)) parameters.set(key, text.slice(equals + 1, end).replaceAll('"', ''));
    at = end;
  }
  return { name, parameters, value: text.slice(at + 1), line };
}

/** The words of a text value: escapes undone, line ends and marks that show nothing made spaces, at most `most` letters. */
export function textValue(value: string, most: number): string {
  const text = value
    .slice(0, most * 8)
    .replace(/\\([\\;,nN])/g, (_whole, mark: string) => (mark === 'n' || mark === 'N' ? ' ' : mark))
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const letters = [...text];
  return letters.length <= most ? text : letters.slice(0, most).join('').trim();
}
