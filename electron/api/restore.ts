import type { ServiceContext } from '../services/context';

export function restoreApi(_context: ServiceContext) {
  return {};
}
