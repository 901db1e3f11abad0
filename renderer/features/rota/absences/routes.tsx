import type { RouteObject } from 'react-router';
import { AwayListPage } from './away-list-page';
import { AbsencePage, AwayPage } from './away-page';
import { HolidayPage } from './holiday-page';
import { LatePage } from './late-page';
import { RequestFormPage } from './request-form-page';
import { RequestPage } from './request-page';
import './absences.css';

/** Pages of the rota: time away, holiday and coming late. */
export const absencesRoutes: RouteObject[] = [
  { path: 'away', element: <AwayPage /> },
  { path: 'away/list', element: <AwayListPage /> },
  { path: 'away/:absenceId', element: <AbsencePage /> },
  { path: 'holiday', element: <HolidayPage /> },
  { path: 'holiday/request', element: <RequestFormPage /> },
  { path: 'holiday/request/:requestId', element: <RequestPage /> },
  { path: 'holiday/request/:requestId/change', element: <RequestFormPage /> },
  { path: 'late', element: <LatePage /> },
];
