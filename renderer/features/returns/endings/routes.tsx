import type { RouteObject } from 'react-router';

export const endingsRoutes: RouteObject[] = [];
