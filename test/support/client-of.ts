import type { MainstayClient } from '@shared/api/contract';
import { localClient } from '../../electron/api/local-client';
import { createRouter } from '../../electron/app';
import type { ServiceContext } from '../../electron/services/context';

/** The whole contract over a test's workspace: every input and answer is held to its schema, as in the window. */
export function clientOf(context: ServiceContext): MainstayClient {
  return localClient(createRouter(context));
}
