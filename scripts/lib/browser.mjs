import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, root, run } from './run.mjs';
import { PlainProblem, say } from './say.mjs';

/** Opens an address in the person's own browser. Gives false where there is none to open. */
export function openInBrowser(url, env = process.env, platform = process.platform) {
  if (env.CI) return false;
  if (platform === 'darwin') return start('open', [url]);
  if (platform === 'win32') return start('rundll32', ['url.dll,FileProtocolHandler', url]);
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  const opener = ['xdg-open', 'x-www-browser', 'gnome-open'].find((name) => onPath(name));
  return opener === undefined ? false : start(opener, [url]);
}

function start(command, args) {
  try {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsHide: true });
    child.on('error', () => undefined);
    child.unref();
    return true;
  } catch {
    return false;
  }
}

/** Where Chrome, Chromium or Edge usually are. */
export function usualBrowserPlaces(env = process.env, platform = process.platform) {
  if (platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

/** A browser of the Chromium family that starts here, or undefined. `MAINSTAY_BROWSER` goes before all others. */
export async function findBrowser(env = process.env) {
  const named = env.MAINSTAY_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new PlainProblem(`MAINSTAY_BROWSER names ${named}, and there is no such file.`);
  }
  const candidates = [
    ...usualBrowserPlaces(env),
    ...NAMES.map((name) => onPath(name)),
    await playwrightBrowser(),
  ];
  for (const candidate of new Set(candidates)) {
    if (candidate !== undefined && existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/** Some systems have a file of the right name that only says how to get the browser, so it is asked for its version. */
async function starts(file) {
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  const { code, output } = await run(file, ['--version'], { timeout: 30_000 });
  return code === 0 && /chrom|edge/i.test(output);
}

async function playwrightBrowser() {
  const { code, output } = await run(process.execPath, [
    '-e',
    "process.stdout.write(require('playwright-core').chromium.executablePath())",
  ]);
  const file = output.trim();
  return code === 0 && existsSync(file) ? file : undefined;
}

/** Installs a browser: Playwright's own, else by the system's package manager. */
export async function findOrInstallBrowser() {
  const there = await findBrowser();
  if (there !== undefined) return there;
  say('No Chrome, Chromium or Edge was found. Installing Chromium for the tests.');
  for (const [command, args, options] of waysToInstall()) {
    await run(command, args, { timeout: 5 * 60_000, ...options });
    const found = await findBrowser();
    if (found !== undefined) return found;
  }
  throw new PlainProblem(
    'The end-to-end tests need Chrome, Chromium or Edge, and none could be installed. Install one, or name it in MAINSTAY_BROWSER, and run npm test again.',
  );
}

function waysToInstall() {
  const ways = [
    [process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {}],
  ];
  const asRoot = process.getuid?.() === 0 ? [] : onPath('sudo') ? ['sudo', '-n'] : undefined;
  const withSystem = (command) => {
    const [first, ...rest] = [...asRoot, ...command];
    ways.push([first, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } }]);
  };
  if (process.platform === 'linux' && asRoot !== undefined) {
    if (onPath('apt-get')) {
      withSystem(['apt-get', 'update', '-q']);
      withSystem(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium']);
    } else if (onPath('dnf')) withSystem(['dnf', 'install', '-y', '-q', 'chromium']);
  }
  if (process.platform === 'darwin' && onPath('brew'))
    ways.push(['brew', ['install', '--cask', 'chromium'], {}]);
  return ways;
}
