import type { ServiceContext } from '../services/context';

export function statementsApi(_context: ServiceContext) {
  return {};
}
