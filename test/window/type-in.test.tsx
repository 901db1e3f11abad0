// @vitest-environment jsdom
import type { TimesheetView } from '@shared/api/timesheets';
import { isoDay } from '@shared/dates';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { useHouseholdStore } from '../../renderer/api/household-store';
import { TypeInPage } from '../../renderer/features/rota/timesheets/type-in-page';
import { startWindow } from './start-window';

const of = { workerId: 'grace', from: isoDay('2026-11-16'), to: isoDay('2026-11-22') };
vi.mock('../../renderer/features/rota/timesheets/use-timesheet', () => ({
  useTimesheetOf: () => of,
  useTimesheet: () => ({ view: { ...of, name: 'Grace Okafor', lines: [] } as unknown as TimesheetView }),
}));
vi.mock('../../renderer/features/rota/use-rota', () => ({
  useToday: () => isoDay('2026-11-21'),
  useWritten: () => async () => undefined,
}));

startWindow();

test('typing goes on in a shift that is added, and where one was taken away', async () => {
  useHouseholdStore.getState().choose('home');
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <TypeInPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const row = (number: number) =>
    screen.queryByRole('group', { name: `Shift ${number} that was not planned` });
  const add = screen.getByRole('button', { name: 'Add a shift that was not planned' });
  await user.click(add);
  expect(row(1)?.contains(document.activeElement)).toBe(true);
  await user.click(add);
  expect(row(2)?.contains(document.activeElement)).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Remove shift 2 that was not planned' }));
  expect(row(2)).toBeNull();
  expect(row(1)?.contains(document.activeElement)).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Remove shift 1 that was not planned' }));
  expect(document.activeElement).not.toBe(document.body);
});
