import type { RouteObject } from 'react-router';
import { DutiesPage } from './duties-page';
import { PensionsPage } from './pensions/pensions-page';
import './duties.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <DutiesPage /> },
  { path: 'pensions', element: <PensionsPage /> },
];
