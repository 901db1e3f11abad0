import type { ServiceContext } from '../services/context';

export function outputsApi(_context: ServiceContext) {
  return {};
}
