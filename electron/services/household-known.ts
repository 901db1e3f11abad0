import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';

/**
 * Refuses with `not-found` what is asked of a household that is not here, and with `workspace.locked` when nothing is open.
 * Input without a household passes.
 */
export function refuseUnknownHousehold(context: ServiceContext, input: unknown): void {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, 'householdId')) return;
  const { householdId } = input as { readonly householdId: unknown };
  // What is no id at all is told by the contract.
  if (typeof householdId !== 'string') return;
  if (databaseOf(context).byId('household', householdId) === undefined) refuse('not-found');
}
