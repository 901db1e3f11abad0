// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Dialog } from '../../renderer/components/dialog';
import { startWindow } from './start-window';

startWindow();

function Task() {
  const [open, setOpen] = useState(true);
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="A short task">
      <label>
        Why <input />
      </label>
    </Dialog>
  );
}

test('a press beside a dialog keeps it open, with what was typed; Escape closes it', async () => {
  const user = userEvent.setup();
  render(<Task />);
  await user.type(screen.getByLabelText('Why'), 'the bus was late');
  const veil = document.querySelector('.veil');
  if (veil === null) throw new Error('There is nothing beside the dialog.');
  await user.click(veil);
  expect(screen.getByLabelText<HTMLInputElement>('Why').value).toBe('the bus was late');
  screen.getByLabelText('Why').focus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});
