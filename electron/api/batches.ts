import type { ServiceContext } from '../services/context';

export function batchesApi(_context: ServiceContext) {
  return {};
}
