import type { RouteObject } from 'react-router';
import { ReceiptPage } from './receipt-page';
import { AddReceiptsPage, ReceiptsPage } from './receipts-page';

export const receiptsRoutes: RouteObject[] = [
  { path: 'receipts', element: <ReceiptsPage /> },
  { path: 'receipts/new', element: <AddReceiptsPage /> },
  { path: 'receipts/:id', element: <ReceiptPage /> },
];
