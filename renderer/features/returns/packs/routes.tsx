import type { RouteObject } from 'react-router';
import { FormPage } from './form-page';
import { FormsPage } from './forms-page';
import { LogPage } from './log-page';
import './packs.css';

export const packsRoutes: RouteObject[] = [
  { path: ':agreementId/:from/:to/forms', element: <FormsPage /> },
  { path: ':agreementId/:from/:to/forms/:formId', element: <FormPage /> },
  { path: ':agreementId/:from/:to/log', element: <LogPage /> },
];
