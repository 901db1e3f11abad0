import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { visit } from '../at-rest';
import { routeOf, windowRoutes } from './window-routes';
import { ACCESS } from './workspace-copy';

const FILE = (state: string): string => join(ACCESS, `paths-${state}.json`);

/** Ways of looking at one page that change what is on it. */
const LOOKS = /[?&](?:view|look|kind|part|show|tab)=[\w-]+/g;
/** How many pages of one kind are measured when they differ only in whose they are. */
const MOST = 1;

/** One page of each kind: an address in which what names a person, a day or a record counts for nothing. */
function kindOf(address: string, route: string): string {
  const [path = '', query = ''] = address.split('?');
  const wanted = route.split('/');
  const parts = path
    .split('/')
    .map((part, at) => {
      if (wanted[at]?.startsWith(':') !== true) return part;
      return /^:(?:part|journey|topicId|fund|kind)$/.test(wanted[at] ?? '') ? part : '*';
    })
    .join('/');
  return `${parts}${(`?${query}`.match(LOOKS) ?? []).join('')}`;
}

async function linksOf(page: Page): Promise<string[]> {
  return page.locator('a[href]').evaluateAll((links) =>
    links
      .map((link) => link.getAttribute('href') ?? '')
      .filter((to) => to.startsWith('#/'))
      .map((to) => to.slice(1)),
  );
}

/** Follows every link of every page until no new kind of page comes up. Answers the addresses. */
export async function findPaths(page: Page, state: string): Promise<readonly string[]> {
  const routes = windowRoutes();
  const found = new Map<string, string[]>();
  const waiting: string[] = [];
  const offer = (address: string): void => {
    const route = routeOf(address, routes);
    if (route === undefined) return;
    const kind = kindOf(address, route);
    const same = found.get(kind) ?? [];
    if (same.includes(address) || same.length >= (kind.includes('*') ? MOST : 1)) return;
    found.set(kind, [...same, address]);
    waiting.push(address);
  };
  for (const route of routes) if (!route.includes(':')) offer(route);
  /** Pages that are gone to from elsewhere than a link: their address follows from one that is linked. */
  const beside: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^\/money\/left\/([^/]+)$/, ['/money/ahead/$1', '/returns/endings/$1', '/returns/$1']],
    [/^(\/pay\/run\/[^/]+)$/, ['$1/finish']],
    [/^(\/money\/lines\/[^/?]+)$/, ['$1/change', '$1/correct']],
    [/^(\/returns\/[^/]+\/[^/]+\/[^/]+)$/, ['$1/log']],
  ];
  const follow = (address: string): void => {
    offer(address);
    for (const [pattern, others] of beside)
      if (pattern.test(address)) for (const other of others) offer(address.replace(pattern, other));
  };
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    await visit(page, next);
    for (const link of await linksOf(page)) follow(link);
  }
  const paths = [...new Set([...found.values()].flat())].sort();
  writeFileSync(FILE(state), JSON.stringify(paths, null, 1));
  return paths;
}

/** Routes of the window to which no link of any page led. */
export function missingRoutes(state: string): string[] {
  const routes = windowRoutes();
  const paths: string[] = JSON.parse(readFileSync(FILE(state), 'utf8'));
  const met = new Set(paths.map((path) => routeOf(path, routes)));
  return routes.filter((route) => !met.has(route));
}

/** The addresses of an area that were found. */
export function pathsOf(state: string, area: string): string[] {
  const paths: string[] = JSON.parse(readFileSync(FILE(state), 'utf8'));
  return paths.filter((path) => path.split(/[/?]/)[1] === area);
}
