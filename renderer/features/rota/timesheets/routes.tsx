import type { RouteObject } from 'react-router';
import { ConfirmPage } from './confirm-page';
import { PaperPage } from './paper-page';
import { TimesheetPage } from './timesheet-page';
import { TimesheetsPage } from './timesheets-page';
import { TypeInPage } from './type-in-page';

/** Pages of the rota: hours worked and timesheets. */
export const timesheetsRoutes: RouteObject[] = [
  { path: 'confirm', element: <ConfirmPage /> },
  { path: 'timesheet', element: <TimesheetsPage /> },
  { path: 'timesheet/:workerId', element: <TimesheetPage /> },
  { path: 'timesheet/:workerId/paper', element: <PaperPage /> },
  { path: 'timesheet/:workerId/type', element: <TypeInPage /> },
];
