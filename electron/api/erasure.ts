import type { ServiceContext } from '../services/context';

export function erasureApi(_context: ServiceContext) {
  return {};
}
