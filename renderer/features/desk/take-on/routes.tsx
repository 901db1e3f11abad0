import type { RouteObject } from 'react-router';
import { TakeOnPage } from './take-on-page';

/** The pages of this part. */
export const takeOnRoutes: RouteObject[] = [{ path: 'take-on', element: <TakeOnPage /> }];
