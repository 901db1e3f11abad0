import sourceFile from '@resources/rates/sources.json';
import { bundledRates } from '@shared/rates/bundled-rates';
import { checkedOn, compareRates, type RatesComparison } from '@shared/rates/compare-rates';
import { type RatesBook, readTaxYear, withTaxYear } from '@shared/rates/rates-book';
import { readRatesFile } from '@shared/rates/rates-file';
import type { TaxYearRates } from '@shared/rates/tax-year-rates';
import { payslipsFinishedSince, ratesFilesOf } from '../db/queries/rates';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { londonDay } from '../system/clock';
import { databaseOf, type ServiceContext } from './context';

export type RatesFile = { readonly name: string; readonly bytes: Uint8Array };
type RatesFileRow = ReturnType<typeof ratesFilesOf>[number];

/** Far above what one tax year takes. */
const MOST_BYTES = 1_000_000;

const OWN_SOURCES = Object.entries(sourceFile.sources).map(([key, source]) => ({
  key,
  title: source.title,
  address: source.addresses[0] ?? '',
}));

function yearOfRow(row: RatesFileRow): TaxYearRates | undefined {
  const year = readTaxYear(JSON.parse(row.content));
  return year.ok ? year.value : undefined;
}

/** Whether the program's own figures for a tax year were checked after these. */
function isOlderThanOwn(year: TaxYearRates): boolean {
  const own = bundledRates.years.find((one) => one.taxYear === year.taxYear);
  return own !== undefined && checkedOn(own) > checkedOn(year);
}

/**
 * The rates that pay is worked out with: the program's own, and the files that were added. The last file of a tax year
 * counts, unless the program's own figures were checked after it.
 */
export function ratesBookOf(db: WorkspaceDatabase): RatesBook {
  return db.remember('rates book', () => {
    const years = new Map<string, TaxYearRates>();
    for (const row of ratesFilesOf(db)) {
      const year = yearOfRow(row);
      if (year !== undefined && !isOlderThanOwn(year)) years.set(year.taxYear, year);
    }
    const rising = [...years.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    // A year that no longer joins on to the others is left out: a day in it is refused, never guessed.
    return rising.reduce((book, year) => {
      const joined = withTaxYear(book, year);
      return joined.ok ? joined.value : book;
    }, bundledRates);
  });
}

/** The tax years that have rates, where each is from, when it was checked, and whether it can be taken back. */
export function rateFacts(context: ServiceContext) {
  const db = databaseOf(context);
  const rows = ratesFilesOf(db);
  return ratesBookOf(db).years.map((year) => {
    const row = rows.findLast((one) => one.tax_year === year.taxYear);
    const isAdded = row !== undefined && !bundledRates.years.includes(year);
    return {
      taxYear: year.taxYear,
      from: year.from,
      to: year.to,
      checkedOn: checkedOn(year),
      addedFile: isAdded ? { name: row.file_name, addedOn: londonDay(Date.parse(row.added_at)) } : null,
      // A file names its sources by keys that only the program's own list explains.
      sources: isAdded ? [] : OWN_SOURCES,
    };
  });
}

function read(file: RatesFile, book: RatesBook) {
  if (file.bytes.length > MOST_BYTES) refuse('file.too-large', { megabytes: 1 }, 'file');
  const text = new TextDecoder().decode(file.bytes);
  const result = readRatesFile(text, book);
  if (!result.ok) refuse(result.code, result.details, 'file');
  const { year } = result.value;
  if (isOlderThanOwn(year))
    refuse('rates.older-than-own', { taxYear: year.taxYear, checkedOn: checkedOn(year) }, 'file');
  return { year, text };
}

/** What a rates file would change, figure by figure. Changes nothing. Refuses a file that is wrong, with where in it. */
export function checkRates(file: RatesFile, book: RatesBook): RatesComparison {
  return compareRates(book, read(file, book).year);
}

/** Adds a rates file to the workspace, for every household. Refuses what `checkRates` does, and one that changes nothing. */
export function addRates(context: ServiceContext, file: RatesFile): RatesComparison {
  const db = databaseOf(context);
  const book = ratesBookOf(db);
  const { year, text } = read(file, book);
  const comparison = compareRates(book, year);
  if (comparison.replaces && comparison.changes.length === 0)
    refuse('rates.nothing-new', { taxYear: year.taxYear }, 'file');
  db.act({ name: 'rates.added', householdId: null, values: { taxYear: year.taxYear } }, (write) => {
    write.insert('rates_file', {
      id: context.ids.next(),
      position: (ratesFilesOf(db).at(-1)?.position ?? 0) + 1,
      tax_year: year.taxYear,
      file_name: file.name,
      content: text,
      added_at: context.clock.nowIso(),
    });
  });
  return comparison;
}

/**
 * Takes back the last file added for a tax year. Refuses with `rates.not-added`, with `rates.used` when pay was finished
 * with it, and with `rates.gap` when a later added year would stand alone.
 */
export function removeRates(context: ServiceContext, taxYear: string): void {
  const db = databaseOf(context);
  const rows = ratesFilesOf(db);
  const row = rows.findLast((one) => one.tax_year === taxYear) ?? refuse('rates.not-added', { taxYear });
  const payslips = payslipsFinishedSince(db, taxYear, row.added_at);
  if (payslips > 0) refuse('rates.used', { taxYear, payslips });
  const before = ratesBookOf(db).years.map((one) => one.taxYear);
  db.act({ name: 'rates.removed', householdId: null, values: { taxYear } }, (write) => {
    write.remove('rates_file', row.id);
    // Only this tax year may go: one that was added after it must not fall out of the book with it.
    const after = new Set(ratesBookOf(db).years.map((one) => one.taxYear));
    const lost = before.find((one) => one !== taxYear && !after.has(one));
    if (lost !== undefined) refuse('rates.needed-by', { taxYear, later: lost });
  });
}
