import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { common } from '../text/common';
import { useDocumentTitle } from './document-title';
import { ExplainSlot } from './explain-slot';
import { usePanel } from './explain-store';
import { MainActionLink } from './main-action-link';
import { useFold } from './more';
import { UndoBar } from './undo-bar';
import { useWindowWidth } from './use-width';

export type PageProps = {
  /** The one h1, and the title of the window. */
  readonly title: string;
  readonly sub?: ReactNode;
  readonly backTo?: string | undefined;
  readonly backLabel?: string | undefined;
  /** Under the heading, over both columns: steps, week buttons. */
  readonly head?: ReactNode;
  /** What stands on the right while nothing is being explained. */
  readonly aside?: ReactNode;
  readonly asideLabel?: string | undefined;
  /** The panel lies over a wide table instead of folding it. */
  readonly panelOver?: boolean;
  readonly children: ReactNode;
};

let focusedKey: string | undefined;

/** A full page without places stands in the window: the next page with places takes focus to its heading again. */
export function forgetFocusedPage(): void {
  focusedKey = '';
}

/** A page in the frame: heading, body, and the panel on the right. Takes focus to its heading when it is gone to. */
export function Page(props: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const panel = usePanel((state) => state.panel);
  const width = useWindowWidth();
  const fold = useFold(pathname);
  useDocumentTitle(props.title);

  useEffect(() => {
    const first = focusedKey === undefined;
    if (focusedKey === pathname) return;
    focusedKey = pathname;
    usePanel.getState().close(false);
    if (first) return;
    window.scrollTo?.(0, 0);
    heading.current?.focus();
  }, [pathname]);

  const isWide = width === 'wide';
  const beside = panel !== undefined && isWide && props.panelOver !== true;
  const aside = beside ? <ExplainSlot /> : props.aside;
  return fold.wrap(
    <div className="page">
      {props.backTo === undefined ? null : (
        <Link className="page-back" to={props.backTo}>
          <ChevronLeft aria-hidden="true" />
          {props.backLabel ?? common.back}
        </Link>
      )}
      <div className="page-head">
        <div className="page-head-words">
          <h1 tabIndex={-1} ref={heading}>
            {props.title}
          </h1>
          {props.sub === undefined ? null : <p className="page-sub">{props.sub}</p>}
        </div>
        <UndoBar />
      </div>
      <MainActionLink body={body} />
      <div ref={body}>
        {props.head}
        <div className={`page-body${aside === undefined ? '' : ' with-aside'}`}>
          <div className="page-main">
            {props.children}
            {fold.button}
          </div>
          {aside === undefined ? null : beside ? (
            <div className="page-aside">{aside}</div>
          ) : (
            <section className="page-aside" aria-label={props.asideLabel}>
              {aside}
            </section>
          )}
        </div>
      </div>
      {panel !== undefined && !beside ? <ExplainSlot full drawer={isWide} /> : null}
    </div>,
  );
}
