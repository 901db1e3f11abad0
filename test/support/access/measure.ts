import type { Page } from '@playwright/test';
import { axeProblems } from '../axe-check';
import type { Keyboard } from '../keyboard';
import { readingGrade, sentencesOf, wordsOf } from '../reading-grade';
import { unexplainedIn } from './jargon';
import { coverFacts, fitFacts, forcedFacts, motionFacts, nameFacts, wordsOfPage } from './page-facts';

/** The rows of the table: what each screen is measured by. */
export const ROWS = {
  axe: 'axe: WCAG 2.2 A and AA, and best practice',
  headings: 'one heading, a title, levels in order, tables named',
  names: 'a name for all, one of its own, that holds the words seen',
  size24: 'targets of 24 px at least',
  size44: 'targets of 44 px (our own goal)',
  focus: 'focus seen and never covered, by Tab and at 320 × 256',
  stops: 'every stop can be reached and left, in the order read',
  main: 'the main action within 10 stops of the heading',
  reflow: 'nothing sideways or cut off at 320 × 256',
  text200: 'the same with text at 200 %',
  spacing: 'the same with wide text spacing',
  dark: 'contrast in dark',
  forced: 'forced colours: contrast, edges and signs',
  motion: 'no movement for who asks for none',
  reading: 'reading grade 6 at most, sentences of 20 words at most',
  jargon: 'no short form without its plain word beside it',
  errors: 'a form sent empty says so in the six ways',
  dialogs: 'what opens over the page: all of the above, and focus comes back',
} as const;
export type Row = keyof typeof ROWS;
export type Measured = { [R in Row]?: string[] };

export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  readonly text?: number;
};

/** Shows the screen in a look, and waits until the window has taken it in. */
export async function show(page: Page, look: Look): Promise<void> {
  const { width = 1280, height = 800, dark = false, forced = false, text = 100 } = look;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: forced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await page.waitForFunction(
    ([wide, theme]) => window.innerWidth === wide && document.documentElement.dataset['theme'] === theme,
    [width, dark ? 'dark' : 'light'] as const,
  );
  await page.evaluate(async (size) => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    document.documentElement.dataset['text'] = String(size);
    window.dispatchEvent(new Event('resize'));
    window.scrollTo(0, 0);
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }, text);
}

const SPACING =
  '*{line-height:1.5 !important;letter-spacing:0.12em !important;word-spacing:0.16em !important}p{margin-bottom:2em !important}';

/** Text as far apart as WCAG 1.4.12 asks for; what no longer fits. */
async function spacedFacts(page: Page): Promise<string[]> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  const found = await page.evaluate(fitFacts);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return found;
}

type Walk = { readonly focus: string[]; readonly stops: string[]; readonly main: string[] };

/** Tab from the top of the page to its end, as somebody does who can't see where things are. */
async function walk(page: Page, keyboard: Keyboard): Promise<Walk> {
  const found: Walk = { focus: [], stops: [], main: [] };
  const waiting = await page.evaluate(() => {
    window.scrollTo(0, 0);
    for (const one of document.querySelectorAll('[data-stop]')) one.removeAttribute('data-stop');
    const main = document.querySelector('main');
    if (main !== null) {
      main.tabIndex = -1;
      main.focus();
    }
    return [
      ...(main?.querySelectorAll<HTMLElement>('a[href], button, input, textarea, summary, [tabindex="0"]') ??
        []),
    ].filter(
      (one) =>
        one.tabIndex >= 0 &&
        one.getClientRects().length > 0 &&
        one.closest('[inert], [aria-hidden="true"]') === null,
    ).length;
  });
  let before = -1;
  let mainAt: number | undefined;
  let backs = 0;
  const fields = await page.locator('main form :is(input, textarea):visible').count();
  for (let stop = 1; stop <= waiting + 12; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate((turn) => {
      const element = document.activeElement;
      const main = document.querySelector('main');
      if (!(element instanceof HTMLElement) || main === null || !main.contains(element)) return null;
      const seen = element.dataset['stop'];
      element.dataset['stop'] ??= String(turn);
      const all = [...main.querySelectorAll('*')];
      return {
        place: all.indexOf(element),
        again: seen !== undefined,
        // One stop that leads straight to the main action is one stop before it.
        primary: element.matches('.button.primary, .page > .skip'),
        isBack: element.matches('.page-back'),
        words: `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`,
      };
    }, stop);
    if (here === null) break;
    if (here.again) {
      found.stops.push(`Tab stays at ${here.words}`);
      break;
    }
    if (here.place < before) found.stops.push(`out of order: ${here.words}`);
    before = here.place;
    if (here.isBack) backs += 1;
    if (here.primary && mainAt === undefined) mainAt = stop - backs;
    const spot = await keyboard.glance();
    if (spot !== null && !spot.ringed) found.focus.push(`not seen: ${here.words}`);
    if (spot?.covered === true) found.focus.push(`covered: ${here.words}`);
  }
  if (mainAt !== undefined && mainAt > 10)
    found.main.push(
      `${mainAt} stops to the main action${fields > 0 ? `, in a form of ${fields} fields` : ''}`,
    );
  const missed = await page.evaluate(() => {
    // Past the end Tab begins again at the skip link, which lies over the top while it has focus.
    (document.activeElement as HTMLElement | null)?.blur();
    const main = document.querySelector('main');
    return [
      ...(main?.querySelectorAll<HTMLElement>('a[href], button, input, textarea, summary, [tabindex="0"]') ??
        []),
    ]
      .filter((one) => {
        if (one.tabIndex < 0 || one.dataset['stop'] !== undefined || one.getClientRects().length === 0)
          return false;
        if (one.closest('[inert], [aria-hidden="true"]') !== null) return false;
        // Of the parts of one thing, Tab stops at one; arrows go on.
        const whole = one.closest(
          '[role="radiogroup"], [role="toolbar"], [role="tablist"], [role="grid"], fieldset',
        );
        if (
          whole?.querySelector('[data-stop]') != null &&
          one.matches('input, [role="radio"], [role="tab"], [role="radiogroup"] *, [role="grid"] *')
        )
          return false;
        if (!one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) return false;
        return true;
      })
      .map(
        (one) =>
          `never reached: ${one.tagName.toLowerCase()} “${(one.textContent ?? '').trim().slice(0, 40)}”`,
      );
  });
  found.stops.push(...missed.slice(0, 5));
  return found;
}

/** Is this a page of the law, where grade 8 is the mark? */
const LEGAL = /privacy|contract|dismiss|notice|law/;

function readingFacts(words: readonly string[], screen: string): string[] {
  const found: string[] = [];
  const grade = readingGrade(words);
  const most = LEGAL.test(screen) ? 8 : 6;
  if (grade !== undefined && grade > most) found.push(`grade ${grade.toFixed(1)}`);
  for (const sentence of words.flatMap(sentencesOf))
    if (wordsOf(sentence).length > 20) found.push(`${wordsOf(sentence).length} words: ${sentence}`);
  return found;
}

/** Everything that a screen must keep, as it stands in the window now. */
export async function measure(page: Page, keyboard: Keyboard, screen: string): Promise<Measured> {
  await show(page, {});
  const words = await page.evaluate(wordsOfPage);
  const found: Measured = {
    axe: await axeProblems(page),
    ...(await page.evaluate(nameFacts)),
    ...(await walk(page, keyboard)),
    motion: await page.evaluate(motionFacts),
    reading: readingFacts(words, screen),
    jargon: unexplainedIn(words),
    spacing: await spacedFacts(page),
  };
  await show(page, { dark: true });
  found.dark = await axeProblems(page, ['color-contrast']);
  await show(page, { forced: true });
  found.forced = [...(await axeProblems(page, ['color-contrast'])), ...(await page.evaluate(forcedFacts))];
  await show(page, { text: 200 });
  found.text200 = await page.evaluate(fitFacts);
  await show(page, { width: 320, height: 256 });
  found.reflow = [
    ...(await page.evaluate(fitFacts)),
    ...(await axeProblems(page)).map((one) => `axe: ${one}`),
  ];
  found.spacing?.push(...(await spacedFacts(page)).map((one) => `at 320: ${one}`));
  found.focus?.push(...(await page.evaluate(coverFacts)).map((one) => `at 320 × 256, ${one}`));
  found.size24?.push(...(await page.evaluate(nameFacts)).size24.map((one) => `at 320: ${one}`));
  await show(page, {});
  return found;
}
