import type { RouteObject } from 'react-router';
import { CoverListPage } from './cover-list-page';
import { CoverPage } from './cover-page';

/** Pages of the rota: who could cover, asks, and what is known of them. */
export const coverRoutes: RouteObject[] = [
  { path: 'cover', element: <CoverListPage /> },
  { path: 'cover/:key', element: <CoverPage /> },
];
