import type { Earmark, EarmarkShown, EarmarksView } from '@shared/api/budget';
import type { EarmarkOfFund } from '@shared/budget/surplus-by-rule';
import type { IsoDay } from '@shared/dates';
import { pence, sumPence } from '@shared/money';
import { earmarksOf } from '../db/queries/budget';
import { agreementsOf, storedFile } from '../db/queries/household';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { leavingCosts } from './budget-leaving';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';
import { keepFile, mediaTypeOf } from './stored-files';

export type EarmarkRow = WorkspaceSchema['earmark'];

const FOR_STAFF: ReadonlySet<EarmarkRow['kind']> = new Set(['redundancy', 'notice', 'holiday', 'training']);

/** Whether money is set aside on a day: begun, not over and not released. */
export function countsOn(row: EarmarkRow, day: IsoDay): boolean {
  return (
    row.from_day <= day &&
    (row.until_day === null || row.until_day >= day) &&
    (row.released_on === null || row.released_on > day)
  );
}

/** Money set aside as a rule looks at it. */
export function earmarkOfFund(row: EarmarkRow): EarmarkOfFund {
  return { amount: row.amount_pence, agreed: row.agreed === 1, forStaff: FOR_STAFF.has(row.kind) };
}

function shown(row: EarmarkRow, today: IsoDay): EarmarkShown {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    kind: row.kind,
    name: row.name,
    amount: row.amount_pence,
    from: row.from_day,
    until: row.until_day,
    agreed: row.agreed === 1,
    agreedBy: row.agreed_by,
    agreedOn: row.agreed_on,
    note: row.note,
    fileName: row.file_name,
    releasedOn: row.released_on,
    counts: countsOn(row, today),
  };
}

/** Money set aside, and what the law would ask for if a PA had to leave. */
export function earmarksView(context: ServiceContext, householdId: string): EarmarksView {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const today = todayOf(context);
  const earmarks = earmarksOf(db, householdId).map((row) => shown(row, today));
  return {
    earmarks,
    total: sumPence(earmarks.filter((one) => one.counts).map((one) => one.amount)),
    leaving: leavingCosts(context, householdId, today),
    agreements: agreementsOf(db, householdId).map((one) => ({ id: one.id, name: one.funder_name })),
  };
}

/**
 * Keeps money set aside, with the letter that agreed to it. Refuses with `day.end-before-start`, `file.kind-not-taken`, and
 * with `earmark.agreed-by-empty` where it is agreed and nobody is named.
 */
export function saveEarmark(
  context: ServiceContext,
  householdId: string,
  input: Earmark,
  file: { readonly name: string; readonly bytes: Uint8Array } | null,
): string {
  const db = databaseOf(context);
  if (input.until !== null && input.until < input.from) refuse('day.end-before-start', {}, 'until');
  if (input.agreed && input.agreedBy === '') refuse('earmark.agreed-by-empty', {}, 'agreedBy');
  if (input.agreedOn !== null && input.agreedOn > todayOf(context))
    refuse('day.in-the-future', {}, 'agreedOn');
  if (input.agreementId !== null) ownedRow(db.byId('funding_agreement', input.agreementId), householdId);
  const mediaType = file === null ? undefined : mediaTypeOf(file.bytes);
  if (file !== null && mediaType === undefined) refuse('file.kind-not-taken', {}, 'file');
  const existing = input.id === null ? undefined : ownedRow(db.byId('earmark', input.id), householdId);
  const id = existing?.id ?? context.ids.next();
  db.act({ name: 'budget.earmark-saved', householdId, values: { name: input.name } }, (write) => {
    const hash =
      file === null || mediaType === undefined
        ? (existing?.file_hash ?? null)
        : keepFile(db, write, file.bytes, mediaType);
    const row: EarmarkRow = {
      id,
      household_id: householdId,
      agreement_id: input.agreementId,
      kind: input.kind,
      name: input.name,
      amount_pence: pence(input.amount),
      from_day: input.from,
      until_day: input.until,
      agreed: bit(input.agreed),
      agreed_by: input.agreed ? input.agreedBy : '',
      agreed_on: input.agreed ? input.agreedOn : null,
      file_hash: hash,
      file_name: file === null ? (existing?.file_name ?? '') : file.name.slice(0, 200),
      note: input.note,
      released_on: existing?.released_on ?? null,
    };
    if (existing === undefined) write.insert('earmark', row);
    else write.update('earmark', id, row);
  });
  return id;
}

/** From a day on the money is no longer set aside; `null` sets it aside again. Refuses a day before it began. */
export function releaseEarmark(
  context: ServiceContext,
  householdId: string,
  id: string,
  releasedOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('earmark', id), householdId);
  if (releasedOn !== null && releasedOn < row.from_day)
    refuse('earmark.released-too-early', {}, 'releasedOn');
  const name = releasedOn === null ? 'budget.earmark-kept-again' : 'budget.earmark-released';
  db.act({ name, householdId, values: { name: row.name } }, (write) =>
    write.update('earmark', id, { released_on: releasedOn }),
  );
}

/** Takes out money set aside that was entered by mistake. */
export function removeEarmark(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('earmark', id), householdId);
  db.act({ name: 'budget.earmark-removed', householdId, values: { name: row.name } }, (write) =>
    write.remove('earmark', id),
  );
}

/** The letter that agreed to it. */
export function earmarkFile(context: ServiceContext, householdId: string, id: string): MadeFile {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('earmark', id), householdId);
  const file = row.file_hash === null ? undefined : storedFile(db, row.file_hash);
  if (file === undefined) refuse('not-found');
  return { name: row.file_name, mediaType: file.media_type, bytes: file.bytes };
}
