import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, openInBrowser, usualBrowserPlaces } from '../../../scripts/lib/browser.mjs';
import { mustBuild, sourcesHash, steps } from '../../../scripts/lib/build-steps.mjs';
import { electronBinary, whyNoElectron } from '../../../scripts/lib/electron.mjs';
import { canRunProgram, canRunScripts, whyInstall } from '../../../scripts/lib/prepare.mjs';
import { endToEndCounts, plus, unitCounts } from '../../../scripts/lib/test-counts.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-scripts-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('which Node is good enough', () => {
  test('the scripts start on 20, the program needs 22.12', () => {
    expect(['18.20.4', '20.0.0', '24.21.0'].map(canRunScripts)).toEqual([false, true, true]);
    expect(['20.20.2', '22.11.0', '22.12.0', '23.0.0', '24.21.0'].map(canRunProgram)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('when packages are installed', () => {
  test('a clone without packages is installed first', () => {
    write('package-lock.json', '{}');
    expect(whyInstall(folder)).toBe('first');
  });

  test('packages older than their list are installed again', () => {
    write('package-lock.json', '{}');
    write('node_modules/.package-lock.json', '{}');
    expect(whyInstall(folder)).toBeUndefined();
    write('node_modules/.mainstay-installed', 'made from another list');
    expect(whyInstall(folder)).toBe('changed');
  });
});

describe('what is built', () => {
  const preload = steps.find((step) => step.name === 'preload');
  if (preload === undefined) throw new Error('no preload step');

  test('what is missing, then what has changed, and nothing else', () => {
    write('electron/preload.ts', 'one');
    expect(mustBuild(preload, folder)).toBe(true);
    write('dist/preload/preload.cjs', 'made');
    write('dist/.made/preload.txt', sourcesHash(preload, folder));
    expect(mustBuild(preload, folder)).toBe(false);
    write('electron/preload.ts', 'two');
    expect(mustBuild(preload, folder)).toBe(true);
  });
});

describe('whether Electron is tried', () => {
  test('not where it can’t work, and the reason is said', () => {
    expect(whyNoElectron({ MAINSTAY_NO_ELECTRON: '1' }, 'win32', undefined)).toBe('it was asked not to');
    expect(whyNoElectron({}, 'linux', 1000)).toBe('there is no screen here');
    expect(whyNoElectron({ DISPLAY: ':0' }, 'linux', 0)).toBe('this is the root account');
    expect(whyNoElectron({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 1000)).toBeUndefined();
    expect(whyNoElectron({}, 'darwin', 501)).toBeUndefined();
  });

  test('its binary is found by its files, of the right version only', () => {
    write('node_modules/electron/package.json', '{"version":"45.4.1"}');
    expect(electronBinary(folder)).toBeUndefined();
    write('node_modules/electron/path.txt', 'electron');
    write('node_modules/electron/dist/electron', '');
    write('node_modules/electron/dist/version', 'v44.0.0');
    expect(electronBinary(folder)).toBeUndefined();
    write('node_modules/electron/dist/version', 'v45.4.1');
    expect(electronBinary(folder)).toBe(join(folder, 'node_modules/electron/dist/electron'));
  });
});

describe('the browser', () => {
  test('is not opened where nobody looks', () => {
    expect(openInBrowser('http://127.0.0.1/', { CI: 'true', DISPLAY: ':0' }, 'linux')).toBe(false);
    expect(openInBrowser('http://127.0.0.1/', {}, 'linux')).toBe(false);
  });

  test('is looked for on each system', () => {
    expect(usualBrowserPlaces({}, 'linux')).toContain('/usr/bin/chromium');
    expect(usualBrowserPlaces({}, 'darwin').join()).toContain('Google Chrome.app');
    expect(usualBrowserPlaces({ PROGRAMFILES: 'C:\\Programs' }, 'win32').join()).toMatch(/msedge\.exe/);
  });

  test('a named one that is not there is said in a sentence', async () => {
    await expect(findBrowser({ MAINSTAY_BROWSER: '/no/such/browser' })).rejects.toThrow(
      'MAINSTAY_BROWSER names /no/such/browser, and there is no such file.',
    );
  });
});

describe('the last line of npm test', () => {
  test('adds what both runners say', () => {
    const unit = unitCounts({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 0, testResults: [] });
    const endToEnd = endToEndCounts({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [],
    });
    expect(plus(unit, endToEnd)).toEqual({ passed: 13, failed: 3, skipped: 0 });
  });

  test('a test file that can’t be loaded counts as failed', () => {
    expect(
      unitCounts({
        numPassedTests: 10,
        numFailedTests: 0,
        numPendingTests: 0,
        testResults: [{ status: 'failed', assertionResults: [] }],
      }).failed,
    ).toBe(1);
    expect(
      endToEndCounts({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] }).failed,
    ).toBe(1);
  });

  test('no results are no passes', () => {
    expect(unitCounts(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
