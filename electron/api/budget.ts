import type { ServiceContext } from '../services/context';

export function budgetApi(_context: ServiceContext) {
  return {};
}
