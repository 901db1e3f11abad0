import type { FaultOutcome } from './fault';

/**
 * Tries something so often, one after the other, and gathers what broke the promise. `once` gives one sentence when it did and
 * nothing when it held; what it throws is told as such, since nothing that a person meets may throw.
 */
export async function tryMany(
  tries: number,
  once: (index: number) => string | undefined | Promise<string | undefined>,
): Promise<FaultOutcome> {
  const failures: string[] = [];
  for (let index = 0; index < tries; index += 1) {
    try {
      const broken = await once(index);
      if (broken !== undefined) failures.push(broken);
    } catch (error) {
      failures.push(`try ${index} threw ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
  }
  return { tries, failures };
}
