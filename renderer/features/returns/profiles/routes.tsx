import type { RouteObject } from 'react-router';
import { AskedPage } from './asked-page';
import { ChangePage } from './change-page';
import { CopyPage, ImportPage } from './make-pages';
import { ItemPage, PartPage } from './part-pages';
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
  { path: 'profiles/:key/change', element: <ChangePage /> },
  { path: 'profiles/:key/change/:part', element: <PartPage /> },
  { path: 'profiles/:key/change/:part/:item', element: <ItemPage /> },
  { path: 'profiles/:key/try', element: <TryPage /> },
];
