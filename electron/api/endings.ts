import type { ServiceContext } from '../services/context';

export function endingsApi(_context: ServiceContext) {
  return {};
}
