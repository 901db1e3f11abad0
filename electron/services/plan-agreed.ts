import type { SpendingAgreedInput } from '@shared/api/plan';
import { storedFile } from '../db/queries/household';
import { agreedLinesOf, agreedLinkOf } from '../db/queries/plan';
import type { SpendingAgreedRow } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';
import { keepFile, mediaTypeOf } from './stored-files';

type Letter = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Notes what was asked, and who answered what and until when, with the letter (JPEG, PNG or PDF) kept by its hash. Refuses with
 * `day.in-the-future`, `plan.answered-before-asked`, `plan.until-before-answer`, `plan.answer-day-missing` or
 * `file.kind-not-taken`. Answers its id.
 */
export function saveSpendingAgreed(
  context: ServiceContext,
  householdId: string,
  input: SpendingAgreedInput & { readonly file: Letter | null; readonly removeFile: boolean },
): string {
  const db = databaseOf(context);
  const today = todayOf(context);
  ownedRow(db.byId('funding_agreement', input.agreementId), householdId);
  const before = input.id === null ? undefined : ownedRow(db.byId('spending_agreed', input.id), householdId);
  if (input.askedOn > today) refuse('day.in-the-future', {}, 'askedOn');
  const isAnswered = input.answer !== 'waiting';
  const answeredOn = isAnswered ? input.answeredOn : null;
  if (isAnswered && answeredOn === null) refuse('plan.answer-day-missing', {}, 'answeredOn');
  if (answeredOn !== null && answeredOn > today) refuse('day.in-the-future', {}, 'answeredOn');
  if (answeredOn !== null && answeredOn < input.askedOn)
    refuse('plan.answered-before-asked', {}, 'answeredOn');
  const until = input.answer === 'yes' ? input.until : null;
  if (until !== null && answeredOn !== null && until < answeredOn)
    refuse('plan.until-before-answer', {}, 'until');
  const mediaType = input.file === null ? undefined : mediaTypeOf(input.file.bytes);
  if (input.file !== null && mediaType === undefined) refuse('file.kind-not-taken', {}, 'file');
  const id = before?.id ?? context.ids.next();
  db.act({ name: 'plan.agreed-saved', householdId, values: { name: input.what } }, (write) => {
    const kept = input.removeFile ? { file_hash: null, file_name: '' } : {};
    const row: SpendingAgreedRow = {
      id,
      household_id: householdId,
      agreement_id: input.agreementId,
      what: input.what,
      amount_pence: input.amount,
      asked_on: input.askedOn,
      asked_how: input.askedHow,
      answer: input.answer,
      answered_by: isAnswered ? input.answeredBy : '',
      answered_on: answeredOn,
      until_day: until,
      file_hash: before?.file_hash ?? null,
      file_name: before?.file_name ?? '',
      note: input.note,
      ...kept,
      ...(input.file === null || mediaType === undefined
        ? {}
        : { file_hash: keepFile(db, write, input.file.bytes, mediaType), file_name: input.file.name }),
    };
    if (before === undefined) write.insert('spending_agreed', row);
    else write.update('spending_agreed', id, row);
  });
  return id;
}

/** Takes away what was noted; the lines it was about are no longer said to be agreed. */
export function removeSpendingAgreed(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('spending_agreed', id), householdId);
  db.act({ name: 'plan.agreed-removed', householdId, values: { name: row.what } }, (write) => {
    for (const link of agreedLinesOf(db, householdId))
      if (link.agreed_id === id) write.remove('agreed_line', link.id);
    write.remove('spending_agreed', id);
  });
}

/** The letter that was kept; refuses with `not-found` where there is none. */
export function agreedLetter(context: ServiceContext, householdId: string, id: string): MadeFile {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('spending_agreed', id), householdId);
  const file = row.file_hash === null ? undefined : storedFile(db, row.file_hash);
  if (file === undefined) refuse('not-found');
  return { name: row.file_name, mediaType: file.media_type, bytes: file.bytes };
}

/** Says which agreement to spend a line is about, or that it is about none. Only for the person: no return shows it. */
export function linkAgreed(
  context: ServiceContext,
  householdId: string,
  lineId: string,
  agreedId: string | null,
): void {
  const db = databaseOf(context);
  const line = ownedRow(db.byId('bank_line', lineId), householdId);
  if (agreedId !== null) ownedRow(db.byId('spending_agreed', agreedId), householdId);
  const link = agreedLinkOf(db, lineId);
  if ((link?.agreed_id ?? null) === agreedId) return;
  db.act({ name: 'plan.line-agreed', householdId, values: { name: line.description } }, (write) => {
    if (link !== undefined) write.remove('agreed_line', link.id);
    if (agreedId !== null)
      write.insert('agreed_line', {
        id: context.ids.next(),
        household_id: householdId,
        agreed_id: agreedId,
        bank_line_id: lineId,
      });
  });
}
