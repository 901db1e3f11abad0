import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The very axe that its Playwright binding brings. It is put into a page once, which makes each look three times as quick. */
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))(
  'axe-core',
) as {
  readonly source: string;
};

type Violation = {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
};
type Axe = { run(options: object): Promise<{ readonly violations: readonly Violation[] }> };

/** What axe finds wrong with the screen as it is now, each with where; by all rules, or only those given. */
export async function axeProblems(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      return (await axe.run({ runOnly, resultTypes: ['violations'] })).violations;
    },
    rules === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: [...rules] },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`),
  );
}

/** Fails unless axe finds nothing wrong with the screen, and attaches what it found. */
export async function expectNoAxeProblems(page: Page, screen: string): Promise<void> {
  const problems = await axeProblems(page);
  if (problems.length > 0)
    await test.info().attach(`axe: ${screen}`, { body: problems.join('\n\n'), contentType: 'text/plain' });
  expect(problems, `axe on ${screen}`).toEqual([]);
}

/**
 * The same for a screen that a walk comes by: only in `npm run test:slow`. `npm test` looks at every page once, in screens.spec.
 */
export async function expectNoAxeProblemsOnTheWay(page: Page, screen: string): Promise<void> {
  if (process.env['MAINSTAY_SLOW'] === '1') await expectNoAxeProblems(page, screen);
}
