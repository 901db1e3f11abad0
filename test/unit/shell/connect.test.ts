import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { IpcMain, WebContents } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectWindow } from '../../../electron/shell/connect';
import { answerWindowRequest, SCHEME_PRIVILEGES } from '../../../electron/shell/protocol';
import { silentLog } from '../../../electron/system/log';
import { type localContract, localRouter } from '../../support/local-router';

function shell() {
  const ipc = new EventEmitter();
  const mainFrame = { url: 'app://mainstay/' };
  const contents = { mainFrame } as unknown as WebContents;
  connectWindow(ipc as unknown as IpcMain, contents, localRouter(), silentLog());
  return { ipc, contents, mainFrame };
}

describe('the one port between the window and the program', () => {
  test('a port from the window’s page is answered', async () => {
    const { ipc, contents, mainFrame } = shell();
    const { port1, port2 } = new MessageChannel();
    ipc.emit('mainstay.connect', { sender: contents, senderFrame: mainFrame, ports: [port1] });
    const client: ContractRouterClient<typeof localContract> = createORPCClient(new RPCLink({ port: port2 }));
    expect(await client.greet({ name: 'Amina' })).toEqual({ greeting: 'Hello Amina' });
    port1.close();
  });

  const strangers = {
    'another window': () => ({ sender: {}, frame: 'main' }),
    'a frame in the page': () => ({ sender: 'own', frame: { url: 'app://mainstay/' } }),
    'a frame that is gone': () => ({ sender: 'own', frame: null }),
  } as const;

  test.each(Object.entries(strangers))('%s gets no answer', (_who, make) => {
    const { ipc, contents, mainFrame } = shell();
    const port = { start: vi.fn(), close: vi.fn(), on: vi.fn(), postMessage: vi.fn() };
    const { sender, frame } = make();
    ipc.emit('mainstay.connect', {
      sender: sender === 'own' ? contents : sender,
      senderFrame: frame === 'main' ? mainFrame : frame,
      ports: [port],
    });
    expect(port.close).toHaveBeenCalledOnce();
    expect(port.on).not.toHaveBeenCalled();
  });

  test('a page from elsewhere in the same window gets no answer', () => {
    const { ipc, contents, mainFrame } = shell();
    mainFrame.url = 'about:blank';
    const port = { start: vi.fn(), close: vi.fn(), on: vi.fn() };
    ipc.emit('mainstay.connect', { sender: contents, senderFrame: mainFrame, ports: [port] });
    expect(port.close).toHaveBeenCalledOnce();
  });

  test('no port, or two, is no connection', () => {
    const { ipc, contents, mainFrame } = shell();
    ipc.emit('mainstay.connect', { sender: contents, senderFrame: mainFrame, ports: [] });
    const ports = [1, 2].map(() => ({ start: vi.fn(), close: vi.fn(), on: vi.fn() }));
    ipc.emit('mainstay.connect', { sender: contents, senderFrame: mainFrame, ports });
    for (const port of ports) expect(port.close).toHaveBeenCalledOnce();
  });

  test('there is no other channel', () => {
    expect(shell().ipc.eventNames()).toEqual(['mainstay.connect']);
  });
});

describe('the preload', () => {
  const posted: unknown[][] = [];
  const listeners: ((event: unknown) => void)[] = [];
  const page = {
    addEventListener: (_name: string, listener: (event: unknown) => void) => listeners.push(listener),
  };
  const before = new Set(Object.keys(page));

  beforeAll(async () => {
    vi.doMock('electron', () => ({
      ipcRenderer: { postMessage: (...args: unknown[]) => posted.push(args) },
    }));
    vi.stubGlobal('window', page);
    await import('../../../electron/preload');
  });

  afterAll(() => {
    vi.unstubAllGlobals();
    vi.doUnmock('electron');
  });

  test('passes one port on, and only from its own page', () => {
    const say = (event: object): void => {
      for (const listener of listeners) listener(event);
    };
    say({ source: {}, data: 'mainstay.connect', ports: ['port'] });
    say({ source: page, data: 'something.else', ports: ['port'] });
    say({ source: page, data: 'mainstay.connect', ports: [] });
    say({ source: page, data: 'mainstay.connect', ports: ['one', 'two'] });
    expect(posted).toEqual([]);
    say({ source: page, data: 'mainstay.connect', ports: ['port'] });
    expect(posted).toEqual([['mainstay.connect', null, ['port']]]);
  });

  test('gives the page nothing', () => {
    expect(new Set(Object.keys(page))).toEqual(before);
  });
});

describe('the window’s own scheme', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-scheme-'));
    mkdirSync(join(folder, 'window'));
    writeFileSync(join(folder, 'window', 'index.html'), '<title>Mainstay</title>');
    writeFileSync(join(folder, 'secret.json'), '{}');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const ask = (url: string, init?: RequestInit): Promise<Response> =>
    answerWindowRequest(new Request(url, init), join(folder, 'window'));

  test('is standard and secure, and may not pass a policy by', () => {
    expect(SCHEME_PRIVILEGES.privileges).toMatchObject({ standard: true, secure: true });
    expect(SCHEME_PRIVILEGES.privileges).not.toHaveProperty('bypassCSP');
  });

  test('gives the page with its policy', async () => {
    const response = await ask('app://mainstay/');
    expect(await response.text()).toContain('Mainstay');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
  });

  test('gives nothing outside its folder, of another host, or by another method', async () => {
    expect((await ask('app://mainstay/..%2fsecret.json')).status).toBe(404);
    expect((await ask('app://mainstay/gone.js')).status).toBe(404);
    expect((await ask('app://evil/')).status).toBe(403);
    expect((await ask('app://mainstay/', { method: 'POST' })).status).toBe(403);
  });
});
