import type { ServiceContext } from '../services/context';

export function backupsApi(_context: ServiceContext) {
  return {};
}
