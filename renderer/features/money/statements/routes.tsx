import type { RouteObject } from 'react-router';
import './statements.css';
import { BringInPage } from './bring-in-page';
import { StatementsPage } from './statements-page';

export const statementsRoutes: RouteObject[] = [
  { path: 'bring-in', element: <BringInPage /> },
  { path: 'statements', element: <StatementsPage /> },
];
