import type { IsoDay } from '@shared/dates';
import { ENCRYPTED_PERMISSIONS, ENCRYPTED_VERSION, lockWithRevision6 } from './pdf-encryption';
import { printable, sharedFont, type Weight } from './pdf-fonts';
import { openPdfKit, type PdfImage, type PdfKitDocument, type PdfStructure } from './pdf-kit';
import type { Run } from './words';

export type Align = 'left' | 'right' | 'center';

export type TextStyle = {
  readonly size: number;
  readonly weight: Weight;
  readonly align: Align;
  /** Figures of one width, so that columns line up. */
  readonly figures: boolean;
};

export type Words = string | readonly Run[];

/** A word of a broken line, with its weight and width in points, and whether it goes on from the line before. */
type Piece = {
  readonly text: string;
  readonly bold: boolean;
  readonly width: number;
  readonly goesOn: boolean;
};
export type Line = readonly Piece[];

export type PdfOptions = {
  readonly title: string;
  /** The day the document speaks of: the only date that is written into the file. */
  readonly createdOn: IsoDay;
  readonly orientation?: 'portrait' | 'landscape';
  /** The line at the foot of each page. Page counts from 1. */
  readonly footer: (page: number, pages: number) => string;
  /** Locks the file with AES-256. Such a file holds chance: its bytes are never the same twice. */
  readonly password?: string;
  /** Lays everything out and draws nothing: for finding the pages of an index first. */
  readonly layOutOnly?: boolean;
  /** The widths of texts, kept from one laying out to the next. */
  readonly widths?: Map<string, number>;
};

const LINE_HEIGHT = 1.36;
const ASCENT = 0.98;
const FOOTER_SIZE = 9;
const BODY_SIZE = 10.5;
export const MARGIN = 46;
const BOTTOM = 58;
const PIECE = 1_000_000;
const QUIET_RULE = '#8a8a8a';

/**
 * A tagged A4 document (PDF/UA-1) written from top to bottom: text, rules, boxes, pictures, page breaks and page numbers.
 * Black on white. The same calls give the same bytes: no clock, no random id, unless there is a password.
 */
export class PdfWriter {
  readonly document: PdfKitDocument;
  readonly width: number;
  y = MARGIN;
  readonly #root: PdfStructure;
  #parent: PdfStructure;
  readonly #options: PdfOptions;
  readonly #footers: (((page: number, pages: number) => string) | undefined)[] = [];
  #footerNow: ((page: number, pages: number) => string) | undefined;
  readonly #widths: Map<string, number>;
  readonly #drained: Blob[] = [];

  constructor(options: PdfOptions) {
    this.#options = options;
    this.#widths = options.widths ?? new Map();
    // The metadata writer of pdfkit does not escape XML.
    const title = printable(options.title).replace(/&/g, '+').replace(/[<>]/g, '');
    this.document = openPdfKit({
      size: 'A4',
      layout: options.orientation ?? 'portrait',
      margin: 0,
      ...(options.password === undefined
        ? { pdfVersion: '1.7' }
        : {
            pdfVersion: ENCRYPTED_VERSION,
            userPassword: options.password,
            permissions: ENCRYPTED_PERMISSIONS,
          }),
      subset: 'PDF/UA',
      tagged: true,
      displayTitle: true,
      lang: 'en-GB',
      bufferPages: true,
      font: null,
      info: {
        Title: title,
        Producer: 'Mainstay',
        Creator: 'Mainstay',
        CreationDate: new Date(`${options.createdOn}T12:00:00Z`),
      },
    });
    if (options.password !== undefined) lockWithRevision6(this.document, options.password);
    for (const weight of ['regular', 'semibold', 'bold'] as const)
      this.document.registerFont(weight, sharedFont(weight));
    this.width = this.document.page.width - 2 * MARGIN;
    this.#root = this.document.struct('Document');
    this.document.addStructure(this.#root);
    this.#parent = this.#root;
  }

  /** The last point of a page that content may reach. */
  get bottom(): number {
    return this.document.page.height - BOTTOM;
  }

  /** How much height is left on this page. */
  get left(): number {
    return this.bottom - this.y;
  }

  get pages(): number {
    const { start, count } = this.document.bufferedPageRange();
    return start + count;
  }

  newPage(): void {
    this.document.addPage();
    this.y = MARGIN;
    this.#footers[this.pages - 1] = this.#footerNow;
  }

  /** Gives this page and those after it their own foot line, for packs made of numbered items. */
  footerFromHere(footer: (page: number, pages: number) => string): void {
    this.#footerNow = footer;
    this.#footers[this.pages - 1] = footer;
  }

  /** Goes to a new page when less than `height` is left, unless the page is still empty. */
  keep(height: number): void {
    if (this.left < height && this.y > MARGIN) this.newPage();
  }

  gap(points: number): void {
    this.y += points;
  }

  /** Everything written inside becomes a child of one structure element. */
  within(tag: string, write: () => void, options?: Readonly<Record<string, unknown>>): void {
    if (this.#options.layOutOnly === true) {
      write();
      return;
    }
    const before = this.#parent;
    const element = this.document.struct(tag, options);
    before.add(element);
    this.#parent = element;
    write();
    element.end();
    this.#parent = before;
  }

  /** Marks what is drawn inside as the content of the current element. */
  content(draw: () => void): void {
    if (this.#options.layOutOnly === true) return;
    this.#parent.add(draw);
  }

  /** Lines and boxes: drawn, never read out. */
  decoration(draw: (document: PdfKitDocument) => void): void {
    if (this.#options.layOutOnly === true) return;
    this.document.markContent('Artifact', { type: 'Layout' });
    draw(this.document);
    this.document.endMarkedContent();
  }

  rule(x: number, y: number, width: number, heavy: boolean): void {
    this.decoration((document) => {
      document
        .lineWidth(heavy ? 1 : 0.5)
        .strokeColor(heavy ? '#000000' : QUIET_RULE)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke();
    });
  }

  lineHeight(size: number): number {
    return size * LINE_HEIGHT;
  }

  /** The width of a text in points. */
  measure(text: string, style: TextStyle, bold = false): number {
    const weight = bold ? 'bold' : style.weight;
    const key = `${weight}:${style.figures ? 1 : 0}:${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known * style.size;
    this.document.font(weight).fontSize(100);
    const width = this.document.widthOfString(text, style.figures ? { features: ['tnum'] } : {}) / 100;
    this.#widths.set(key, width);
    return width * style.size;
  }

  /** Breaks words into lines no wider than `width`, and at line ends; a word that is too long is cut. */
  breakLines(words: Words, width: number, style: TextStyle): Line[] {
    const runs: readonly Run[] = typeof words === 'string' ? [{ text: words, bold: false }] : words;
    const lines: Piece[][] = [];
    let line: Piece[] = [];
    let used = 0;
    const finish = (): void => {
      lines.push(line);
      line = [];
      used = 0;
    };
    let joined = false;
    for (const run of runs) {
      const space = this.measure(' ', style, run.bold);
      const parts = run.text.split('\n').flatMap((text, line) =>
        printable(text)
          .split(' ')
          .map((part, place) => ({ part, newLine: line > 0 && place === 0 })),
      );
      parts.forEach(({ part, newLine }, index) => {
        if (newLine) finish();
        let glued = joined && index === 0;
        for (const text of this.#cut(part, width, style, run.bold)) {
          const size = this.measure(text, style, run.bold);
          const before = line.length === 0 || glued ? 0 : space;
          if (used + before + size > width + 0.01 && line.length > 0) finish();
          const lead = line.length === 0 || glued ? '' : ' ';
          line.push({
            text: lead + text,
            bold: run.bold,
            width: size + (lead === '' ? 0 : space),
            goesOn: glued,
          });
          used += size + (lead === '' ? 0 : space);
          glued = true;
        }
      });
      joined = !/[ \n]$/.test(run.text);
    }
    if (line.length > 0 || lines.length === 0) finish();
    return lines;
  }

  #cut(word: string, width: number, style: TextStyle, bold: boolean): string[] {
    if (word === '') return [];
    if (this.measure(word, style, bold) <= width) return [word];
    const parts: string[] = [];
    let part = '';
    // A hyphen is a better place to break than the middle of a name.
    for (const piece of word.split(/(?<=[-/@.])/)) {
      if (this.measure(part + piece, style, bold) <= width) {
        part += piece;
        continue;
      }
      if (part !== '') parts.push(part);
      part = '';
      for (const letter of piece) {
        if (part !== '' && this.measure(part + letter, style, bold) > width) {
          parts.push(part);
          part = '';
        }
        part += letter;
      }
    }
    parts.push(part);
    return parts;
  }

  /** Draws broken lines at a place; to be called inside `content`. */
  drawLines(lines: readonly Line[], x: number, y: number, width: number, style: TextStyle): void {
    const step = this.lineHeight(style.size);
    lines.forEach((line, index) => {
      const used = line.reduce((sum, piece) => sum + piece.width, 0);
      let at =
        x + (style.align === 'right' ? width - used : style.align === 'center' ? (width - used) / 2 : 0);
      const baseline = y + index * step + (step - style.size * LINE_HEIGHT) / 2 + style.size * ASCENT;
      // Pieces of one weight are written as one text, so that reading tools find whole sentences.
      for (let first = 0; first < line.length; ) {
        let last = first;
        while (line[last + 1]?.bold === line[first]?.bold) last += 1;
        const pieces = line.slice(first, last + 1);
        const weight = pieces[0]?.bold ? 'bold' : style.weight;
        // A space at the end of a broken line keeps words apart for reading tools; it is not seen.
        const next = lines[index + 1]?.[0];
        const joint = last === line.length - 1 && next !== undefined && !next.goesOn ? ' ' : '';
        this.document
          .font(weight)
          .fontSize(style.size)
          .fillColor('#000000')
          .text(pieces.map((piece) => piece.text).join('') + joint, at, baseline, {
            lineBreak: false,
            baseline: 'alphabetic',
            ...(style.figures ? { features: ['tnum'] } : {}),
          });
        at += pieces.reduce((sum, piece) => sum + piece.width, 0);
        first = last + 1;
      }
    });
  }

  /**
   * Writes a tagged piece of text at the cursor (or at a place of its own) and moves the cursor under it,
   * over as many pages as it needs. Answers the height of what stands on the last page.
   */
  write(
    tag: string,
    words: Words,
    given: Partial<TextStyle> & {
      readonly x?: number;
      readonly width?: number;
      readonly after?: number;
      readonly keepWith?: number;
      readonly options?: Readonly<Record<string, unknown>>;
    } = {},
  ): number {
    const style: TextStyle = {
      size: given.size ?? BODY_SIZE,
      weight: given.weight ?? 'regular',
      align: given.align ?? 'left',
      figures: given.figures ?? false,
    };
    const width = given.width ?? this.width;
    const x = given.x ?? MARGIN;
    const step = this.lineHeight(style.size);
    let lines: readonly Line[] = this.breakLines(words, width, style);
    this.keep(Math.min(lines.length * step, 3 * step) + (given.keepWith ?? 0));
    let height = 0;
    this.within(
      tag,
      () => {
        while (lines.length > 0) {
          const fit = Math.max(1, Math.floor((this.left + 0.01) / step));
          const now = lines.slice(0, fit);
          this.content(() => this.drawLines(now, x, this.y, width, style));
          height = now.length * step;
          this.y += height;
          lines = lines.slice(fit);
          if (lines.length > 0) this.newPage();
        }
      },
      given.options,
    );
    this.y += given.after ?? 0;
    return height;
  }

  /** Draws a picture at the cursor as a figure with its spoken description, scaled into a box. */
  picture(image: PdfImage, description: string, height: number): void {
    this.within(
      'Figure',
      () => {
        const y = this.y;
        this.content(() =>
          this.document.image(image, MARGIN, y, { fit: [this.width, height], align: 'center' }),
        );
        this.y += height;
      },
      {
        alt: printable(description),
        bbox: [MARGIN, this.y, MARGIN + this.width, this.y + height],
        placement: 'Block',
      },
    );
  }

  #writeFooters(): void {
    const { start, count } = this.document.bufferedPageRange();
    const style: TextStyle = { size: FOOTER_SIZE, weight: 'regular', align: 'left', figures: false };
    for (let page = start; page < start + count; page += 1) {
      this.document.switchToPage(page);
      const words = (this.#footers[page] ?? this.#options.footer)(page + 1, start + count);
      const lines = this.breakLines(words, this.width, style).slice(-2);
      this.document.markContent('Artifact', { type: 'Pagination' });
      this.drawLines(lines, MARGIN, this.document.page.height - 44, this.width, style);
      this.document.endMarkedContent();
    }
  }

  /**
   * Ends the pages written so far, with their foot lines, and lets go of the memory they take: for hundreds of papers in one
   * file. What comes after begins with a new page. Foot lines are then told the pages there were at this moment.
   */
  endPages(): void {
    this.#writeFooters();
    this.document.flushPages();
    this.drain();
  }

  #close(): void {
    this.#root.end();
    this.#writeFooters();
    this.document.end();
  }

  /** Writes the page numbers and answers the bytes. The writer can't be used after. Throws when it holds pictures. */
  finish(): Uint8Array {
    this.#close();
    const chunks: Uint8Array[] = [];
    for (let chunk = this.document.read(); chunk !== null; chunk = this.document.read()) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (!bytes.subarray(-8).includes('%%EOF'))
      throw new Error('A PDF with pictures has to be finished later');
    return new Uint8Array(bytes);
  }

  /** The same for documents with pictures, some of which are unpacked beside. */
  async finishLater(): Promise<Uint8Array> {
    return new Uint8Array(await (await this.finishLarge()).arrayBuffer());
  }

  /** Takes what has been written out of the way: its bytes are then outside of what JavaScript has to look after. */
  drain(): void {
    for (let chunk = this.document.read(); chunk !== null; chunk = this.document.read())
      this.#drained.push(new Blob([new Uint8Array(chunk)]));
  }

  /** The same for a document of hundreds of pictures: its bytes are there once. */
  finishLarge(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      // A large document ends with a line for each of its objects: they are put together first.
      let waiting: Uint8Array[] = [];
      let size = 0;
      const take = (): void => {
        this.#drained.push(new Blob(waiting.map((chunk) => new Uint8Array(chunk))));
        waiting = [];
        size = 0;
      };
      this.document.on('data', (chunk) => {
        waiting.push(chunk);
        size += chunk.length;
        if (size > PIECE) take();
      });
      this.document.on('end', () => {
        take();
        resolve(new Blob(this.#drained, { type: 'application/pdf' }));
      });
      this.document.on('error', reject);
      this.#close();
    });
  }
}
