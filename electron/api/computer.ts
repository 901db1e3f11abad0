import type { ServiceContext } from '../services/context';

export function computerApi(_context: ServiceContext) {
  return {};
}
