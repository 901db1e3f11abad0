import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { ok, type Result, refused } from '@shared/result';

/** The largest form that is opened, and the most pages it may have. */
export const MOST_FORM_BYTES = 20_000_000;
export const MOST_FORM_PAGES = 60;

export type FormProblem =
  | 'form.not-a-pdf'
  | 'form.too-large'
  | 'form.protected'
  | 'form.damaged'
  | 'form.too-many-pages';

/** What a PDF does by itself: none of it is kept in a form that Mainstay writes. */
const ACTS = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'RichMediaExecute',
];
const ACTING_KEYS = ['OpenAction', 'AA', 'JS', 'JavaScript', 'EmbeddedFiles', 'AF', 'XFA'].map((key) =>
  PDFName.of(key),
);
const KIND = PDFName.of('S');
const ACTION = PDFName.of('A');

function actionKind(document: PDFDocument, found: PDFObject | undefined): string | undefined {
  const action = found instanceof PDFRef ? document.context.lookup(found) : found;
  if (!(action instanceof PDFDict)) return undefined;
  const kind = action.lookup(KIND);
  return kind instanceof PDFName ? kind.decodeText() : undefined;
}

/** Takes out of one object whatever a reader would run by itself. Answers whether there was any. */
function quieten(document: PDFDocument, object: PDFObject): boolean {
  if (object instanceof PDFArray) {
    let found = false;
    for (const item of object.asArray())
      if (!(item instanceof PDFRef) && quieten(document, item)) found = true;
    return found;
  }
  if (!(object instanceof PDFDict)) return false;
  let found = false;
  for (const key of ACTING_KEYS) found = object.delete(key) || found;
  const kind = actionKind(document, object.get(ACTION));
  if (kind !== undefined && ACTS.includes(kind)) found = object.delete(ACTION) || found;
  for (const [, value] of object.entries())
    if (!(value instanceof PDFRef) && quieten(document, value)) found = true;
  return found;
}

/** A form that only its maker may change, but anybody may open, is opened as anybody. */
async function load(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true, password: '' });
}

/** Whether a PDF says that it is encrypted: in its last part, or in a stream of cross-references. */
function isLocked(bytes: Uint8Array): boolean {
  return /\/Encrypt\s+\d+\s+\d+\s+R/.test(new TextDecoder('latin1').decode(bytes));
}

export type OpenForm = {
  readonly document: PDFDocument;
  /** It held scripts, attached files or other things that act by themselves; they are taken out. */
  readonly quietened: boolean;
};

/** Opens a PDF form for filling in, without anything that runs by itself. Refuses what is no PDF, is locked, damaged or too large. */
export async function openForm(bytes: Uint8Array): Promise<Result<OpenForm, FormProblem>> {
  if (bytes.length > MOST_FORM_BYTES)
    return refused('form.too-large', { megabytes: MOST_FORM_BYTES / 1_000_000 });
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  if (!head.includes('%PDF-')) return refused('form.not-a-pdf');
  let document: PDFDocument;
  let pages: number;
  try {
    document = await load(bytes);
    // A PDF without a catalogue is only found out here.
    pages = document.getPageCount();
  } catch {
    return refused(isLocked(bytes) ? 'form.protected' : 'form.damaged');
  }
  if (pages > MOST_FORM_PAGES) return refused('form.too-many-pages', { pages, most: MOST_FORM_PAGES });
  if (pages === 0) return refused('form.damaged');
  let quietened = false;
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (quieten(document, object)) quietened = true;
  return ok({ document, quietened });
}
