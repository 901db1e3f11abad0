// @vitest-environment jsdom
import { type Pence, pence } from '@shared/money';
import { refused } from '@shared/result';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { MoneyField } from '../../renderer/components/money-field';
import { readMoney } from '../../renderer/components/read-fields';
import { SavedNote } from '../../renderer/components/saved-note';
import { useSavedField } from '../../renderer/components/use-saved-field';
import { startWindow } from './start-window';

startWindow();

function Rate({
  save,
}: {
  readonly save: (value: Pence) => Promise<{ ok: true } | ReturnType<typeof refused>>;
}) {
  const rate = useSavedField({
    kept: '13.20',
    read: (typed: string) => readMoney(typed, 'Hourly rate'),
    save,
  });
  return (
    <>
      <MoneyField label="Hourly rate" {...rate.field} />
      <SavedNote state={rate.state} />
    </>
  );
}

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Hourly rate' });

test('a changed field saves when it is left and says so quietly; one that did not change is not saved', async () => {
  const user = userEvent.setup();
  const saved: number[] = [];
  render(
    <Rate
      save={(value) => {
        saved.push(value);
        return Promise.resolve({ ok: true });
      }}
    />,
  );
  await user.click(box());
  await user.tab();
  expect(saved).toEqual([]);
  await user.clear(box());
  await user.type(box(), '14');
  await user.tab();
  expect(saved).toEqual([pence(1400)]);
  expect((await screen.findByRole('status')).textContent).toBe('Saved');
});

test('a value that can’t be read is not saved; the sentence and what was typed stay', async () => {
  const user = userEvent.setup();
  render(<Rate save={() => Promise.reject(new Error('must not be called'))} />);
  await user.clear(box());
  await user.type(box(), 'fourteen');
  await user.tab();
  expect(screen.getByText('Enter hourly rate in pounds and pence, like 12.50.')).toBeTruthy();
  expect(box().value).toBe('fourteen');
  expect(screen.getByRole('status').textContent).toBe('Not saved');
});

test('a refusal stands by the field in a sentence', async () => {
  const user = userEvent.setup();
  render(<Rate save={() => Promise.resolve(refused('money.too-large'))} />);
  await user.clear(box());
  await user.type(box(), '99');
  await user.tab();
  expect(box().getAttribute('aria-invalid')).toBe('true');
  expect(box().value).toBe('99.00');
});
