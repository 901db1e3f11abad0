import type { RouteObject } from 'react-router';

/** The gallery of components, for tests and for building; not part of the program that is shipped. */
export const galleryRoutes: RouteObject[] = [
  { path: '/gallery', lazy: async () => ({ Component: (await import('./gallery')).Gallery }) },
];
