import words from '@resources/documents/take-on.json';
import { must } from '../result';

/** What a cell of a column holds. */
export type TakeOnKind =
  | 'text'
  | 'phone'
  | 'day'
  | 'day-of-year'
  | 'money'
  | 'hours'
  | 'percent'
  | 'whole'
  | 'rate'
  | 'choice'
  | 'yes-no'
  | 'weekdays'
  | 'tax-year'
  | 'sort-code'
  | 'account-number';

/** One column of a spreadsheet of households and their PAs. */
export type TakeOnColumn = {
  readonly key: string;
  readonly part: string;
  readonly kind: TakeOnKind;
  /** What stands over it, and what else may. */
  readonly name: string;
  readonly also: readonly string[];
  readonly explain: string;
  readonly example: string;
  readonly needed: 'always' | 'pa' | 'no';
  /** Amounts below nothing are taken. */
  readonly minus: boolean;
};

type Kept = {
  readonly key: string;
  readonly part: string;
  readonly kind: string;
  readonly name: string;
  readonly explain: string;
  readonly example: string;
  readonly also?: readonly string[];
  readonly needed?: boolean;
  readonly neededForPa?: boolean;
  readonly minus?: boolean;
};

const KEPT: readonly Kept[] = words.columns;

/** Every column, in the order of the template. */
export const TAKE_ON_COLUMNS: readonly TakeOnColumn[] = KEPT.map((one) => ({
  key: one.key,
  part: one.part,
  kind: one.kind as TakeOnKind,
  name: one.name,
  also: one.also ?? [],
  explain: one.explain,
  example: one.example,
  needed: one.needed === true ? 'always' : one.neededForPa === true ? 'pa' : 'no',
  minus: one.minus === true,
}));

const BY_KEY = new Map(TAKE_ON_COLUMNS.map((one) => [one.key, one]));

/** A column by its key. Throws for a key that is none: that is our bug. */
export function takeOnColumn(key: string): TakeOnColumn {
  return must(BY_KEY.get(key), `take-on column ${key}`);
}

/** A text as it is compared: small letters and figures alone. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const BY_NAME = new Map(
  TAKE_ON_COLUMNS.flatMap((one) =>
    [one.name, ...one.also].map((name) => [plainName(name), one.key] as const),
  ),
);

const CHOICES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = words.choices;

/** The words that a column's cells may say, by what each stands for. */
export function takeOnChoices(key: string): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(CHOICES[key] ?? {}));
}

/** Where each column that is known stands, what stands over it, and what stands over columns that are not known. */
export type TakeOnHeader = {
  readonly at: ReadonlyMap<string, { readonly index: number; readonly heading: string }>;
  readonly unknown: readonly string[];
  /** Two columns of the file say the same thing. */
  readonly twice: readonly string[];
};

/** Reads a row as the heading of the table; undefined where it is none: it names no household. */
export function takeOnHeader(cells: readonly string[]): TakeOnHeader | undefined {
  const at = new Map<string, { index: number; heading: string }>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const heading = cell.trim();
    if (heading === '') continue;
    const key = BY_NAME.get(plainName(heading));
    if (key === undefined) unknown.push(heading);
    else if (at.has(key)) twice.push(heading);
    else at.set(key, { index, heading });
  }
  return at.has('household') && at.size >= 2 ? { at, unknown, twice } : undefined;
}
