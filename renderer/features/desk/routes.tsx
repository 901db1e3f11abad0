import type { RouteObject } from 'react-router';
import { batchesRoutes } from './batches/routes';
import { caseworkRoutes } from './casework/routes';
import { feesRoutes } from './fees/routes';
import { handOverRoutes } from './hand-over/routes';
import { hoursInRoutes } from './hours-in/routes';
import { listRoutes } from './list/routes';
import { organisationRoutes } from './organisation/routes';
import { outputsRoutes } from './outputs/routes';
import { takeOnRoutes } from './take-on/routes';

/** The pages of an organisation's desk; nobody else is shown a way to them. */
export const routes: RouteObject[] = [
  ...listRoutes,
  ...organisationRoutes,
  ...caseworkRoutes,
  ...batchesRoutes,
  ...hoursInRoutes,
  ...outputsRoutes,
  ...handOverRoutes,
  ...takeOnRoutes,
  ...feesRoutes,
];
