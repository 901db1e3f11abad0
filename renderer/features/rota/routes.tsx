import type { RouteObject } from 'react-router';
import { absencesRoutes } from './absences/routes';
import { calendarRoutes } from './calendar/routes';
import { coverRoutes } from './cover/routes';
import { lateRoutes } from './late/routes';
import { needRoutes } from './need/routes';
import { papersRoutes } from './papers/routes';
import { patternsRoutes } from './patterns/routes';
import { poolsRoutes } from './pools/routes';
import { RotaPage } from './rota-page';
import { timesheetsRoutes } from './timesheets/routes';
import './rota.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <RotaPage /> },
  ...coverRoutes,
  ...absencesRoutes,
  ...timesheetsRoutes,
  ...lateRoutes,
  ...papersRoutes,
  ...patternsRoutes,
  ...needRoutes,
  ...poolsRoutes,
  ...calendarRoutes,
];
