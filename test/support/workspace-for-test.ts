import { onTestFinished } from 'vitest';
import { Refusal } from '../../electron/refusal';
import { type TestWorkspace, testWorkspace } from './workspace';

/** A workspace of one test alone, closed and taken away when the test ends. */
export async function workspaceForTest(today: string): Promise<TestWorkspace> {
  const given = await testWorkspace(today);
  onTestFinished(() => given.close());
  return given;
}

/** The code that something is refused with; `not refused` when it is done. */
export function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
}
