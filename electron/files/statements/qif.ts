import { dayFromParts, type IsoDay } from '@shared/dates';
import type { Pence } from '@shared/money';
import { ok, type Result, refused } from '@shared/result';
import { accountOf, cleanCell, readMoney } from './cells';
import { MOST_LINES, textLines } from './rows';
import type { AccountLine, FoundLines, StatementAccount, StatementProblem } from './statement';

type Entry = {
  readonly fields: Map<string, string>;
  readonly line: number;
  readonly account: string;
};

/** The sections that hold payments of an account; others hold lists of names. */
const PAYMENTS = /^!type:\s*(bank|cash|ccard|oth a|oth l)\b/i;

function entriesOf(text: string): Result<readonly Entry[], StatementProblem> {
  const entries: Entry[] = [];
  let section: 'payments' | 'account' | 'other' = 'other';
  let account = '';
  let fields = new Map<string, string>();
  let from = 0;
  const end = (): void => {
    if (section === 'payments' && fields.size > 0) entries.push({ fields, line: from, account });
    if (section === 'account') account = fields.get('N') ?? account;
    fields = new Map();
  };
  let number = 0;
  for (const raw of textLines(text)) {
    number += 1;
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('!')) {
      end();
      if (/^!type:\s*invst/i.test(line)) return refused('statement.is-other-format', { format: 'invst' });
      if (/^!account/i.test(line)) section = 'account';
      else if (/^!type/i.test(line)) section = PAYMENTS.test(line) ? 'payments' : 'other';
      continue;
    }
    if (line === '^') {
      end();
      if (entries.length > MOST_LINES) return refused('statement.too-many-lines', { most: MOST_LINES });
      continue;
    }
    if (fields.size === 0) from = number;
    const key = line[0] ?? '';
    if (section === 'payments' && !/[A-Z$%]/i.test(key))
      return refused('statement.line-not-understood', { line: number });
    // Of the parts of a split only the whole counts, which stands before them.
    if (!fields.has(key)) fields.set(key, cleanCell(line.slice(1)));
  }
  end();
  return ok(entries);
}

type Parts = readonly [number, number, number];

/** `1/2/2026`, `01/02/26`, `1/2'26`, `2026-02-01`: three numbers, the year first only where it has four figures. */
function numbersOf(text: string): { readonly parts: Parts; readonly yearFirst: boolean } | undefined {
  const plain = text.replace(/ /g, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso !== null) return { parts: [Number(iso[1]), Number(iso[2]), Number(iso[3])], yearFirst: true };
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.'](\d{4}|\d{2})$/.exec(plain);
  if (match === null) return undefined;
  const year = Number(match[3]) + ((match[3] ?? '').length === 2 ? 2000 : 0);
  return { parts: [Number(match[1]), Number(match[2]), year], yearFirst: false };
}

/** Which comes first, the day or the month: told by a number above 12, else by the person. */
function dayOrder(
  entries: readonly Entry[],
  asked: 'dmy' | 'mdy' | undefined,
): Result<'dmy' | 'mdy', StatementProblem> {
  let dayFirst = false;
  let monthFirst = false;
  let differs = false;
  for (const { fields } of entries) {
    const found = numbersOf(fields.get('D') ?? '');
    if (found === undefined || found.yearFirst) continue;
    if (found.parts[0] > 12) dayFirst = true;
    if (found.parts[1] > 12) monthFirst = true;
    if (found.parts[0] !== found.parts[1]) differs = true;
  }
  if (asked !== undefined) return ok(asked);
  if (dayFirst || monthFirst || !differs) return ok(monthFirst && !dayFirst ? 'mdy' : 'dmy');
  const example = entries.find(({ fields }) => {
    const found = numbersOf(fields.get('D') ?? '');
    return found !== undefined && !found.yearFirst && found.parts[0] !== found.parts[1];
  });
  return refused('statement.day-order', { text: (example?.fields.get('D') ?? '').slice(0, 20) });
}

function dayOf(text: string, order: 'dmy' | 'mdy'): IsoDay | undefined {
  const found = numbersOf(text);
  if (found === undefined) return undefined;
  const [a, b, c] = found.parts;
  const day = found.yearFirst
    ? dayFromParts(a, b, c)
    : order === 'dmy'
      ? dayFromParts(c, b, a)
      : dayFromParts(c, a, b);
  return day.ok ? day.value : undefined;
}

/** Reads QIF. It has no order of days and months of its own: refused with `statement.day-order` where it can't be told. */
export function readQif(
  text: string,
  asked: 'dmy' | 'mdy' | undefined,
): Result<FoundLines, StatementProblem> {
  const entries = entriesOf(text);
  if (!entries.ok) return entries;
  const order = dayOrder(entries.value, asked);
  if (!order.ok) return order;
  const lines: AccountLine[] = [];
  let opening: Pence | undefined;
  for (const [index, { fields, line, account: name }] of entries.value.entries()) {
    const written = fields.get('D') ?? '';
    const date = dayOf(written, order.value);
    if (date === undefined) return refused('statement.bad-date', { line, text: written.slice(0, 40) });
    const money = fields.get('T') ?? fields.get('U') ?? '';
    if (money === '') return refused('statement.amount-missing', { line, column: 'T' });
    const amount = readMoney(money, 'T');
    if (!amount.ok) return refused(amount.code, { line, ...amount.details });
    const payee = fields.get('P') ?? '';
    // By QIF's own rule the first entry may be what was there before.
    if (index === 0 && payee.toLowerCase() === 'opening balance') {
      opening = amount.value;
      continue;
    }
    const memo = fields.get('M') ?? '';
    const number = fields.get('N') ?? '';
    const words = [payee, memo === payee ? '' : memo].filter((part) => part !== '').join(' ');
    const account: StatementAccount | undefined = accountOf(
      '',
      /^[\d -]{6,18}$/.test(name) ? name : '',
      name,
    );
    lines.push({
      date,
      amount: amount.value,
      description: words === '' ? number : words,
      ...(number === '' ? {} : { type: number }),
      line,
      ...(account === undefined ? {} : { account }),
    });
  }
  return ok({
    layout: 'qif',
    order: 'oldest-first',
    lines,
    ...(opening === undefined ? {} : { opening }),
    notes: [],
  });
}
