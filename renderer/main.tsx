// First: it says in which order the layers of styles stand.
import './styles/index.css';
import { must } from '@shared/result';
import { createRoot } from 'react-dom/client';
import { App, newQueryClient } from './app/app';
import { useWindowState } from './app/window-state';
import { readLook, startLook } from './components/look';
import { watchWindow } from './components/use-width';

const LOOK_KEY = 'mainstay.look';

/** Only the look of the window is kept here; nothing of the record ever is. */
startLook(readLook(localStorage.getItem(LOOK_KEY)), (look) =>
  localStorage.setItem(LOOK_KEY, JSON.stringify(look)),
);
watchWindow();

async function start(): Promise<void> {
  const gallery =
    import.meta.env.MODE === 'production' ? undefined : await import('./app/gallery/gallery-routes');
  createRoot(must(document.getElementById('window'), 'index.html has the window element')).render(
    <App
      useWindowState={useWindowState}
      queryClient={newQueryClient()}
      {...(gallery === undefined ? {} : { extraRoutes: gallery.galleryRoutes })}
    />,
  );
}

void start();
