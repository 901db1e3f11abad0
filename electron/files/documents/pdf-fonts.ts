import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font, GlyphRun } from 'fontkit';
import * as fontkit from 'fontkit';

export type Weight = 'regular' | 'semibold' | 'bold';

const PLACES: Readonly<Record<Weight, string>> = {
  regular: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  semibold: '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  bold: '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
};

const opened = new Map<Weight, Font>();

/** Laid-out texts kept of each weight at the most: papers repeat their words, and laying out is most of the work. */
const MOST_KEPT = 2_000;

/** A font that lays each text out once. Every asker has positions of its own, since pdfkit scales them in place. */
function remembering(font: Font): Font {
  const kept = new Map<string, GlyphRun>();
  const layOut = font.layout.bind(font);
  font.layout = (text, features, ...rest) => {
    const key = `${features === undefined ? '' : JSON.stringify(features)} ${rest.join(' ')} ${text}`;
    let run = kept.get(key);
    if (run === undefined) {
      if (kept.size >= MOST_KEPT) kept.clear();
      run = layOut(text, features, ...rest);
      kept.set(key, run);
    }
    const own: GlyphRun = Object.assign(Object.create(Object.getPrototypeOf(run)), run);
    own.positions = run.positions.map((position) => ({ ...position }));
    return own;
  };
  return font;
}

/**
 * A font whose letters keep what they stand for. A letter is made once per font; one that was first met as a piece of
 * another (the full stop in a colon) would otherwise stand for nothing in every later document, and be read as nothing.
 */
function naming(font: Font): Font {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, codePoints);
    if (glyph.codePoints.length === 0 && codePoints.length > 0) glyph.codePoints = codePoints;
    return glyph;
  };
  return font;
}

/**
 * The parsed font of a weight. Parsing costs some 300 ms, so it is done once per process and shared by every document;
 * each document embeds its own subset.
 */
export function sharedFont(weight: Weight): Font {
  const known = opened.get(weight);
  if (known !== undefined) return known;
  const place = createRequire(import.meta.url).resolve(
    `@expo-google-fonts/atkinson-hyperlegible-next/${PLACES[weight]}`,
  );
  const font = fontkit.create(readFileSync(place));
  if (!('layout' in font)) throw new Error('A font file holds a collection, not one font');
  opened.set(weight, remembering(naming(font)));
  return font;
}

const drawable = new Map<string, string>();

/** Characters that turn, join or hide text: they would let a name pretend to be another on paper. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/gu;

/**
 * Text that the font can draw: hidden and direction characters are dropped, letters it lacks fall back to their plain
 * form (`ọ` → `o`) and, where there is none, to a question mark. PDF/UA allows no missing glyphs.
 */
export function printable(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\t\n]+/g, ' ')
    .replace(UNSEEN, '');
  if (/^[\u0020-\u007e£]*$/.test(clean)) return clean;
  const font = sharedFont('regular');
  let out = '';
  for (const letter of clean) {
    let shown = drawable.get(letter);
    if (shown === undefined) {
      shown = letter;
      if (!font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) {
        const plain = [...letter.normalize('NFKD')].filter((part) =>
          font.hasGlyphForCodePoint(part.codePointAt(0) ?? 0),
        );
        shown = plain.length > 0 ? plain.join('') : '?';
      }
      drawable.set(letter, shown);
    }
    out += shown;
  }
  return out;
}
