import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { RouterProvider as AriaRouterProvider, I18nProvider } from 'react-aria-components';
import { createHashRouter, Outlet, type RouteObject, useHref, useNavigate } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { LiveRegion } from '../components/live-region';
import { Frame, type FrameProps } from './frame';
import { windowRoutes } from './routes';
import { WindowBoundary } from './window-boundary';
import { WorkspaceBanner } from './workspace-banner';

/** What stands in the window: a full page (locked, first start, a failure), or the frame with its places. */
export type WindowState = (
  | { readonly kind: 'plain'; readonly page: ReactNode }
  | { readonly kind: 'open'; readonly frame: Omit<FrameProps, 'children'> }
) & {
  /** What stands over it, whatever it is: the warning before the records lock. */
  readonly over?: ReactNode;
};

export type AppProps = {
  /** A hook that says what stands in the window now. */
  readonly useWindowState: () => WindowState;
  readonly queryClient: QueryClient;
  /** Pages beside the frame. */
  readonly extraRoutes?: readonly RouteObject[];
};

/** Queries for data on the same computer: never stale by time, never refetched by focus or network. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** The whole window. */
export function App({ useWindowState, queryClient, extraRoutes }: AppProps) {
  const router = useMemo(
    () => createHashRouter(windowRoutes(<Shell useWindowState={useWindowState} />, extraRoutes)),
    [useWindowState, extraRoutes],
  );
  return (
    <WindowBoundary>
      <I18nProvider locale="en-GB">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <LiveRegion />
        </QueryClientProvider>
      </I18nProvider>
    </WindowBoundary>
  );
}

function Shell({ useWindowState }: Pick<AppProps, 'useWindowState'>) {
  const navigate = useNavigate();
  const state = useWindowState();
  return (
    <AriaRouterProvider navigate={(path) => void navigate(path)} useHref={useHref}>
      {state.kind === 'plain' ? (
        state.page
      ) : (
        <Frame {...state.frame}>
          <WorkspaceBanner />
          <Outlet />
        </Frame>
      )}
      {state.over}
    </AriaRouterProvider>
  );
}
