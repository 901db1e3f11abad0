import year2026 from '@resources/rates/2026-27.json';

type Figures = typeof year2026;

/** Invented figures for 2027-28, for tests alone: those of 2026-27 under the next year's name, changed as given. */
export function invented2027(change: (figures: Figures) => void = () => undefined): Figures {
  const figures = structuredClone(year2026);
  figures.taxYear = '2027-28';
  figures.from = '2027-04-06';
  figures.to = '2028-04-05';
  change(figures);
  return figures;
}

/** A rates file as a person chooses it. */
export function ratesFile(figures: unknown, name = 'rates.json') {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(figures)) };
}
