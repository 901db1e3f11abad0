import type { RouteObject } from 'react-router';
import { FamilyPage } from './family/family-page';
import { LeaveFormPage, LeavePage } from './family/leave-page';
import { SickPayPage } from './family/sick-pay-page';
import { NewPersonPage } from './new-person-page';
import { CarriedPage } from './orders/carried-page';
import { EndOrderPage } from './orders/end-order-page';
import { HomePage } from './orders/home-page';
import { OrderPage } from './orders/order-page';
import { OrdersPage } from './orders/orders-page';
import { PartPage } from './part-page';
import { PensionByHandPage } from './pension-by-hand-page';
import { PensionJourneyPage } from './pension-journey-page';
import { PensionPage } from './pension-page';
import { PeoplePage } from './people-page';
import { PersonPage } from './person-page';
import './people.css';
import './pension.css';
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
  { path: ':workerId/orders', element: <OrdersPage /> },
  { path: ':workerId/orders/new', element: <OrderPage /> },
  { path: ':workerId/orders/:orderId', element: <OrderPage /> },
  { path: ':workerId/orders/:orderId/end', element: <EndOrderPage /> },
  { path: ':workerId/home', element: <HomePage /> },
  { path: ':workerId/carried', element: <CarriedPage /> },
  { path: ':workerId/pension', element: <PensionPage /> },
  { path: ':workerId/pension/by-hand', element: <PensionByHandPage /> },
  { path: ':workerId/pension/:journey', element: <PensionJourneyPage /> },
  { path: ':workerId/:part', element: <PartPage /> },
];
