import type { ServiceContext } from '../services/context';

export function needApi(_context: ServiceContext) {
  return {};
}
