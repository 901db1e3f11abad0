import type { ServiceContext } from '../services/context';

export function ordersApi(_context: ServiceContext) {
  return {};
}
