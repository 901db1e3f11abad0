import type { RouteObject } from 'react-router';

export const matchingRoutes: RouteObject[] = [];
