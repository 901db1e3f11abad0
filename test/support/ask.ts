import type { Page } from '@playwright/test';

/** Asks the program as its window does, from the window's own page; throws what it refuses. */
export async function ask<T = Record<string, string>>(page: Page, call: string, input?: object): Promise<T> {
  return page.evaluate(
    async ([path, body]) => {
      const answer = await fetch(`/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body === undefined ? {} : { json: body }),
      });
      const { json } = await answer.json();
      if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(json)}`);
      return json;
    },
    [call, input] as const,
  );
}
