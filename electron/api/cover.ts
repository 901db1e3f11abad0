import type { ServiceContext } from '../services/context';

export function coverApi(_context: ServiceContext) {
  return {};
}
