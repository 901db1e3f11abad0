import type { ServiceContext } from '../services/context';

export function calendarApi(_context: ServiceContext) {
  return {};
}
