// First: it says in which order the layers of styles stand.
import './styles/index.css';
import { must } from '@shared/result';
import { createRoot } from 'react-dom/client';
import { client } from './api/client';
import { App, newQueryClient } from './app/app';
import { onEmptyWindow } from './app/empty-window';
import { useWindowState } from './app/window-state';
import { readLook, startLook } from './components/look';
import { showToast } from './components/toast';
import { watchWindow } from './components/use-width';
import { look as lookWords } from './text/settings';

/** The look is kept by the program, beside the records, so that it holds before they are unlocked and after a restart. */
async function startKeptLook(): Promise<void> {
  const kept = await client.preferences.look().catch(() => undefined);
  let told = false;
  startLook(readLook(kept), (look) => {
    const tellOnce = () => {
      if (!told) showToast(lookWords.notKept);
      told = true;
    };
    client.preferences.keepLook({ look }).then((answer) => (answer.kept ? undefined : tellOnce()), tellOnce);
  });
}

async function start(): Promise<void> {
  await startKeptLook();
  watchWindow();
  const gallery =
    import.meta.env.MODE === 'production' ? undefined : await import('./app/gallery/gallery-routes');
  const root = createRoot(must(document.getElementById('window'), 'index.html has the window element'));
  const queryClient = newQueryClient();
  onEmptyWindow(() => {
    root.unmount();
    queryClient.clear();
  });
  root.render(
    <App
      useWindowState={useWindowState}
      queryClient={queryClient}
      {...(gallery === undefined ? {} : { extraRoutes: gallery.galleryRoutes })}
    />,
  );
}

void start();
