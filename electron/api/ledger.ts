import type { ServiceContext } from '../services/context';

export function ledgerApi(_context: ServiceContext) {
  return {};
}
