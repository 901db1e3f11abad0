import type { ServiceContext } from '../services/context';

export function profilesApi(_context: ServiceContext) {
  return {};
}
