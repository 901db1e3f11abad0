import type { RouteObject } from 'react-router';
import { AbsencePage, AwayPage } from './away-page';
import { HolidayPage } from './holiday-page';
import './absences.css';

/** Pages of the rota: time away and holiday. */
export const absencesRoutes: RouteObject[] = [
  { path: 'away', element: <AwayPage /> },
  { path: 'away/:absenceId', element: <AbsencePage /> },
  { path: 'holiday', element: <HolidayPage /> },
];
