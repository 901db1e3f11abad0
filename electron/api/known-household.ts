import type { ServiceContext } from '../services/context';
import { refuseUnknownHousehold } from '../services/household-known';
import { calls } from './implementer';

type Calls = typeof calls;

/** The calls of the contract, each of which is only about a household that is here: so no service has to ask first. */
export function callsOfKnownHouseholds(context: ServiceContext): Calls {
  return calls.use(async ({ next }, input: unknown) => {
    refuseUnknownHousehold(context, input);
    return await next();
  });
}
