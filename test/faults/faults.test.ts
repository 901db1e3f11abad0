import { expect, test } from 'vitest';
import type { Fault } from '../support/fault';

const modules = import.meta.glob<{ readonly faults: readonly Fault[] }>('./*.fault.ts', { eager: true });
const faults = Object.values(modules)
  .flatMap((one) => one.faults)
  .filter((fault) => fault.quick > 0 && fault.cannot?.() === undefined)
  .sort((a, b) => a.row - b.row);

test.each(faults.map((fault) => [fault.row, fault.promise, fault.how, fault] as const))(
  '%i. %s (%s)',
  async (_row, _promise, _how, fault) => {
    const { tries, failures } = await fault.attempt(fault.quick);
    expect(failures).toEqual([]);
    expect(tries).toBeGreaterThanOrEqual(fault.quick);
  },
);

test('each way of breaking a promise is told apart from the others', () => {
  const all = Object.values(modules).flatMap((one) => one.faults);
  const names = all.map((fault) => `${fault.row} ${fault.promise} ${fault.how}`);
  expect(new Set(names).size).toBe(names.length);
});
