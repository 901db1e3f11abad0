import type { RouteObject } from 'react-router';
import { AboutPage } from './about-page';
import { BackupsAddPage } from './backups-add-page';
import { BackupsPage } from './backups-page';
import { CertificatePage, CertificatesPage } from './certificate-form';
import { CheckPage } from './check-page';
import { HandOverPage } from './hand-over-page';
import { householdRoutes } from './household-routes';
import { LockPage } from './lock-page';
import { LookPage } from './look-page';
import { OpenRecordPage } from './open-record-page';
import { PassphrasePage } from './passphrase-page';
import { privacyRoutes } from './privacy/routes';
import { RatesAddPage } from './rates-add-page';
import { RatesPage } from './rates-page';
import { RecoveryCodePage } from './recovery-code-page';
import { RestorePage } from './restore-page';
import { SettingsPage } from './settings-page';
import './settings.css';

/** The pages of this place. */
export const routes: RouteObject[] = [
  { index: true, element: <SettingsPage /> },
  ...householdRoutes('/settings'),
  { path: 'certificates', element: <CertificatesPage home="/settings" /> },
  { path: 'certificates/:id', element: <CertificatePage home="/settings" /> },
  { path: 'look', element: <LookPage /> },
  { path: 'backups', element: <BackupsPage /> },
  { path: 'backups/restore', element: <RestorePage /> },
  { path: 'backups/place', element: <BackupsAddPage /> },
  { path: 'passphrase', element: <PassphrasePage /> },
  { path: 'recovery-code', element: <RecoveryCodePage /> },
  { path: 'lock', element: <LockPage /> },
  { path: 'check', element: <CheckPage /> },
  { path: 'record', element: <OpenRecordPage /> },
  { path: 'hand-over', element: <HandOverPage /> },
  ...privacyRoutes,
  { path: 'rates', element: <RatesPage /> },
  { path: 'rates/add', element: <RatesAddPage /> },
  { path: 'about', element: <AboutPage /> },
];
