import { expect } from '@playwright/test';
import { screen, type Walk } from './month-walk';

/** Step 2: the person, who acts for them, the employer, the agreement and the account. */
export async function describeHousehold(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.link('The person supported');
  await screen(walk, 'The person supported');
  await keys.fill(/^What they like to be called/, 'Ruth');
  await keys.date('Date of birth', '1961-02-14');
  await keys.fill(/^Address \(/, '4 Mill Lane');
  await keys.fill(/^Town or city/, 'Anytown');
  await keys.fill(/^Postcode/, 'AN1 2YT');
  await keys.choose('Where they live', 'England');
  await keys.fill(/^Your own first name/, 'Sam');
  await keys.button('Save these details');

  await screen(walk, 'Set up your household');
  await keys.link('Who acts for them');
  await screen(walk, 'Who acts for them');
  await keys.choose('In which role', 'Nominated person');
  await keys.fill('Full name', 'Sam Hale');
  await keys.fill(/^The paper that says so/, 'Letter from the council of 20 August 2026');
  await keys.date('From', '2026-09-01');
  await keys.button('Save this person');

  await screen(walk, 'Set up your household');
  await keys.link('The employer');
  await screen(walk, 'The employer');
  await keys.choose('Is the employer registered with HMRC?', 'Yes, it has an employer PAYE reference');
  await keys.fill('Employer PAYE reference', '120/AB12345');
  await keys.fill(/^Accounts Office reference/, '120PA00012345');
  await keys.tick('Claim Employment Allowance', false);
  await keys.choose('How often do you pay HMRC?', 'Every month');
  await keys.button('Save the employer');

  await screen(walk, 'Set up your household');
  await keys.link('The agreement');
  await screen(walk, 'Agreements');
  await keys.fill('Name of the funder', 'Anyshire Council');
  await keys.choose('What kind of funder', 'Council');
  await keys.fill(/^Their reference for you/, 'DP 40017');
  await keys.date('The agreement starts on', '2026-09-01');
  await keys.fill('How much they pay each time', '360');
  await keys.choose('How often they pay', 'Every week');
  await keys.date('Date of the first payment', '2026-11-02');
  await keys.fill('What you pay in each time (client contribution)', '24');
  await keys.choose('Is your own contribution already taken off?', 'Yes, they pay the amount that is left');
  await keys.fill('Hours a week that it pays for', '26');
  await keys.button('Use the usual ones');
  await keys.choose('Can they ask for money back?', 'Yes, above a number of weeks of payments');
  await keys.fill('Number of weeks you may keep', '8');
  await keys.choose('When they look', 'At the end of each return');
  await keys.select('Whose form', 'Anyshire Council');
  await keys.choose('How often', 'Every so many months');
  await keys.fill('Months in each return', '3');
  await keys.date('The first return starts on', '2026-09-01');
  await keys.fill('Days after the end until it is due', '28');
  await keys.fill('Receipts are needed from this amount', '50');
  await keys.button('Save the agreement');

  await screen(walk, 'Set up your household');
  await keys.link('The bank account');
  await screen(walk, 'Bank accounts');
  await keys.fill('What you call it', 'Direct payment account');
  await keys.fill(/^Bank \(/, 'Lloyds Bank');
  await keys.fill(/^Sort code/, '30-94-57');
  await keys.fill(/^Account number/, '12345678');
  await keys.date('Start counting on', '2026-09-01');
  await keys.fill('Balance at the start of that day', '250');
  await keys.button('Save the account');
  await screen(walk, 'Set up your household');
  await expect(page.getByText('5 of 7 tasks done.')).toBeVisible();
}

type Pa = {
  readonly first: string;
  readonly last: string;
  readonly born: string;
  readonly startedOn: string;
  readonly niNumber: string;
  readonly account: string;
};

async function addPa(walk: Walk, pa: Pa): Promise<void> {
  const { keys } = walk;
  await keys.link('Add a PA');
  await screen(walk, 'Add a PA');
  await keys.fill('First names', pa.first);
  await keys.fill('Last name', pa.last);
  await keys.date('First day of work', pa.startedOn);
  await keys.date('Date of birth', pa.born);
  await keys.fill(/^National Insurance number/, pa.niNumber);
  await keys.button('Add this PA');
  await screen(walk, `${pa.first} ${pa.last}`);
  await keys.link(`Change ${pa.first}’s bank details`);
  await screen(walk, `${pa.first}: bank details`);
  await keys.fill('Sort code', '20-00-00');
  await keys.fill('Account number', pa.account);
  await keys.button('Save these details');
  await screen(walk, `${pa.first} ${pa.last}`);
  await keys.link(`Change ${pa.first}’s right to work and checks`);
  await screen(walk, `${pa.first}: right to work and checks`);
  await keys.date('Right to work checked on', '2026-10-30');
  await keys.button('Save these details');
  await screen(walk, `${pa.first} ${pa.last}`);
}

async function addRate(
  walk: Walk,
  kind: string,
  rate: string,
  per: 'hour' | 'shift',
  from: string,
): Promise<void> {
  const { keys, page } = walk;
  await keys.select('Kind of work', kind);
  await keys.fill('Rate in pounds', rate);
  await keys.choose('For each', per);
  await keys.date('It starts on', from);
  await keys.button('Add this rate');
  await expect(page.getByRole('row', { name: new RegExp(`^${kind} .*£`) })).toBeVisible();
}

/** Step 3: Grace and Joe, each ready to be paid. */
export async function addPas(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.link('Your PAs');
  await screen(walk, 'People');
  await addPa(walk, {
    first: 'Grace',
    last: 'Okafor',
    born: '1990-05-14',
    startedOn: '2026-11-02',
    niNumber: 'AB 12 34 56 C',
    account: '55779911',
  });
  await keys.link('Change Grace’s contract');
  await screen(walk, 'Grace: contract');
  await keys.choose('Hours', 'Fixed hours');
  await keys.fill('Hours a week', '18');
  await keys.choose('How often they are paid', 'Every 4 weeks');
  await keys.date('First day of a pay period', '2026-11-02');
  await keys.fill('Days from the end of the period to pay day', '1');
  await keys.tick('Monday', false);
  await keys.tick('Tuesday', false);
  await keys.button('Save the contract');
  await screen(walk, 'Grace Okafor');
  await keys.link('Change Grace’s rates of pay');
  await screen(walk, 'Grace: rates of pay');
  await addRate(walk, 'Weekday', '15', 'hour', '2026-11-02');
  await keys.link('Grace’s page');
  await keys.link('Change Grace’s starter checklist or P45');
  await screen(walk, 'Grace: starter checklist or P45');
  await keys.choose('Do they have a P45 from a job they left?', 'No');
  await keys.choose('Which is true for your PA?', 'B: This is their only job now');
  await expect(page.getByText('Tax code 1257L, each pay on its own')).toBeVisible();
  await keys.button('Save and use this tax code');
  await screen(walk, 'Grace Okafor');
  await keys.link('Change Grace’s pension');
  await screen(walk, 'Grace: pension');
  await keys.choose('Are they in a pension?', 'Member');
  await keys.fill('Pension provider', 'NEST');
  await keys.fill('The PA pays (per cent)', '5');
  await keys.fill('You pay (per cent)', '3');
  await keys.choose('Worked out on', 'Part of pay (qualifying earnings)');
  await keys.choose('How it is taken from pay', 'After tax (relief at source)');
  await keys.button('Save the pension details');
  await screen(walk, 'Grace Okafor');
  await expect(page.getByText('Nothing is missing. This PA can be paid.')).toBeVisible();

  await keys.link('People', { back: true });
  await screen(walk, 'People');
  await addPa(walk, {
    first: 'Joe',
    last: 'Lind',
    born: '2006-03-12',
    startedOn: '2026-11-16',
    niNumber: 'AB 65 43 21 D',
    account: '66880022',
  });
  await keys.link('Change Joe’s contract');
  await screen(walk, 'Joe: contract');
  await keys.choose('Hours', 'Zero hours');
  await keys.choose('How often they are paid', 'Every week');
  await keys.date('First day of a pay period', '2026-11-16');
  await keys.fill('Days from the end of the period to pay day', '5');
  await keys.choose('How holiday is counted', 'Paid with each pay (rolled-up)');
  await keys.button('Save the contract');
  await screen(walk, 'Joe Lind');
  await keys.link('Change Joe’s rates of pay');
  await screen(walk, 'Joe: rates of pay');
  await addRate(walk, 'Weekday', '12.50', 'hour', '2026-11-16');
  await addRate(walk, 'Weekend', '14', 'hour', '2026-11-16');
  await addRate(walk, 'Sleep-in', '65', 'shift', '2026-11-16');
  await keys.link('Joe’s page');
  await keys.link('Change Joe’s starter checklist or P45');
  await screen(walk, 'Joe: starter checklist or P45');
  await keys.choose('Do they have a P45 from a job they left?', 'No');
  await keys.choose('Which is true for your PA?', 'C: They have another job or a pension');
  await expect(page.getByText('Tax code BR, over the whole year')).toBeVisible();
  await keys.button('Save and use this tax code');
  await screen(walk, 'Joe Lind');
  await keys.link('Change Joe’s tax and National Insurance');
  await screen(walk, 'Joe: tax and National Insurance');
  await keys.date('These details hold from', '2026-11-16');
  await keys.select('National Insurance letter (category)', 'M');
  await keys.choose('Where you learned it', 'The starter checklist');
  await keys.button('Save the tax details');
  await screen(walk, 'Joe Lind');
  await keys.link('Change Joe’s pension');
  await keys.choose('Are they in a pension?', 'Not a member');
  await keys.button('Save the pension details');
  await screen(walk, 'Joe Lind');
  await expect(page.getByText('Nothing is missing. This PA can be paid.')).toBeVisible();
}

async function addRow(
  walk: Walk,
  index: number,
  days: readonly string[],
  start: string,
  end: string,
  kind: string,
) {
  const { keys } = walk;
  const group = new RegExp(`shift ${index}$`, 'i');
  if (index > 1) await keys.button('Add another shift');
  for (const day of days) await keys.tick(day, true, group);
  await keys.fill(/^Start/, start, group);
  await keys.fill(/^End/, end, group);
  if (end < start) await keys.tick('It ends the next day', true, group);
  await keys.select('Kind of work', kind, group);
}

/** Step 4: the weeks that repeat. */
export async function planWeeks(walk: Walk): Promise<void> {
  const { keys } = walk;
  await keys.place('Rota');
  await screen(walk, 'Week of 16 November');
  await keys.link('Repeating weeks');
  await screen(walk, 'Repeating weeks');
  await keys.link('Add a repeating week');
  await screen(walk, 'Add a repeating week');
  await keys.choose('Who works', 'Grace Okafor');
  await keys.date('First day', '2026-11-02');
  await keys.choose('Does it end?', 'No, it goes on');
  await addRow(walk, 1, ['Wednesday', 'Thursday', 'Friday'], '0900', '1500', 'Weekday');
  await keys.button('Save this repeating week');
  await screen(walk, 'Repeating weeks');

  await keys.link('Add a repeating week');
  await screen(walk, 'Add a repeating week');
  await keys.choose('Who works', 'Joe Lind');
  await keys.date('First day', '2026-11-16');
  await keys.choose('Does it end?', 'Yes, on a day I know');
  await keys.date('Last day', '2026-11-22');
  await addRow(walk, 1, ['Tuesday', 'Thursday'], '1800', '2200', 'Weekday');
  await addRow(walk, 2, ['Wednesday'], '2200', '0700', 'Sleep-in');
  await addRow(walk, 3, ['Saturday'], '1900', '0100', 'Weekend');
  await keys.button('Save this repeating week');
  await screen(walk, 'Repeating weeks');
  await keys.link('Go to the rota', { back: true });
  await screen(walk, 'Week of 16 November');
}

/** Step 4: a day of illness with its cover, and a day of holiday. */
export async function sayWhoIsAway(walk: Walk): Promise<void> {
  const { keys, page } = walk;
  await keys.link('A PA is away');
  await screen(walk, 'A PA is away');
  await keys.choose('Who is away?', 'Grace Okafor');
  await keys.choose('Why?', 'Sick');
  await keys.date('First day away', '2026-11-20');
  await keys.choose('How long?', 'That one day');
  await expect(page.getByText('This shift will need someone')).toBeVisible();
  await keys.button('Save this time off');
  await screen(walk, 'Cover for Grace');
  await keys.link(/^Find cover: .*Friday 20 November/);
  await screen(walk, /^Cover for Friday 20 November/);
  await keys.button('Joe said yes, fill the shift');
  await screen(walk, 'Cover for Grace');
  await expect(page.getByText(/^Friday 20 November, .*: Joe Lind$/)).toBeVisible();
  await keys.place('Rota');
  await screen(walk, 'Week of 16 November');

  // The wrong day first, and back by the button that says what it undoes.
  await keys.link('A PA is away');
  await screen(walk, 'A PA is away');
  await keys.choose('Who is away?', 'Grace Okafor');
  await keys.choose('Why?', 'Holiday');
  await keys.date('First day away', '2026-11-26');
  await keys.choose('How long?', 'That one day');
  await keys.button('Save this time off');
  await screen(walk, 'Cover for Grace');
  await expect(page.getByRole('link', { name: /^Find cover: Thursday 26 November/ })).toBeVisible();
  await keys.button(/^Undo: /, { back: true });
  await expect(page.getByRole('link', { name: /^Find cover: Thursday 26 November/ })).toHaveCount(0);
  await keys.place('Rota');
  await screen(walk, 'Week of 16 November');

  await keys.link('A PA is away');
  await screen(walk, 'A PA is away');
  await keys.choose('Who is away?', 'Grace Okafor');
  await keys.choose('Why?', 'Holiday');
  await keys.date('First day away', '2026-11-25');
  await keys.choose('How long?', 'That one day');
  await keys.button('Save this time off');
  await screen(walk, 'Cover for Grace');
  await keys.place('Today');
  await screen(walk, /Sam\. .* need/);
}
