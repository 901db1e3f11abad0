import type { RouteObject } from 'react-router';
import { endingsRoutes } from './endings/routes';
import { MarkSentPage } from './mark-sent-page';
import { packsRoutes } from './packs/routes';
import { profilesRoutes } from './profiles/routes';
import { ReturnPage } from './return-page';
import { FoundReturn, ReturnsPage } from './returns-page';
import './returns.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <ReturnsPage /> },
  ...profilesRoutes,
  ...packsRoutes,
  ...endingsRoutes,
  { path: ':id', element: <FoundReturn /> },
  { path: ':agreementId/:from/:to', element: <ReturnPage /> },
  { path: ':agreementId/:from/:to/send', element: <MarkSentPage /> },
];
