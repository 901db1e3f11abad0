import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { fusesOf, packProgram, unpackProgram } from '../support/packed-program';
import { plainPdf } from '../support/receipt-files';

const start = promisify(execFile);
const READ_A_RECEIPT = `
  import { once } from 'node:events';
  import { createRequire } from 'node:module';
  import { resolve } from 'node:path';
  import { Worker } from 'node:worker_threads';
  globalThis.fetch = () => { throw new Error('The network was asked'); };
  const thread = new Worker(resolve('dist/electron/receipt-worker.mjs'));
  thread.postMessage({ job: 'pdf-page', bytes: Buffer.from(process.env.RECEIPT, 'base64'), page: 1, turn: 0, width: 1200 });
  const [page] = await once(thread, 'message');
  await thread.terminate();
  const { createWorker } = createRequire(resolve('one.js'))('tesseract.js');
  const langPath = resolve('node_modules/@tesseract.js-data/eng/4.0.0_best_int');
  const reader = await createWorker('eng', 1, { langPath, cacheMethod: 'none', gzip: true });
  console.log((await reader.recognize(Buffer.from(page.jpeg))).data.text);
  await reader.terminate();
`;

// Elsewhere the packed driver could not be started.
if (process.platform === 'linux') {
  test('the packed program holds all it needs, and its fuses are set', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-packed-'));
    try {
      const packed = await packProgram(folder);
      expect(await fusesOf(packed)).toEqual([
        'RunAsNode is Disabled',
        'EnableCookieEncryption is Enabled',
        'EnableNodeOptionsEnvironmentVariable is Disabled',
        'EnableNodeCliInspectArguments is Disabled',
        'EnableEmbeddedAsarIntegrityValidation is Enabled',
        'OnlyLoadAppFromAsar is Enabled',
        'LoadBrowserProcessSpecificV8Snapshot is Disabled',
        'GrantFileProtocolExtraPrivileges is Disabled',
      ]);

      // Away from the clone, so that nothing can be borrowed from its packages.
      const program = join(folder, 'program');
      unpackProgram(packed, program);
      const made = await start(
        process.execPath,
        ['dist/electron/cli.js', 'demo', '--out', join(folder, 'demo'), '--today', '2026-11-24'],
        {
          cwd: program,
          env: { ...process.env, MAINSTAY_FOLDER: join(folder, 'records'), MAINSTAY_PLACES: folder },
        },
      );
      expect(made.stdout).toContain('payslip');

      // What reads receipts must stand alone beside the archive: a page is drawn in the thread, then its words are read.
      const script = join(folder, 'read-a-receipt.mjs');
      writeFileSync(script, READ_A_RECEIPT);
      const read = await start(process.execPath, [script], {
        cwd: join(packed, 'resources', 'app.asar.unpacked'),
        env: { ...process.env, RECEIPT: plainPdf('Total 12.50').toString('base64') },
      });
      expect(read.stdout).toContain('Total 12.50');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
