import type { RouteObject } from 'react-router';
import { AnyDaysPage } from './any-days-page';
import { ComparePage } from './compare-page';
import { endingsRoutes } from './endings/routes';
import { MarkSentPage } from './mark-sent-page';
import { MissingPage } from './missing-page';
import { packsRoutes } from './packs/routes';
import { profilesRoutes } from './profiles/routes';
import { QuestionsPage } from './questions-page';
import { ReturnPage } from './return-page';
import { FoundReturn, ReturnsPage } from './returns-page';
import './returns.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <ReturnsPage /> },
  ...profilesRoutes,
  ...packsRoutes,
  ...endingsRoutes,
  { path: 'any-days', element: <AnyDaysPage /> },
  { path: ':id', element: <FoundReturn /> },
  { path: ':agreementId/:from/:to', element: <ReturnPage /> },
  { path: ':agreementId/:from/:to/missing', element: <MissingPage /> },
  { path: ':agreementId/:from/:to/questions', element: <QuestionsPage /> },
  { path: ':agreementId/:from/:to/compare', element: <ComparePage /> },
  { path: ':agreementId/:from/:to/send', element: <MarkSentPage /> },
];
