import { existsSync, statSync } from 'node:fs';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';

/**
 * What the window may load: its own files, pictures and documents it made itself, and nothing from anywhere else.
 * Both doors send it with every page.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  'frame-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer, from either door. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export interface WindowFile {
  readonly file: string;
  readonly contentType: string;
}

/**
 * The file of the built window behind a URL path. A path without an ending is a screen of the window and gets its page.
 * Nothing outside the folder is ever given, nor a kind of file the window does not have: those are `undefined`.
 */
export function windowFile(folder: string, urlPath: string): WindowFile | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\') || !path.startsWith('/')) return undefined;
  const file = resolve(folder, `.${path}`);
  const inside = relative(resolve(folder), file);
  if (inside.startsWith('..') || isAbsolute(inside)) return undefined;
  if (inside === '' || extname(inside) === '') return page(folder);
  const contentType = CONTENT_TYPES[extname(inside).toLowerCase()];
  if (contentType === undefined || !isFile(file)) return undefined;
  return { file, contentType };
}

function page(folder: string): WindowFile | undefined {
  const file = join(folder, 'index.html');
  return existsSync(file) ? { file, contentType: 'text/html; charset=utf-8' } : undefined;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
