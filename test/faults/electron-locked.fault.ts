import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMain, Session, WebContents } from 'electron';
import { connectWindow } from '../../electron/shell/connect';
import { guardContents, guardSession, mayRequest } from '../../electron/shell/guards';
import { answerWindowRequest, SCHEME_PRIVILEGES } from '../../electron/shell/protocol';
import { WINDOW_URL, windowOptions } from '../../electron/shell/window';
import { silentLog } from '../../electron/system/log';
import type { Fault } from '../support/fault';
import { localRouter } from '../support/local-router';
import { fusesOf, packProgram, unpackProgram } from '../support/packed-program';
import { tryMany } from '../support/try-many';

const read = (folder: string, name: RegExp): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
const sources = (): string => read('electron', /\.ts$/);
const pages = (): string => read('renderer', /\.(tsx?|html|css)$/);
const web = () => windowOptions('/program').webPreferences ?? {};

/** A session that notes what it is told. */
function guardedSession() {
  const told: Record<string, (...given: never[]) => unknown> = {};
  const keep = (name: string) => (handler: (...given: never[]) => unknown) => {
    told[name] = handler;
  };
  const session = Object.assign(new EventEmitter(), {
    webRequest: { onBeforeRequest: keep('request') },
    setPermissionRequestHandler: keep('permission'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
  });
  guardSession(session as unknown as Session);
  return { session, told };
}

function permissionsDenied(): boolean {
  const { told } = guardedSession();
  let granted = true;
  told['permission']?.(
    ...([
      null,
      'media',
      (answer: boolean) => {
        granted = answer;
      },
    ] as never[]),
  );
  return !granted && told['check']?.() === false && told['device']?.() === false;
}

/** Contents that were told to go somewhere: whether they stayed. */
function stays(event: string, url: string): boolean {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined });
  guardContents(contents as unknown as WebContents);
  let stayed = false;
  contents.emit(event, {
    url,
    preventDefault: () => {
      stayed = true;
    },
  });
  return stayed;
}

function opensNothing(): boolean {
  let answer = '';
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => { readonly action: string }) => {
      answer = handler().action;
    },
  });
  guardContents(contents as unknown as WebContents);
  return answer === 'deny';
}

/** A port sent by another frame, an empty page or another window: whether it was closed unanswered. */
function strangersRefused(): boolean {
  const mainFrame = { url: WINDOW_URL };
  const contents = { mainFrame };
  const strangers = [
    { sender: {}, senderFrame: mainFrame },
    { sender: contents, senderFrame: { url: WINDOW_URL } },
    { sender: contents, senderFrame: null },
    { sender: contents, senderFrame: { url: 'about:blank' } },
  ];
  return strangers.every((stranger) => {
    const ipc = new EventEmitter();
    connectWindow(ipc as unknown as IpcMain, contents as unknown as WebContents, localRouter(), silentLog());
    let [closed, started] = [0, 0];
    ipc.emit('mainstay.connect', {
      ...stranger,
      ports: [
        {
          close: () => {
            closed += 1;
          },
          start: () => {
            started += 1;
          },
          on: () => {
            started += 1;
          },
        },
      ],
    });
    return closed === 1 && started === 0;
  });
}

async function policy(): Promise<string> {
  const answer = await answerWindowRequest(new Request(WINDOW_URL), join('renderer'));
  return answer.headers.get('content-security-policy') ?? '';
}

/** The twenty points of Electron’s own security list, in its order. */
const CHECKLIST: readonly (readonly [what: string, holds: () => boolean | Promise<boolean>])[] = [
  [
    '1 only secure content is loaded',
    () =>
      [
        'http://a.example/',
        'https://a.example/',
        'ws://a.example/',
        'ftp://a.example/',
        'file:///etc/passwd',
      ].every((url) => !mayRequest(url)),
  ],
  [
    '2 no Node in the window',
    () =>
      web().nodeIntegration === false &&
      web().nodeIntegrationInSubFrames === false &&
      web().nodeIntegrationInWorker === false,
  ],
  ['3 the preload has a world of its own', () => web().contextIsolation === true],
  [
    '4 the window is sandboxed, and so is everything',
    () => web().sandbox === true && /app\.enableSandbox\(\)/.test(readFileSync('electron/main.ts', 'utf8')),
  ],
  ['5 no permission is given', permissionsDenied],
  [
    '6 web security is on',
    () =>
      web().webSecurity === true &&
      SCHEME_PRIVILEGES.privileges.secure &&
      !('bypassCSP' in SCHEME_PRIVILEGES.privileges),
  ],
  [
    '7 the policy begins with nothing',
    async () => {
      const given = await policy();
      return /^default-src 'none'; script-src 'self';/.test(given) && !/unsafe|\*|https?:/.test(given);
    },
  ],
  ['8 no insecure content', () => web().allowRunningInsecureContent === false],
  ['9 no experiments', () => web().experimentalFeatures === false],
  [
    '10 no Blink features are switched on',
    () => !('enableBlinkFeatures' in web()) && !/enableBlinkFeatures|appendSwitch/.test(sources()),
  ],
  [
    '11 no web view may open windows',
    () => web().webviewTag === false && !/<webview|allowpopups/.test(pages()),
  ],
  ['12 no web view is attached', () => stays('will-attach-webview', '')],
  [
    '13 the window goes nowhere',
    () =>
      ['will-navigate', 'will-redirect', 'will-frame-navigate'].every(
        (event) =>
          stays(event, 'https://a.example/') &&
          stays(event, 'file:///etc/passwd') &&
          stays(event, 'app://evil/'),
      ),
  ],
  ['14 no window opens', opensNothing],
  ['15 nothing is opened outside', () => !/openExternal|openPath|showItemInFolder/.test(sources())],
  [
    '16 Electron is pinned to one version',
    () =>
      /^\d+\.\d+\.\d+$/.test(
        (JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { electron: string } })
          .devDependencies.electron,
      ),
  ],
  ['17 who sends is checked', strangersRefused],
  [
    '18 the window is no file',
    () => WINDOW_URL.startsWith('app://') && !/\.loadFile\(|interceptFileProtocol/.test(sources()),
  ],
  [
    '19 the fuses are configured',
    () =>
      (
        readFileSync('electron-builder.yml', 'utf8').match(
          /^ {2}(runAsNode|enableNodeOptionsEnvironmentVariable|enableNodeCliInspectArguments|grantFileProtocolExtraPrivileges): false$|^ {2}(onlyLoadAppFromAsar|enableEmbeddedAsarIntegrityValidation|enableCookieEncryption): true$/gm,
        ) ?? []
      ).length === 7,
  ],
  [
    '20 the page is given nothing of Electron',
    () => {
      const preload = readFileSync('electron/preload.ts', 'utf8');
      return (
        !/exposeInMainWorld|contextBridge|globalThis/.test(preload) &&
        !/ipcMain\.(handle|on)\(/.test(sources())
      );
    },
  ],
];

/** As `npx @electron/fuses read` must tell them. */
const FUSES: readonly string[] = [
  'RunAsNode is Disabled',
  'EnableNodeOptionsEnvironmentVariable is Disabled',
  'EnableNodeCliInspectArguments is Disabled',
  'OnlyLoadAppFromAsar is Enabled',
  'EnableEmbeddedAsarIntegrityValidation is Enabled',
  'EnableCookieEncryption is Enabled',
  'GrantFileProtocolExtraPrivileges is Disabled',
];

const promise = 'The window is locked: it can reach nothing but Mainstay';

export const faults: readonly Fault[] = [
  {
    row: 26,
    promise,
    how: 'the twenty points of Electron’s security list, each held against what the shell really sets and does',
    tries: CHECKLIST.length,
    quick: CHECKLIST.length,
    attempt: (tries) =>
      tryMany(tries, async (index) => {
        const [what, holds] = CHECKLIST[index] ?? ['', () => true];
        return (await holds()) ? undefined : `${what}: it does not hold`;
      }),
  },
  {
    row: 26,
    promise,
    how: 'the seven fuses, read from a program packed as a release is. Electron’s own binary is not here: a file with its fuse wire stands in for it',
    tries: FUSES.length,
    quick: 0,
    cannot: () =>
      process.platform !== 'linux'
        ? 'the program is packed for Linux here'
        : existsSync('dist/electron/main.js')
          ? undefined
          : 'the program is not built',
    attempt: async (tries) => {
      const folder = mkdtempSync(join(tmpdir(), 'mainstay-fuses-'));
      try {
        const packed = await packProgram(folder);
        const fuses = await fusesOf(packed);
        unpackProgram(packed, join(folder, 'program'));
        const preload = readFileSync(join(folder, 'program', 'dist', 'preload', 'preload.cjs'), 'utf8');
        const outcome = await tryMany(tries, (index) =>
          fuses.includes(FUSES[index] ?? '') ? undefined : `it is not so that ${FUSES[index]}`,
        );
        return /contextBridge/.test(preload)
          ? { ...outcome, failures: [...outcome.failures, 'the packed preload gives the page something'] }
          : outcome;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
];
