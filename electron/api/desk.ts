import type { ServiceContext } from '../services/context';

export function deskApi(_context: ServiceContext) {
  return {};
}
