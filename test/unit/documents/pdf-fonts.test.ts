import { beforeEach, describe, expect, test, vi } from 'vitest';

describe('The font of every paper', () => {
  beforeEach(() => {
    vi.resetModules();
  });

  test('reads a letter as itself, though an earlier paper met it only as a piece of another', async () => {
    const { sharedFont } = await import('../../../electron/files/documents/pdf-fonts');
    const font = sharedFont('regular');
    // A first paper with a colon and no full stop: embedding the colon reaches the full stop it is drawn with.
    const first = font.createSubset();
    for (const glyph of font.layout('Pay day:;').glyphs) first.includeGlyph(glyph);
    first.encode();
    // A later paper's figures.
    expect(font.layout('£13.30').glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints))).toEqual([
      ...'£13.30',
    ]);
  });
});
