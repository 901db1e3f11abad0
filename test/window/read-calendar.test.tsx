// @vitest-environment jsdom
import type { ReadPreview } from '@shared/api/calendar';
import { isoDay } from '@shared/dates';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../renderer/api/client';
import { useHouseholdStore } from '../../renderer/api/household-store';
import { ReadCalendarPage } from '../../renderer/features/rota/calendar/read-page';
import { startWindow } from './start-window';

vi.mock('../../renderer/api/client', async (original) => ({
  ...(await original<typeof import('../../renderer/api/client')>()),
  client: { calendar: { previewFile: vi.fn() } },
}));
vi.mock('../../renderer/api/files', () => ({
  fileToSend: async () => ({ name: 'calendar.ics', base64: '' }),
}));

startWindow();
configure({ asyncUtilTimeout: 10_000 });

const preview = vi.mocked(client.calendar.previewFile);
const nothing: ReadPreview = {
  from: isoDay('2026-11-21'),
  to: isoDay('2027-11-20'),
  eventsInFile: 1,
  added: 0,
  changed: 0,
  same: 0,
  takenOff: 0,
  appointments: [],
  notes: [{ code: 'calendar.no-length-left-out', values: { count: 1 } }],
};

beforeEach(() => useHouseholdStore.getState().choose('home'));

async function look(answer: ReadPreview) {
  preview.mockResolvedValue(answer);
  const user = userEvent.setup();
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <ReadCalendarPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  const input = container.querySelector<HTMLInputElement>('input[type=file]');
  await user.upload(input!, new File(['BEGIN:VCALENDAR'], 'calendar.ics', { type: 'text/calendar' }));
  await user.click(screen.getByRole('button', { name: 'Look at this file' }));
  return user;
}

test('what was found is read from its heading on, and another file from the form', async () => {
  const user = await look(nothing);
  const heading = await screen.findByRole('heading', { name: 'This file holds 1 entry' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await user.click(screen.getByRole('button', { name: 'Choose another file' }));
  const chooser = await screen.findByRole('group', { name: 'Calendar file' });
  await waitFor(() => expect(document.activeElement?.contains(chooser)).toBe(true));
  expect(document.activeElement).not.toBe(document.body);
});

test('a file of which nothing can be taken is not said to be here already', async () => {
  await look(nothing);
  expect(await screen.findByText('There is nothing to take from this file')).toBeTruthy();
  expect(screen.queryByText('Nothing in this file is new')).toBeNull();
});

test('a file that is here already is said to be', async () => {
  await look({ ...nothing, same: 3, notes: [] });
  expect(await screen.findByText('Nothing in this file is new')).toBeTruthy();
});

test('a day of next year has its year', async () => {
  const at = { start: '10:00', end: '11:00', title: 'Nurse', place: '', repeats: false } as const;
  const day = isoDay('2027-11-19');
  await look({
    ...nothing,
    added: 1,
    appointments: [{ ...at, day, endDay: day, standing: 'new' }] as unknown as ReadPreview['appointments'],
  });
  expect(await screen.findByText('Friday 19 November 2027')).toBeTruthy();
});

test('only where a picture is wanted is one asked for', async () => {
  await look(nothing);
  await userEvent.click(await screen.findByRole('button', { name: 'Choose another file' }));
  expect(await screen.findByText('You can also drop it here.')).toBeTruthy();
});
