import type { Session, WebContents } from 'electron';
import { WINDOW_ORIGIN } from './window';

/** Whether an address is the window's own. Compared by its parts: text that merely begins alike is not. */
export function isWindowUrl(address: string): boolean {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}` === WINDOW_ORIGIN && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}

/** What the window may fetch: its own files, and pictures and documents it holds in memory itself. */
export function mayRequest(address: string): boolean {
  return (
    isWindowUrl(address) ||
    address.startsWith('data:') ||
    (address.startsWith('blob:') && isWindowUrl(address.slice('blob:'.length)))
  );
}

/** Closes a session: no network, no permission, no device. */
export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayRequest(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', (event) => event.preventDefault());
  session.on('select-serial-port', (event) => event.preventDefault());
  session.on('select-usb-device', (event) => event.preventDefault());
}

/** Keeps any contents where they are: no other page, no other window, no web view, no other frame. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isWindowUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayRequest(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isWindowUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
