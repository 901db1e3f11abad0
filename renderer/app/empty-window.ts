import { forgetDrafts } from '../components/draft-store';
import { frame } from '../text/frame';

let takeDown: () => void = () => undefined;

/** Says how everything that stands in the window is taken down. */
export function onEmptyWindow(work: () => void): void {
  takeDown = work;
}

/**
 * Once the records are locked, nothing of them stays in the window: not on the page, in what it remembers of answers, in its title or
 * its address. The window begins anew, so that no part of it has to be trusted to forget.
 */
export function emptyWindow(): void {
  forgetDrafts();
  takeDown();
  document.title = frame.product;
  window.history.replaceState(null, '', window.location.pathname);
  window.location.reload();
}
