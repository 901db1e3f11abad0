import type { RouteObject } from 'react-router';
import { AwayPage } from './away-page';
import { ConfirmPage } from './confirm-page';
import { CoverListPage } from './cover-list-page';
import { CoverPage } from './cover-page';
import { HolidayPage } from './holiday-page';
import { PatternPage } from './pattern-page';
import { PatternsPage } from './patterns-page';
import { RotaPage } from './rota-page';
import { TimesheetPage } from './timesheet-page';
import './rota.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <RotaPage /> },
  { path: 'cover', element: <CoverListPage /> },
  { path: 'cover/:key', element: <CoverPage /> },
  { path: 'away', element: <AwayPage /> },
  { path: 'away/:absenceId', element: <AwayPage /> },
  { path: 'patterns', element: <PatternsPage /> },
  { path: 'patterns/new', element: <PatternPage /> },
  { path: 'patterns/:patternId', element: <PatternPage /> },
  { path: 'confirm', element: <ConfirmPage /> },
  { path: 'timesheet', element: <TimesheetPage /> },
  { path: 'holiday', element: <HolidayPage /> },
];
