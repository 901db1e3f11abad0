import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@shared': here('./shared'), '@resources': here('./resources') } },
  test: {
    globalSetup: ['test/support/check-node.ts'],
    testTimeout: 20_000,
    pool: 'threads',
    // As many as there are cores: vitest keeps one back, which on a small machine is half of it.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'rules and services',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/window/**', 'test/end-to-end/**', 'test/bench/**', 'node_modules/**'],
          // What they share is data that never changes: read once a thread, not once a file.
          isolate: false,
          setupFiles: ['test/support/property-seed.ts'],
        },
      },
      {
        extends: true,
        // The window keeps state in its modules, so each file starts afresh.
        test: { name: 'window', include: ['test/window/**/*.test.ts', 'test/window/**/*.test.tsx'] },
      },
    ],
  },
});
