import type { RouteObject } from 'react-router';
import { AddHouseholdPage } from './add-household-page';
import { BringInPage } from './bring-in-page';
import { HouseholdsPage } from './households-page';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <HouseholdsPage /> },
  { path: 'new', element: <AddHouseholdPage /> },
  { path: 'from-file', element: <BringInPage /> },
];
