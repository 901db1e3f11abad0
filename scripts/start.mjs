/**
 * npm start: installs what is missing, builds what has changed, and opens Mainstay: in Electron where its binary is here
 * or can be fetched, else in the person's own browser. Starts on Node 20 or later and goes on in the pinned one.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openInBrowser } from './lib/browser.mjs';
import { buildAll } from './lib/build-steps.mjs';
import { findOrFetchElectron, whyNoElectron } from './lib/electron.mjs';
import { checkNode, handOver, installPackages } from './lib/prepare.mjs';
import { root, stopChildrenWithUs, track } from './lib/run.mjs';
import { PlainProblem, runMain, say } from './lib/say.mjs';
import { stopWithParent } from './lib/stop-with-parent.mjs';

const HELP = `Opens Mainstay.

Use: npm start -- [options]

  --folder PATH   keep the records in this folder
  --today DAY     act as if it were this day, as 2026-11-24
  --port N        the port of the browser door (else a free one)
  --browser       use the browser, even where Electron is here
  --no-open       print the address and open nothing
  --help          show this

Exit codes: 0 closed as asked, 1 could not open, 2 wrong option.`;

/** Sentences for what the browser door may refuse. */
const REFUSALS = {
  'options.unknown': 'One of the options is not known. Run npm start -- --help to see them.',
  'options.bad-today': 'The day after --today must be written as 2026-11-24.',
  'options.bad-port': 'The number after --port must be from 0 to 65535.',
  'host.port-taken': 'That port is taken by another program. Leave --port out, or choose another number.',
  'host.not-started':
    'Mainstay could not start. Your records have not been changed. The log in the records folder says more.',
};

function readOptions() {
  try {
    return parseArgs({
      options: {
        folder: { type: 'string' },
        today: { type: 'string' },
        time: { type: 'string' },
        port: { type: 'string' },
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch {
    throw new PlainProblem(REFUSALS['options.unknown'], 2);
  }
}

/** Options that the program itself reads, as it expects them. */
function passedOn(options, names) {
  return names.flatMap((name) => (options[name] === undefined ? [] : [`--${name}`, options[name]]));
}

async function openElectron(binary, options) {
  const started = Date.now();
  say('Opening Mainstay.');
  const child = track(
    spawn(binary, [root, ...passedOn(options, ['folder', 'today', 'time'])], { stdio: 'ignore', cwd: root }),
  );
  const code = await new Promise((done) => {
    child.on('error', () => done(126));
    child.on('close', (exit) => done(exit ?? 130));
  });
  // It may be here and still not run, for want of a system library or a sandbox. Then the browser is the way in.
  return code !== 0 && Date.now() - started < 5000 ? undefined : code;
}

function openBrowserDoor(options) {
  const host = track(
    spawn(
      process.execPath,
      // Young objects in little room: a third less memory at its peak, for no time that can be measured.
      [
        '--max-semi-space-size=2',
        join(root, 'dist', 'electron', 'host.js'),
        ...passedOn(options, ['folder', 'today', 'time', 'port']),
      ],
      { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], cwd: root },
    ),
  );
  const open = (url) => (options['no-open'] ? false : openInBrowser(url));
  return new Promise((done, failed) => {
    let refusal;
    createInterface({ input: host.stdout }).on('line', (line) => {
      if (line.startsWith('REFUSED ')) refusal = line.slice('REFUSED '.length);
      if (!line.startsWith('READY ')) return;
      const url = line.slice('READY '.length);
      if (process.env.MAINSTAY_TEST) say(line);
      const opened = open(url);
      say(
        opened ? `Mainstay is open in your browser, at ${url}` : `Open this address in your browser: ${url}`,
      );
      say('The address works once. Press Ctrl+C here to stop.');
      if (process.stdin.isTTY) {
        say('Press Enter for a new address.');
        createInterface({ input: process.stdin }).on('line', () => host.send('new-url'));
      }
    });
    host.on('message', ({ url }) => {
      open(url);
      say(`The new address: ${url}`);
    });
    host.on('error', () => failed(new PlainProblem(REFUSALS['host.not-started'])));
    host.on('close', (code) => {
      // An open terminal would keep this process going.
      process.stdin.unref?.();
      if (refusal !== undefined)
        failed(
          new PlainProblem(
            REFUSALS[refusal] ?? REFUSALS['host.not-started'],
            refusal.startsWith('options.') ? 2 : 1,
          ),
        );
      else done(code ?? 0);
    });
  });
}

await runMain(async () => {
  checkNode();
  const options = readOptions();
  if (options.help) {
    say(HELP);
    return 0;
  }
  stopChildrenWithUs();
  stopWithParent();
  await installPackages();
  const code = await handOver(fileURLToPath(import.meta.url));
  if (code !== undefined) return code;
  await buildAll();

  const without = options.browser ? 'you asked for the browser' : whyNoElectron();
  if (without === undefined) {
    const binary = await findOrFetchElectron();
    const electronCode = binary === undefined ? undefined : await openElectron(binary, options);
    if (electronCode !== undefined) return electronCode;
    say('Electron can’t be used on this computer, so Mainstay opens in your browser.');
  } else say(`Mainstay opens in your browser, not in Electron, because ${without}.`);
  const ended = await openBrowserDoor(options);
  if (ended === 0) say('Mainstay is closed.');
  return ended;
});
