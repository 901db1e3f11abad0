// @vitest-environment jsdom
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { type ComponentType, lazy, Suspense } from 'react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { newQueryClient } from '../../renderer/app/app';
import { PageArea } from '../../renderer/app/page-area';
import { Table } from '../../renderer/components/table';
import { measureWindow } from '../../renderer/components/use-width';
import { WaitingLine } from '../../renderer/components/waiting-line';
import { startWindow } from './start-window';

startWindow();

/** Something that comes when it is told to. */
function later<Value>() {
  let come: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    come = resolve;
  });
  return { promise, come: (value: Value) => act(async () => come(value)) };
}

const whole = () => document.querySelector('main')?.dataset['page'];

test('the window names a page once its code, what it asked for, and what that led it to ask are here', async () => {
  const code = later<{ default: ComponentType }>();
  const person = later<string>();
  const pay = later<string>();
  function Pay({ name }: { readonly name: string }) {
    const { data } = useQuery({ queryKey: ['pay', name], queryFn: () => pay.promise });
    return data === undefined ? null : <p>{data}</p>;
  }
  function Person() {
    const { data } = useQuery({ queryKey: ['person'], queryFn: () => person.promise });
    return data === undefined ? <WaitingLine>One moment</WaitingLine> : <Pay name={data} />;
  }
  const Late = lazy(() => code.promise);
  const router = createMemoryRouter(
    [
      {
        path: '/',
        element: (
          <PageArea>
            <Outlet />
          </PageArea>
        ),
        children: [
          { path: 'today', element: <h1>Today</h1> },
          {
            path: 'person',
            element: (
              <Suspense fallback={<WaitingLine>One moment</WaitingLine>}>
                <Late />
              </Suspense>
            ),
          },
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
  await expect.poll(whole).toBe('/today');

  await act(() => router.navigate('/person?part=pay'));
  expect(whole()).not.toBe('/person?part=pay');
  const named: (string | undefined)[] = [];
  const watch = new MutationObserver(() => named.push(whole()));
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  await code.come({ default: Person });
  await person.come('Maya');
  expect(named).not.toContain('/person?part=pay');
  await pay.come('£20.20');
  await expect.poll(whole).toBe('/person?part=pay');
  expect(screen.getByText('£20.20')).toBeTruthy();
  watch.disconnect();
});

test('a table that no longer fits is a list as soon as the window is measured, before it is drawn', () => {
  let width = 900;
  HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(0, 0, width, 100);
  const box = window.innerWidth;
  try {
    render(
      <Table
        caption="Pay"
        columns={['Name', 'Pay', 'Tax', 'To get'].map((heading) => ({
          id: heading,
          heading,
          cell: () => heading,
        }))}
        rows={[1]}
        rowKey={String}
      />,
    );
    expect(screen.queryByRole('table')).not.toBeNull();
    width = 300;
    window.innerWidth = 320;
    act(measureWindow);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('list', { name: 'Pay' })).not.toBeNull();
  } finally {
    window.innerWidth = box;
    Reflect.deleteProperty(HTMLElement.prototype, 'getBoundingClientRect');
  }
});
