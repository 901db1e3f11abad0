import type { RouteObject } from 'react-router';
import { BankFilePage } from './bank-file-page';
import { OwedPage } from './owed-page';
import { PayeePage } from './payee-page';
import { PayeesPage } from './payees-page';
import { PaymentsPage } from './payments-page';
import { TemplatePage } from './template-page';
import './payments.css';

export const paymentsRoutes: RouteObject[] = [
  { path: 'payments', element: <PaymentsPage /> },
  { path: 'payments/file', element: <BankFilePage /> },
  { path: 'payments/forms/:templateId', element: <TemplatePage /> },
  { path: 'payments/payees', element: <PayeesPage /> },
  { path: 'payments/payees/new', element: <PayeePage /> },
  { path: 'payments/payees/:payeeId', element: <PayeePage /> },
  { path: 'owed', element: <OwedPage /> },
];
