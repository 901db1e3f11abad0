import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  PDFCheckBox,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  type PDFFont,
  PDFOptionList,
  PDFRadioGroup,
  PDFTextField,
} from '@cantoo/pdf-lib';
import { ok, type Result } from '@shared/result';
import { type FormFacts, type FormMapping, formText } from '@shared/returns/form-mapping';
import * as fontkit from 'fontkit';
import { type FormProblem, openForm } from './open-form';

/** A field a form brings itself. */
export type FormField = {
  readonly name: string;
  readonly kind: 'text' | 'tick' | 'choice';
  /** What a choice can be. */
  readonly options: readonly string[];
};

export type ReadForm = {
  /** In tenths of a millimetre. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly fields: readonly FormField[];
  readonly quietened: boolean;
};

const TENTHS_PER_POINT = 254 / 72;
const MOST_FIELDS = 1_000;

function shownField(field: PDFField): FormField | undefined {
  const name = field.getName();
  if (name === '' || name.length > 300) return undefined;
  if (field instanceof PDFTextField) return { name, kind: 'text', options: [] };
  if (field instanceof PDFCheckBox) return { name, kind: 'tick', options: [] };
  if (field instanceof PDFDropdown || field instanceof PDFOptionList || field instanceof PDFRadioGroup)
    return { name, kind: 'choice', options: field.getOptions().slice(0, 100) };
  return undefined;
}

function fieldsOf(document: PDFDocument): PDFField[] {
  return document.getForm().getFields().slice(0, MOST_FIELDS);
}

/** What a form is made of: its pages, and the fields it brings. Refuses as `openForm` does. */
export async function readForm(bytes: Uint8Array): Promise<Result<ReadForm, FormProblem>> {
  const opened = await openForm(bytes);
  if (!opened.ok) return opened;
  const { document, quietened } = opened.value;
  return ok({
    pages: document.getPages().map((page) => ({
      width: Math.round(page.getWidth() * TENTHS_PER_POINT),
      height: Math.round(page.getHeight() * TENTHS_PER_POINT),
    })),
    fields: fieldsOf(document).flatMap((field) => shownField(field) ?? []),
    quietened,
  });
}

async function letters(document: PDFDocument): Promise<PDFFont> {
  document.registerFontkit(fontkit as unknown as Parameters<PDFDocument['registerFontkit']>[0]);
  const place = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  );
  return document.embedFont(readFileSync(place), { subset: true });
}

export type FilledForm = {
  readonly bytes: Uint8Array;
  /** Fields of the mapping that the form does not have, or whose choices do not hold the answer. */
  readonly notFilled: readonly string[];
};

/** Puts an answer into a field as its kind wants it. Answers whether it could. */
function fillField(field: PDFField, text: string): boolean {
  if (field instanceof PDFTextField) {
    const most = field.getMaxLength();
    if (most !== undefined && text.length > most) return false;
    field.setText(text === '' ? undefined : text);
    return true;
  }
  if (field instanceof PDFCheckBox) {
    if (text === '') field.uncheck();
    else field.check();
    return true;
  }
  if (field instanceof PDFDropdown || field instanceof PDFOptionList || field instanceof PDFRadioGroup) {
    if (text === '') return true;
    const option = field.getOptions().find((one) => one.trim().toLowerCase() === text.trim().toLowerCase());
    if (option === undefined) return false;
    field.select(option);
    return true;
  }
  return false;
}

/**
 * Fills an authority's own form from a return, by a mapping. The same form, mapping and return give the same bytes. The
 * fields stay fields, so that the person can still change a word. Refuses as `openForm` does.
 */
export async function fillForm(
  bytes: Uint8Array,
  mapping: FormMapping,
  facts: FormFacts,
): Promise<Result<FilledForm, FormProblem>> {
  const opened = await openForm(bytes);
  if (!opened.ok) return opened;
  const { document } = opened.value;
  const font = await letters(document);
  const notFilled: string[] = [];
  const fields = new Map(fieldsOf(document).map((field) => [field.getName(), field]));
  for (const { name, value } of mapping.fields) {
    const field = fields.get(name);
    if (field === undefined || !fillField(field, formText(value, facts))) notFilled.push(name);
  }
  if (fields.size > 0) document.getForm().updateFieldAppearances(font);
  const pages = document.getPages();
  for (const { page, across, down, size, value } of mapping.marks) {
    const sheet = pages[page - 1];
    const text = formText(value, facts);
    if (sheet === undefined || text === '') continue;
    const shown = sheet.getCropBox();
    sheet.drawText(text.replace(/\s+/g, ' '), {
      x: shown.x + across / TENTHS_PER_POINT,
      y: shown.y + shown.height - down / TENTHS_PER_POINT,
      size,
      font,
    });
  }
  return ok({ bytes: await document.save({ updateFieldAppearances: false }), notFilled });
}
