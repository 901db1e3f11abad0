import type { RouteObject } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { Page } from '../../components/page';
import { frame } from '../../text/frame';

/** The pages of this place. */
export const routes: RouteObject[] = [
  {
    index: true,
    element: (
      <Page title={frame.places.today}>
        <EmptyState title={frame.nothingHere.title}>{frame.nothingHere.body}</EmptyState>
      </Page>
    ),
  },
];
