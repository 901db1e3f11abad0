import type { RouteObject } from 'react-router';

export const packsRoutes: RouteObject[] = [];
