import { useEffect } from 'react';
import { common } from '../text/common';
import { frame } from '../text/frame';

let page = '';
let errors = 0;

/**
 * A browser keeps titles in its history, in plain sight of whoever has the computer. There the page of one person, day or line is
 * titled by its place; Mainstay’s own window keeps none, and says what its heading says.
 */
function kept(title: string): string {
  if (window.location.protocol !== 'http:') return title;
  const [place = '', ...rest] = window.location.hash
    .replace(/^#\/?|[?].*$/g, '')
    .split('/')
    .filter((part) => part !== '');
  if (!rest.some((part) => /\d/.test(part))) return title;
  return Object.entries(frame.places).find(([name]) => name === place)?.[1] ?? frame.product;
}

function show(): void {
  document.title =
    (errors > 0 ? common.errorPrefix : '') + (page === '' ? frame.product : frame.title(kept(page)));
}

/** Names the page in the title of the window. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    page = title;
    show();
  }, [title]);
}

/** Puts “Error: ” before the title until the returned function is called. */
export function setErrorPrefix(): () => void {
  errors += 1;
  show();
  return () => {
    errors -= 1;
    show();
  };
}
