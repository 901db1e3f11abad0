/** Door 1: Electron. What happens at the start, top to bottom, and nothing else. */
import { join } from 'node:path';
import words from '@resources/shell/words.json';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  session,
} from 'electron';
import { createApp } from './app';
import { connectWindow } from './shell/connect';
import { saveDownloads } from './shell/downloads';
import { guardContents, guardSession } from './shell/guards';
import { desktopKeyring } from './shell/keyring';
import { menuTemplate } from './shell/menu';
import { SCHEME_PRIVILEGES, serveWindow } from './shell/protocol';
import { WINDOW_PARTITION, WINDOW_URL, windowOptions } from './shell/window';
import { programFolder } from './system/folders';
import { randomIds } from './system/ids';
import { fileLog } from './system/log';
import { doorOptions } from './system/options';

// 1. What was asked for. Chromium's own options may stand among ours.
const options = doorOptions(process.argv.slice(1), process.env, 'passed-over');
if (!options.ok) {
  console.log(`REFUSED ${options.code}`);
  app.exit(2);
  throw new Error(options.code);
}
const { folders, clock, places } = options.value;
const log = fileLog(folders.logsFolder, clock);

// 2. Chromium keeps its own small files away from the person's records.
app.setPath('userData', join(folders.workspaceFolder, 'window'));

// 3. One Mainstay at a time: a second start shows the first window.
if (!app.requestSingleInstanceLock()) {
  app.exit(0);
  throw new Error('window.already-open');
}

// 4. Locks that must be set before Electron is ready.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([SCHEME_PRIVILEGES]);
app.on('web-contents-created', (_event, contents) => guardContents(contents));

let main: { readonly close: () => Promise<void> } | undefined;
let closing = false;

try {
  await app.whenReady();
  // 5. Screen readers find the whole tree from the first moment.
  app.setAccessibilitySupportEnabled(true);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));

  // 6. A closed session, then the only files it can reach.
  const windowSession = session.fromPartition(WINDOW_PARTITION);
  guardSession(session.defaultSession);
  guardSession(windowSession);
  serveWindow(windowSession.protocol, folders.rendererFolder);
  saveDownloads(windowSession, app.getPath('documents'), words.saveDocument.title);

  // 7. The program behind the window.
  const program = createApp({
    folders,
    clock,
    ids: randomIds(),
    log,
    places,
    keyring: desktopKeyring(safeStorage, process.platform),
  });
  main = program;
  program.idle.start();
  powerMonitor.on('suspend', () => program.idle.slept());

  // 8. The window, and the one port between them.
  const window = new BrowserWindow(windowOptions(programFolder()));
  connectWindow(ipcMain, window.webContents, program.router, log);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(WINDOW_URL);
  log.info('window.opened');
} catch (error) {
  log.error('window.not-opened', error);
  dialog.showErrorBox(words.cannotStart.title, `${words.cannotStart.text}\n\n${folders.logsFolder}`);
  app.exit(1);
}

// 9. The end: the workspace is closed before the process is.
app.on('window-all-closed', () => app.quit());
app.on('will-quit', (event) => {
  if (closing || main === undefined) return;
  closing = true;
  event.preventDefault();
  main
    .close()
    .catch((error: unknown) => log.error('window.not-closed', error))
    .finally(() => app.exit(0));
});
