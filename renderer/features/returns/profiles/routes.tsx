import type { RouteObject } from 'react-router';
import { AskedPage } from './asked-page';
import { CopyPage, ImportPage } from './make-pages';
import { ProfilePage } from './profile-page';
import { ProfilesPage } from './profiles-page';
import { TryPage } from './try-page';
import './profiles.css';

export const profilesRoutes: RouteObject[] = [
  { path: 'profiles', element: <ProfilesPage /> },
  { path: 'profiles/import', element: <ImportPage /> },
  { path: 'profiles/asked', element: <AskedPage /> },
  { path: 'profiles/:key', element: <ProfilePage /> },
  { path: 'profiles/:key/copy', element: <CopyPage /> },
  { path: 'profiles/:key/try', element: <TryPage /> },
];
