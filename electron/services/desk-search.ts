import type { DeskFound } from '@shared/api/desk';
import { plainNumber, plainText } from '@shared/desk/desk-lines';
import { searchedHouseholds, searchedWorkers } from '../db/queries/desk';
import type { WorkspaceDatabase } from '../db/workspace-database';

type Searched = {
  readonly id: string;
  readonly name: string;
  readonly texts: readonly string[];
  readonly references: readonly { readonly plain: string; readonly text: string }[];
  readonly workers: readonly { readonly plain: string; readonly niNumber: string; readonly name: string }[];
};

export type HouseholdFound = { readonly id: string; readonly name: string; readonly found: DeskFound | null };

/** A number has at least so many signs before it is looked for inside others. */
const LEAST_NUMBER = 3;

function index(db: WorkspaceDatabase): readonly Searched[] {
  return db.remember('desk.searched', () => {
    const workers = new Map<string, Searched['workers'][number][]>();
    for (const row of searchedWorkers(db)) {
      const of = workers.get(row.householdId) ?? [];
      if (of.length === 0) workers.set(row.householdId, of);
      of.push({
        plain: plainText(`${row.firstNames} ${row.lastName} ${row.knownAs}`),
        niNumber: plainNumber(row.niNumber),
        name: `${row.firstNames} ${row.lastName}`.trim(),
      });
    }
    return searchedHouseholds(db).map((row) => ({
      id: row.id,
      name: row.name,
      texts: [row.name, row.knownAs, row.legalName ?? ''].map(plainText),
      references: [row.payeReference ?? '', row.accountsOfficeReference ?? '']
        .filter((text) => text !== '')
        .map((text) => ({ plain: plainNumber(text), text })),
      workers: workers.get(row.id) ?? [],
    }));
  });
}

/**
 * Households by part of a name, of a PA's National Insurance number or of an employer PAYE reference, by name. Spaces, signs,
 * accents and case don't matter; of several words each must be there.
 */
export function searchHouseholds(db: WorkspaceDatabase, typed: string): readonly HouseholdFound[] {
  const words = plainText(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const number = plainNumber(typed);
  const isNumber = /\d/.test(number) && number.length >= LEAST_NUMBER;
  const every = (text: string): boolean => words.every((word) => text.includes(word));
  return index(db).flatMap(({ id, name, texts, references, workers }): HouseholdFound[] => {
    if (texts.some(every)) return [{ id, name, found: null }];
    const reference = isNumber ? references.find((one) => one.plain.includes(number)) : undefined;
    if (reference !== undefined) return [{ id, name, found: { by: 'paye-reference', text: reference.text } }];
    const worker = workers.find((one) => every(one.plain));
    if (worker !== undefined) return [{ id, name, found: { by: 'worker', text: worker.name } }];
    const numbered = isNumber ? workers.find((one) => one.niNumber.includes(number)) : undefined;
    return numbered === undefined ? [] : [{ id, name, found: { by: 'ni-number', text: numbered.name } }];
  });
}
