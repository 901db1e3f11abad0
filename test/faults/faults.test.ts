import { expect, test } from 'vitest';
import { allFaults } from './all-faults';

const faults = allFaults.filter((fault) => fault.quick > 0 && fault.cannot?.() === undefined);

test.each(faults.map((fault) => [fault.row, fault.promise, fault.how, fault] as const))(
  '%i. %s (%s)',
  async (_row, _promise, _how, fault) => {
    const { tries, failures } = await fault.attempt(fault.quick);
    expect(failures).toEqual([]);
    expect(tries).toBeGreaterThanOrEqual(fault.quick);
  },
);

test('each way of breaking a promise is told apart from the others', () => {
  const names = allFaults.map((fault) => `${fault.row} ${fault.promise} ${fault.how}`);
  expect(new Set(names).size).toBe(names.length);
});
