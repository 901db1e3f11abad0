import type { RouteObject } from 'react-router';
import { AccountPage, AccountsPage } from './account-form';
import { AgreementPage, AgreementsPage } from './agreement-form';
import { EmployerPage } from './employer-form';
import { HouseholdPage } from './household-form';
import type { Home } from './record-page';
import { RepresentativePage, RepresentativesPage } from './representative-form';

/** The forms of the household: the same ones in set-up and in Settings; each goes back to where it was opened. */
export function householdRoutes(home: Home): RouteObject[] {
  return [
    { path: 'household', element: <HouseholdPage home={home} /> },
    { path: 'representatives', element: <RepresentativesPage home={home} /> },
    { path: 'representatives/:id', element: <RepresentativePage home={home} /> },
    { path: 'employer', element: <EmployerPage home={home} /> },
    { path: 'agreements', element: <AgreementsPage home={home} /> },
    { path: 'agreements/:id', element: <AgreementPage home={home} /> },
    { path: 'accounts', element: <AccountsPage home={home} /> },
    { path: 'accounts/:id', element: <AccountPage home={home} /> },
  ];
}
