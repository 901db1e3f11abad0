import type { ServiceContext } from '../services/context';

export function absencesApi(_context: ServiceContext) {
  return {};
}
