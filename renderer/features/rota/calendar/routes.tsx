import type { RouteObject } from 'react-router';

/** Pages of the rota: appointments and calendar files. */
export const calendarRoutes: RouteObject[] = [];
