import { dayFromParts, type IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { ok, type Result, refused } from '@shared/result';
import { accountOf, cleanCell, readMoney } from './cells';
import { lineCounter, unescapeText } from './html-rows';
import { MOST_LINES } from './rows';
import {
  type AccountLine,
  accountKey,
  type FoundLines,
  type StatementAccount,
  type StatementNote,
  type StatementProblem,
} from './statement';

type Tag = {
  readonly name: string;
  readonly closes: boolean;
  /** What stands between this tag and the next. */
  readonly text: string;
  readonly line: number;
};

/** Every tag with the text behind it. Version 1 leaves closing tags out, so nothing here relies on them. */
function* tagsOf(whole: string): Generator<Tag> {
  const pattern = /<(\/?)([A-Za-z][A-Za-z0-9._]*)[^<>]{0,500}>/g;
  const lineAt = lineCounter(whole);
  let found = pattern.exec(whole);
  while (found !== null) {
    const next = pattern.exec(whole);
    const from = found.index + found[0].length;
    const text = whole.slice(from, Math.min(next?.index ?? whole.length, from + 1_000));
    yield {
      name: (found[2] ?? '').toUpperCase(),
      closes: found[1] === '/',
      text: cleanCell(unescapeText(text)),
      line: lineAt(found.index),
    };
    found = next;
  }
}

/** `20261102`, `20261102120000`, `20261102120000.000[0:GMT]`: the day as the bank wrote it. */
function ofxDay(text: string): IsoDay | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:\D|\d{2}|$)/.exec(text);
  const day = match === null ? undefined : dayFromParts(Number(match[1]), Number(match[2]), Number(match[3]));
  return day?.ok ? day.value : undefined;
}

/** Amounts may have a decimal comma. */
function ofxMoney(text: string): Result<Pence, StatementProblem> {
  return readMoney(/^[+-]?\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text, 'TRNAMT');
}

type Fields = Map<string, string>;

function readTransaction(
  fields: Fields,
  line: number,
  account: StatementAccount | undefined,
): Result<AccountLine, StatementProblem> {
  const posted = fields.get('DTPOSTED') ?? '';
  const date = ofxDay(posted);
  if (date === undefined) return refused('statement.bad-date', { line, text: posted.slice(0, 40) });
  const text = fields.get('TRNAMT') ?? '';
  if (text === '') return refused('statement.amount-missing', { line, column: 'TRNAMT' });
  const amount = ofxMoney(text);
  if (!amount.ok) return refused(amount.code, { line, ...amount.details });
  const name = fields.get('NAME') ?? fields.get('PAYEE.NAME') ?? '';
  const memo = fields.get('MEMO') ?? '';
  const type = fields.get('TRNTYPE') ?? '';
  const words = memo === '' || name.includes(memo) ? name : memo.startsWith(name) ? memo : `${name} ${memo}`;
  const cheque = fields.get('CHECKNUM') ?? '';
  const description = words === '' ? [type, cheque].filter((part) => part !== '').join(' ') : words;
  const bankId = fields.get('FITID') ?? '';
  return ok({
    date,
    amount: amount.value,
    description,
    ...(type === '' ? {} : { type }),
    ...(bankId === '' ? {} : { bankId }),
    line,
    ...(account === undefined ? {} : { account }),
  });
}

/** One account's part of the file. */
type Part = {
  readonly fields: Fields;
  readonly lines: { readonly fields: Fields; readonly line: number }[];
};

/** The groups that hold fields of their own; a field is kept as `GROUP.FIELD` where it means another thing outside. */
const GROUPS = new Set([
  'BANKACCTTO',
  'CCACCTTO',
  'LEDGERBAL',
  'AVAILBAL',
  'PAYEE',
  'CURRENCY',
  'ORIGCURRENCY',
  'BAL',
]);
const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS']);

function partsOf(text: string): Result<readonly Part[], StatementProblem> {
  const parts: Part[] = [];
  let part: Part | undefined;
  let transaction: Fields | undefined;
  let group = '';
  let count = 0;
  for (const { name, closes, text: value, line } of tagsOf(text)) {
    if (STATEMENTS.has(name)) {
      transaction = undefined;
      group = '';
      part = closes ? undefined : { fields: new Map(), lines: [] };
      if (part !== undefined) parts.push(part);
    } else if (name === 'STMTTRN') {
      group = '';
      transaction = closes ? undefined : new Map();
      if (transaction !== undefined) {
        count += 1;
        if (count > MOST_LINES) return refused('statement.too-many-lines', { most: MOST_LINES });
        // A file without its frame is still one account's.
        if (part === undefined) {
          part = { fields: new Map(), lines: [] };
          parts.push(part);
        }
        part.lines.push({ fields: transaction, line });
      }
    } else if (name === 'BANKTRANLIST' || name === 'BANKACCTFROM' || name === 'CCACCTFROM') {
      transaction = undefined;
      group = '';
    } else if (GROUPS.has(name)) {
      if (name.endsWith('BAL')) transaction = undefined;
      group = closes ? '' : `${name}.`;
    } else if (!closes && value !== '') {
      const fields = transaction ?? part?.fields;
      if (fields !== undefined && !fields.has(group + name)) fields.set(group + name, value);
    }
  }
  return ok(parts);
}

/** The text with what stands in CDATA written as any other text. */
function withoutCdata(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let open = text.indexOf('<![CDATA['); open !== -1; open = text.indexOf('<![CDATA[', from)) {
    const end = text.indexOf(']]>', open);
    if (end === -1) break;
    pieces.push(text.slice(from, open), text.slice(open + 9, end).replaceAll('<', '&lt;'));
    from = end + 3;
  }
  return pieces.join('') + text.slice(from);
}

/**
 * Reads OFX, version 1 (SGML, tags without ends) and 2 (XML): every account's payments and the balance after them. A
 * balance of a later day than the file's last says nothing about its payments; it is told and left out.
 */
export function readOfx(whole: string): Result<FoundLines, StatementProblem> {
  const text = withoutCdata(whole);
  const parts = partsOf(text);
  if (!parts.ok) return parts;
  const lines: AccountLine[] = [];
  const notes: StatementNote[] = [];
  const closings = new Map<string, Pence>();
  for (const { fields, lines: found } of parts.value) {
    const currency = fields.get('CURDEF') ?? 'GBP';
    if (currency.toUpperCase() !== 'GBP')
      return refused('statement.other-currency', {
        line: found[0]?.line ?? 1,
        currency: currency.slice(0, 10),
      });
    const account = accountOf(fields.get('BANKID') ?? '', fields.get('ACCTID') ?? '', '');
    let last: IsoDay | undefined;
    for (const { fields: one, line } of found) {
      const read = readTransaction(one, line, account);
      if (!read.ok) return read;
      lines.push(read.value);
      if (last === undefined || read.value.date > last) last = read.value.date;
    }
    const balance = fields.get('LEDGERBAL.BALAMT');
    if (balance === undefined) continue;
    const closing = ofxMoney(balance);
    if (!closing.ok) return refused('statement.bad-balance', { line: 1, ...closing.details });
    const asOf = ofxDay(fields.get('LEDGERBAL.DTASOF') ?? '');
    const end = ofxDay(fields.get('DTEND') ?? '');
    const covered = end !== undefined && (last === undefined || end > last) ? end : last;
    const tooEarly = asOf !== undefined && last !== undefined && asOf < last;
    const tooLate = asOf !== undefined && end !== undefined && covered !== undefined && asOf > covered;
    if (tooEarly || tooLate)
      notes.push({ code: 'statement.balance-of-other-day', values: { date: asOf, to: covered ?? asOf } });
    else closings.set(accountKey(account), closing.value);
  }
  return ok({ layout: 'ofx', order: 'oldest-first', lines, closings, notes });
}
