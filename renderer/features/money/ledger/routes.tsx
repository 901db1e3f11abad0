import type { RouteObject } from 'react-router';
import { LinePage } from './line-page';
import { LinesPage } from './lines-page';

export const ledgerRoutes: RouteObject[] = [
  { path: 'lines', element: <LinesPage /> },
  { path: 'lines/:id', element: <LinePage /> },
];
