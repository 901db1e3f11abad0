import type { ServiceContext } from '../services/context';

export function familyApi(_context: ServiceContext) {
  return {};
}
