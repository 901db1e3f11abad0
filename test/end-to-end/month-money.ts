import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { picture, plainPdf } from '../support/receipt-files';
import { lloydsStatement } from '../support/statement-text';
import { readPdf } from '../unit/documents/read-pdf';
import { bank, grace, hmrc, joe, quarter, yours } from './month-figures';
import { screen, type Walk } from './month-walk';

/** Step 4, on 1 December: what was really worked; and a shift tomorrow that nobody has yet. */
export async function confirmHours(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await screen(walk, /Sam\. .* need/);
  await keys.place('Rota');
  await screen(walk, 'Week of 30 November');
  await keys.button('Add a shift');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keys.date('Day', '2026-12-02');
  await keys.fill('Start', '1800');
  await keys.fill('End', '2100');
  await keys.select('Kind of work', 'Weekday');
  await keys.button('Add this shift');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await keys.link('Confirm hours');
  await screen(walk, 'Confirm hours');
  const tuesday = /^What was worked: Joe.*Tuesday 17 November/;
  await keys.choose(tuesday, 'Something was different');
  await keys.fill('Really ended', '2230', tuesday);
  await keys.fill('Why it was different', 'The doctor came late', tuesday);
  const night = /^What was worked: Joe.*Wednesday 18 November/;
  await keys.choose(night, 'Something was different');
  await keys.fill(/^Time awake to help/, '0:45', night);
  await keys.button('Confirm these 15 shifts');
  await expect(page.getByRole('heading', { name: 'No hours wait to be confirmed' })).toBeVisible();
  await screen(walk, 'Confirm hours');
}

/** The row of a PA in the table of pay says these figures. */
async function expectPay(
  { page }: Walk,
  name: string,
  pay: { gross: string; tax: string; ni: string; pension: string; net: string },
): Promise<void> {
  const row = page.getByRole('row', { name: new RegExp(`^${name}\\b`) }).first();
  for (const [amount, what] of [
    [pay.gross, 'pay'],
    [pay.tax, 'tax'],
    [pay.ni, 'National Insurance'],
    [pay.pension, 'pension'],
    [pay.net, 'pay to get'],
  ])
    await expect(
      row.getByRole('button', { name: `${amount}, ${name}’s ${what}, how this was worked out` }),
    ).toBeVisible();
}

/** Step 5: the weekly pay, with a figure explained, checked and finished; the payslip read back. */
export async function payJoe(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.place('Pay');
  await screen(walk, 'Pay');
  await keys.link('Do the pay for the week to Sunday 22 November');
  await screen(walk, 'Pay for the week to Sunday 22 November');
  await keys.link('Check the pay');
  await expect(page.getByRole('heading', { name: 'How each person’s pay is made up' })).toBeVisible();
  await expectPay(walk, 'Joe', { ...joe, pension: '£0.00' });
  const made = page.getByRole('table', { name: 'How Joe’s pay is made up' });
  for (const amount of [joe.weekday, joe.weekend, joe.sleepIn, joe.rolledUp, joe.gross])
    await expect(made).toContainText(amount);

  await keys.button(`${joe.tax}, Joe’s tax, how this was worked out`);
  const panel = page.locator('.page-aside, .panel').filter({ hasText: joe.tax }).first();
  await expect(panel).toContainText('20 %');
  await screen(walk, 'Pay for the week to Sunday 22 November');
  await keys.press('Escape');
  await expect
    .poll(async () => (await keys.here())?.name)
    .toBe(`${joe.tax}, Joe’s tax, how this was worked out`);

  await keys.button('Go on to finish');
  await expect(page.getByText('Check your answers before you finish.')).toBeVisible();
  await screen(walk, 'Pay for the week to Sunday 22 November');
  await keys.button('Finish the pay for 1 person');
  await screen(walk, 'Pay for the week to Sunday 22 November 2026');
  const payslip = await keys.saves('Save Joe’s payslip', 'PDF');
  expect(payslip.name).toMatch(/\.pdf$/);
  const { text } = readPdf(payslip.bytes);
  for (const words of [
    'Joe Lind',
    'Tax code BR',
    'NI letter M',
    '27 November 2026',
    joe.weekday,
    joe.weekend,
    joe.sleepIn,
    joe.rolledUp,
    joe.gross,
    joe.tax,
    joe.ni,
    joe.net,
  ])
    expect(text).toContain(words.replace('£', ''));
  await keys.link(/payments/i);
  await screen(walk, 'Payments to make');
  await keys.tick('Paid: Joe Lind');
}

/** Step 5: the four-weekly pay with sick pay, holiday and a pension; payslip and payment sheet. */
export async function payGrace(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.place('Pay');
  await screen(walk, 'Pay');
  await keys.link(/the pay for the four weeks to Sunday 29 November|^Pay for the four weeks/i);
  await screen(walk, 'Pay for the four weeks to Sunday 29 November');
  await keys.link('Check the pay');
  await expect(page.getByRole('heading', { name: 'How each person’s pay is made up' })).toBeVisible();
  await expectPay(walk, 'Grace', grace);
  const made = page.getByRole('table', { name: 'How Grace’s pay is made up' });
  for (const amount of [grace.worked, grace.holiday, grace.sickPay, grace.gross])
    await expect(made).toContainText(amount);
  for (const amount of [grace.forHmrc, grace.forPension, grace.cost])
    await expect(page.getByText(amount).first()).toBeVisible();
  await screen(walk, 'Pay for the four weeks to Sunday 29 November');
  await keys.button('Go on to finish');
  await screen(walk, 'Pay for the four weeks to Sunday 29 November');
  await keys.button('Finish the pay for 1 person');
  await screen(walk, 'Pay for the four weeks to Sunday 29 November 2026');

  const payslip = await keys.saves('Save Grace’s payslip', 'PDF');
  const { text } = readPdf(payslip.bytes);
  for (const words of [
    'Grace Okafor',
    'Tax code 1257L',
    'NI letter A',
    '30 November 2026',
    grace.worked,
    grace.holiday,
    grace.sickPay,
    grace.gross,
    grace.tax,
    grace.ni,
    grace.pension,
    grace.net,
  ])
    expect(text).toContain(words.replace('£', ''));
  const webPage = (await keys.saves('Save Grace’s payslip', 'Web page')).bytes.toString();
  for (const words of ['<html lang="en-GB">', 'Grace Okafor', grace.net]) expect(webPage).toContain(words);
  const sheet = await keys.saves('Save the payment sheet (PDF)');
  expect(readPdf(sheet.bytes).text).toContain(grace.net.replace('£', ''));
  const list = await keys.saves('Save the payment sheet (CSV)');
  expect(list.bytes.toString()).toContain('991.32');
  const cost = await keys.saves('Save the cost sheet (PDF)');
  expect(readPdf(cost.bytes).text).toContain(grace.cost.replace('£', ''));
}

/** Step 5: what HMRC is owed, by when. */
export async function lookAtHmrc(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.place('Pay');
  await keys.link('What HMRC is owed');
  await screen(walk, 'What HMRC is owed');
  const month = page.getByRole('row', { name: /6 Nov.*5 Dec/ });
  for (const amount of [hmrc.tax, hmrc.ni, hmrc.owed]) await expect(month).toContainText(amount);
  await expect(month).toContainText('22 Dec');
  await expect(month).toContainText('19 Dec by post');
  // The Accounts Office reference with the tax year's last year and the month, as HMRC asks for it.
  await expect(month).toContainText('120PA000123452708');
}

/** Step 6: the bank's file, looked at, brought in, and what is certain accepted. */
export async function bringInStatement(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.place('Money');
  await screen(walk, /./);
  await keys.link('Bring in a statement');
  await screen(walk, 'Bring in a statement');
  await keys.file('Choose a file: The statement from your bank', {
    name: 'lloyds-november.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lloydsStatement(bank)),
  });
  await keys.button('Look at this file');
  await screen(walk, 'Look at it before it comes in');
  for (const words of [bank.moneyIn, bank.moneyOut, '£250.00', bank.closing, '16 lines'])
    await expect(page.getByText(words).first()).toBeVisible();
  await keys.button('Bring in these 16 lines');
  await screen(walk, '16 lines are in');
  await keys.link('Look at what needs explaining');
  await screen(walk, /./);
  await keys.button('Yes to all 13 that are certain');
  await expect(page.getByRole('link', { name: /GRACE OKAFOR WAGES/ })).toHaveCount(0);
}

/** Step 6: three lines explained by hand, a photo and a PDF as evidence, one line with none. */
export async function explainTheRest(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  const say = async (text: string, kind: string): Promise<void> => {
    await keys.link(new RegExp(`^Say what ${text}|^${text}`));
    await screen(walk, text);
    await keys.select('What was it?', kind);
    await keys.button('Save what it was');
    await expect(page.getByRole('button', { name: 'Save what it was' })).toHaveCount(0);
  };
  await say('MORGANS PHARMACY', 'PA expenses');
  await keys.file('Choose a file: Photo or PDF of the receipt', {
    name: 'gloves.png',
    mimeType: 'image/png',
    buffer: picture(120, 200),
  });
  await keys.button('Keep this receipt here');
  await expect(page.getByRole('button', { name: 'Show gloves.png' })).toBeVisible();
  await keys.button('Show gloves.png');
  await screen(walk, 'MORGANS PHARMACY');
  await keys.place('Money');
  await say('SAFE HANDS TRAINING', 'Training');
  await keys.file('Choose a file: Photo or PDF of the receipt', {
    name: 'first-aid-invoice.pdf',
    mimeType: 'application/pdf',
    buffer: plainPdf('Safe Hands Training: first aid for one, 85.00'),
  });
  await keys.button('Keep this receipt here');
  await expect(page.getByRole('button', { name: 'Show first-aid-invoice.pdf' })).toBeVisible();
  await keys.place('Money');
  await say('ANYSHIRE MOBILITY', 'PA expenses');
}

/** Step 7: the bank less what is promised. */
export async function reallyYours(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.place('Money');
  await screen(walk, `${yours.reallyYours} is really yours to spend`);
  await expect(page.getByText(`${yours.bank} in the bank on 30 November 2026`)).toBeVisible();
  await expect(
    page.getByRole('button', { name: `${yours.pension}, Pension, how this was worked out` }),
  ).toBeVisible();
  await keys.button(`${yours.holiday}, Holiday pay, how this was worked out`);
  await screen(walk, `${yours.reallyYours} is really yours to spend`);
  await keys.press('Escape');
  await expect(page.getByText('Every line from the bank is explained.')).toBeVisible();
}

/** Step 8: the return's figures, what is missing, its files, and that it was sent. */
export async function sendReturn(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.place('Returns');
  await screen(walk, 'Returns');
  await keys.link(/^Look at this return, 1 September/);
  await screen(walk, 'Return to Anyshire Council');
  const says = async (label: RegExp, amount: string): Promise<void> => {
    await expect(page.getByRole('row', { name: label }).first()).toContainText(amount);
  };
  await says(/^In the account on 1 September/, quarter.opening);
  await says(/^Direct payment/, quarter.directPayment);
  await says(/^Your contribution/, quarter.contribution);
  await says(/^Wages paid to PAs/, quarter.wages);
  await says(/^Tax and National Insurance paid to HMRC/, quarter.hmrc);
  await says(/^Training and recruitment/, quarter.training);
  await says(/^PA expenses and mileage/, quarter.expenses);
  await says(/^In the account on 30 November/, quarter.closing);
  await expect(page.getByText('They agree to the penny').first()).toBeVisible();
  await says(/^Pension/, quarter.pension);
  await says(/^Holiday earned and not taken/, quarter.holiday);
  await says(new RegExp(`^Left over, against the ${quarter.mayKeep} you may keep`), quarter.leftOver);
  await says(/^Covered by someone else/, '6:00');
  await says(/^With no cover/, '6:00');
  // What is missing: a receipt over £50, and the insurance certificate.
  const needs = page
    .getByRole('complementary')
    .or(page.getByRole('region', { name: 'What the return needs' }));
  await expect(needs.getByText(/ANYSHIRE MOBILITY/).first()).toBeVisible();
  await expect(needs.getByText('£62.00 has no receipt or invoice yet.')).toBeVisible();
  await expect(needs.getByText('Employer’s liability certificate')).toBeVisible();
  await expect(needs.getByText(/SAFE HANDS TRAINING/)).toHaveCount(0);

  const pack = await keys.saves('Save the pack (PDF)');
  const { text } = readPdf(pack.bytes);
  for (const amount of [quarter.opening, quarter.totalIn, quarter.wages, quarter.totalOut, quarter.closing])
    expect(text).toContain(amount.replace('£', ''));
  const table = await keys.saves('Save for Excel (XLSX)');
  const sheets = Object.entries(unzipSync(table.bytes))
    .filter(([name]) => name.startsWith('xl/'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
  for (const amount of ['1920', '1277.18', '198.89', '85.45', '523.48']) expect(sheets).toContain(amount);
  const csv = (await keys.saves('Save as CSV')).bytes.toString();
  for (const amount of ['-991.32', '-285.86', '-198.89', '-62.00']) expect(csv).toContain(amount);

  await keys.link('Mark this return as sent');
  await screen(walk, 'Mark this return as sent');
  await keys.date('Which day did you send it?', '2026-12-01');
  await keys.choose('How did you send it?', 'By email');
  await keys.button('Check the answers');
  await screen(walk, 'Check before you mark it as sent');
  await keys.button('Mark this return as sent');
  await screen(walk, 'Return to Anyshire Council');
  await expect(page.getByText('Sent on 1 December 2026')).toBeVisible();
}
