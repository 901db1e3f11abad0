import type { ServiceContext } from '../services/context';

export function pensionsApi(_context: ServiceContext) {
  return {};
}
