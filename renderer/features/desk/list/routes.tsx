import type { RouteObject } from 'react-router';
import { DeskPage } from './desk-page';
import './desk.css';
import { OpenPage } from './open-page';

/** The pages of this part. */
export const listRoutes: RouteObject[] = [
  { index: true, element: <DeskPage /> },
  { path: 'open/:id', element: <OpenPage /> },
];
