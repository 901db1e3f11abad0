// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Button } from '../../renderer/components/button';
import { draftsNow, forgetDrafts, giveBackDrafts } from '../../renderer/components/draft-store';
import { Form } from '../../renderer/components/form';
import { PassphraseField } from '../../renderer/components/passphrase-field';
import { TextField } from '../../renderer/components/text-field';
import { useForm } from '../../renderer/components/use-form';
import { startWindow } from './start-window';

startWindow();
afterEach(() => {
  forgetDrafts();
  window.location.hash = '';
});

function NoteForm({ label, secret = false }: { readonly label: string; readonly secret?: boolean }) {
  const form = useForm({
    initial: { note: '', pass: '', count: 1 },
    check: (values) => ({ ok: true, value: values }),
    send: async () => ({ ok: true }),
    secret,
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit">
          Save {label}
        </Button>
      }
    >
      <TextField label={label} {...form.field('note')} />
      <PassphraseField label={`Passphrase of ${label}`} {...form.field('pass')} />
    </Form>
  );
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

test('what is typed and not saved is kept, form by form, and comes back on the same page in the same form', async () => {
  const user = userEvent.setup();
  window.location.hash = '#/people/one?part=notes';
  const page = (
    <>
      <NoteForm label="First" />
      <NoteForm label="Second" />
    </>
  );
  render(page);
  await user.type(box('Second'), 'tea at four');
  const kept = draftsNow();
  expect(kept.map((one) => JSON.parse(one.values))).toEqual([{ note: 'tea at four' }]);

  // The window is emptied; what it leaves behind is nothing.
  cleanup();
  forgetDrafts();
  expect(draftsNow()).toEqual([]);
  giveBackDrafts(kept);
  window.location.hash = '#/people/two';
  render(page);
  expect(box('Second').value).toBe('');
  cleanup();
  window.location.hash = '#/people/one';
  render(page);
  expect([box('First').value, box('Second').value]).toEqual(['', 'tea at four']);
  expect(screen.getByText(/typed before Mainstay locked/)).toBeTruthy();

  // Once it is saved, there is nothing to keep.
  expect(draftsNow()).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Save Second' }));
  expect(draftsNow()).toEqual([]);
});

test('a passphrase is never kept, nor anything of a form that says so', async () => {
  const user = userEvent.setup();
  render(
    <>
      <NoteForm label="Open" />
      <NoteForm label="Secret" secret />
    </>,
  );
  await user.type(screen.getByLabelText('Passphrase of Open'), 'kettle marble yellow');
  await user.type(box('Secret'), 'kettle');
  expect(draftsNow()).toEqual([]);
});

test('what does not fit the form it comes back to is left out', () => {
  const key = '|count,note,pass#0';
  giveBackDrafts([
    { key, values: '{"note":"kept","count":"many","other":"no field"}' },
    { key: 'x', values: '{' },
  ]);
  render(<NoteForm label="First" />);
  expect(box('First').value).toBe('kept');
  expect(draftsNow().map((one) => JSON.parse(one.values))).toEqual([{ note: 'kept' }]);
});
