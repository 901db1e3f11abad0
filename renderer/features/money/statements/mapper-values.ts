import type { StatementMapping, StatementTable } from '@shared/api/statements';

/** What is chosen on the page, as texts: a column is its number, none is an empty text. */
export type MapperValues = {
  readonly delimiter: StatementMapping['delimiter'];
  /** The line of the header, or an empty text where there is none. */
  readonly headerLine: string;
  readonly skip: number | null;
  readonly date: string;
  readonly dates: StatementMapping['dates'];
  readonly description: string;
  readonly descriptionMore: string;
  readonly money: 'signed' | 'reversed' | 'split' | 'marked';
  readonly amount: string;
  readonly out: string;
  readonly in: string;
  readonly mark: string;
  readonly outWords: string;
  readonly inWords: string;
  readonly balance: string;
  readonly footers: string;
};

const OUT_WORDS = 'D, DR, Debit, Out';
const IN_WORDS = 'C, CR, Credit, In';

const place = (index: number | null | undefined): string => (index == null ? '' : String(index));

/** What the page shows at first: what is kept for the account, else the guess, else nothing chosen. */
export function mapperValues(table: StatementTable): MapperValues {
  const from = table.kept?.delimiter === table.delimiter ? table.kept : table.guess;
  const money = from?.money;
  return {
    delimiter: table.delimiter,
    headerLine: from === null || from.names.length === 0 ? '' : String(from.skip + 1),
    skip: from?.skip ?? 0,
    date: place(from?.date),
    dates: from?.dates ?? 'dd/mm/yyyy',
    description: place(from?.description[0]),
    descriptionMore: place(from?.description[1]),
    money:
      money === undefined
        ? 'signed'
        : money.kind === 'signed' && money.outIsPositive
          ? 'reversed'
          : money.kind,
    amount: money === undefined || money.kind === 'split' ? '' : place(money.amount),
    out: money?.kind === 'split' ? place(money.out) : '',
    in: money?.kind === 'split' ? place(money.in) : '',
    mark: money?.kind === 'marked' ? place(money.mark) : '',
    outWords: money?.kind === 'marked' ? money.outWords.join(', ') : OUT_WORDS,
    inWords: money?.kind === 'marked' ? money.inWords.join(', ') : IN_WORDS,
    balance: place(from?.balance),
    footers: from?.footers.join(', ') ?? '',
  };
}

const wordsIn = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

function moneyOf(values: MapperValues): StatementMapping['money'] | undefined {
  const { amount, out, in: into, mark } = values;
  if (values.money === 'split')
    return out === '' || into === '' ? undefined : { kind: 'split', out: Number(out), in: Number(into) };
  if (amount === '') return undefined;
  if (values.money !== 'marked')
    return { kind: 'signed', amount: Number(amount), outIsPositive: values.money === 'reversed' };
  const outWords = wordsIn(values.outWords);
  const inWords = wordsIn(values.inWords);
  if (mark === '' || outWords.length === 0 || inWords.length === 0) return undefined;
  return { kind: 'marked', amount: Number(amount), mark: Number(mark), outWords, inWords };
}

/** The columns as they are kept; `undefined` while something that is needed is not chosen. */
export function mappingOf(values: MapperValues, table: StatementTable): StatementMapping | undefined {
  const money = moneyOf(values);
  if (values.date === '' || values.description === '' || money === undefined) return undefined;
  const header = table.rows.find((row) => String(row.line) === values.headerLine);
  const more = values.descriptionMore === '' ? [] : [Number(values.descriptionMore)];
  return {
    delimiter: values.delimiter,
    skip: header === undefined ? (values.skip ?? 0) : header.line - 1,
    names: header === undefined ? [] : [...header.cells],
    width: Math.max(header?.cells.length ?? table.width, 2),
    date: Number(values.date),
    dates: values.dates,
    description: [Number(values.description), ...more],
    money,
    balance: values.balance === '' ? null : Number(values.balance),
    footers: wordsIn(values.footers),
  };
}

/** The columns that can be chosen, each with its name and what stands in it first. */
export function columnsOf(
  table: StatementTable,
  headerLine: string,
): readonly { readonly index: number; readonly name: string; readonly example: string }[] {
  const header = table.rows.find((row) => String(row.line) === headerLine);
  const below = table.rows.filter((row) => header === undefined || row.line > header.line);
  return Array.from({ length: table.width }, (_one, index) => ({
    index,
    name: (header?.cells[index] ?? '').slice(0, 40),
    example: (
      below.find((row) => row.cells.length > 1 && (row.cells[index] ?? '') !== '')?.cells[index] ?? ''
    ).slice(0, 30),
  }));
}
