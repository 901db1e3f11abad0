import type { RouteObject } from 'react-router';
import { AccountPage } from './account-page';
import { EndingPage } from './ending-page';
import { EndingsPage } from './endings-page';
import { EraseCheckPage } from './erase-check-page';
import { ErasePage } from './erase-page';
import { KeepPage } from './keep-page';
import { OutcomesPage } from './outcomes-page';
import { ReviewPage } from './review-page';
import './endings.css';

export const endingsRoutes: RouteObject[] = [
  { path: 'endings', element: <EndingsPage /> },
  { path: 'endings/:agreementId', element: <AccountPage /> },
  { path: 'endings/:agreementId/change', element: <EndingPage /> },
  { path: 'review', element: <ReviewPage /> },
  { path: 'outcomes', element: <OutcomesPage /> },
  { path: 'keep', element: <KeepPage /> },
  { path: 'keep/erase', element: <ErasePage /> },
  { path: 'keep/erase/:kind/:key', element: <EraseCheckPage /> },
];
