import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The preload as one CommonJS file: the only form that a sandboxed window takes. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '@shared': here('./shared') } },
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: here('./dist/preload'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    rolldownOptions: {
      input: { preload: here('./electron/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
