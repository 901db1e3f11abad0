// @vitest-environment jsdom
import { refused } from '@shared/result';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Button } from '../../renderer/components/button';
import { checkFields } from '../../renderer/components/check-fields';
import { DateField } from '../../renderer/components/date-field';
import { type DateText, NO_DATE, readDateText } from '../../renderer/components/date-text';
import { Form } from '../../renderer/components/form';
import { MoneyField } from '../../renderer/components/money-field';
import { readDate, readMoney, readText } from '../../renderer/components/read-fields';
import { TextField } from '../../renderer/components/text-field';
import { useForm } from '../../renderer/components/use-form';
import { startWindow } from './start-window';

startWindow();

type Answer = { readonly ok: true } | ReturnType<typeof refused>;

function PaForm({ send }: { readonly send: (value: object) => Promise<Answer> }) {
  const form = useForm({
    initial: { name: '', start: NO_DATE, amount: '' },
    check: (values) =>
      checkFields({
        name: readText(values.name, 'Enter the name of your PA.'),
        start: readDate(values.start, 'Start date'),
        amount: readMoney(values.amount, 'Weekly amount'),
      }),
    send,
    refusal: () => ({ name: 'You already have a PA called Grace.' }),
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" kind="primary">
          Add this PA
        </Button>
      }
    >
      <TextField label="Name" {...form.field('name')} />
      <DateField label="Start date" {...form.field('start')} />
      <MoneyField label="Weekly amount" {...form.field('amount')} />
    </Form>
  );
}

test('an empty form sent says every problem in a summary that takes focus, and by each field, and in the title', async () => {
  const user = userEvent.setup();
  render(<PaForm send={() => Promise.resolve({ ok: true })} />);
  await user.click(screen.getByRole('button', { name: 'Add this PA' }));

  const summary = screen.getByRole('alert', { name: 'There is a problem' });
  expect(document.activeElement).toBe(summary);
  expect(document.title.startsWith('Error: ')).toBe(true);
  const links = within(summary).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual([
    'Enter the name of your PA.',
    'Enter start date.',
    'Enter weekly amount.',
  ]);
  expect(screen.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getAllByText('Enter the name of your PA.')).toHaveLength(2);
});

test('a link of the summary moves focus to its field and leaves the address alone', async () => {
  const user = userEvent.setup();
  render(<PaForm send={() => Promise.resolve({ ok: true })} />);
  await user.click(screen.getByRole('button', { name: 'Add this PA' }));
  const before = location.href;
  await user.click(screen.getByRole('link', { name: 'Enter start date.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Day' }));
  await user.click(screen.getByRole('link', { name: 'Enter weekly amount.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Weekly amount' }));
  expect(location.href).toBe(before);
});

test('what was typed is kept when something else is wrong, and money is tidied when the field is left', async () => {
  const user = userEvent.setup();
  render(<PaForm send={() => Promise.resolve({ ok: true })} />);
  await user.type(screen.getByRole('textbox', { name: 'Weekly amount' }), '1234.5');
  await user.click(screen.getByRole('button', { name: 'Add this PA' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Weekly amount' }).value).toBe('1,234.50');
});

test('what was read is sent once, and a refusal stands by its field', async () => {
  const user = userEvent.setup();
  const sent: object[] = [];
  render(
    <PaForm
      send={(value) => {
        sent.push(value);
        return Promise.resolve(refused('people.name-taken'));
      }}
    />,
  );
  await user.type(screen.getByRole('textbox', { name: 'Name' }), ' Grace ');
  await user.type(screen.getByRole('textbox', { name: 'Day' }), '3');
  await user.type(screen.getByRole('textbox', { name: 'Month' }), 'jun');
  await user.type(screen.getByRole('textbox', { name: 'Year' }), '26');
  await user.type(screen.getByRole('textbox', { name: 'Weekly amount' }), '£320');
  await user.click(screen.getByRole('button', { name: 'Add this PA' }));
  expect(sent).toEqual([{ name: 'Grace', start: '2026-06-03', amount: 32_000 }]);
  const summary = await screen.findByRole('alert', { name: 'There is a problem' });
  expect(within(summary).getByRole('link').textContent).toBe('You already have a PA called Grace.');
});

test('our own failure is said in the summary and nothing typed is lost', async () => {
  const user = userEvent.setup();
  const logged = console.error;
  console.error = () => undefined;
  render(<PaForm send={() => Promise.reject(new Error('broken'))} />);
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Grace');
  await user.type(screen.getByRole('textbox', { name: 'Day' }), '3');
  await user.type(screen.getByRole('textbox', { name: 'Month' }), '6');
  await user.type(screen.getByRole('textbox', { name: 'Year' }), '2026');
  await user.type(screen.getByRole('textbox', { name: 'Weekly amount' }), '320');
  await user.click(screen.getByRole('button', { name: 'Add this PA' }));
  expect((await screen.findByRole('alert', { name: 'There is a problem' })).textContent).toContain(
    'Nothing you typed is lost.',
  );
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Grace');
  console.error = logged;
});

test('a whole date pasted into one box fills all three', async () => {
  const user = userEvent.setup();
  function Held() {
    const [value, setValue] = useState<DateText>(NO_DATE);
    return <DateField label="Start date" value={value} onChange={setValue} />;
  }
  render(<Held />);
  await user.click(screen.getByRole('textbox', { name: 'Day' }));
  await user.paste('24/11/2026');
  const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name }).value;
  expect([box('Day'), box('Month'), box('Year')]).toEqual(['24', '11', '2026']);
});

test('the boxes of a date are named and stand in a group with the label', () => {
  render(
    <DateField label="Start date" value={NO_DATE} onChange={() => undefined} error="Enter start date." />,
  );
  const group = screen.getByRole('group', { name: 'Start date' });
  expect(within(group).getAllByRole('textbox')).toHaveLength(3);
  expect(within(group).getByRole('button', { name: 'Start date: choose from a calendar' })).toBeTruthy();
  const described = screen.getByRole('textbox', { name: 'Day' }).getAttribute('aria-describedby') ?? '';
  const words = described.split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(words).toEqual(['For example, 27 3 2026', 'Enter start date.']);
});

test.each([
  [{ day: '3', month: '6', year: '2026' }, '2026-06-03'],
  [{ day: '29', month: 'Feb', year: '24' }, '2024-02-29'],
  [{ day: '31', month: 'december', year: '1999' }, '1999-12-31'],
])('%j is read as %s', (typed, day) => {
  expect(readDateText(typed)).toEqual({ ok: true, value: day });
});

test.each([
  [{ day: '29', month: '2', year: '2026' }],
  [{ day: '1', month: 'ma', year: '2026' }],
  [{ day: '1', month: '1', year: '202' }],
  [{ day: '', month: '1', year: '2026' }],
])('%j is refused as not a date', (typed) => {
  expect(readDateText(typed)).toEqual({ ok: false, code: 'day.not-a-date' });
});
