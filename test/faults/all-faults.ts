import type { Fault } from '../support/fault';

const modules = import.meta.glob<{ readonly faults: readonly Fault[] }>('./*.fault.ts', { eager: true });

/** Every way of breaking a promise, by row. */
export const allFaults: readonly Fault[] = Object.values(modules)
  .flatMap((one) => one.faults)
  .sort((a, b) => a.row - b.row);
