import type { SigningRole } from '@shared/api/returns';
import type { IsoDay } from '@shared/dates';
import { draftOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { sentRow, type WhichReturn } from './returns-make';

type DraftRow = WorkspaceSchema['return_draft'];

/** Changes what is kept of a return that is not sent. Refuses with `not-found`, `return.already-sent` or `day.end-before-start`. */
function saveDraft(
  context: ServiceContext,
  householdId: string,
  which: WhichReturn,
  name: string,
  change: (before: DraftRow) => Partial<DraftRow>,
): void {
  const db = databaseOf(context);
  const { agreementId, from, to } = which;
  const agreement = ownedRow(db.byId('funding_agreement', agreementId), householdId);
  if (to < from) refuse('day.end-before-start', {}, 'to');
  if (sentRow(context, householdId, which) !== undefined) refuse('return.already-sent', { from, to });
  const before = draftOf(db, agreementId, from, to);
  const empty: DraftRow = {
    id: before?.id ?? context.ids.next(),
    household_id: householdId,
    agreement_id: agreementId,
    from_day: from,
    to_day: to,
    answers_json: '{}',
    reasons_json: '{}',
    signed_by: '',
    signed_as: '',
    signed_on: null,
  };
  const row = { ...(before ?? empty), ...change(before ?? empty) };
  if (before !== undefined && JSON.stringify(before) === JSON.stringify(row)) return;
  const values = { name: agreement.funder_name, from, to };
  db.act({ name, householdId, values }, (write) => {
    if (before === undefined) write.insert('return_draft', row);
    else write.update('return_draft', row.id, row);
  });
}

/** A text kept under a key; an empty one is taken out. */
function withText(json: string, key: string, text: string): string {
  const { [key]: _before, ...rest } = JSON.parse(json) as Record<string, string>;
  return JSON.stringify(text.trim() === '' ? rest : { ...rest, [key]: text });
}

/** Keeps an answer to a field of the authority's form, as it was typed. */
export function saveAnswer(
  context: ServiceContext,
  householdId: string,
  input: WhichReturn & { readonly fieldId: string; readonly answer: string },
): void {
  saveDraft(context, householdId, input, 'returns.answer-saved', (before) => ({
    answers_json: withText(before.answers_json, input.fieldId, input.answer),
  }));
}

/** Keeps what the person says of something that is missing. */
export function saveReason(
  context: ServiceContext,
  householdId: string,
  input: WhichReturn & { readonly key: string; readonly reason: string },
): void {
  saveDraft(context, householdId, input, 'returns.reason-saved', (before) => ({
    reasons_json: withText(before.reasons_json, input.key, input.reason),
  }));
}

/** Keeps who signs, in which capacity, and when they did. Refuses with `day.in-the-future`. */
export function saveSigning(
  context: ServiceContext,
  householdId: string,
  input: WhichReturn & {
    readonly by: string;
    readonly as: SigningRole | null;
    readonly on: IsoDay | null;
  },
): void {
  if (input.on !== null && input.on > context.clock.today()) refuse('day.in-the-future', {}, 'on');
  if (input.on !== null && input.by.trim() === '') refuse('return.nobody-signed', {}, 'by');
  saveDraft(context, householdId, input, 'returns.signing-saved', () => ({
    signed_by: input.by.trim(),
    signed_as: input.as ?? '',
    signed_on: input.on,
  }));
}
