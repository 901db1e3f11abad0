import type { RouteObject } from 'react-router';
import { AddReceiptsPage } from './add-receipts-page';
import { ReceiptPage } from './receipt-page';
import { ReceiptsPage } from './receipts-page';
import './receipts.css';

export const receiptsRoutes: RouteObject[] = [
  { path: 'receipts', element: <ReceiptsPage /> },
  { path: 'receipts/new', element: <AddReceiptsPage /> },
  { path: 'receipts/:id', element: <ReceiptPage /> },
];
