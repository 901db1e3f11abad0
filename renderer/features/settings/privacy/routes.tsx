import type { RouteObject } from 'react-router';
import { DataPage } from './data-page';
import { NoticeGivenPage } from './notice-given-page';
import { NoticePage } from './notice-page';
import { PolicyPage } from './policy-page';
import { PrivacyPage } from './privacy-page';
import { RequestPage } from './request-page';
import { RequestsPage } from './requests-page';
import './privacy.css';

export const privacyRoutes: RouteObject[] = [
  { path: 'privacy', element: <PrivacyPage /> },
  { path: 'privacy/notice', element: <NoticePage /> },
  { path: 'privacy/notice/:workerId', element: <NoticeGivenPage /> },
  { path: 'privacy/data', element: <DataPage /> },
  { path: 'privacy/requests', element: <RequestsPage /> },
  { path: 'privacy/requests/:id', element: <RequestPage /> },
  { path: 'privacy/policy', element: <PolicyPage /> },
];
