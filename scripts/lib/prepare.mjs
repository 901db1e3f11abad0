import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeVersion, npmCommand, root, run, track } from './run.mjs';
import { PlainProblem, say, seconds } from './say.mjs';

const NEEDED = [22, 12];

/** Whether a version such as `24.21.0` can run the program itself. */
export function canRunProgram(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** Whether a version can run these scripts up to the hand-over. */
export function canRunScripts(version) {
  return Number(version.split('.')[0]) >= 20;
}

/** Stops in plain words when the Node we were started on is too old for anything. */
export function checkNode() {
  if (!canRunScripts(process.versions.node))
    throw new PlainProblem(
      `Mainstay needs Node 20 or later, and this is Node ${process.versions.node}. Install a newer one from nodejs.org and try again.`,
    );
}

function lockHash() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'tools/node-runtime/package.json'])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Why packages must be installed, or undefined when they are as the lockfile says. */
export function whyInstall(folder = root) {
  const modules = join(folder, 'node_modules');
  const listed = join(modules, '.package-lock.json');
  if (!existsSync(listed)) return 'first';
  const stamp = join(modules, '.mainstay-installed');
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash() ? undefined : 'changed';
  // Installed by hand with npm: trust it while it is newer than the lockfile.
  return statSync(listed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
    ? undefined
    : 'changed';
}

/** Installs the packages of the lockfile when they are missing or out of date. */
export async function installPackages() {
  const why = whyInstall();
  if (why === undefined) return;
  const npm = npmCommand();
  if (npm === undefined)
    throw new PlainProblem(
      'Mainstay needs npm to install its packages, and npm was not found. It comes with Node: see nodejs.org.',
    );
  say(
    why === 'first'
      ? 'Installing packages. This takes a minute or two, once.'
      : 'The list of packages has changed. Installing them.',
  );
  const started = Date.now();
  // A running program can't be replaced on Windows, so there the installed tree is mended in place instead of made anew.
  const inUse = process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'));
  const { code, output } = await run(
    npm.command,
    [
      ...npm.args,
      ...(inUse ? ['install', '--no-save'] : ['ci']),
      '--no-audit',
      '--no-fund',
      '--include=dev',
      '--loglevel=error',
    ],
    { shell: npm.shell },
  );
  if (code !== 0) {
    say(lastLines(output, 15));
    throw new PlainProblem(
      'The packages could not be installed. Check the internet connection and the free space on this disk, then try again.',
    );
  }
  writeFileSync(join(root, 'node_modules', '.mainstay-installed'), lockHash());
  say(`Packages are installed (${seconds(Date.now() - started)}).`);
}

/** The Node that comes with the packages, where there is one for this computer and it runs. */
export function pinnedNode() {
  const file = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(file)) return undefined;
  const version = nodeVersion(file);
  return version === undefined ? undefined : { file, version };
}

/**
 * Goes on in the pinned Node: runs the same script there and gives its exit code, or undefined when this process already is
 * the right one. Where no pinned Node exists (macOS), the person's own must be 22.12 or later.
 */
export async function handOver(script) {
  // Set by the process that handed over to this one: never hand over twice.
  if (process.env.MAINSTAY_HANDED_OVER === String(process.ppid)) return undefined;
  const pinned = pinnedNode();
  if (pinned === undefined) {
    if (canRunProgram(process.versions.node)) return undefined;
    throw new PlainProblem(
      `Mainstay needs Node 22.12 or later on this computer, and this is Node ${process.versions.node}. Install a newer one from nodejs.org and try again.`,
    );
  }
  if (realpathSync(pinned.file) === realpathSync(process.execPath)) return undefined;
  const child = track(
    spawn(pinned.file, [script, ...process.argv.slice(2)], {
      cwd: process.cwd(),
      stdio: 'inherit',
      env: { ...process.env, MAINSTAY_HANDED_OVER: String(process.pid) },
    }),
  );
  return new Promise((done) => {
    child.on('error', () => done(1));
    child.on('close', (code) => done(code ?? 130));
  });
}

/** The last lines of an output, for showing why something failed. */
function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
