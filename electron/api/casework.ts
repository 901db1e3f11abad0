import type { ServiceContext } from '../services/context';

export function caseworkApi(_context: ServiceContext) {
  return {};
}
