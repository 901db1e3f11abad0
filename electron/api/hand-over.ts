import type { ServiceContext } from '../services/context';

export function handOverApi(_context: ServiceContext) {
  return {};
}
