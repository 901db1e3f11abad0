import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const start = promisify(execFile);
const asar = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'))(
  '@electron/asar',
) as {
  extractAll(archive: string, folder: string): void;
};

/**
 * What stands in for Electron's own files, which are not needed to find out whether ours are all there. The long word and
 * what follows are where @electron/fuses writes: version 1, eight fuses, all as Electron ships them.
 */
function standInForElectron(folder: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  writeFileSync(
    join(folder, 'electron'),
    `\u007fELF dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810110001 end`,
  );
  chmodSync(join(folder, 'electron'), 0o755);
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as {
    version: string;
  };
  writeFileSync(join(folder, 'version'), `v${version}`);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-GB.pak', 'locales/en-US.pak'])
    writeFileSync(join(folder, name), '');
}

/** Packs the built program for Linux in a folder, as a release is, and answers where it lies. Needs `npm run build` first. */
export async function packProgram(folder: string): Promise<string> {
  standInForElectron(join(folder, 'electron'));
  await start(process.execPath, [
    resolve('node_modules/electron-builder/cli.js'),
    '--linux',
    'dir',
    `-c.electronDist=${join(folder, 'electron')}`,
    `-c.directories.output=${join(folder, 'out')}`,
  ]);
  return join(folder, 'out', `linux${process.arch === 'x64' ? '' : `-${process.arch}`}-unpacked`);
}

/** The fuses of a packed program as `npx @electron/fuses read` tells them: `RunAsNode is Disabled`, and so on. */
export async function fusesOf(packed: string): Promise<readonly string[]> {
  const { stdout } = await start(
    process.execPath,
    [resolve('node_modules/@electron/fuses/dist/bin.js'), 'read', '--app', join(packed, 'mainstay')],
    { env: { ...process.env, FORCE_COLOR: '0' } },
  );
  return stdout.match(/\w+ is \w+/g) ?? [];
}

/** The packed program's own files, unpacked into a folder. */
export function unpackProgram(packed: string, folder: string): void {
  asar.extractAll(join(packed, 'resources', 'app.asar'), folder);
}
