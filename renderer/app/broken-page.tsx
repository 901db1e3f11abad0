import { useRouteError } from 'react-router';
import { Button } from '../components/button';
import { Page } from '../components/page';
import { frame } from '../text/frame';

/** Our own failure on one page: the rest of the window stays. */
export function BrokenPage() {
  const failure = useRouteError();
  const detail = failure instanceof Error ? failure.message : String(failure);
  return (
    <Page title={frame.broken.title}>
      <p>{frame.broken.body}</p>
      <div className="actions">
        <Button kind="primary" onPress={() => window.location.reload()}>
          {frame.broken.again}
        </Button>
        <a className="button secondary" href="#/today">
          {frame.broken.home}
        </a>
      </div>
      <details className="section">
        <summary>{frame.broken.details}</summary>
        <p>
          <code>{detail}</code>
        </p>
      </details>
    </Page>
  );
}
