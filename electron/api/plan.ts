import type { ServiceContext } from '../services/context';

export function planApi(_context: ServiceContext) {
  return {};
}
