import type { RouteObject } from 'react-router';
import './batches.css';
import { BatchLinePage } from './batch-line-page';
import { BatchPage } from './batch-page';
import { BatchesPage } from './batches-page';
import { FinishBatchPage } from './finish-batch-page';

/** The pages of this part. */
export const batchesRoutes: RouteObject[] = [
  { path: 'batches', element: <BatchesPage /> },
  { path: 'batches/:batchId', element: <BatchPage /> },
  { path: 'batches/:batchId/finish', element: <FinishBatchPage /> },
  { path: 'batches/:batchId/lines/:lineId', element: <BatchLinePage /> },
];
