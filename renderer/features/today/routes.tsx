import type { RouteObject } from 'react-router';
import { TodayPage } from './today-page';
import './today.css';

/** The pages of this place. */
export const routes: RouteObject[] = [{ index: true, element: <TodayPage /> }];
