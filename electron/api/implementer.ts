import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server';
import { type Contract, contract } from '@shared/api/contract';
import { Refusal } from '../refusal';

type NoContext = Record<never, never>;

/** Every call of the contract, ready to be given its handler. A service's refusal becomes the typed error REFUSED. */
export const calls: ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext> = implement(
  contract,
).use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof Refusal) {
      throw new ORPCError('REFUSED', {
        status: 422,
        message: error.code,
        data: {
          code: error.code,
          details: error.details,
          ...(error.field === undefined ? {} : { field: error.field }),
        },
      });
    }
    throw error;
  }
});

export const SAVED = { saved: true } as const;
export const REMOVED = { removed: true } as const;
