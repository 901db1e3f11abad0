import type { ServiceContext } from '../services/context';

export function timesheetsApi(_context: ServiceContext) {
  return {};
}
