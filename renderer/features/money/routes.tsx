import type { RouteObject } from 'react-router';
import { budgetRoutes } from './budget/routes';
import { ledgerRoutes } from './ledger/routes';
import { matchingRoutes } from './matching/routes';
import { paymentsRoutes } from './payments/routes';
import { planRoutes } from './plan/routes';
import { receiptsRoutes } from './receipts/routes';
import { statementsRoutes } from './statements/routes';
import './money.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  ...budgetRoutes,
  ...statementsRoutes,
  ...ledgerRoutes,
  ...matchingRoutes,
  ...receiptsRoutes,
  ...planRoutes,
  ...paymentsRoutes,
];
