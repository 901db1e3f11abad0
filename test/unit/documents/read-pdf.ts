import { inflateSync } from 'node:zlib';

/** What a test asks of a PDF: its pages' text in drawing order, its structure tags, and its raw objects. */
export type ReadPdf = {
  readonly pages: readonly string[];
  readonly text: string;
  readonly tags: readonly string[];
  readonly raw: string;
  /** The drawing operators of each page. */
  readonly drawings: readonly string[];
};

type PdfObject = { readonly head: string; readonly stream: Buffer | undefined };

function objectsOf(bytes: Uint8Array, open: (stream: Buffer) => Buffer): Map<number, PdfObject> {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfObject>();
  const start = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(raw); match !== null; match = start.exec(raw)) {
    const from = match.index + match[0].length;
    const streamAt = raw.indexOf('stream\n', from);
    const endAt = raw.indexOf('endobj', from);
    if (streamAt >= 0 && streamAt < endAt) {
      const head = raw.slice(from, streamAt);
      const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? '0');
      const body = open(Buffer.from(raw.slice(streamAt + 7, streamAt + 7 + length), 'latin1'));
      objects.set(Number(match[1]), {
        head,
        stream: head.includes('/FlateDecode') && !head.includes('/Subtype /Image') ? inflateSync(body) : body,
      });
      start.lastIndex = streamAt + 7 + length;
    } else objects.set(Number(match[1]), { head: raw.slice(from, endAt), stream: undefined });
  }
  return objects;
}

function unicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const block of cmap.matchAll(/beginbfrange\n([\s\S]*?)\nendbfrange/g))
    for (const range of (block[1] ?? '').matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
      let code = Number.parseInt(range[1] ?? '0', 16);
      for (const target of (range[3] ?? '').matchAll(/<([0-9a-f ]+)>/g)) {
        const units = (target[1] ?? '').replace(/ /g, '').match(/.{4}/g) ?? [];
        map.set(
          code.toString(16).padStart(4, '0'),
          units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(''),
        );
        code += 1;
      }
    }
  return map;
}

/** Reads back a PDF that this program wrote. It knows no other PDF. `open` unlocks the streams of a locked one. */
export function readPdf(bytes: Uint8Array, open: (stream: Buffer) => Buffer = (stream) => stream): ReadPdf {
  const objects = objectsOf(bytes, open);
  const headOf = (id: number): string => objects.get(id)?.head ?? '';
  const reference = (head: string, name: string): number =>
    Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '0');
  const pagesHead = [...objects.values()].find((object) => /\/Type \/Pages\b/.test(object.head))?.head ?? '';
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(pagesHead)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((kid) =>
    Number(kid[1]),
  );
  const fonts = new Map<number, Map<string, string>>();
  const drawings: string[] = [];
  const pages = kids.map((kid) => {
    const page = headOf(kid);
    const resources = headOf(reference(page, 'Resources')) || page;
    const names = new Map<string, Map<string, string>>();
    for (const font of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const id = Number(font[2]);
      const cmap = objects.get(reference(headOf(id), 'ToUnicode'))?.stream;
      const known = fonts.get(id) ?? unicodeMap(cmap?.toString('latin1') ?? '');
      fonts.set(id, known);
      names.set(font[1] ?? '', known);
    }
    const content = objects.get(reference(page, 'Contents'))?.stream?.toString('latin1') ?? '';
    drawings.push(content);
    const lines: string[] = [];
    let font = new Map<string, string>();
    for (const operator of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (operator[1] !== undefined) font = names.get(operator[1]) ?? new Map();
      else {
        const codes = [...(operator[2] ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(
          (hex) => (hex[1] ?? '').match(/.{4}/g) ?? [],
        );
        lines.push(codes.map((code) => font.get(code) ?? '\ufffd').join(''));
      }
    }
    return lines.join('\n');
  });
  return {
    pages,
    text: pages.join('\n'),
    tags: [...objects.values()].flatMap((object) => /^<<\n\/S \/(\w+)/.exec(object.head)?.[1] ?? []),
    raw: Buffer.from(bytes).toString('latin1'),
    drawings,
  };
}
