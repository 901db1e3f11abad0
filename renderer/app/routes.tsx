import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { type RouteObject, useRoutes } from 'react-router';
import { Page } from '../components/page';
import { WaitingLine } from '../components/waiting-line';
import { common } from '../text/common';
import { frame } from '../text/frame';
import { BrokenPage } from './broken-page';
import { Home } from './home';

/** What a feature exports from `features/<area>/routes.tsx`: pages relative to its place, the index first. */
export type FeatureRoutes = { readonly routes: RouteObject[] };

function area(load: () => Promise<FeatureRoutes>): ComponentType {
  return lazy(async () => {
    const { routes } = await load();
    return {
      default: function Area() {
        return useRoutes([...routes, { path: '*', element: <NotFound /> }]);
      },
    };
  });
}

const AREAS: Readonly<Record<string, ComponentType>> = {
  today: area(() => import('../features/today/routes')),
  rota: area(() => import('../features/rota/routes')),
  people: area(() => import('../features/people/routes')),
  pay: area(() => import('../features/pay/routes')),
  money: area(() => import('../features/money/routes')),
  returns: area(() => import('../features/returns/routes')),
  duties: area(() => import('../features/duties/routes')),
  settings: area(() => import('../features/settings/routes')),
  households: area(() => import('../features/households/routes')),
  desk: area(() => import('../features/desk/routes')),
  'set-up': area(() => import('../features/settings/set-up-routes')),
  help: area(() => import('../features/help/routes')),
};

function NotFound() {
  return (
    <Page title={frame.notFound.title}>
      <p>{frame.notFound.body}</p>
    </Page>
  );
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<WaitingLine>{common.loading}</WaitingLine>}>{children}</Suspense>;
}

/** All routes of the window, inside `frame` (the places and the lock). */
export function windowRoutes(frameElement: ReactNode, extra: readonly RouteObject[] = []): RouteObject[] {
  return [
    ...extra,
    {
      path: '/',
      element: frameElement,
      children: [
        { index: true, element: <Home /> },
        ...Object.entries(AREAS).map(([name, Area]) => ({
          path: `${name}/*`,
          errorElement: <BrokenPage />,
          element: (
            <Waiting>
              <Area />
            </Waiting>
          ),
        })),
        { path: '*', element: <NotFound /> },
      ],
    },
  ];
}
