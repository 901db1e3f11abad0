import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the screen as it is now, each with where; by all rules, or only those given. */
export async function axeProblems(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules === undefined
    ? axe.withTags(TAGS)
    : axe.withRules([...rules])
  ).analyze();
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
