import type { ServiceContext } from '../services/context';

export function feesApi(_context: ServiceContext) {
  return {};
}
