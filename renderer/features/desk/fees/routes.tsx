import type { RouteObject } from 'react-router';
import { FeesPage } from './fees-page';
import { HouseholdFeesPage } from './household-fees-page';
import { InvoicesPage } from './invoices-page';
import { MakePage } from './make-page';
import { ScalePage } from './scale-page';

/** The pages of this part. */
export const feesRoutes: RouteObject[] = [
  { path: 'fees', element: <FeesPage /> },
  { path: 'fees/make', element: <MakePage /> },
  { path: 'fees/invoices', element: <InvoicesPage /> },
  { path: 'fees/usual/new', element: <ScalePage key="new" /> },
  { path: 'fees/usual/:id', element: <ScalePage /> },
  { path: 'fees/households/:id', element: <HouseholdFeesPage /> },
];
