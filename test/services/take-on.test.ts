import type { MainstayClient } from '@shared/api/contract';
import type { TakeOnProblem, TakeOnState } from '@shared/api/take-on';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { takeOnFromFile } from '../../electron/cli/household-take-on';
import { clientOf } from '../support/client-of';
import { PRICE, plainHousehold, type TakeOnRow, takeOnCsv, takeOnName } from '../support/take-on-file';
import { type TestWorkspace, testWorkspace } from '../support/workspace';

let given: TestWorkspace;
let client: MainstayClient;

beforeAll(async () => {
  given = await testWorkspace('2026-11-21');
  client = clientOf(given.context);
});
afterAll(() => given.close());

async function settled(): Promise<TakeOnState> {
  for (;;) {
    // The work goes on beside us, between two turns.
    await new Promise((resolve) => setImmediate(resolve));
    const state = await client.takeOn.state();
    if (state.state !== 'looking' && state.state !== 'taking-on') return state;
  }
}

async function read(bytes: Buffer, name = 'households.csv'): Promise<TakeOnState> {
  await client.takeOn.read({ file: { name, base64: bytes.toString('base64') } });
  return settled();
}

async function look(rows: readonly TakeOnRow[]): Promise<TakeOnState> {
  return read(takeOnCsv(rows));
}

async function takeOn(alsoLook = false): Promise<TakeOnState> {
  await client.takeOn.start({ alsoLook });
  return settled();
}

const all = async () => (await client.takeOn.found({ standing: null, from: 0 })).households;
const told = (problems: readonly TakeOnProblem[]): string[] =>
  problems.map((one) => `${one.row} ${one.column}: ${one.code}`);

describe('a file of households', () => {
  test('is told household by household before anything is stored', async () => {
    const state = await look([...PRICE, plainHousehold(1)]);
    expect(state).toMatchObject({ state: 'looked', rows: 3, of: 2, unknown: [] });
    expect(state.counts).toMatchObject({ ready: 2, look: 0, problems: 0 });
    expect(state.people).toMatchObject({ ready: 3 });
    expect(await client.household.list()).toEqual([]);
    const [price] = await all();
    expect(price).toMatchObject({
      row: 2,
      name: 'Ann Price',
      payeReference: '123/AB45678',
      people: ['Maya Lewis', 'Tom Reed'],
      standing: 'ready',
    });
    // The zeros that a spreadsheet drops in front of an account and a phone number.
    expect(told(price?.problems ?? [])).toEqual([
      '2 Household phone: take-on.zeros-put-back',
      '2 Account number: take-on.zeros-put-back',
    ]);
  });

  test('is stored as its own pages would store it', async () => {
    const state = await takeOn();
    expect(state).toMatchObject({ state: 'done', done: 2, of: 2 });
    expect(state.counts).toMatchObject({ taken: 2, ready: 0 });
    const [price] = await all();
    const householdId = price?.householdId ?? '';
    const record = await client.household.get({ householdId });
    expect(record).toMatchObject({
      name: 'Ann Price',
      details: { addressLine1: '4 Mill Lane', phone: '07700900123', nation: 'england' },
      employer: { legalName: 'Ann Price', payeReference: '123/AB45678', filingRoute: 'bureau' },
      representatives: [{ name: 'Ruth Price', role: 'appointee' }],
      agreements: [{ funderName: 'Leeds City Council', amount: 124_000, weeklyMinutes: 1440 }],
      accounts: [{ sortCode: '309012', accountNumber: '01234567', opening: 231_055 }],
    });
    const people = await client.people.list({ householdId });
    expect(people.map((one) => one.name)).toEqual(['Maya Lewis', 'Tom Reed']);
    const [maya, tom] = await Promise.all(
      people.map((one) => client.people.get({ householdId, workerId: one.id })),
    );
    expect(maya).toMatchObject({
      details: { niNumber: 'AB123456C', payrollNumber: '14', gender: 'female', startedOn: '2024-06-03' },
      contract: { hoursKind: 'fixed', weeklyMinutes: 1200, qualifyingDays: [0, 1, 2, 3, 4] },
      tax: [{ taxCode: '1257L', taxBasis: 'cumulative', niCategory: 'A' }],
      rates: [{ kindOfWork: 'weekday', per: 'hour', rate: '15.00' }],
    });
    expect(maya?.earlierPay).toMatchObject([
      { taxYear: '2026-27', reachOn: '2026-11-15', gross: 990_000, tax: 38_620, holidayTakenMinutes: 3600 },
    ]);
    // GOV.UK, starter checklist: statement B is the emergency code on week 1.
    expect(tom?.tax).toMatchObject([{ taxCode: '1257L', taxBasis: 'week1-month1' }]);
  });

  test('goes on from the figures to date: the next pay takes cumulative tax to the penny', async () => {
    const [price] = await all();
    const householdId = price?.householdId ?? '';
    const maya = (await client.people.list({ householdId })).find((one) => one.name === 'Maya Lewis');
    const shifts = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'].map((day) => ({
      ...{ day: isoDay(day), start: clockTime('09:00'), end: clockTime('14:00') },
      ...{
        key: null,
        endsNextDay: false,
        awakeMinutes: null,
        kindOfWork: 'weekday' as const,
        reason: 'worked',
      },
    }));
    await client.timesheets.typeIn({ householdId, workerId: maya?.id ?? '', shifts });
    const runs = await client.pay.runs({ householdId });
    expect(runs.open[0]).toMatchObject({ key: 'weekly:2026-11-16', payDate: '2026-11-27' });
    const { lines } = await client.pay.run({ householdId, key: 'weekly:2026-11-16' });
    // Week 34 of 1257L: free pay 34 × £241.92 = £8,225.28 (HMRC's rule: 257 gives £49.60, each 500 gives £96.16). £10,200.00
    // less that is £1,974 taxed, £394.80; £386.20 was taken. Week by week it would be £11.60.
    // National Insurance is of the week alone: 8 % of £300 − £242.
    expect(lines[0]).toMatchObject({ gross: 30_000, tax: 860, employeeNi: 464 });
  });

  test('is recognised when it comes again: nothing is stored twice', async () => {
    const state = await look([...PRICE, plainHousehold(1)]);
    expect(state.counts).toMatchObject({ here: 2, ready: 0 });
    await expect(client.takeOn.start({ alsoLook: true })).rejects.toMatchObject({
      data: { code: 'take-on.none-ready' },
    });
    expect((await client.household.list()).length).toBe(2);
  });

  test('adds a PA who is new to a household that is here', async () => {
    const { startedOn, hoursKind, payFrequency, firstPeriodFrom, rateWeekday, taxCode } = plainHousehold(9);
    const state = await look([
      ...PRICE,
      {
        ...{ household: 'ann price', payeReference: '123/AB45678', firstNames: 'Joy', lastName: 'Bell' },
        ...({ startedOn, hoursKind, payFrequency, firstPeriodFrom, rateWeekday, taxCode } as TakeOnRow),
        weeklyMinutes: '5',
      },
    ]);
    expect(state.counts).toMatchObject({ ready: 1, here: 0 });
    expect((await all())[0]?.people).toEqual(['Joy Bell']);
    await takeOn();
    const [price] = await all();
    const people = await client.people.list({ householdId: price?.householdId ?? '' });
    expect(people.map((one) => one.name)).toEqual(['Maya Lewis', 'Tom Reed', 'Joy Bell']);
  });
});

describe('what is wrong with a file', () => {
  test('is told by row and column, and keeps only its own household out', async () => {
    const good = plainHousehold(20);
    const state = await look([
      good,
      { ...plainHousehold(21), payeReference: '12/XYZ' },
      { ...plainHousehold(22), niNumber: 'AB 12 34', startedOn: '31/02/2026' },
      { ...plainHousehold(23), hoursKind: 'sometimes', rateWeekday: 'lots', taxCode: '12X' },
      { ...plainHousehold(24), payFrequency: '', taxCode: '' },
      { ...plainHousehold(25), holidayMethod: 'accrual' },
    ]);
    expect(state.counts).toMatchObject({ ready: 1, problems: 5 });
    const found = await all();
    expect(found.map((one) => told(one.problems))).toEqual([
      [],
      ['3 PAYE reference: employer.paye-reference'],
      ['4 Start date: day.not-a-date'],
      ['5 Hours: take-on.not-a-choice', '5 Hourly rate: rate.not-a-rate', '5 Tax code: tax-code.not-a-code'],
      ['6 PA paid every: take-on.empty', '6 Tax code: take-on.empty'],
      // Fixed hours: holiday is counted in weeks.
      ['7 Holiday: contract.holiday-method-not-allowed'],
    ]);
    expect(found[3]?.problems[0]).toMatchObject({ typed: 'sometimes', values: { may: 'fixed, zero hours' } });
    await takeOn(true);
    expect((await client.household.list()).map((one) => one.name)).toContain('Person 020');
    expect((await client.household.list()).map((one) => one.name)).not.toContain('Person 022');
  });

  test('a household that says two things, and a PA who stands twice', async () => {
    const one = plainHousehold(30);
    await look([
      { ...one, niNumber: 'AB123458C' },
      { ...one, town: 'Leeds', niNumber: 'ab 12 34 58 c' },
    ]);
    const [found] = await all();
    expect(told(found?.problems ?? [])).toEqual([
      '3 Household town: take-on.differs',
      '3 PA first names: take-on.row-twice',
      '3 NI number: worker.same-person',
    ]);
  });

  test('what can be but is seldom meant waits for somebody who looks at it', async () => {
    const [maya] = PRICE;
    const state = await look([
      { ...plainHousehold(40), startedOn: '01/06/2024' },
      // £1,916 at 20 % is £383.20; £38.00 is a slip of a digit.
      { ...maya, household: 'Bea Long', payeReference: '120/SLIP1', tax: '38.00' },
      { ...plainHousehold(42), payeReference: '123/AB45678' },
    ]);
    expect(state.counts).toMatchObject({ look: 3, ready: 0 });
    const found = await all();
    expect(found.map((one) => told(one.problems.filter(({ weight }) => weight === 'look')))).toEqual([
      ['2 Paid up to: take-on.no-figures'],
      ['3 Gross pay to date: earlier.tax-not-as-code'],
      ['4 PAYE reference: take-on.reference-of-other'],
    ]);
    await expect(client.takeOn.start({ alsoLook: false })).rejects.toMatchObject({
      data: { code: 'take-on.none-ready' },
    });
    expect((await takeOn(true)).counts).toMatchObject({ taken: 3 });
  });

  test.each([
    ['no table', Buffer.from('%PDF-1.4 not a table'), 'take-on.file-not-a-table'],
    ['an empty file', Buffer.from(''), 'take-on.file-empty'],
    ['other columns', Buffer.from('name,amount\nAnn,3\n'), 'take-on.no-heading'],
    ['headings alone', Buffer.from('Household,PAYE reference\n'), 'take-on.file-empty'],
    ['one column twice', Buffer.from('Household,NI number,NINO\nAnn,1,2\n'), 'take-on.column-twice'],
    ['a cut workbook', Buffer.from('504b0304140000000800', 'hex'), 'take-on.file-damaged'],
  ])('%s is refused', async (_what, bytes, code) => {
    await expect(
      client.takeOn.read({ file: { name: 'file.csv', base64: bytes.toString('base64') } }),
    ).rejects.toMatchObject({ data: { code } });
  });

  test('a workbook is read as a person sees it: days, hours, percentages, and numbers that lost their zeros', async () => {
    const row = { ...plainHousehold(70), niNumber: 'AB123470C' };
    const typed = Object.entries(row).filter(([key]) => !(key in { startedOn: 0, weeklyMinutes: 0 }));
    const named = ([key]: readonly [string, string]) => ({ value: takeOnName(key), type: String });
    const numbers = [
      // 16 November 2026; 37 hours and 30 minutes as a length of time; 4.75 % as a percentage; 07700 900123 as a number.
      ['startedOn', { value: new Date('2026-11-16T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }],
      ['weeklyMinutes', { value: 37.5 / 24, type: Number, format: '[h]:mm' }],
      ['pensionEmployeePercent', { value: 0.0475, type: Number, format: '0.00%' }],
      ['paPhone', { value: 7_700_900_123, type: Number }],
      ['pensionStatus', { value: 'in', type: String }],
      ['pensionProvider', { value: 'NEST', type: String }],
    ] as const;
    const sheet = {
      sheet: 'Anything',
      data: [
        [{ value: 'Our households', type: String }],
        [...typed.map(named), ...numbers.map(([key]) => named([key, '']))],
        [...typed.map(([, value]) => ({ value, type: String })), ...numbers.map(([, cell]) => cell)],
      ],
    };
    const bytes = await writeXlsxFile([sheet] as Parameters<typeof writeXlsxFile>[0]).toBuffer();
    const state = await read(bytes, 'households.xlsx');
    expect(state).toMatchObject({ rows: 1, counts: { ready: 1 } });
    await takeOn();
    const [one] = await all();
    expect(one?.row).toBe(3);
    const householdId = one?.householdId ?? '';
    const [card] = await client.people.list({ householdId });
    expect(await client.people.get({ householdId, workerId: card?.id ?? '' })).toMatchObject({
      details: { startedOn: '2026-11-16', phone: '07700900123' },
      contract: { weeklyMinutes: 2250 },
      pension: [{ status: 'member', employeePercentHundredths: 475, employerPercentHundredths: 300 }],
    });
  });

  test('columns that are not known are named and not read', async () => {
    const csv = takeOnCsv([plainHousehold(50)])
      .toString('utf8')
      .replace('Tax code', 'Tax codes and so on');
    const state = await read(Buffer.from(csv));
    expect(state.unknown).toEqual(['Tax codes and so on']);
    expect(told((await all())[0]?.problems ?? [])).toEqual(['2 Tax code: take-on.empty']);
  });
});

describe('from a terminal', () => {
  test('each household is told with its state, and those that are ready are taken on', async () => {
    const said: string[] = [];
    const file = {
      name: 'C:\\files\\more.csv',
      bytes: takeOnCsv([plainHousehold(60), { ...plainHousehold(61), taxCode: '' }]),
    };
    expect(await takeOnFromFile(given.context, file, { look: true }, (line) => said.push(line))).toBe(3);
    expect(said.at(-1)).toBe('Nothing was stored.');
    said.length = 0;
    expect(await takeOnFromFile(given.context, file, {}, (line) => said.push(line))).toBe(3);
    expect(said).toEqual([
      'Person 060 (120/TT10060): taken on',
      'Person 061 (120/TT10061): mend the table',
      '  row 3, Tax code: take-on.empty',
      '1 household(s) ready, 0 to look at, 1 to mend, 0 here already.',
      '1 household(s) taken on, with 1 PA(s).',
    ]);
  });
});

describe('the template', () => {
  test.each(['csv', 'xlsx'] as const)(
    'as %s is read back as what it is: headings and nothing to take on',
    async (format) => {
      const file = await client.takeOn.template({ format });
      await expect(
        client.takeOn.read({ file: { name: file.name, base64: file.base64 } }),
      ).rejects.toMatchObject({
        data: { code: 'take-on.file-empty' },
      });
    },
  );
});
