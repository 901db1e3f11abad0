// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter, Outlet, RouterProvider, useNavigate } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { newQueryClient } from '../../renderer/app/app';
import { Frame } from '../../renderer/app/frame';
import { Button } from '../../renderer/components/button';
import { findCommands } from '../../renderer/components/command-store';
import { ExplainableFigure, ExplainPanel } from '../../renderer/components/explain-panel';
import { usePanel } from '../../renderer/components/explain-store';
import { FIRST_LOOK, readLook, startLook, useLook } from '../../renderer/components/look';
import { Page } from '../../renderer/components/page';
import { useUndo } from '../../renderer/components/undo-store';
import { startWindow } from './start-window';

startWindow();
beforeEach(() => {
  window.scrollTo = () => undefined;
  useUndo.getState().clear();
  usePanel.getState().close(false);
});

function Today() {
  const navigate = useNavigate();
  return (
    <Page title="Good morning">
      <Button onPress={() => void navigate('/pay')}>Start the pay</Button>
      <ExplainableFigure
        id="tax"
        text="£20.20"
        what="Maya’s tax"
        panel={() => (
          <ExplainPanel
            title="Maya’s tax: £20.20"
            steps={[{ words: 'Tax this week', result: '£20.20' }]}
            source="HMRC"
          />
        )}
      />
    </Page>
  );
}

function open(households = 1) {
  const all = [
    { id: 'ruth', name: 'Ruth’s household', role: 'You act as appointee' },
    { id: 'own', name: 'My household', role: 'You are the employer' },
  ];
  const router = createMemoryRouter(
    [
      {
        path: '/',
        element: (
          <Frame
            households={all.slice(0, households)}
            currentId="ruth"
            onSwitchHousehold={() => undefined}
            onLock={() => undefined}
          >
            <Outlet />
          </Frame>
        ),
        children: [
          { path: 'today', element: <Today /> },
          { path: 'pay', element: <Page title="Pay for the week">Hours first.</Page> },
        ],
      },
    ],
    { initialEntries: ['/today'] },
  );
  render(
    <QueryClientProvider client={newQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

test('the frame has eight places, one h1, a skip link, and names the window after the page', () => {
  open();
  const places = within(screen.getByRole('navigation', { name: 'Places' })).getAllByRole('link');
  expect(places.map((place) => place.textContent)).toEqual([
    'Today',
    'Rota',
    'People',
    'Pay',
    'Money',
    'Returns',
    'Duties',
    'Settings',
  ]);
  expect(places[0]?.getAttribute('aria-current')).toBe('page');
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(document.title).toBe('Good morning · Mainstay');
  expect(screen.getByRole('link', { name: 'Skip to the page' })).toBeTruthy();
});

test('going to another page moves focus to its heading and changes the title', async () => {
  const user = userEvent.setup();
  open();
  await user.click(screen.getByRole('button', { name: 'Start the pay' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Pay for the week' });
  expect(document.activeElement).toBe(heading);
  expect(document.title).toBe('Pay for the week · Mainstay');
});

test('the household can be changed only where there is more than one', () => {
  open(2);
  expect(screen.getByRole('button', { name: /Ruth’s household.*Change household/ })).toBeTruthy();
});

test('Ctrl+K finds a place by a word and goes there', async () => {
  const user = userEvent.setup();
  const router = open();
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('dialog', { name: 'What do you want to do?' });
  expect(box).toBeTruthy();
  await user.keyboard('pay');
  await user.click(await screen.findByRole('option', { name: 'Go to Pay' }));
  expect(router.state.location.pathname).toBe('/pay');
});

test('a figure opens how it was worked out, takes focus there, and gives it back on Escape', async () => {
  const user = userEvent.setup();
  open();
  const figure = screen.getByRole('button', { name: '£20.20, Maya’s tax, how this was worked out' });
  await user.click(figure);
  const panel = screen.getByRole('complementary', { name: 'Maya’s tax: £20.20' });
  expect(panel.contains(document.activeElement)).toBe(true);
  expect(figure.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{Escape}');
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(document.activeElement).toBe(figure);
});

test('Ctrl+Z undoes the last thing, and the button says what that is', async () => {
  const user = userEvent.setup();
  open();
  const undone: string[] = [];
  act(() =>
    useUndo.getState().offer({ what: 'moved Maya’s Tuesday', undo: () => void undone.push('Tuesday') }),
  );
  expect(screen.getByRole('button', { name: 'Undo: moved Maya’s Tuesday' })).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  expect(undone).toEqual(['Tuesday']);
});

test('every typed word must be in a command, accents and apostrophes aside', () => {
  const commands = [
    { id: '1', name: 'Pay Zoë’s holiday', group: 'actions' as const, run: () => undefined },
    { id: '2', name: 'Zoë Müller', group: 'people' as const, run: () => undefined },
  ];
  expect(findCommands(commands, 'zoes hol').map((found) => found.id)).toEqual(['1']);
  expect(findCommands(commands, 'muller').map((found) => found.id)).toEqual(['2']);
  expect(findCommands(commands, 'zoe').map((found) => found.id)).toEqual(['2', '1']);
});

test('a damaged look falls back to the first, and a changed one is kept and shown', () => {
  expect(readLook('{"theme":')).toEqual(FIRST_LOOK);
  expect(readLook({ theme: 'pink', textSize: 150 })).toEqual({ ...FIRST_LOOK, textSize: 150 });
  const kept: string[] = [];
  const stop = startLook(FIRST_LOOK, (look) => kept.push(look.theme));
  act(() => useLook.getState().change({ theme: 'cream', textSize: 200 }));
  expect(document.documentElement.dataset).toMatchObject({ theme: 'cream', text: '200' });
  expect(kept).toEqual(['cream']);
  stop();
});
