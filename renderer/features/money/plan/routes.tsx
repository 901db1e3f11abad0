import type { RouteObject } from 'react-router';
import { SpendPage } from './spend-page';

export const planRoutes: RouteObject[] = [{ path: 'spend', element: <SpendPage /> }];
