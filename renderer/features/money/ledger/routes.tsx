import type { RouteObject } from 'react-router';
import { AccountPage } from './account-page';
import { AccountsPage } from './accounts-page';
import { CorrectPage } from './correct-page';
import { CountPage } from './count-page';
import { FundPage, FundsPage } from './funds-page';
import { ChangeHandLinePage, WriteDownPage } from './hand-line-page';
import { LinePage } from './line-page';
import { LinesPage } from './lines-page';
import { MovePage, TransfersPage } from './move-page';
import './ledger.css';

export const ledgerRoutes: RouteObject[] = [
  { path: 'lines', element: <LinesPage /> },
  { path: 'lines/:id', element: <LinePage /> },
  { path: 'lines/:id/correct', element: <CorrectPage /> },
  { path: 'lines/:id/change', element: <ChangeHandLinePage /> },
  { path: 'write-down', element: <WriteDownPage /> },
  { path: 'move', element: <MovePage /> },
  { path: 'transfers', element: <TransfersPage /> },
  { path: 'accounts', element: <AccountsPage /> },
  { path: 'accounts/:id', element: <AccountPage /> },
  { path: 'accounts/:id/count', element: <CountPage /> },
  { path: 'funds', element: <FundsPage /> },
  { path: 'funds/:fund', element: <FundPage /> },
];
