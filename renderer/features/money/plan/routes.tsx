import type { RouteObject } from 'react-router';
import { AgreedFormPage } from './agreed-form';
import { AgreedPage } from './agreed-page';
import { RulePage } from './rule-page';
import { RulesPage } from './rules-page';
import { SpendPage } from './spend-page';
import { StartPage } from './start-page';
import './plan.css';

export const planRoutes: RouteObject[] = [
  { path: 'spend', element: <SpendPage /> },
  { path: 'plan', element: <RulesPage /> },
  { path: 'plan/new', element: <RulePage /> },
  { path: 'plan/start', element: <StartPage /> },
  { path: 'plan/:id', element: <RulePage /> },
  { path: 'agreed', element: <AgreedPage /> },
  { path: 'agreed/new', element: <AgreedFormPage /> },
  { path: 'agreed/:id', element: <AgreedFormPage /> },
];
