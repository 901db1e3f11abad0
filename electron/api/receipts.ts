import type { ServiceContext } from '../services/context';

export function receiptsApi(_context: ServiceContext) {
  return {};
}
