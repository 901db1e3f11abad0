import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { CONNECT_MESSAGE } from '@shared/api/connect';
import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import type { Log } from '../system/log';
import { isWindowUrl } from './guards';

/** Whether a message is from the window's own page: not from another window, a frame in it, or an empty page. */
function isFromWindow(event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>, contents: WebContents): boolean {
  return (
    event.sender === contents &&
    event.senderFrame !== null &&
    event.senderFrame === contents.mainFrame &&
    isWindowUrl(event.senderFrame.url)
  );
}

/** Answers calls on the one port that the window's page sends. There is no other channel. */
export function connectWindow(ipc: IpcMain, contents: WebContents, router: AnyRouter, log: Log): void {
  const handler = new RPCHandler(router);
  ipc.on(CONNECT_MESSAGE, (event) => {
    const [port, ...more] = event.ports;
    if (!isFromWindow(event, contents) || port === undefined || more.length > 0) {
      log.warn('window.connection-refused');
      for (const refused of event.ports) refused.close();
      return;
    }
    handler.upgrade(port);
    port.start();
  });
}
