import type { RouteObject } from 'react-router';
import { HandOverDeskPage } from './hand-over-desk-page';

/** The pages of this part. */
export const handOverRoutes: RouteObject[] = [{ path: 'hand-over', element: <HandOverDeskPage /> }];
