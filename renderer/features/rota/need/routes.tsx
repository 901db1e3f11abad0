import type { RouteObject } from 'react-router';

/** Pages of the rota: the plan against the rota. */
export const needRoutes: RouteObject[] = [];
