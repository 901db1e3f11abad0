import type { RouteObject } from 'react-router';
import { PoolFormPage } from './pool-form-page';
import { PoolPage } from './pool-page';
import { PoolsPage } from './pools-page';
import './pools.css';

/** Pages of the rota: shifts for several households. */
export const poolsRoutes: RouteObject[] = [
  { path: 'pools', element: <PoolsPage /> },
  { path: 'pools/new', element: <PoolFormPage /> },
  { path: 'pools/:poolId', element: <PoolPage /> },
  { path: 'pools/:poolId/change', element: <PoolFormPage /> },
];
