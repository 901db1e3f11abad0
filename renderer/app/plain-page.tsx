import { type ReactNode, useEffect, useRef } from 'react';
import { Brand } from '../components/brand';
import { useDocumentTitle } from '../components/document-title';
import { forgetFocusedPage } from '../components/page';

/** A full page without places: unlocking, the first start, a file that can’t be opened. One h1, one thing to do. */
export function PlainPage(props: {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(props.title);
  useEffect(forgetFocusedPage, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new question is read out
  useEffect(() => {
    if (!document.activeElement?.closest('form')) heading.current?.focus();
  }, [props.title]);
  return (
    <main className="plain-page">
      <div className="plain-column">
        <Brand />
        <h1 tabIndex={-1} ref={heading}>
          {props.title}
        </h1>
        {props.sub === undefined ? null : <p className="plain-sub">{props.sub}</p>}
        <div className="plain-body">{props.children}</div>
        {props.footer === undefined ? null : <footer className="plain-footer">{props.footer}</footer>}
      </div>
    </main>
  );
}
