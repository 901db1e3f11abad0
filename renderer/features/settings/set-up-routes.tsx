import type { RouteObject } from 'react-router';
import { householdRoutes } from './household-routes';
import { SetUpPage } from './set-up-page';
import './settings.css';

/** The list of set-up tasks, and the form of each. */
export const routes: RouteObject[] = [{ index: true, element: <SetUpPage /> }, ...householdRoutes('/set-up')];
