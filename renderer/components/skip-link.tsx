import type { MouseEvent } from 'react';
import { frame } from '../text/frame';

/** The first stop of the Tab key: past the places, to the page. */
export function SkipLink() {
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById('page')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page; the address keeps the route
    <a className="skip" href="#page" onClick={skip}>
      {frame.skip}
    </a>
  );
}
