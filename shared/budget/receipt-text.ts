import { addYears, dayFromParts, type IsoDay } from '../dates';
import { type Pence, parsePence } from '../money';

/** What the text of a receipt seems to say. Suggestions for a person to look at, never facts. */
export type ReceiptText = {
  readonly day: IsoDay | null;
  readonly total: Pence | null;
  /** Empty where nothing looks like a name. */
  readonly supplier: string;
  readonly kind: ReceiptTextKind | null;
};

export type ReceiptTextKind = 'receipt' | 'invoice' | 'cash-slip' | 'letter' | 'timesheet';

/**
 * Reads day, total, supplier and kind from the text of a receipt or an invoice as British shops and firms lay them out.
 * `today` bounds the day: a receipt is not from the future, nor from more than ten years ago.
 */
export function readReceiptText(text: string, today: IsoDay): ReceiptText {
  const lines = text
    .slice(0, LONGEST)
    .split(/\r?\n/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
  return {
    day: dayOf(lines, today),
    total: totalOf(lines),
    supplier: supplierOf(lines),
    kind: kindOf(lines),
  };
}

/** Past this a text is no receipt; what is before it is enough. */
const LONGEST = 40_000;

// ── The day ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const AFTER_DAY = '(?:st|nd|rd|th)?';

const DAYS: readonly {
  readonly form: RegExp;
  readonly parts: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'];
}[] = [
  { form: /\b(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gi, parts: ['y', 'm', 'd'] },
  { form: /(?<![\d.])(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?((?:20)?\d\d)(?![\d])/gi, parts: ['d', 'm', 'y'] },
  {
    form: new RegExp(
      `(?<!\\d)(\\d{1,2})${AFTER_DAY}[ -/]?(?:of )?${MONTH}[ ,.'’/-]*((?:20)?\\d\\d)(?!\\d)`,
      'gi',
    ),
    parts: ['d', 'm', 'y'],
  },
  {
    form: new RegExp(`\\b${MONTH} (\\d{1,2})${AFTER_DAY},? ((?:20)\\d\\d)(?!\\d)`, 'gi'),
    parts: ['m', 'd', 'y'],
  },
];

const DAY_WORDS =
  /\b(invoice date|tax point|date of (issue|invoice|sale)|transaction date|date|dated|issued)\b/i;
const OTHER_DAYS =
  /\b(due|expir\w*|valid|best before|use by|until|return(s|ed)? by|deliver\w*|birth|since|next|renew\w*|offer)\b/i;
const TIME = /\b([01]?\d|2[0-3])[:.][0-5]\d\b/;

function dayOf(lines: readonly string[], today: IsoDay): IsoDay | null {
  const earliest = addYears(today, -10);
  let best: { readonly day: IsoDay; readonly score: number } | undefined;
  for (const [at, raw] of lines.entries()) {
    const line = digitsMended(raw);
    // A line that also names another day has its own day first.
    if (OTHER_DAYS.test(line) && !/\b(invoice date|tax point|dated?:)/i.test(line.replace(/due date/gi, '')))
      continue;
    const label = /^\W*(date|invoice date|tax point)\W*$/i.test(lines[at - 1] ?? '');
    const score = (DAY_WORDS.test(line) || label ? 3 : 0) + (TIME.test(line) ? 1 : 0);
    for (const day of daysIn(line)) {
      // Of equals the first: invoices begin with their day, and a till prints it once.
      if (day <= today && day >= earliest && (best === undefined || score > best.score))
        best = { day, score };
    }
  }
  return best?.day ?? null;
}

/** A till's nought is often read as the letter, and its one as l or I. */
function digitsMended(line: string): string {
  return line
    .replace(/(?<=[\d/.-])[oO](?=[\d/.-])/g, '0')
    .replace(/(?<=[/.-]\d?)[lI|](?=\d?[/.-])/g, '1')
    .replace(/\b[oO](?=\d[/.-])/g, '0');
}

function daysIn(line: string): IsoDay[] {
  const found: IsoDay[] = [];
  for (const { form, parts } of DAYS) {
    for (const match of line.matchAll(form)) {
      const read = { y: 0, m: 0, d: 0 };
      for (const [at, part] of parts.entries()) read[part] = numberOf(match[at + 1] ?? '', part);
      // The American order can only be told where the British one makes no day.
      const [month, day] =
        read.m > 12 && read.d <= 12 && parts[0] === 'd' ? [read.d, read.m] : [read.m, read.d];
      const made = dayFromParts(read.y, month, day);
      if (made.ok) found.push(made.value);
    }
  }
  return found;
}

function numberOf(text: string, part: 'y' | 'm' | 'd'): number {
  const month = MONTHS.indexOf(text.slice(0, 3).toLowerCase() as (typeof MONTHS)[number]);
  if (month >= 0) return month + 1;
  const value = Number(text);
  return part === 'y' && value < 100 ? 2000 + value : value;
}

// ── The total ────────────────────────────────────────────────────────────────────────────────────────────────────────

const AMOUNT = /(?<![\d.,/-])(?:£|gbp|€)? ?(\d{1,3}(?:[, ]\d{3})+|\d{1,6}) ?[.,] ?(\d{2})(?![\d%/]|[.,]\d)/gi;

/** Lines with an amount that is not what was paid. They are looked at first. */
const TRAPS =
  /\b(sub[- ]?total|cash|tendered|change|rounding|sav(ed?|ings?)|discount|points?|was|vouchers?|coupon|deposit|previous|brought forward|credit limit|cashback|gift ?card)\b/i;
const TAX_LINE =
  /^\W*(total )?(vat|tax|net|goods)\b(?!.*\b(inc|including|incl)\b)|\btotal (of )?(vat|tax|net|savings?|discounts?|points?)\b|\b(vat|tax|net|ex(cl|cluding)?\.?( vat| tax)?) total\b|\btotal \(?(ex|excl|excluding|before|without)\b|\bvat (rate|@|amount)/i;
const GRAND =
  /\b(grand total|total to pay|total (amount )?(due|payable|paid)|amount (due|payable|paid|to pay)|total \(?(inc|incl|including)\b|invoice total|total invoice|order total|total amount|total charged|to pay|total gbp)\b/i;
const TOTAL = /\b(total|balance( due| to pay)?|t0tal|tota1)\b/i;
const CARD =
  /\b(card|visa|mastercard|maestro|contactless|debit|american express|amex|apple pay|google pay|sale|paid|payment)\b/i;

function totalOf(lines: readonly string[]): Pence | null {
  const grand: Pence[] = [];
  const total: Pence[] = [];
  const card: Pence[] = [];
  let other: Pence[] = [];
  let named = false;
  for (const [at, line] of lines.entries()) {
    const own = amountsIn(line);
    const trap = TRAPS.test(line) || TAX_LINE.test(line);
    const isGrand = !trap && GRAND.test(line);
    const isTotal = !trap && TOTAL.test(line);
    named ||= isGrand || isTotal;
    // A label alone has its amount on the line below.
    const below = lines[at + 1] ?? '';
    const amounts =
      own.length === 0 && (isGrand || isTotal) && /^[£\s\d.,]+(gbp)?$/i.test(below) ? amountsIn(below) : own;
    const list = isGrand ? grand : isTotal ? total : trap ? undefined : CARD.test(line) ? card : other;
    list?.push(...amounts);
  }
  const most = (amounts: readonly Pence[]): Pence | undefined =>
    amounts.filter((amount) => amount > 0).reduce<Pence | undefined>(larger, undefined);
  // Without any word for it, one amount alone is the total; where words stand apart from figures, the largest.
  if (!named && new Set(other).size > 1) other = [];
  return most(grand) ?? most(total) ?? most(card) ?? cashLessChange(lines) ?? most(other) ?? null;
}

function larger(a: Pence | undefined, b: Pence): Pence {
  return a === undefined || b > a ? b : a;
}

function amountsIn(line: string): Pence[] {
  const found: Pence[] = [];
  for (const match of line.matchAll(AMOUNT)) {
    const read = parsePence(`${(match[1] ?? '').replace(/[, ]/g, '')}.${match[2] ?? ''}`);
    if (read.ok && read.value <= MOST) found.push(read.value);
  }
  return found;
}

/** £100,000: more is a number of another kind. */
const MOST = 10_000_000;

/** A slip that only says what was handed over and what came back. */
function cashLessChange(lines: readonly string[]): Pence | undefined {
  const of = (form: RegExp) => lines.filter((line) => form.test(line)).flatMap(amountsIn)[0];
  const cash = of(/\b(cash|tendered)\b/i);
  const change = of(/\bchange\b/i);
  if (cash === undefined || change === undefined || change >= cash) return undefined;
  return (cash - change) as Pence;
}

// ── From whom ────────────────────────────────────────────────────────────────────────────────────────────────────────

const NOT_A_NAME =
  /\b(receipt|invoice|vat|customer|merchant|copy|thank|tel|phone|fax|www|http|email|e-mail|reg(istration)?|number|no\.|date|order|bill to|ship to|page|till|cashier|served|store|shop no|statement|account|amount|qty|quantity|description|price|total|duplicate|original|card|sale|opening|open)\b|@|\.(com|co|uk|org)\b/i;
const FROM = /^(?:from|supplier|seller|sold by|issued by|paid to|payee)\s*[:\-–]\s*(.+)$/i;
const ADDRESS =
  /^\d+\w?[ ,]|\b(road|street|avenue|lane|close|drive|crescent|high st|parade|retail park|industrial estate)\b|\b[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}\b/i;

function supplierOf(lines: readonly string[]): string {
  const top = lines.slice(0, 25);
  for (const line of top) {
    const said = FROM.exec(line)?.[1];
    if (said !== undefined && isName(said)) return named(said);
  }
  const welcome = top.map((line) => /\bwelcome to (.+)$/i.exec(line)?.[1]).find((name) => name !== undefined);
  if (welcome !== undefined) return named(welcome);
  return named(top.slice(0, 10).find((line) => isName(line) && !NOT_A_NAME.test(line)) ?? '');
}

function isName(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || letters / line.replace(/\s/g, '').length < 0.6) return false;
  if (line.length > 60 || ADDRESS.test(line)) return false;
  // Specks are read as single letters: a name has a word.
  return (
    /\p{L}{3,}|\p{L}&\p{L}|\p{L}{2}/u.test(line) && daysIn(line).length === 0 && amountsIn(line).length === 0
  );
}

function named(line: string): string {
  const plain = line.replace(/^[^\p{L}\d]+|[^\p{L}\d).!]+$/gu, '').slice(0, 80);
  if (plain !== plain.toUpperCase()) return plain;
  return plain
    .split(' ')
    .map((word) =>
      /^(LTD|LIMITED|PHARMACY)\W*$/.test(word) || (word.length > 3 && !/[\d&]/.test(word))
        ? word.slice(0, 1) + word.slice(1).toLowerCase()
        : word,
    )
    .join(' ');
}

// ── What kind of paper ───────────────────────────────────────────────────────────────────────────────────────────────

function kindOf(lines: readonly string[]): ReceiptTextKind | null {
  const text = lines.join('\n');
  if (/\btime ?sheet\b/i.test(text)) return 'timesheet';
  if (/^dear\b/im.test(text) && /\byours (sincerely|faithfully)\b/i.test(text)) return 'letter';
  if (/\b(petty cash|cash (withdrawal|slip)|cash machine)\b/i.test(text)) return 'cash-slip';
  if (/\binvoice\b/i.test(text)) return 'invoice';
  if (/\breceipt\b/i.test(text) || (totalOf(lines) !== null && TIME.test(text))) return 'receipt';
  return null;
}
