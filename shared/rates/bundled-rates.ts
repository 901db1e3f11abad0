import year2024 from '@resources/rates/2024-25.json';
import year2025 from '@resources/rates/2025-26.json';
import year2026 from '@resources/rates/2026-27.json';
import statePensionAges from '@resources/rates/state-pension-age.json';
import { buildRatesBook, type RatesBook } from './rates-book';

function build(): RatesBook {
  const book = buildRatesBook([year2024, year2025, year2026], statePensionAges);
  if (!book.ok)
    throw new Error(`The rates that come with the program are wrong: ${JSON.stringify(book.details)}`);
  return book.value;
}

/** The rates that come with the program. */
export const bundledRates: RatesBook = build();
