import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/** jsdom lacks these; React Aria asks for them. Call once at the top of a window test. */
export function startWindow(): void {
  globalThis.CSS ??= {} as typeof CSS;
  CSS.escape ??= (text: string) => text.replace(/[^\w-]/g, '\\$&');
  afterEach(() => {
    cleanup();
    document.title = '';
  });
}
