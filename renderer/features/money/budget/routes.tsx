import type { RouteObject } from 'react-router';
import { AheadPage } from './ahead-page';
import { BillPage } from './bill-page';
import { BillsPage } from './bills-page';
import { EarmarkPage } from './earmark-page';
import { EarmarksPage } from './earmarks-page';
import { LeftPage } from './left-page';
import { LetterPage } from './letter-page';
import { MoneyPage } from './money-page';
import { RulePage } from './rule-page';
import { WhatIfPage } from './what-if-page';
import { WhatIfsPage } from './what-ifs-page';
import './budget.css';

export const budgetRoutes: RouteObject[] = [
  { index: true, element: <MoneyPage /> },
  { path: 'ahead', element: <AheadPage /> },
  { path: 'ahead/:agreementId', element: <AheadPage /> },
  { path: 'set-aside', element: <EarmarksPage /> },
  { path: 'set-aside/:id', element: <EarmarkPage /> },
  { path: 'bills', element: <BillsPage /> },
  { path: 'bills/:id', element: <BillPage /> },
  { path: 'left', element: <LeftPage /> },
  { path: 'left/:agreementId', element: <LeftPage /> },
  { path: 'left/:agreementId/rule', element: <RulePage /> },
  { path: 'left/:agreementId/letter', element: <LetterPage /> },
  { path: 'what-if', element: <WhatIfsPage /> },
  { path: 'what-if/:agreementId', element: <WhatIfsPage /> },
  { path: 'what-if/:agreementId/:id', element: <WhatIfPage /> },
];
