import { Component, type ReactNode } from 'react';
import { Button } from '../components/button';
import { frame } from '../text/frame';
import { PlainPage } from './plain-page';

type BoundaryState = { readonly failure: string | undefined };

/** The last net: a failure outside of any page. Says that the record is safe, and starts the window again. */
export class WindowBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { failure: undefined };

  static getDerivedStateFromError(failure: unknown): BoundaryState {
    return { failure: failure instanceof Error ? failure.message : String(failure) };
  }

  override render(): ReactNode {
    if (this.state.failure === undefined) return this.props.children;
    return (
      <PlainPage title={frame.broken.title} sub={frame.broken.body}>
        <Button kind="primary" onPress={() => window.location.reload()}>
          {frame.broken.again}
        </Button>
        <details className="section">
          <summary>{frame.broken.details}</summary>
          <p>
            <code>{this.state.failure}</code>
          </p>
        </details>
      </PlainPage>
    );
  }
}
