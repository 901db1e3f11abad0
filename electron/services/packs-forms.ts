import words from '@resources/documents/return-words.json';
import type { AuthorityForm, AuthorityFormView } from '@shared/api/packs';
import { type FormMapping, formLineRoom, formMappingSchema } from '@shared/returns/form-mapping';
import { storedFile } from '../db/queries/household';
import { formsOf } from '../db/queries/packs';
import type { WorkspaceSchema } from '../db/schema';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { fillForm, readForm } from '../files/forms/fill-form';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { packsFormFacts } from './packs-form-facts';
import type { MadeFile } from './program-files';
import type { WhichReturn } from './returns-make';
import { keepFile } from './stored-files';

type FormRow = WorkspaceSchema['form_mapping'];

const NOTHING_PLACED: FormMapping = { fields: [], marks: [] };

function mappingOf(row: FormRow): FormMapping {
  return formMappingSchema.parse(JSON.parse(row.mapping_json));
}

function shownForm(row: FormRow): AuthorityForm {
  const mapping = mappingOf(row);
  return {
    id: row.id,
    agreementId: row.agreement_id,
    name: row.name,
    fileName: row.file_name,
    madeOn: row.made_on,
    placed: mapping.fields.length + mapping.marks.length,
  };
}

/** The authority's own forms kept for an agreement. Refuses with `not-found`. */
export function authorityForms(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
): AuthorityForm[] {
  const db = databaseOf(context);
  ownedRow(db.byId('funding_agreement', agreementId), householdId);
  return formsOf(db, householdId, agreementId).map(shownForm);
}

/**
 * Keeps an authority's own PDF form, as it came. Refuses with `form.not-a-pdf`, `form.too-large`, `form.protected`,
 * `form.damaged` or `form.too-many-pages`.
 */
export async function addAuthorityForm(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly agreementId: string;
    readonly name: string;
    readonly file: { readonly name: string; readonly bytes: Uint8Array };
  },
): Promise<{ readonly id: string; readonly fields: number; readonly quietened: boolean }> {
  const db = databaseOf(context);
  ownedRow(db.byId('funding_agreement', input.agreementId), householdId);
  const read = await readForm(input.file.bytes);
  if (!read.ok) refuse(read.code, read.details, 'file');
  const id = context.ids.next();
  db.act({ name: 'returns.form-added', householdId, values: { name: input.name } }, (write) => {
    write.insert('form_mapping', {
      id,
      household_id: householdId,
      agreement_id: input.agreementId,
      name: input.name,
      file_hash: keepFile(db, write, input.file.bytes, 'application/pdf'),
      file_name: input.file.name,
      mapping_json: JSON.stringify(NOTHING_PLACED),
      made_on: todayOf(context),
    });
  });
  return { id, fields: read.value.fields.length, quietened: read.value.quietened };
}

function formRow(context: ServiceContext, householdId: string, id: string): FormRow {
  return ownedRow(databaseOf(context).byId('form_mapping', id), householdId);
}

function formBytes(context: ServiceContext, row: FormRow): Uint8Array {
  return storedFile(databaseOf(context), row.file_hash)?.bytes ?? refuse('not-found');
}

/** One form with its pages, its fields and what goes where. Refuses with `not-found`. */
export async function authorityForm(
  context: ServiceContext,
  householdId: string,
  id: string,
): Promise<AuthorityFormView> {
  const row = formRow(context, householdId, id);
  const read = await readForm(formBytes(context, row));
  if (!read.ok) refuse(read.code, read.details);
  const { pages, fields } = read.value;
  return {
    ...shownForm(row),
    pages: [...pages],
    fields: fields.map((field) => ({ ...field, options: [...field.options] })),
    mapping: mappingOf(row),
  };
}

/** Keeps where each figure goes, and the form's name. Refuses with `not-found`. */
export function saveFormMapping(
  context: ServiceContext,
  householdId: string,
  input: { readonly id: string; readonly name: string; readonly mapping: FormMapping },
): void {
  const row = formRow(context, householdId, input.id);
  databaseOf(context).act(
    { name: 'returns.form-changed', householdId, values: { name: input.name } },
    (write) =>
      write.update('form_mapping', row.id, {
        ...row,
        name: input.name,
        mapping_json: JSON.stringify(input.mapping),
      }),
  );
}

/** Takes a form away. Refuses with `not-found`. */
export function removeAuthorityForm(context: ServiceContext, householdId: string, id: string): void {
  const row = formRow(context, householdId, id);
  databaseOf(context).act(
    { name: 'returns.form-removed', householdId, values: { name: row.name } },
    (write) => write.remove('form_mapping', id),
  );
}

/** The form filled from a return, with what could not be filled and how many lines found no room. Refuses with `not-found`. */
export async function filledForm(
  context: ServiceContext,
  householdId: string,
  input: WhichReturn & { readonly id: string },
): Promise<{
  readonly file: MadeFile;
  readonly problems: { code: string; values: Record<string, string | number> }[];
}> {
  const row = formRow(context, householdId, input.id);
  const mapping = mappingOf(row);
  const { facts } = packsFormFacts(context, householdId, input);
  const filled = await fillForm(formBytes(context, row), mapping, facts);
  if (!filled.ok) refuse(filled.code, filled.details);
  const room = formLineRoom(mapping);
  const left = room === undefined ? 0 : facts.lines.length - room;
  return {
    file: {
      name: safeFileName(fill(words.formName, { name: row.name, from: input.from, to: input.to })),
      mediaType: 'application/pdf',
      bytes: filled.value.bytes,
    },
    problems: [
      ...filled.value.notFilled.map((field) => ({ code: 'form.not-filled', values: { field } })),
      ...(left > 0 ? [{ code: 'form.lines-left', values: { count: left } }] : []),
    ],
  };
}
