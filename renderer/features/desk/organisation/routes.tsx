import type { RouteObject } from 'react-router';
import { OrganisationPage } from './organisation-page';
import { StaffPage } from './staff-page';
import { WhoPage } from './who-page';

/** The pages of this part. */
export const organisationRoutes: RouteObject[] = [
  { path: 'organisation', element: <OrganisationPage /> },
  { path: 'organisation/staff/:id', element: <StaffPage /> },
  { path: 'who', element: <WhoPage /> },
];
