import type { ServiceContext } from '../services/context';

export function privacyApi(_context: ServiceContext) {
  return {};
}
