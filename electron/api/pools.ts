import type { ServiceContext } from '../services/context';

export function poolsApi(_context: ServiceContext) {
  return {};
}
