import type { ServiceContext } from '../services/context';

export function coverPapersApi(_context: ServiceContext) {
  return {};
}
