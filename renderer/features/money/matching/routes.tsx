import type { RouteObject } from 'react-router';
import { MatchPage } from './match-page';
import './matching.css';

export const matchingRoutes: RouteObject[] = [{ path: 'match', element: <MatchPage /> }];
