import type { RouteObject } from 'react-router';
import { FamilyPage } from './family/family-page';
import { LeaveFormPage, LeavePage } from './family/leave-page';
import { SickPayPage } from './family/sick-pay-page';
import { NewPersonPage } from './new-person-page';
import { PartPage } from './part-page';
import { PeoplePage } from './people-page';
import { PersonPage } from './person-page';
import './people.css';
import './family/family.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <PeoplePage /> },
  { path: 'new', element: <NewPersonPage /> },
  { path: ':workerId', element: <PersonPage /> },
  { path: ':workerId/family', element: <FamilyPage /> },
  { path: ':workerId/family/new', element: <LeaveFormPage /> },
  { path: ':workerId/family/:leaveId', element: <LeavePage /> },
  { path: ':workerId/family/:leaveId/change', element: <LeaveFormPage /> },
  { path: ':workerId/sick-pay', element: <SickPayPage /> },
  { path: ':workerId/:part', element: <PartPage /> },
];
