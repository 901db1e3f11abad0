import type { ServiceContext } from '../services/context';

export function filingApi(_context: ServiceContext) {
  return {};
}
