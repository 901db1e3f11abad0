import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What Electron was asked to do, in order. */
const done: string[] = [];
let windowOptions: BrowserWindowConstructorOptions | undefined;
let firstInstance = true;
let failWindow = false;

const fakeSession = (name: string) => ({
  webRequest: { onBeforeRequest: () => done.push(`${name}: requests guarded`) },
  setPermissionRequestHandler: () => done.push(`${name}: permissions refused`),
  setPermissionCheckHandler: () => undefined,
  setDevicePermissionHandler: () => undefined,
  on: () => undefined,
  protocol: { handle: (scheme: string) => done.push(`${name}: serves ${scheme}`) },
});

const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  setPath: (name: string, path: string) => done.push(`path ${name} ${path.split(/[\\/]/).at(-1)}`),
  getPath: () => '/documents',
  requestSingleInstanceLock: () => {
    done.push('single lock');
    return firstInstance;
  },
  enableSandbox: () => done.push('sandbox'),
  whenReady: async () => {
    done.push('ready');
  },
  setAccessibilitySupportEnabled: (on: boolean) => done.push(`accessibility ${on}`),
  exit: (code: number) => done.push(`exit ${code}`),
  quit: () => app.emit('will-quit', { preventDefault: () => done.push('quit held back') }),
});

const powerMonitor = new EventEmitter();

class FakeWindow extends EventEmitter {
  webContents = { mainFrame: {} };
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    if (failWindow) throw new Error('no window');
    windowOptions = options;
    done.push('window');
  }
  loadURL = async (url: string) => {
    done.push(`load ${url}`);
  };
  show = () => done.push('show');
  focus = () => done.push('focus');
  isMinimized = () => true;
  restore = () => done.push('restore');
}

vi.mock('electron', () => ({
  app,
  BrowserWindow: FakeWindow,
  dialog: { showErrorBox: (title: string) => done.push(`says: ${title}`) },
  ipcMain: { on: (channel: string) => done.push(`listens ${channel}`) },
  Menu: { buildFromTemplate: () => ({}), setApplicationMenu: () => done.push('menu') },
  powerMonitor,
  safeStorage: {},
  protocol: {
    registerSchemesAsPrivileged: ([one]: [{ scheme: string }]) => done.push(`scheme ${one.scheme}`),
  },
  session: {
    defaultSession: fakeSession('default'),
    fromPartition: (name: string) => fakeSession(`session ${name}`),
  },
}));
vi.mock('../../../electron/app', () => ({
  createApp: () => {
    done.push('program');
    return {
      router: {},
      idle: { start: () => done.push('idle clock'), slept: () => done.push('locked') },
      close: async () => {
        done.push('program closed');
      },
    };
  },
}));

let folder: string;
const argv = process.argv;

beforeEach(() => {
  done.length = 0;
  firstInstance = true;
  failWindow = false;
  folder = mkdtempSync(join(tmpdir(), 'mainstay-main-'));
  process.argv = ['electron', '--disable-features=Something', `--folder=${folder}`, '--today=2026-11-24'];
  app.removeAllListeners();
  powerMonitor.removeAllListeners();
  vi.resetModules();
});

afterEach(() => {
  process.argv = argv;
  rmSync(folder, { recursive: true });
});

test('Electron starts in the order that keeps it closed: lock, sandbox and scheme before ready, guards before the window', async () => {
  await import('../../../electron/main');
  expect(done).toEqual([
    'path userData window',
    'single lock',
    'sandbox',
    'scheme app',
    'ready',
    'accessibility true',
    'menu',
    'default: requests guarded',
    'default: permissions refused',
    'session mainstay: requests guarded',
    'session mainstay: permissions refused',
    'session mainstay: serves app',
    'program',
    'idle clock',
    'window',
    'listens mainstay.connect',
    'load app://mainstay/',
  ]);
});

test('the window has no Node, a world of its own, a sandbox and web security, and keeps nothing on disk', async () => {
  await import('../../../electron/main');
  expect(windowOptions?.show).toBe(false);
  expect(windowOptions?.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    partition: 'mainstay',
  });
  expect(windowOptions?.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  expect(windowOptions?.webPreferences?.preload).toMatch(/dist[\\/]preload[\\/]preload\.cjs$/);
});

test('a second start opens no second program', async () => {
  firstInstance = false;
  await expect(import('../../../electron/main')).rejects.toThrow('window.already-open');
  expect(done).toEqual(['path userData window', 'single lock', 'exit 0']);
});

test('a second start brings the first window forward', async () => {
  await import('../../../electron/main');
  app.emit('second-instance');
  expect(done.slice(-2)).toEqual(['restore', 'focus']);
});

test('closing the window closes the workspace before the process ends', async () => {
  await import('../../../electron/main');
  app.emit('window-all-closed');
  await vi.waitFor(() => expect(done.slice(-3)).toEqual(['quit held back', 'program closed', 'exit 0']));
});

test('the records lock before the computer sleeps', async () => {
  await import('../../../electron/main');
  powerMonitor.emit('suspend');
  expect(done.at(-1)).toBe('locked');
});

test('a start that fails is told in words and ends', async () => {
  failWindow = true;
  await import('../../../electron/main');
  expect(done.slice(-2)).toEqual(['says: Mainstay could not start', 'exit 1']);
});
