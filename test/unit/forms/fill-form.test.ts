import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { FormFacts, FormMapping } from '@shared/returns/form-mapping';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { fillForm, readForm } from '../../../electron/files/forms/fill-form';

/** A council's form with two text fields, a box, a choice, and room for a figure that has no field. */
async function councilForm(change: (document: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText('Direct payment monitoring form', { x: 60, y: 780, size: 16 });
  const form = document.getForm();
  form.createTextField('Name').addToPage(page, { x: 60, y: 700, width: 200, height: 20 });
  form.createTextField('Closing').addToPage(page, { x: 60, y: 660, width: 200, height: 20 });
  form.createCheckBox('Declared').addToPage(page, { x: 60, y: 620, width: 14, height: 14 });
  const choice = form.createDropdown('Role');
  choice.setOptions(['Myself', 'Appointee']);
  choice.addToPage(page, { x: 60, y: 580, width: 120, height: 20 });
  const short = form.createTextField('Year');
  short.setMaxLength(4);
  short.addToPage(page, { x: 300, y: 580, width: 60, height: 20 });
  change(document);
  return document.save();
}

const facts: FormFacts = {
  figures: { 'supported-name': 'Łucja O’Brien', closing: '2,610.44', 'signed-as': 'appointee' },
  headings: { wages: '1,200.00' },
  fields: {},
  lines: [
    {
      number: '1',
      day: '06/10/2026',
      what: 'Grace Adeyemi',
      heading: 'Wages',
      in: '',
      out: '412.50',
      evidence: '3',
    },
  ],
};

const mapping: FormMapping = {
  fields: [
    { name: 'Name', value: { kind: 'figure', figure: 'supported-name' } },
    { name: 'Closing', value: { kind: 'figure', figure: 'closing' } },
    { name: 'Declared', value: { kind: 'tick' } },
    { name: 'Role', value: { kind: 'figure', figure: 'signed-as' } },
  ],
  marks: [
    { page: 1, across: 500, down: 1200, size: 10, value: { kind: 'line', number: 1, part: 'out' } },
    { page: 1, across: 500, down: 1300, size: 10, value: { kind: 'line', number: 2, part: 'out' } },
  ],
};

/** What another reader finds in a PDF: its words, its fields with their values, and whether it acts by itself. */
async function readElsewhere(bytes: Uint8Array) {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await loading.promise;
  const page = await document.getPage(1);
  const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const fields = (await page.getAnnotations()) as { fieldName?: string; fieldValue?: unknown }[];
  const found = {
    text,
    fields: Object.fromEntries(fields.map((field) => [field.fieldName, field.fieldValue])),
    scripts: await document.getJSActions(),
    open: await document.getOpenAction(),
  };
  await loading.destroy();
  return found;
}

describe('an authority’s own PDF form', () => {
  test('is read: its pages and the fields it brings', async () => {
    const read = await readForm(await councilForm());
    expect(read).toMatchObject({
      ok: true,
      value: { pages: [{ width: 2099, height: 2970 }], quietened: false },
    });
    expect(read.ok && read.value.fields).toEqual([
      { name: 'Name', kind: 'text', options: [] },
      { name: 'Closing', kind: 'text', options: [] },
      { name: 'Declared', kind: 'tick', options: [] },
      { name: 'Role', kind: 'choice', options: ['Myself', 'Appointee'] },
      { name: 'Year', kind: 'text', options: [] },
    ]);
  });

  test('is filled so that another reader finds every answer, letters of other languages too', async () => {
    const filled = await fillForm(await councilForm(), mapping, facts);
    if (!filled.ok) throw new Error(filled.code);
    expect(filled.value.notFilled).toEqual([]);
    const found = await readElsewhere(filled.value.bytes);
    expect(found.fields).toMatchObject({ Name: 'Łucja O’Brien', Closing: '2,610.44', Role: ['Appointee'] });
    expect(found.fields['Declared']).not.toBe('Off');
    expect(found.text).toContain('412.50');
  });

  test('names what it could not fill: a field that is gone, an answer that is too long, a choice it does not have', async () => {
    const filled = await fillForm(
      await councilForm(),
      {
        fields: [
          { name: 'Gone', value: { kind: 'tick' } },
          { name: 'Year', value: { kind: 'text', text: '2026-27' } },
          { name: 'Role', value: { kind: 'text', text: 'Attorney' } },
        ],
        marks: [],
      },
      facts,
    );
    expect(filled.ok && filled.value.notFilled).toEqual(['Gone', 'Year', 'Role']);
  });

  test('loses what acts by itself: scripts, and files attached to it', async () => {
    const acting = await councilForm((document) => {
      document.addJavaScript('hello', 'app.alert("hello")');
      document.catalog.set(
        PDFName.of('OpenAction'),
        document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert("open")') }),
      );
    });
    expect(await readForm(acting)).toMatchObject({ ok: true, value: { quietened: true } });
    const filled = await fillForm(acting, mapping, facts);
    if (!filled.ok) throw new Error(filled.code);
    const found = await readElsewhere(filled.value.bytes);
    expect(found.scripts).toBeNull();
    expect(found.open).toBeNull();
    expect(new TextDecoder('latin1').decode(filled.value.bytes)).not.toContain('app.alert');
  });

  test('that is no PDF, damaged, locked or too large is refused with its own code', async () => {
    const codeOf = async (bytes: Uint8Array) => {
      const read = await readForm(bytes);
      return read.ok ? 'read' : read.code;
    };
    const whole = await councilForm();
    expect(await codeOf(new TextEncoder().encode('<html>'))).toBe('form.not-a-pdf');
    expect(await codeOf(whole.subarray(0, 300))).toBe('form.damaged');
    // Something else behind the first line of a PDF: it has no pages to count.
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7\nPK and nothing else'))).toBe('form.damaged');
    expect(await codeOf(new Uint8Array(20_000_001))).toBe('form.too-large');
    const document = await PDFDocument.load(whole);
    document.encrypt({ userPassword: 'open', ownerPassword: 'own' });
    expect(await codeOf(await document.save())).toBe('form.protected');
  });
});
