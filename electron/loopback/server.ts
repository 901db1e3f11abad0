import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnyRouter } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { API_PATH } from '@shared/api/connect';
import type { Log } from '../system/log';
import { SECURITY_HEADERS, windowFile } from '../system/window-files';
import { createGuard, type Guard, type GuardDecision } from './guard';

/** Receipts and statements travel in one piece, in base 64: 50 MB of file are 67 MB on the way. */
const LARGEST_BODY_BYTES = 80 * 1024 * 1024;

export interface LoopbackOptions {
  readonly router: AnyRouter;
  readonly rendererFolder: string;
  /** The page for a link that opens nothing any more, in words, as HTML. */
  readonly linkUsedPage: string;
  readonly log: Log;
  /** 0 lets the system choose a free one. */
  readonly port: number;
}

export interface Loopback {
  readonly port: number;
  /** A new address that opens the window once. */
  newUrl(): string;
  close(): Promise<void>;
}

/** Serves the window and its calls on 127.0.0.1 only. Rejects with `EADDRINUSE` when the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const handler = new RPCHandler(options.router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY_BYTES })],
  });
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 });
  const port = await listen(server, options.port);
  const guard = createGuard(port);

  server.on('request', (request, response) => {
    answer(request, response, guard, handler, options).catch((error: unknown) => {
      options.log.error('host.request-failed', error);
      if (!response.headersSent) response.writeHead(500, SECURITY_HEADERS);
      response.end();
    });
  });
  // The window needs no web socket, so none is opened.
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });

  return {
    port,
    newUrl: () => `http://127.0.0.1:${port}${guard.newStartPath()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
  handler: RPCHandler<Record<never, never>>,
  options: LoopbackOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const decision = guard.decide({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: request.headers,
  });
  switch (decision.kind) {
    case 'refuse':
      refuse(request, response, decision, options);
      return;
    case 'redirect':
      response.writeHead(303, {
        Location: '/',
        ...(decision.cookie === undefined ? {} : { 'Set-Cookie': decision.cookie }),
      });
      response.end();
      return;
    case 'api': {
      const { matched } = await handler.handle(request, response, { prefix: API_PATH });
      if (!matched) response.writeHead(404).end();
      return;
    }
    case 'file':
      sendFile(request, response, decision.path, options.rendererFolder);
      return;
  }
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Extract<GuardDecision, { kind: 'refuse' }>,
  options: LoopbackOptions,
): void {
  options.log.warn('host.refused', { status: refusal.status, code: refusal.code });
  // The rest of what was sent is not read.
  response.setHeader('Connection', 'close');
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  if (wantsPage && (refusal.code === 'host.link-used' || refusal.code === 'host.no-session')) {
    response.writeHead(refusal.status, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(options.linkUsedPage);
    return;
  }
  response.writeHead(refusal.status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ code: refusal.code }));
}

function sendFile(request: IncomingMessage, response: ServerResponse, path: string, folder: string): void {
  const found = windowFile(folder, path);
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': found.contentType });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
}
