import type { ServiceContext } from '../services/context';

export function yearApi(_context: ServiceContext) {
  return {};
}
