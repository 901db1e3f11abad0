import type { RouteObject } from 'react-router';

/** Pages of the rota: shifts for several households. */
export const poolsRoutes: RouteObject[] = [];
