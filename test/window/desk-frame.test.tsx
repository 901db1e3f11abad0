// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { newQueryClient } from '../../renderer/app/app';
import { Frame } from '../../renderer/app/frame';
import { Page } from '../../renderer/components/page';
import { startWindow } from './start-window';

startWindow();
beforeEach(() => {
  window.scrollTo = () => undefined;
});

const ANN = { id: 'ann', name: 'For Ann Price', role: '' };

function open(currentId: string | undefined, typed: string[] = []) {
  const router = createMemoryRouter(
    [
      {
        path: '/',
        element: (
          <Frame
            households={currentId === undefined ? [] : [ANN]}
            currentId={currentId}
            onSwitchHousehold={() => undefined}
            onLock={() => undefined}
            onTyped={(text) => typed.push(text)}
            desk={{
              organisation: 'Northmoor Living',
              me: { name: 'Joan Baptiste', initials: 'JB' },
              hasStaff: true,
              listPath: '/desk?state=wrong&from=50',
            }}
          >
            <Outlet />
          </Frame>
        ),
        children: [
          { path: 'desk', element: <Page title="Households">All of them.</Page> },
          { path: 'today', element: <Page title="Good morning">Nothing waits.</Page> },
        ],
      },
    ],
    { initialEntries: [currentId === undefined ? '/desk' : '/today'] },
  );
  render(
    <QueryClientProvider client={newQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

test('at the desk stand its places and the organisation, and no place of a household', () => {
  open(undefined);
  const places = within(screen.getByRole('navigation', { name: 'Desk' })).getAllByRole('link');
  expect(places.map((place) => place.textContent)).toEqual([
    'Households',
    'Pay',
    'Hours in',
    'Papers',
    'Take on',
    'Hand over',
    'Fees',
    'Settings',
  ]);
  expect(screen.getByRole('link', { name: 'Northmoor Living' }).getAttribute('href')).toBe(
    '/desk/organisation',
  );
  expect(screen.queryByRole('navigation', { name: 'Places' })).toBeNull();
});

test('in a household its name always stands over its own eight places, with the way back to where the list was left', async () => {
  const user = userEvent.setup();
  const router = open('ann');
  expect(screen.getByRole('region', { name: 'Whose household this is' }).textContent).toContain(
    'For Ann Price',
  );
  expect(within(screen.getByRole('navigation', { name: 'Places' })).getAllByRole('link')).toHaveLength(8);
  await user.click(screen.getByRole('link', { name: 'All households' }));
  expect(`${router.state.location.pathname}${router.state.location.search}`).toBe(
    '/desk?state=wrong&from=50',
  );
});

test('who is working now is said in each frame, and what is typed to find a household is told', async () => {
  const user = userEvent.setup();
  const typed: string[] = [];
  open('ann', typed);
  const who = screen.getByRole('link', { name: 'JB, Joan Baptiste is working now. Change who is working' });
  expect(who.getAttribute('href')).toBe('/desk/who');
  await user.keyboard('{Control>}k{/Control}');
  await user.keyboard('du');
  expect(typed).toEqual(['d', 'du']);
});
