import type { RouteObject } from 'react-router';
import { AddLinePage } from './add-line-page';
import { CheckPage } from './check-page';
import { CorrectPage } from './correct-page';
import { EpsPage } from './filing/eps-page';
import { FpsPage } from './filing/fps-page';
import { NotePage } from './filing/note-page';
import { ReportsPage } from './filing/reports-page';
import { FinishPage } from './finish-page';
import { FinishedPage } from './finished-page';
import { HmrcPage } from './hmrc-page';
import { HoursPage } from './hours-page';
import './filing/filing.css';
import './pay.css';
import { PayDayPage } from './pay-day-page';
import { PayHome } from './pay-home';
import { PaymentsPage } from './payments-page';
import './year/year.css';
import { YearEndPage } from './year/year-end-page';
import { YearPage } from './year/year-page';
import { YearPersonPage } from './year/year-person-page';
import { YearStartPage } from './year/year-start-page';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <PayHome /> },
  { path: 'run/:key', element: <HoursPage /> },
  { path: 'run/:key/add/:workerId', element: <AddLinePage /> },
  { path: 'run/:key/pay-day', element: <PayDayPage /> },
  { path: 'run/:key/check', element: <CheckPage /> },
  { path: 'run/:key/finish', element: <FinishPage /> },
  { path: 'finished/:runId', element: <FinishedPage /> },
  { path: 'finished/:runId/payments', element: <PaymentsPage /> },
  { path: 'finished/:runId/correct/:payslipId', element: <CorrectPage /> },
  { path: 'hmrc', element: <HmrcPage /> },
  { path: 'hmrc/reports', element: <ReportsPage /> },
  { path: 'hmrc/reports/fps/:runId', element: <FpsPage /> },
  { path: 'hmrc/reports/eps/:taxYear/:taxMonth', element: <EpsPage /> },
  { path: 'hmrc/reports/note', element: <NotePage /> },
  { path: 'year', element: <YearPage /> },
  { path: 'year/:taxYear', element: <YearPage /> },
  { path: 'year/:taxYear/end', element: <YearEndPage /> },
  { path: 'year/:taxYear/start', element: <YearStartPage /> },
  { path: 'year/:taxYear/:workerId', element: <YearPersonPage /> },
];
