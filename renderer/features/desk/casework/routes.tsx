import type { RouteObject } from 'react-router';
import { ActivityPage } from './activity-page';
import { CardPage } from './card-page';
import { LeavingPage } from './leaving-page';
import { NotePage } from './note-page';
import { ServicePage } from './service-page';

/** The pages of this part. */
export const caseworkRoutes: RouteObject[] = [
  { path: 'households/:id', element: <CardPage /> },
  { path: 'households/:id/notes/:noteId', element: <NotePage /> },
  { path: 'households/:id/agreements/:serviceId', element: <ServicePage /> },
  { path: 'households/:id/activity', element: <ActivityPage /> },
  { path: 'households/:id/leaving', element: <LeavingPage /> },
];
