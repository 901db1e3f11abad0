import type { RouteObject } from 'react-router';
import { MadeClaimPage } from './claim-page';
import { CoverClaimsPage } from './claims-page';
import { CoverPlanCasePage } from './plan-case-page';
import { CoverPlanPage } from './plan-page';
import { CoverReportPage } from './report-page';

/** Pages of the rota: the standing cover plan, claims for cover, and the report for the annual review. */
export const papersRoutes: RouteObject[] = [
  { path: 'cover/plan', element: <CoverPlanPage /> },
  { path: 'cover/plan/:part', element: <CoverPlanCasePage /> },
  { path: 'cover/report', element: <CoverReportPage /> },
  { path: 'cover/claim', element: <CoverClaimsPage /> },
  { path: 'cover/claim/:claimId', element: <MadeClaimPage /> },
];
