import { lazy, Suspense } from 'react';
import type { RouteObject } from 'react-router';

const Gallery = lazy(async () => ({ default: (await import('./gallery')).Gallery }));
const PlainGallery = lazy(async () => ({ default: (await import('./gallery')).PlainGallery }));

/** The gallery of components, for tests and for building; not part of the program that is shipped. */
export const galleryRoutes: RouteObject[] = [
  {
    path: '/gallery',
    element: (
      <Suspense>
        <Gallery />
      </Suspense>
    ),
  },
  {
    path: '/gallery/plain',
    element: (
      <Suspense>
        <PlainGallery />
      </Suspense>
    ),
  },
];
