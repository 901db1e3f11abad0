const LONGEST = 120;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/**
 * A file name that is safe on Windows, macOS and Linux: no folders, no control, joining or direction marks, no reserved
 * names, no leading dash or dot, at most 120 characters, the ending kept. Letters of every language stay, in NFC.
 * A name with nothing left becomes `fallback`.
 */
export function safeFileName(name: string, fallback = 'file'): string {
  const clean = name
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[/\\:*?"<>|\u2044\u2215\u29f5\uff0f\uff3c]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.\-~]+/, '')
    .replace(/[\s.]+$/, '');
  const ending = /\.[a-z0-9]{1,8}$/i.exec(clean)?.[0] ?? '';
  let stem = ending === '' ? clean : clean.slice(0, -ending.length);
  const letters = [...stem];
  while (letters.join('').length + ending.length > LONGEST) letters.pop();
  stem = letters.join('').replace(/[\s.]+$/, '');
  if (stem === '') stem = fallback;
  // Windows reserves the name whatever its ending, and up to the first dot.
  if (RESERVED.test(stem.split('.')[0]?.trim() ?? '')) stem = `_${stem}`;
  return (stem + ending).slice(0, LONGEST);
}

/**
 * A name made safe that is not taken yet, whatever the case: a second `a.pdf` becomes `a (2).pdf`. It is taken from then on;
 * `taken` holds small letters.
 */
export function freeFileName(name: string, taken: Set<string>): string {
  const safe = safeFileName(name);
  const dot = safe.lastIndexOf('.');
  const stem = dot > 0 ? safe.slice(0, dot) : safe;
  const ending = dot > 0 ? safe.slice(dot) : '';
  let free = safe;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
    const mark = ` (${count})`;
    free = `${[...stem].slice(0, LONGEST - mark.length - ending.length).join('')}${mark}${ending}`;
  }
  taken.add(free.toLowerCase());
  return free;
}

/** Names made safe and each its own, as `freeFileName` makes them. The order stays. */
export function distinctFileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => freeFileName(name, taken));
}
