// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { FIRST_LOOK, readLook, startLook, useLook } from '../../renderer/components/look';
import { More } from '../../renderer/components/more';
import { Page } from '../../renderer/components/page';
import { startWindow } from './start-window';

startWindow();
let stop: () => void = () => undefined;
afterEach(() => stop());

function showPage() {
  stop = startLook(FIRST_LOOK, () => undefined);
  render(
    <MemoryRouter>
      <Page title="Pay" head={<More>Ways to look</More>}>
        <p>Next pay</p>
        <More>
          <p>Finished pay</p>
        </More>
      </Page>
    </MemoryRouter>,
  );
}

test('a page has all its parts, and no “Show more”, unless plain mode is on', () => {
  showPage();
  expect(screen.getByText('Finished pay')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('plain mode leaves the first things and one “Show more”, which brings the rest and takes it away again', async () => {
  showPage();
  act(() => useLook.getState().change({ plainMode: true }));
  expect(screen.getByText('Next pay')).toBeTruthy();
  expect(screen.queryByText('Finished pay')).toBeNull();
  expect(screen.queryByText('Ways to look')).toBeNull();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(screen.getByText('Finished pay')).toBeTruthy();
  expect(screen.getByText('Ways to look')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show less' }));
  expect(screen.queryByText('Finished pay')).toBeNull();
});

test('plain mode makes text larger, and never smaller than was chosen', () => {
  stop = startLook({ ...FIRST_LOOK, plainMode: true }, () => undefined);
  expect(document.documentElement.dataset['text']).toBe('125');
  useLook.getState().change({ textSize: 175 });
  expect(document.documentElement.dataset['text']).toBe('175');
});

test('room around things is kept, and what is unknown of a kept look falls back', () => {
  expect(readLook({ density: 'compact' }).density).toBe('compact');
  expect(readLook({ density: 'tiny', theme: 'pink' })).toEqual(FIRST_LOOK);
});
