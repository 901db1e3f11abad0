import type { RouteObject } from 'react-router';
import './hours-in.css';
import { HoursFilePage } from './hours-file-page';
import { HoursPage } from './hours-page';

/** The pages of this part. */
export const hoursInRoutes: RouteObject[] = [
  { path: 'hours', element: <HoursPage /> },
  { path: 'hours/file', element: <HoursFilePage /> },
];
