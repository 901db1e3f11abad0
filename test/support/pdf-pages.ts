import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words on each page of a PDF, as another reader finds them. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push(words.replace(/\s+/g, ' '));
  }
  await loading.destroy();
  return pages;
}

/** What stands in the fields of a PDF, as another reader finds it. */
export async function pdfFields(bytes: Uint8Array): Promise<Record<string, string>> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const fields: Record<string, string> = {};
  for (let number = 1; number <= document.numPages; number += 1)
    for (const one of await (await document.getPage(number)).getAnnotations())
      if (one.fieldName !== undefined) fields[one.fieldName] = String(one.fieldValue);
  await loading.destroy();
  return fields;
}

/** A council’s own form, with two fields. */
export async function councilForm(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const form = document.getForm();
  form.createTextField('Name of service user').addToPage(page, { x: 60, y: 700, width: 240, height: 20 });
  form.createTextField('Closing balance').addToPage(page, { x: 60, y: 660, width: 240, height: 20 });
  return Buffer.from(await document.save());
}
