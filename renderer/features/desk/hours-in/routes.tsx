import type { RouteObject } from 'react-router';
import './hours-in.css';
import { HoursFilePage } from './hours-file-page';
import { HoursPage } from './hours-page';
import { HoursPlanPage } from './hours-plan-page';

/** The pages of this part. */
export const hoursInRoutes: RouteObject[] = [
  { path: 'hours', element: <HoursPage /> },
  { path: 'hours/plan', element: <HoursPlanPage /> },
  { path: 'hours/file', element: <HoursFilePage /> },
];
