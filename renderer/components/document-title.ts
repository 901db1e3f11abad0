import { useEffect } from 'react';
import { common } from '../text/common';
import { frame } from '../text/frame';

let page = '';
let errors = 0;

function show(): void {
  document.title = (errors > 0 ? common.errorPrefix : '') + (page === '' ? frame.product : frame.title(page));
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
