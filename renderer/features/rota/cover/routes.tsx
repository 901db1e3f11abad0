import type { RouteObject } from 'react-router';
import { AskPage } from './ask-page';
import { AwayTodayPage } from './away-today-page';
import { CoverListPage } from './cover-list-page';
import { CoverPage } from './cover-page';
import { OutsidePage } from './outside-page';
import './cover.css';

/** Pages of the rota: who could cover, asks, and what is known of them. */
export const coverRoutes: RouteObject[] = [
  { path: 'away-today', element: <AwayTodayPage /> },
  { path: 'cover', element: <CoverListPage /> },
  { path: 'cover/:key', element: <CoverPage /> },
  { path: 'cover/:key/ask/:kind/:whoId', element: <AskPage /> },
  { path: 'cover/:key/outside/:outsideId', element: <OutsidePage /> },
];
