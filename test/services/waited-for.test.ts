import { expect, test } from 'vitest';
import type { WorkspaceDatabase } from '../../electron/db/workspace-database';
import { standBack, waitedFor } from '../../electron/services/waited-for';

const db = {} as WorkspaceDatabase;

test('what goes on by itself stands back until nobody waits any more, and goes on where nobody did', async () => {
  const said: string[] = [];
  let endPapers: () => void = () => undefined;
  let endBatch: () => void = () => undefined;
  const papers = waitedFor(db, () => new Promise<void>((done) => (endPapers = done)));
  const batch = waitedFor(db, () => new Promise<void>((done) => (endBatch = done)));
  const looking = standBack(db).then(() => said.push('looking'));
  await standBack({} as WorkspaceDatabase).then(() => said.push('another file'));
  endPapers();
  await papers.then(() => said.push('papers'));
  endBatch();
  await batch.then(() => said.push('batch'));
  await looking;
  await standBack(db);
  expect(said.indexOf('looking')).toBeGreaterThan(said.indexOf('papers'));
  expect(said[0]).toBe('another file');
  expect(said).toHaveLength(4);
});

test('work that failed is waited for no longer', async () => {
  await expect(
    waitedFor(db, async () => {
      throw new Error('a fault');
    }),
  ).rejects.toThrow('a fault');
  await standBack(db);
});
