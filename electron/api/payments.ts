import type { ServiceContext } from '../services/context';

export function paymentsApi(_context: ServiceContext) {
  return {};
}
