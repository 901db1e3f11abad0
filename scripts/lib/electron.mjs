import { lookup } from 'node:dns/promises';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';
import { say } from './say.mjs';

const FETCH_LIMIT_MS = 5 * 60_000;

/**
 * The whole path of Electron's binary, or undefined. Looked up by its files: importing the package would start a download.
 */
export function electronBinary(folder = root) {
  const home = join(folder, 'node_modules', 'electron');
  try {
    const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist');
    const found = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    const binary = join(dist, readFileSync(join(home, 'path.txt'), 'utf8').trim());
    return found === wanted && existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Why Electron should not even be tried here, as the rest of a sentence, or undefined. */
export function whyNoElectron(env = process.env, platform = process.platform, uid = process.getuid?.()) {
  if (env.MAINSTAY_NO_ELECTRON) return 'it was asked not to';
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no screen here';
  // Its sandbox does not work for the root account, and Mainstay does not run without it.
  if (platform === 'linux' && uid === 0) return 'this is the root account';
  return undefined;
}

/** Electron's binary, fetched once where it is missing and can be had. Quiet about it when it can't. */
export async function findOrFetchElectron() {
  const there = electronBinary();
  if (there !== undefined) return there;
  const home = join(root, 'node_modules', 'electron');
  const failedBefore = join(root, 'node_modules', '.mainstay-no-electron');
  if (!existsSync(join(home, 'install.js')) || existsSync(failedBefore)) return undefined;
  if (await canReachDownload()) {
    say('Fetching Electron, once. This takes a minute or two.');
    await run(process.execPath, [join(home, 'install.js')], { timeout: FETCH_LIMIT_MS });
  }
  const fetched = electronBinary();
  if (fetched === undefined) noteFailure(failedBefore);
  return fetched;
}

/** So that every start is not slowed by what failed before. Where it can't be noted, the next start tries again. */
function noteFailure(file) {
  try {
    writeFileSync(file, 'Delete this file to try again.\n');
  } catch {
    // A read-only folder: nothing is lost.
  }
}

async function canReachDownload() {
  const { env } = process;
  if (env.HTTPS_PROXY || env.https_proxy) return true;
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com/';
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too long')), 3000);
  });
  try {
    await Promise.race([lookup(new URL(mirror).hostname), tooLong]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
