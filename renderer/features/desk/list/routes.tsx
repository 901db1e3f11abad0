import type { RouteObject } from 'react-router';

/** The pages of this part. */
export const listRoutes: RouteObject[] = [];
