import type { RouteObject } from 'react-router';
import { AskPage } from './ask-page';
import { AwayTodayPage } from './away-today-page';
import { ContactPage } from './contact-page';
import { ContactsPage } from './contacts-page';
import { CoverListPage } from './cover-list-page';
import { CoverPage } from './cover-page';
import { CoverMoneyPage } from './money-page';
import { OutsidePage } from './outside-page';
import { CoverPersonPage } from './person-page';
import { TrainingsPage } from './trainings-page';
import './cover.css';

/** Pages of the rota: who could cover, asks, and what is known of them. */
export const coverRoutes: RouteObject[] = [
  { path: 'away-today', element: <AwayTodayPage /> },
  { path: 'cover', element: <CoverListPage /> },
  { path: 'cover/contacts', element: <ContactsPage /> },
  { path: 'cover/contacts/new', element: <ContactPage /> },
  { path: 'cover/contacts/:contactId', element: <ContactPage /> },
  { path: 'cover/money', element: <CoverMoneyPage /> },
  { path: 'cover/trainings', element: <TrainingsPage /> },
  { path: 'cover/people/:workerId', element: <CoverPersonPage /> },
  { path: 'cover/:key', element: <CoverPage /> },
  { path: 'cover/:key/ask/:kind/:whoId', element: <AskPage /> },
  { path: 'cover/:key/outside/:outsideId', element: <OutsidePage /> },
];
