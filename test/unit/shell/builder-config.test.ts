import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** electron-builder's own reader and checker, so that this test and a release see the same. */
const builder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));
const yaml = builder('js-yaml') as { load(text: string): unknown };
const { validateConfiguration } = builder('./out/util/config/config.js') as {
  validateConfiguration(config: unknown, debugLogger: unknown): Promise<void>;
};
const { DebugLogger } = builder('builder-util') as { DebugLogger: new (enabled: boolean) => unknown };

type Target = { readonly target: string; readonly arch: readonly string[] };
type Config = {
  readonly files: readonly string[];
  readonly asarUnpack: readonly string[];
  readonly npmRebuild: boolean;
  readonly publish: null;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly win: {
    readonly target: readonly Target[];
    readonly icon: string;
    readonly requestedExecutionLevel: string;
  };
  readonly mac: { readonly target: readonly Target[]; readonly hardenedRuntime: boolean };
  readonly linux: { readonly target: readonly Target[] };
  readonly nsis: { readonly perMachine: boolean; readonly deleteAppDataOnUninstall: boolean };
};

const config = yaml.load(readFileSync('electron-builder.yml', 'utf8')) as Config;
const program = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly main: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

describe('the installers', () => {
  test('electron-builder knows every setting', async () => {
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
  });

  test('are made for Windows, macOS and Linux, on both kinds of processor', () => {
    const targets = (system: { readonly target: readonly Target[] }): string[] =>
      system.target.map((one) => `${one.target} ${one.arch.join(' ')}`);
    expect(targets(config.win)).toEqual(['nsis x64 arm64']);
    expect(targets(config.mac)).toEqual(['dmg x64 arm64']);
    expect(targets(config.linux)).toEqual(['AppImage x64 arm64', 'deb x64 arm64']);
  });

  test('every fuse is set to its safe side', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('nothing is rebuilt, published or fetched later', () => {
    expect(config.npmRebuild).toBe(false);
    expect(config.publish).toBeNull();
  });

  test('no administrator is needed, and taking the program away leaves the records', () => {
    expect(config.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
    expect(config.win.requestedExecutionLevel).toBe('asInvoker');
    expect(config.mac.hardenedRuntime).toBe(true);
  });

  test('hold the doors, the data and the one driver that runs there', () => {
    expect(program.main).toBe('dist/electron/main.js');
    expect(config.files).toEqual(expect.arrayContaining(['dist/**', 'resources/**', 'package.json']));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills this in.
    const driver = 'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node';
    expect(config.files.indexOf(driver)).toBeGreaterThan(
      config.files.indexOf('!node_modules/better-sqlite3/prebuilds/*.node'),
    );
    expect(config.asarUnpack).toContain('node_modules/better-sqlite3/prebuilds/**');
    expect(program.dependencies['better-sqlite3']).toMatch(/^npm:better-sqlite3-multiple-ciphers@/);
  });

  test('unpack what a thread reads receipts with, and leave script engines and unused cores out', () => {
    expect(config.asarUnpack).toEqual(
      expect.arrayContaining([
        'dist/electron/receipt-worker.mjs',
        'node_modules/@napi-rs/**',
        'node_modules/pdfjs-dist/**',
      ]),
    );
    expect(config.files).toEqual(
      expect.arrayContaining([
        '!node_modules/tesseract.js-core/*',
        '!node_modules/@tesseract.js-data/eng/4.0.0/**',
        '!node_modules/pdfjs-dist/wasm/quickjs*',
      ]),
    );
  });

  test('the icon is large enough for every system', () => {
    const png = readFileSync(resolve(config.win.icon));
    // Width and height stand at bytes 16 and 20 of a PNG (its IHDR).
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
  });
});
