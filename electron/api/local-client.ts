import { createRouterClient } from '@orpc/server';
import type { MainstayClient } from '@shared/api/contract';

/** The contract answered in the same process: what the terminal calls. Inputs and answers are checked as over any other way. */
export function localClient(router: Parameters<typeof createRouterClient>[0]): MainstayClient {
  return createRouterClient(router) as unknown as MainstayClient;
}
