import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';

/** Where the window lives: a scheme of its own, so that it is neither a file nor the internet. */
export const WINDOW_SCHEME = 'app';
export const WINDOW_ORIGIN = `${WINDOW_SCHEME}://mainstay`;
export const WINDOW_URL = `${WINDOW_ORIGIN}/`;

/** A session that is kept in memory: nothing a person reads is left in Chromium's cache. */
export const WINDOW_PARTITION = 'mainstay';

/** The preload beside the doors' folder. */
function preloadFile(programFolder: string): string {
  return join(programFolder, 'dist', 'preload', 'preload.cjs');
}

/** The locked window: no Node, its own world, sandboxed, and shown only once it has something to show. */
export function windowOptions(programFolder: string): BrowserWindowConstructorOptions {
  return {
    title: 'Mainstay',
    width: 1280,
    height: 800,
    minWidth: 320,
    minHeight: 480,
    show: false,
    autoHideMenuBar: false,
    webPreferences: {
      preload: preloadFile(programFolder),
      partition: WINDOW_PARTITION,
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
      // Words a person types stay here; the spelling dictionary would be fetched from the internet.
      spellcheck: false,
    },
  };
}
