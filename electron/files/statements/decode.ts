import { ok, type Result, refused } from '@shared/result';

export type DecodeProblem =
  | 'statement.empty'
  | 'statement.too-large'
  | 'statement.is-pdf'
  | 'statement.is-spreadsheet'
  | 'statement.is-zip'
  | 'statement.is-web-page'
  | 'statement.is-other-format'
  | 'statement.is-not-text';

export type DecodedText = {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
};

/** The largest statement file read: 50 MB. */
export const LARGEST_STATEMENT_BYTES = 50 * 1024 * 1024;

function startsWith(bytes: Uint8Array, ...first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without a mark: text of plain letters has a zero in every second place. */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 400);
  if (length < 8) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) evenZeros += 1;
    if (bytes[index + 1] === 0) oddZeros += 1;
  }
  const pairs = length / 2;
  if (oddZeros > pairs * 0.9 && evenZeros === 0) return 'utf-16le';
  if (evenZeros > pairs * 0.9 && oddZeros === 0) return 'utf-16be';
  return undefined;
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  }
  const utf16 = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : looksLikeUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Banks that do not write UTF-8 write the Windows set of Western Europe, where £ is one byte.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** What a text is, by how it begins. */
export type TextKind = 'table' | 'html' | 'ofx' | 'qif';

/** Tells what a text is by how it begins, never by its name. Refuses other kinds of file. */
export function kindOf(text: string): Result<TextKind, DecodeProblem> {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start.startsWith('{\\rtf')) return refused('statement.is-not-text');
  if (/^!(type|account|option|clear)/.test(start)) return ok('qif');
  if (/^ofxheader[ :]/.test(start)) return ok('ofx');
  if (!start.startsWith('<')) return ok('table');
  if (/<\?ofx|<ofx>|ofxheader/.test(start)) return ok('ofx');
  if (/<(!doctype html|html|head|body|table|meta|style|div)\b/.test(start)) return ok('html');
  return refused('statement.is-other-format', { format: 'xml' });
}

/**
 * Turns the bytes of a statement file into text: UTF-8 with or without a mark, UTF-16, or Windows-1252.
 * Refuses what is not a text file, by what it is rather than by its name.
 */
export function decodeStatement(bytes: Uint8Array): Result<DecodedText, DecodeProblem> {
  if (bytes.length === 0) return refused('statement.empty');
  if (bytes.length > LARGEST_STATEMENT_BYTES) {
    return refused('statement.too-large', { megabytes: LARGEST_STATEMENT_BYTES / 1024 / 1024 });
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refused('statement.is-pdf');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('statement.is-spreadsheet');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4000));
    return refused(
      /\[Content_Types\]|xl\/|mimetype/.test(start) ? 'statement.is-spreadsheet' : 'statement.is-zip',
    );
  }
  const decoded = decodeBytes(bytes);
  const text = decoded.text.replace(/^\ufeff/, '');
  if (text.trim() === '') return refused('statement.empty');
  // Control characters other than tab, line feed, form feed and carriage return never stand in a bank's text file.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  if (/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)) return refused('statement.is-not-text');
  return ok({ text, encoding: decoded.encoding });
}
