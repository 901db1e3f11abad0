import type { MenuItemConstructorOptions } from 'electron';

/**
 * The menu bar, of standard roles alone: the system names them in its own language, gives each its usual key, and reads
 * them out. Zoom stays, because larger text is how many people read; reload and developer tools are left out.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    role: 'fileMenu',
    submenu: [platform === 'darwin' ? { role: 'close' } : { role: 'quit' }],
  };
  const rest: MenuItemConstructorOptions[] = [file, { role: 'editMenu' }, view, { role: 'windowMenu' }];
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...rest] : rest;
}
