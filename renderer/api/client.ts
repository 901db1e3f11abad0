import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { API_PATH, CONNECT_MESSAGE } from '@shared/api/connect';
import type { MainstayClient } from '@shared/api/contract';
import { ok, type Refused, type Result, refused } from '@shared/result';
import { config } from 'zod';

// Schemas are checked without writing code at run time: the window’s policy forbids that, and would report each attempt.
config({ jitless: true });

/** Over HTTP when the page came from the loopback door, over a message port in Electron: the same calls either way. */
function connect(): MainstayClient {
  if (location.protocol === 'http:') {
    return createORPCClient(new HttpLink({ url: `${location.origin}${API_PATH}` }));
  }
  const { port1, port2 } = new MessageChannel();
  port1.start();
  window.postMessage(CONNECT_MESSAGE, '*', [port2]);
  return createORPCClient(new PortLink({ port: port1 }));
}

/** The one way from the window to the program. */
export const client: MainstayClient = connect();

/** Query keys, options and mutations for every call: `useQuery(api.pay.runs.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);

/** A refusal with, where there is one, the input field it is about. */
export type ServiceRefusal = Refused & { readonly field?: string };

type RefusedData = { code: string; details: Record<string, string | number>; field?: string };
type BadInputData = { issues?: readonly { message: string; path?: readonly (string | number)[] }[] };

/** A refusal as a value, for an error that is one; `undefined` for a fault of ours. */
export function refusalOf(error: unknown): ServiceRefusal | undefined {
  if (!(error instanceof ORPCError)) return undefined;
  if (error.code === 'REFUSED') {
    const { code, details, field } = error.data as RefusedData;
    return field === undefined ? refused(code, details) : { ...refused(code, details), field };
  }
  if (error.code === 'BAD_REQUEST') {
    const issue = (error.data as BadInputData | undefined)?.issues?.[0];
    if (issue === undefined) return undefined;
    const field = [...(issue.path ?? [])].reverse().find((part): part is string => typeof part === 'string');
    return field === undefined ? refused(issue.message) : { ...refused(issue.message), field };
  }
  return undefined;
}

/** Waits for a call: its answer, or the refusal as a value. Faults of ours are thrown on. */
export async function answerOf<T>(pending: Promise<T>): Promise<Result<T> | ServiceRefusal> {
  try {
    return ok(await pending);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}
