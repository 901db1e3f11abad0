import type { PensionHeader } from '@shared/api/outputs';
import { type PensionFileFor, pensionFileFor } from '@shared/api/pensions';
import {
  type PensionOfHousehold,
  pensionCounts,
  pensionHeadersOf,
  pensionOfHousehold,
  pensionsOfAll,
} from '../db/queries/outputs';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';

const MOST_ON_A_PAGE = 50;

function readHeader(json: string | null): PensionFileFor | null {
  if (json === null) return null;
  const read = pensionFileFor.safeParse(JSON.parse(json));
  return read.success ? read.data : null;
}

/** What a household’s file for a pension has in its header; null where nobody typed it yet. */
export function keptPensionHeader(
  context: ServiceContext,
  householdId: string,
  provider: string,
): PensionFileFor | null {
  const row = pensionHeadersOf(databaseOf(context), householdId).find((one) => one.provider === provider);
  return readHeader(row?.header_json ?? null);
}

function shown(row: PensionOfHousehold): PensionHeader {
  return {
    householdId: row.household_id,
    household: row.household,
    payeReference: row.paye_reference ?? '',
    provider: row.provider,
    header: readHeader(row.header_json),
  };
}

/** One pension of a household with what is known for its file. Refuses with `not-found`. */
export function pensionHeader(
  context: ServiceContext,
  input: { readonly householdId: string; readonly provider: string },
): PensionHeader {
  const row = pensionOfHousehold(databaseOf(context), input.householdId, input.provider);
  return shown(row ?? refuse('not-found'));
}

/** The pensions of all households with what is known for their files, fifty a page, those without first. */
export function pensionHeaders(
  context: ServiceContext,
  input: { readonly page: number; readonly missingOnly: boolean },
): { rows: PensionHeader[]; total: number; missing: number } {
  const db = databaseOf(context);
  const { all, missing } = pensionCounts(db);
  const rows = pensionsOfAll(db, {
    missingOnly: input.missingOnly,
    at: input.page * MOST_ON_A_PAGE,
    most: MOST_ON_A_PAGE,
  });
  return {
    rows: rows.map(shown),
    total: input.missingOnly ? missing : all,
    missing,
  };
}

/** Keeps what a provider asks for in the header of a household’s file; null takes it away. Refuses with `not-found`. */
export function savePensionHeader(
  context: ServiceContext,
  input: {
    readonly householdId: string;
    readonly provider: string;
    readonly header: PensionFileFor | null;
  },
): void {
  const db = databaseOf(context);
  const { householdId, provider, header } = input;
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const known = pensionHeadersOf(db, householdId).find((one) => one.provider === provider);
  if (known === undefined && header === null) return;
  db.act({ name: 'outputs.pension-header', householdId, values: { provider } }, (write) => {
    const json = header === null ? null : JSON.stringify(header);
    if (json === null) {
      if (known !== undefined) write.remove('pension_file_header', known.id);
    } else if (known !== undefined) write.update('pension_file_header', known.id, { header_json: json });
    else
      write.insert('pension_file_header', {
        id: context.ids.next(),
        household_id: householdId,
        provider,
        header_json: json,
      });
  });
}
