import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { SECURITY_HEADERS, windowFile } from '../system/window-files';
import { isWindowUrl } from './guards';
import { WINDOW_SCHEME } from './window';

/** What Electron is told about the scheme before it is ready. */
export const SCHEME_PRIVILEGES = {
  scheme: WINDOW_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;

/** Answers a request of the window with one of its own files, under the same headers as the browser door. */
export async function answerWindowRequest(request: Request, rendererFolder: string): Promise<Response> {
  if (!isWindowUrl(request.url) || request.method !== 'GET')
    return new Response(null, { status: 403, headers: SECURITY_HEADERS });
  const found = windowFile(rendererFolder, new URL(request.url).pathname);
  if (found === undefined) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
  return new Response(await readFile(found.file), {
    headers: { ...SECURITY_HEADERS, 'Content-Type': found.contentType },
  });
}

/** Serves the window's files in its session. */
export function serveWindow(protocol: Protocol, rendererFolder: string): void {
  protocol.handle(WINDOW_SCHEME, (request) => answerWindowRequest(request, rendererFolder));
}
