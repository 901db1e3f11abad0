import { frame } from '../text/frame';

/** The mark and the name: a ring held by a stay. */
export function Brand() {
  return (
    <div className="brand">
      <svg viewBox="0 0 24 32" fill="none" stroke="currentColor" strokeWidth="3" aria-hidden="true">
        <circle cx="12" cy="16" r="10" />
        <path d="M12 1.5v29" strokeLinecap="round" />
      </svg>
      <span>{frame.product}</span>
    </div>
  );
}
