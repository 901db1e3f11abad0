import type { ServiceContext } from '../services/context';

export function takeOnApi(_context: ServiceContext) {
  return {};
}
