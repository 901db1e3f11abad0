import type { ServiceContext } from '../services/context';

export function preferencesApi(_context: ServiceContext) {
  return {};
}
