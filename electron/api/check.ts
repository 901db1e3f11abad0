import { CheckJob } from '../services/check-job';
import type { ServiceContext } from '../services/context';
import { calls } from './implementer';

export function checkApi(context: ServiceContext) {
  const job = new CheckJob(context);
  return {
    start: calls.check.start.handler(() => job.start()),
    state: calls.check.state.handler(() => job.state()),
  };
}
