import type { Font } from 'fontkit';
import pdfkit from 'pdfkit';

/** The part of pdfkit 0.20 that documents use. Its published types do not know tags, PDF/UA or shared fonts. */
export type PdfStructure = {
  add(child: PdfStructure | (() => void)): PdfStructure;
  end(): void;
};

export type PdfImage = { readonly width: number; readonly height: number; readonly orientation?: number };

export type PdfKitDocument = {
  y: number;
  readonly page: { readonly width: number; readonly height: number };
  /** The file's own key and the dictionary that holds it, in a document with a password. */
  readonly _security: {
    readonly encryptionKey: Uint8Array;
    readonly dictionary: { readonly data: Record<string, unknown> };
  } | null;
  readonly _root: { readonly data: Record<string, unknown> };
  registerFont(name: string, font: Font): void;
  font(name: string): PdfKitDocument;
  fontSize(points: number): PdfKitDocument;
  fillColor(color: string): PdfKitDocument;
  strokeColor(color: string): PdfKitDocument;
  lineWidth(points: number): PdfKitDocument;
  moveTo(x: number, y: number): PdfKitDocument;
  lineTo(x: number, y: number): PdfKitDocument;
  rect(x: number, y: number, width: number, height: number): PdfKitDocument;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): PdfKitDocument;
  dash(length: number, options: { readonly space: number }): PdfKitDocument;
  undash(): PdfKitDocument;
  stroke(): PdfKitDocument;
  fill(color: string): PdfKitDocument;
  text(
    text: string,
    x: number,
    y: number,
    options: {
      readonly lineBreak: false;
      readonly baseline: 'alphabetic';
      readonly features?: readonly string[];
    },
  ): PdfKitDocument;
  widthOfString(text: string, options?: { readonly features?: readonly string[] }): number;
  openImage(bytes: Uint8Array): PdfImage;
  image(
    image: PdfImage,
    x: number,
    y: number,
    options: { readonly fit: readonly [number, number]; readonly align: 'center' },
  ): PdfKitDocument;
  outline: { addItem(title: string): unknown };
  struct(type: string, options?: Readonly<Record<string, unknown>>): PdfStructure;
  addStructure(element: PdfStructure): void;
  markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): void;
  endMarkedContent(): void;
  addPage(): PdfKitDocument;
  switchToPage(index: number): void;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  /** Ends the buffered pages: they can't be written to after. */
  flushPages(): void;
  end(): void;
  on(event: 'data', take: (chunk: Uint8Array) => void): void;
  on(event: 'end', take: () => void): void;
  on(event: 'error', take: (error: Error) => void): void;
  read(): Uint8Array | null;
};

/** Opens a pdfkit document with the given options, typed as above. */
export function openPdfKit(options: Readonly<Record<string, unknown>>): PdfKitDocument {
  const Document = pdfkit as unknown as new (given: Readonly<Record<string, unknown>>) => PdfKitDocument;
  return new Document(options);
}
