import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The three doors, for Node and Electron's main process, as ES modules in one folder. Everything is bundled but what must
 * stay a package: native code, and packages that read data files beside themselves.
 */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '@shared': here('./shared'), '@resources': here('./resources') } },
  ssr: {
    noExternal: true,
    external: [
      'electron',
      'better-sqlite3',
      'pdfkit',
      'fontkit',
      '@expo-google-fonts/atkinson-hyperlegible-next',
      '@napi-rs/canvas',
      'pdfjs-dist',
      'tesseract.js',
    ],
  },
  build: {
    ssr: true,
    outDir: here('./dist/electron'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: here('./electron/main.ts'),
        host: here('./electron/host.ts'),
        cli: here('./electron/cli.ts'),
        // A thread of its own, started by its file.
        'receipt-worker': here('./electron/files/receipts/receipt-worker.ts'),
      },
      // All in one folder: `programFolder()` counts on it.
      output: {
        format: 'es',
        // Outside of the packed archive no package.json says that it is a module, so its name does.
        entryFileNames: (chunk) => (chunk.name === 'receipt-worker' ? '[name].mjs' : '[name].js'),
        chunkFileNames: 'part-[name]-[hash].js',
      },
    },
  },
});
