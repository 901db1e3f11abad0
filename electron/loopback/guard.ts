import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { API_PATH } from '@shared/api/connect';

/** Why a request to the browser door is refused. */
export type GuardProblem =
  | 'host.wrong-host'
  | 'host.no-session'
  | 'host.link-used'
  | 'host.wrong-origin'
  | 'host.wrong-content-type'
  | 'host.wrong-method';

export type GuardDecision =
  | { readonly kind: 'refuse'; readonly status: 400 | 403 | 405; readonly code: GuardProblem }
  | { readonly kind: 'redirect'; readonly cookie: string | undefined }
  | { readonly kind: 'api' }
  | { readonly kind: 'file'; readonly path: string };

export interface GuardRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Guard {
  /** A start path with a token in it that opens the window once. */
  newStartPath(): string;
  /** What to do with a request. Using up a token is the only thing it changes. */
  decide(request: GuardRequest): GuardDecision;
}

/**
 * Decides who may talk to the browser door. A loopback address alone protects nothing: every page in the person's
 * browser can call it, and a name on the internet can be pointed at it. So each request must name this very host, pages need a
 * session that only a one-time link starts, and calls must come from this very origin with a type no plain form can send.
 */
export function createGuard(port: number): Guard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const cookieName = `mainstay-${port}`;
  const session = secret();
  const tokens = new Set<string>();

  const hasSession = (headers: IncomingHttpHeaders): boolean =>
    (headers.cookie ?? '')
      .split(';')
      .map((part) => part.trim().split('='))
      .some(([name, value]) => name === cookieName && same(value ?? '', session));

  const spendToken = (given: string): boolean => {
    for (const token of tokens) {
      if (same(given, token)) return tokens.delete(token);
    }
    return false;
  };

  return {
    newStartPath: () => {
      const token = secret();
      tokens.add(token);
      return `/start?token=${token}`;
    },
    decide: ({ method, url, headers }) => {
      if (headers.host !== host) return { kind: 'refuse', status: 403, code: 'host.wrong-host' };
      if (!url.startsWith('/') || url.startsWith('//'))
        return { kind: 'refuse', status: 400, code: 'host.wrong-host' };
      const [path = '/', query = ''] = url.split(/\?(.*)/s);
      if (path === '/start') {
        if (method !== 'GET') return { kind: 'refuse', status: 405, code: 'host.wrong-method' };
        if (spendToken(new URLSearchParams(query).get('token') ?? ''))
          return {
            kind: 'redirect',
            cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
          };
        // The same browser going back to the link it came by is no stranger.
        if (hasSession(headers)) return { kind: 'redirect', cookie: undefined };
        return { kind: 'refuse', status: 403, code: 'host.link-used' };
      }
      if (!hasSession(headers)) return { kind: 'refuse', status: 403, code: 'host.no-session' };
      if (path === API_PATH || path.startsWith(`${API_PATH}/`)) {
        if (method !== 'POST') return { kind: 'refuse', status: 405, code: 'host.wrong-method' };
        if (headers.origin !== origin || !fromSameOrigin(headers))
          return { kind: 'refuse', status: 403, code: 'host.wrong-origin' };
        if (!/^(application\/json|multipart\/form-data)\s*(;|$)/i.test(headers['content-type'] ?? ''))
          return { kind: 'refuse', status: 403, code: 'host.wrong-content-type' };
        return { kind: 'api' };
      }
      if (method !== 'GET' && method !== 'HEAD')
        return { kind: 'refuse', status: 405, code: 'host.wrong-method' };
      return { kind: 'file', path };
    },
  };
}

/** Browsers say where a request comes from; programs that don't are held to the Origin header alone. */
function fromSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

/** 256 random bits: twice what nobody can guess. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares without telling by its time how much was right. */
function same(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
