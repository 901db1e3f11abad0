import type { ServiceContext } from '../services/context';

export function packsApi(_context: ServiceContext) {
  return {};
}
