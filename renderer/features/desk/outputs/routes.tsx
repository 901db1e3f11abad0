import type { RouteObject } from 'react-router';
import { LetterPage } from './letter-page';
import { LettersPage } from './letters-page';
import { OutputsPage } from './outputs-page';
import { PensionFilePage } from './pension-file-page';
import { PensionFilesPage } from './pension-files-page';

/** The pages of this part. */
export const outputsRoutes: RouteObject[] = [
  { path: 'outputs', element: <OutputsPage /> },
  { path: 'outputs/letters', element: <LettersPage /> },
  { path: 'outputs/letters/:letterId', element: <LetterPage /> },
  { path: 'outputs/pensions', element: <PensionFilesPage /> },
  { path: 'outputs/pensions/:householdId/:provider', element: <PensionFilePage /> },
];
