import type { RouteObject } from 'react-router';
import { AwayPage } from './away-page';
import { HolidayPage } from './holiday-page';

/** Pages of the rota: time away and holiday. */
export const absencesRoutes: RouteObject[] = [
  { path: 'away', element: <AwayPage /> },
  { path: 'away/:absenceId', element: <AwayPage /> },
  { path: 'holiday', element: <HolidayPage /> },
];
