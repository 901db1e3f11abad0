import type { ServiceContext } from '../services/context';

export function keysApi(_context: ServiceContext) {
  return {};
}
