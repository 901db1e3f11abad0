import type { RouteObject } from 'react-router';
import { BringInPage } from './bring-in-page';
import { LinePage } from './line-page';
import { LinesPage } from './lines-page';
import { MoneyPage } from './money-page';
import { ReceiptPage } from './receipt-page';
import { AddReceiptsPage, ReceiptsPage } from './receipts-page';
import { SpendPage } from './spend-page';
import { StatementsPage } from './statements-page';
import './money.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <MoneyPage /> },
  { path: 'bring-in', element: <BringInPage /> },
  { path: 'statements', element: <StatementsPage /> },
  { path: 'lines', element: <LinesPage /> },
  { path: 'lines/:id', element: <LinePage /> },
  { path: 'receipts', element: <ReceiptsPage /> },
  { path: 'receipts/new', element: <AddReceiptsPage /> },
  { path: 'receipts/:id', element: <ReceiptPage /> },
  { path: 'spend', element: <SpendPage /> },
];
