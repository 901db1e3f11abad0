// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useHeadingFocus } from '../../renderer/features/money/ledger/use-heading-focus';
import { startWindow } from './start-window';

startWindow();

function Line() {
  const [state, setState] = useState('asked');
  const heading = useHeadingFocus(state);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        What it was
      </h2>
      <input aria-label="Elsewhere" />
      {state === 'asked' ? (
        <button type="button" onClick={() => setState('said')}>
          Save
        </button>
      ) : null}
      {state === 'said' ? (
        <button type="button" onMouseEnter={() => setState('later')}>
          Change
        </button>
      ) : null}
    </>
  );
}

test('the heading takes the focus when the form that had it is gone, and never from where a person is', async () => {
  const user = userEvent.setup();
  render(<Line />);
  expect(document.activeElement).toBe(document.body);
  await user.tab();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'What it was' }));
  const elsewhere = screen.getByRole('textbox', { name: 'Elsewhere' });
  elsewhere.focus();
  await user.hover(screen.getByRole('button', { name: 'Change' }));
  expect(document.activeElement).toBe(elsewhere);
});
