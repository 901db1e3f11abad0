import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { safeFileName, saveDownloads } from '../../../electron/shell/downloads';
import { guardContents, guardSession, isWindowUrl, mayRequest } from '../../../electron/shell/guards';
import { menuTemplate } from '../../../electron/shell/menu';

describe('where the window may go', () => {
  test('its own pages, and what it holds in memory', () => {
    expect(isWindowUrl('app://mainstay/pay/runs')).toBe(true);
    expect(mayRequest('app://mainstay/assets/main.js')).toBe(true);
    expect(mayRequest('blob:app://mainstay/3f1c')).toBe(true);
    expect(mayRequest('data:image/png;base64,AAAA')).toBe(true);
  });

  test.each([
    'https://example.org/',
    'http://127.0.0.1:8080/',
    'file:///etc/passwd',
    'app://mainstay.evil.example/',
    'app://mainstay@evil.example/',
    'app://evil/mainstay',
    'app:mainstay',
    'blob:https://example.org/3f1c',
    'ws://127.0.0.1/',
    'devtools://devtools/bundled/inspector.html',
    'javascript:alert(1)',
    'about:blank',
    '',
  ])('not %s', (address) => {
    expect(isWindowUrl(address)).toBe(false);
    expect(mayRequest(address)).toBe(false);
  });
});

interface Handlers {
  request?: (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void;
  permission?: (contents: null, permission: string, callback: (granted: boolean) => void) => void;
  check?: () => boolean;
  device?: () => boolean;
}

function fakeSession() {
  const handlers: Handlers = {};
  const session = Object.assign(new EventEmitter(), {
    webRequest: {
      onBeforeRequest: (handler: NonNullable<Handlers['request']>) => {
        handlers.request = handler;
      },
    },
    setPermissionRequestHandler: (handler: NonNullable<Handlers['permission']>) => {
      handlers.permission = handler;
    },
    setPermissionCheckHandler: (handler: () => boolean) => {
      handlers.check = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      handlers.device = handler;
    },
  });
  return { session: session as unknown as Session & EventEmitter, handlers };
}

function preventable(url = '') {
  return {
    url,
    prevented: false,
    preventDefault() {
      this.prevented = true;
    },
  };
}

describe('a closed session', () => {
  test('cancels every request that leaves the computer', () => {
    const { session, handlers } = fakeSession();
    guardSession(session);
    const cancelled = (url: string): boolean => {
      let answer = false;
      handlers.request?.({ url }, ({ cancel }) => {
        answer = cancel;
      });
      return answer;
    };
    expect(cancelled('https://example.org/update.json')).toBe(true);
    expect(cancelled('app://mainstay/index.html')).toBe(false);
  });

  test('grants no permission and no device', () => {
    const { session, handlers } = fakeSession();
    guardSession(session);
    for (const permission of [
      'camera',
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fileSystem',
      'clipboard-read',
    ]) {
      handlers.permission?.(null, permission, (granted) => expect(granted, permission).toBe(false));
    }
    expect(handlers.check?.()).toBe(false);
    expect(handlers.device?.()).toBe(false);
    for (const choice of ['select-hid-device', 'select-serial-port', 'select-usb-device']) {
      const event = preventable();
      session.emit(choice, event);
      expect(event.prevented, choice).toBe(true);
    }
  });
});

describe('contents stay where they are', () => {
  function guarded() {
    let opener: (() => { action: string }) | undefined;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => { action: string }) => {
        opener = handler;
      },
    });
    guardContents(contents as unknown as WebContents);
    return { contents, open: () => opener?.() };
  }

  test('no new window opens', () => {
    expect(guarded().open()).toEqual({ action: 'deny' });
  });

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s leads nowhere else', (name) => {
    const { contents } = guarded();
    const away = preventable('https://example.org/');
    contents.emit(name, away);
    expect(away.prevented).toBe(true);
    const within = preventable('app://mainstay/today');
    contents.emit(name, within);
    expect(within.prevented).toBe(false);
  });

  test('a document made here may be shown in a frame', () => {
    const { contents } = guarded();
    const event = preventable('blob:app://mainstay/3f1c');
    contents.emit('will-frame-navigate', event);
    expect(event.prevented).toBe(false);
  });

  test('no web view is attached', () => {
    const event = preventable();
    guarded().contents.emit('will-attach-webview', event);
    expect(event.prevented).toBe(true);
  });
});

describe('saving a document', () => {
  function download(url: string, name: string) {
    const { session } = fakeSession();
    saveDownloads(session, '/documents', 'Save the document');
    const event = preventable();
    let options: { title?: string; defaultPath?: string } | undefined;
    session.emit('will-download', event, {
      getURL: () => url,
      getFilename: () => name,
      setSaveDialogOptions: (given: typeof options) => {
        options = given;
      },
    });
    return { event, options };
  }

  test('asks where to save what the window made', () => {
    const { event, options } = download('blob:app://mainstay/3f1c', 'Payslip 2026-11-20.pdf');
    expect(event.prevented).toBe(false);
    expect(options?.title).toBe('Save the document');
    expect(options?.defaultPath).toMatch(/documents[\\/]Payslip 2026-11-20\.pdf$/);
  });

  test('saves nothing from elsewhere', () => {
    expect(download('https://example.org/a.exe', 'a.exe').event.prevented).toBe(true);
  });

  test.each([
    ['../../x.pdf', 'x.pdf'],
    ['..\\..\\x.pdf', 'x.pdf'],
    ['CON.pdf', 'document-CON.pdf'],
    ['a\nb\u202egpj.pdf', 'abgpj.pdf'],
    ['-rf', 'rf'],
    ['...', 'document'],
    ['a:b?c*.pdf', 'abc.pdf'],
    ['Zoë’s payslip.pdf', 'Zoë’s payslip.pdf'],
  ])('the name %j is saved as %j', (given, saved) => {
    expect(safeFileName(given)).toBe(saved);
  });

  test('a long name keeps its ending', () => {
    const saved = safeFileName(`${'a'.repeat(300)}.pdf`);
    expect(saved).toHaveLength(120);
    expect(saved.endsWith('.pdf')).toBe(true);
  });
});

describe('the menu', () => {
  test.each(['linux', 'win32', 'darwin'] as const)(
    'on %s is of standard roles alone, without reload or developer tools',
    (platform) => {
      const items = menuTemplate(platform).flatMap((menu) => [
        menu,
        ...(Array.isArray(menu.submenu) ? menu.submenu : []),
      ]);
      for (const item of items) expect(item.role ?? item.type).toBeDefined();
      const roles = items.map((item) => item.role);
      expect(roles).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom']));
      for (const unwanted of ['reload', 'forceReload', 'toggleDevTools'])
        expect(roles).not.toContain(unwanted);
    },
  );
});
