import type { ServiceContext } from '../services/context';

export function hoursInApi(_context: ServiceContext) {
  return {};
}
