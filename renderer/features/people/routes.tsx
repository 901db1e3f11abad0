import type { RouteObject } from 'react-router';
import { NewPersonPage } from './new-person-page';
import { PartPage } from './part-page';
import { PeoplePage } from './people-page';
import { PersonPage } from './person-page';
import './people.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <PeoplePage /> },
  { path: 'new', element: <NewPersonPage /> },
  { path: ':workerId', element: <PersonPage /> },
  { path: ':workerId/:part', element: <PartPage /> },
];
