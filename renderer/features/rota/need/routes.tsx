import type { RouteObject } from 'react-router';
import { CostPage } from './cost-page';
import { HoursPage } from './hours-page';
import { NeedPage } from './need-page';
import { PlanPage } from './plan-page';
import { RulesPage } from './rules-page';
import './need.css';

/** Pages of the rota: the plan against the rota. */
export const needRoutes: RouteObject[] = [
  { path: 'need', element: <NeedPage /> },
  { path: 'need/plan', element: <PlanPage /> },
  { path: 'need/plan/new', element: <HoursPage /> },
  { path: 'need/plan/:entryId', element: <HoursPage /> },
  { path: 'need/cost', element: <CostPage /> },
  { path: 'need/rules', element: <RulesPage /> },
];
