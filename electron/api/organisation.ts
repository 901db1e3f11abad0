import type { ServiceContext } from '../services/context';
import { organisationState } from '../services/organisation';
import { calls } from './implementer';

export function organisationApi(context: ServiceContext) {
  const on = calls.organisation;
  return { state: on.state.handler(() => organisationState(context)) };
}
