import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@shared': here('./shared'), '@resources': here('./resources') } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/end-to-end/**', 'test/bench/**', 'node_modules/**'],
    globalSetup: ['test/support/check-node.ts'],
    testTimeout: 20_000,
    pool: 'threads',
  },
});
