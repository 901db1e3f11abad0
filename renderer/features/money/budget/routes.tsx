import type { RouteObject } from 'react-router';
import { MoneyPage } from './money-page';

export const budgetRoutes: RouteObject[] = [{ index: true, element: <MoneyPage /> }];
