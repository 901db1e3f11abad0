// @vitest-environment jsdom
import { ORPCError } from '@orpc/client';
import type { FileOut } from '@shared/api/common';
import type { PayLine } from '@shared/api/pay';
import { configure, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../renderer/api/client';
import { saveFile } from '../../renderer/api/files';
import { useHouseholdStore } from '../../renderer/api/household-store';
import { PayslipChoice } from '../../renderer/features/pay/payslip-choice';
import { startWindow } from './start-window';

vi.mock('../../renderer/api/client', async (original) => ({
  ...(await original<typeof import('../../renderer/api/client')>()),
  client: { pay: { payslipPdf: vi.fn(), payslipHtml: vi.fn() } },
}));
vi.mock('../../renderer/api/files', () => ({ saveFile: vi.fn() }));

startWindow();
// A busy machine takes longer to open a menu.
configure({ asyncUtilTimeout: 10_000 });

const line = { shortName: 'Grace' } as PayLine;
const file: FileOut = { name: 'Payslip.pdf', mediaType: 'application/pdf', base64: '' };
const pdf = vi.mocked(client.pay.payslipPdf);
const page = vi.mocked(client.pay.payslipHtml);

beforeEach(() => {
  vi.clearAllMocks();
  pdf.mockResolvedValue(file);
  page.mockResolvedValue({ ...file, name: 'Payslip.html' });
  useHouseholdStore.getState().choose('home');
});

/** Opens the choice with the keyboard and goes down to one of its lines. */
async function choose(down: number): Promise<void> {
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Enter}');
  await screen.findByRole('menu', { name: 'Save Grace’s payslip' });
  await user.keyboard(`${'{ArrowDown}'.repeat(down)}{Enter}`);
}

test('a PDF is saved by keyboard, without a question', async () => {
  render(<PayslipChoice line={line} payslipId="slip" />);
  await choose(0);
  await waitFor(() => expect(saveFile).toHaveBeenCalledWith(file));
  expect(pdf).toHaveBeenCalledWith({ householdId: 'home', payslipId: 'slip' });
});

test('a web page is saved by keyboard, without a question', async () => {
  render(<PayslipChoice line={line} payslipId="slip" />);
  await choose(2);
  await waitFor(() => expect(saveFile).toHaveBeenCalledWith({ ...file, name: 'Payslip.html' }));
  expect(page).toHaveBeenCalledWith({ householdId: 'home', payslipId: 'slip' });
});

test('a password is asked for, sent as it was typed, and gone when the question closes', async () => {
  const user = userEvent.setup();
  render(<PayslipChoice line={line} payslipId="slip" />);
  await choose(1);
  const field = () => screen.getByLabelText('Password', { exact: true });
  await screen.findByRole('dialog', { name: 'A password for Grace’s payslip' });
  expect(screen.getByText(/Mainstay does not keep it/)).toBeTruthy();
  expect(document.activeElement).toBe(field());

  await user.keyboard('{Enter}');
  expect(await screen.findByRole('alert', { name: 'There is a problem' })).toBeTruthy();
  expect(pdf).not.toHaveBeenCalled();

  pdf.mockRejectedValueOnce(
    new ORPCError('REFUSED', { data: { code: 'password.too-short', details: {}, field: 'password' } }),
  );
  await user.type(field(), 'short');
  await user.keyboard('{Enter}');
  expect((await screen.findAllByText('Enter at least 8 letters, figures or signs.')).length).toBe(2);
  expect(field()).toHaveProperty('value', 'short');

  await user.type(field(), ' one 7 ');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(pdf).toHaveBeenLastCalledWith({ householdId: 'home', payslipId: 'slip', password: 'short one 7 ' });
  expect(saveFile).toHaveBeenCalledWith(file);

  await user.click(screen.getByRole('button', { name: 'Save Grace’s payslip' }));
  await user.click(await screen.findByRole('menuitem', { name: 'PDF with a password' }));
  await screen.findByRole('dialog');
  expect(field()).toHaveProperty('value', '');
});
