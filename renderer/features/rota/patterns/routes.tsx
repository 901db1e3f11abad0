import type { RouteObject } from 'react-router';
import { PatternPage } from './pattern-page';
import { PatternsPage } from './patterns-page';

/** Pages of the rota: shifts that come back. */
export const patternsRoutes: RouteObject[] = [
  { path: 'patterns', element: <PatternsPage /> },
  { path: 'patterns/new', element: <PatternPage /> },
  { path: 'patterns/:patternId', element: <PatternPage /> },
];
