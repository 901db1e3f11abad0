import type { RouteObject } from 'react-router';
import { ConfirmPage } from './confirm-page';
import { TimesheetPage } from './timesheet-page';

/** Pages of the rota: hours worked and timesheets. */
export const timesheetsRoutes: RouteObject[] = [
  { path: 'confirm', element: <ConfirmPage /> },
  { path: 'timesheet', element: <TimesheetPage /> },
];
