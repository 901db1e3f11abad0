import { CONNECT_MESSAGE } from '@shared/api/connect';
import { ipcRenderer } from 'electron';

/** Passes one port from the page on to the program, and gives the page nothing else: no function, no name, no value. */
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== CONNECT_MESSAGE || event.ports.length !== 1) return;
  ipcRenderer.postMessage(CONNECT_MESSAGE, null, [...event.ports]);
});
