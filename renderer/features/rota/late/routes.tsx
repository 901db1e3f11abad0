import type { RouteObject } from 'react-router';
import { AddHoursPage } from './add-hours-page';
import { LateChangePage } from './late-change-page';

/** Pages of the rota: hours that turn out otherwise after they are paid. */
export const lateRoutes: RouteObject[] = [
  { path: 'add-hours', element: <AddHoursPage /> },
  { path: 'late-change/:key', element: <LateChangePage /> },
];
