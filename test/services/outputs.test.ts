import type { MainstayClient } from '@shared/api/contract';
import type { OutputsState, OutputsWanted } from '@shared/api/outputs';
import { isoDay } from '@shared/dates';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveDetails, saveEmployer } from '../../electron/services/household-save';
import { hmrcRecordFile, paymentSheetFile, payslipFile } from '../../electron/services/pay-documents';
import { pensionFile } from '../../electron/services/pay-pension-file';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { basicPayeToolsFile, p60FiguresFile } from '../../electron/services/pay-year-papers';
import { yearFile } from '../../electron/services/year-file';
import { clientOf } from '../support/client-of';
import { pdfPages } from '../support/pdf-pages';
import {
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
} from '../support/workspace';

type Home = { readonly id: string; readonly runId: string; readonly payslips: readonly string[] };

const DETAILS = {
  supportedName: '',
  knownAs: '',
  birthDate: null,
  addressLine1: '4 Orchard Row',
  addressLine2: '',
  town: 'Leeds',
  postcode: 'LS1 1AA',
  phone: '',
  email: '',
  nation: 'england',
  userName: '',
} as const;
const EMPLOYER = {
  payeStatus: 'registered',
  payeReference: '120/AB12345',
  accountsOfficeReference: '120PA00012345',
  employmentAllowance: true,
  smallEmployersRelief: true,
  filingRoute: 'basic-paye-tools',
  hmrcPayments: 'monthly',
  contactName: '',
  contactPhone: '',
} as const;

let given: TestWorkspace;
let client: MainstayClient;
let ann: Home;
let bob: Home;

/** A household that paid its PAs for the week from Monday 9 March 2026, on Friday 20 March: 5 hours at £13.00 each. */
function paidHousehold(name: string, workers: readonly (readonly [string, string, boolean])[]): Home {
  const { context } = given;
  const id = addTestHousehold(context);
  saveDetails(context, id, { ...DETAILS, supportedName: name });
  const legalName = `Employer of ${name}`;
  saveEmployer(context, id, { ...EMPLOYER, legalName });
  for (const [firstNames, lastName, pension] of workers) {
    const worker = addTestWorker(context, id, {
      firstNames,
      lastName,
      startedOn: '2026-03-09',
      taxCode: '1257L W1',
      rates: { weekday: '13.00' },
      ...(pension ? { pension: {} } : {}),
    });
    addTestShift(context, id, worker, isoDay('2026-03-10'), '09:00', '14:00');
  }
  const key = 'weekly:2026-03-09';
  const runId = finishRun(context, id, key, payRun(context, id, key).totals.net);
  const rows = context.workspace.database.all<{ id: string }>({
    compile: () => ({ sql: 'select id from payslip where pay_run_id = ? order by id', parameters: [runId] }),
  } as never);
  return { id, runId, payslips: rows.map((row) => row.id) };
}

beforeAll(async () => {
  given = await testWorkspace('2026-04-20');
  client = clientOf(given.context);
  ann = paidHousehold('Ann Price', [
    ['Maya', 'Lewis', true],
    ['Tom', 'Reid', false],
  ]);
  bob = paidHousehold('Bob Aziz', [['Grace', 'Okafor', true]]);
  await client.organisation.save({
    name: 'Anyshire Independent Living',
    addressLine1: '1 High Street',
    addressLine2: '',
    town: 'Leeds',
    postcode: 'LS1 1AA',
    phone: '0113 496 0001',
    email: '',
    secondCheck: false,
    bankNameOnAccount: '',
    sortCode: '',
    accountNumber: '',
    invoiceNote: '',
    vatNumber: '',
  });
});
afterAll(() => given.close());

const DAYS: OutputsWanted = {
  of: { kind: 'days', from: isoDay('2026-03-20'), to: isoDay('2026-03-20') },
  kinds: ['payslips'],
  sort: 'household',
  doubleSided: false,
  letterId: null,
  pack: 'folders',
};

async function made(part: Partial<OutputsWanted>): Promise<OutputsState> {
  let state = await client.outputs.start({ ...DAYS, ...part });
  while (state.state === 'running') {
    await new Promise((done) => setImmediate(done));
    state = await client.outputs.state();
  }
  return state;
}

async function savedFile(): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, blob } = await client.outputs.file();
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

async function savedZip(): Promise<Record<string, Uint8Array>> {
  return unzipSync((await savedFile()).bytes);
}

const refusal = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'not refused',
    (error: { data?: { code?: string } }) => error.data?.code ?? error,
  );

test('tells what there is to make papers of, and of how many', async () => {
  expect(await client.outputs.sources()).toEqual({
    batches: [],
    newest: { from: '2026-03-20', to: '2026-03-20' },
    taxYears: [{ name: '2025-26', isOver: true, p60From: '2026-04-06' }],
  });
  expect(await client.outputs.outline({ of: DAYS.of })).toEqual({
    households: 2,
    runs: 2,
    payslips: 3,
    pensions: [{ provider: 'Nest', households: 2, ready: 0 }],
  });
});

describe('papers of some pay days', () => {
  test('are those of each household’s own pages, to the byte, in folders with plain names', async () => {
    const state = await made({ kinds: ['payslips', 'payment-sheets', 'report-figures', 'p32'] });
    expect(state).toMatchObject({ state: 'done', files: 13, payslips: 3, notMadeCount: 0 });
    const files = await savedZip();
    expect(Object.keys(files).sort()).toEqual([
      'Ann Price/2025-26 HMRC record (P32).csv',
      'Ann Price/2025-26 HMRC record (P32).pdf',
      'Ann Price/2026-03-20 figures for HMRC.pdf',
      'Ann Price/2026-03-20 payment sheet.csv',
      'Ann Price/2026-03-20 payment sheet.pdf',
      'Ann Price/2026-03-20 payslip Maya Lewis.pdf',
      'Ann Price/2026-03-20 payslip Tom Reid.pdf',
      'Bob Aziz/2025-26 HMRC record (P32).csv',
      'Bob Aziz/2025-26 HMRC record (P32).pdf',
      'Bob Aziz/2026-03-20 figures for HMRC.pdf',
      'Bob Aziz/2026-03-20 payment sheet.csv',
      'Bob Aziz/2026-03-20 payment sheet.pdf',
      'Bob Aziz/2026-03-20 payslip Grace Okafor.pdf',
    ]);
    const same = (name: string, file: { readonly bytes: Uint8Array }): void =>
      expect(Buffer.from(files[name] ?? []).equals(Buffer.from(file.bytes)), name).toBe(true);
    const { context } = given;
    same('Bob Aziz/2026-03-20 payslip Grace Okafor.pdf', payslipFile(context, bob.id, bob.payslips[0] ?? ''));
    same('Ann Price/2026-03-20 payment sheet.pdf', paymentSheetFile(context, ann.id, ann.runId, 'pdf'));
    same('Ann Price/2026-03-20 figures for HMRC.pdf', basicPayeToolsFile(context, ann.id, ann.runId));
    same('Bob Aziz/2025-26 HMRC record (P32).csv', hmrcRecordFile(context, bob.id, '2025-26', 'csv'));
  });

  test('come as a ZIP for each household, where that is wanted', async () => {
    await made({ kinds: ['payslips'], pack: 'zips' });
    const files = await savedZip();
    expect(Object.keys(files).sort()).toEqual(['Ann Price.zip', 'Bob Aziz.zip']);
    expect(Object.keys(unzipSync(files['Ann Price.zip'] ?? new Uint8Array()))).toEqual([
      '2026-03-20 payslip Maya Lewis.pdf',
      '2026-03-20 payslip Tom Reid.pdf',
    ]);
  });

  test('the print run alone is one PDF, sorted by the PAs’ last names, each on a sheet of its own', async () => {
    const state = await made({ kinds: ['print-run'], sort: 'worker', doubleSided: true });
    expect(state).toMatchObject({
      state: 'done',
      files: 1,
      payslips: 3,
      name: 'Payslips to print 2026-03-20.pdf',
    });
    const pages = await pdfPages((await savedFile()).bytes);
    expect(pages.map((page) => /Maya Lewis|Grace Okafor|Tom Reid/.exec(page)?.[0] ?? '')).toEqual([
      'Maya Lewis',
      '',
      'Grace Okafor',
      '',
      'Tom Reid',
    ]);
  });

  test('what each PAYE scheme owes HMRC stands in one list, and adds up', async () => {
    await made({ kinds: ['hmrc-list'] });
    const files = await savedZip();
    const csv = new TextDecoder().decode(files['HMRC to pay 2026-03-20.csv']).trim().split('\r\n');
    // 5 hours at £13.00 are £65.00: no tax and no National Insurance is due on so little.
    expect(csv).toHaveLength(3);
    expect(csv[1]).toBe(
      'Ann Price,Employer of Ann Price,120/AB12345,120PA00012345,120PA000123452612,2026-03-06,2026-04-05,0.00,0.00,0.00,0.00,0.00,0.00,0.00,2026-04-22,',
    );
    expect((await pdfPages(files['HMRC to pay 2026-03-20.pdf'] ?? new Uint8Array())).join(' ')).toContain(
      'What to pay HMRC',
    );
  });
});

describe('pension files', () => {
  test('name the households whose header nobody typed, and make the others, by provider', async () => {
    expect(await client.outputs.pensionHeaders({ page: 0, missingOnly: true })).toMatchObject({
      total: 2,
      missing: 2,
    });
    const header = { kind: 'nest', employerReference: 'emp001234567', paymentSource: 'Bob' } as const;
    await client.outputs.savePensionHeader({ householdId: bob.id, provider: 'Nest', header });
    const { rows, missing } = await client.outputs.pensionHeaders({ page: 0, missingOnly: false });
    expect(missing).toBe(1);
    expect(rows.map((row) => [row.household, row.header])).toEqual([
      ['Ann Price', null],
      ['Bob Aziz', header],
    ]);
    const state = await made({ kinds: ['pension-files'] });
    expect(state.notMade).toEqual([
      {
        kind: 'pension-files',
        householdId: ann.id,
        household: 'Ann Price',
        about: 'Nest',
        code: 'outputs.no-pension-header',
        values: { provider: 'Nest' },
      },
    ]);
    const files = await savedZip();
    const name = 'Pension files/Nest/Bob Aziz NEST contributions to 2026-03-15.csv';
    expect(Object.keys(files)).toEqual([name, 'Not made.csv']);
    const alone = pensionFile(given.context, bob.id, { runId: bob.runId, provider: 'Nest', file: header });
    expect(Buffer.from(files[name] ?? []).equals(Buffer.from(alone.bytes))).toBe(true);
    expect(new TextDecoder().decode(files['Not made.csv'])).toContain(
      'Ann Price,Pension file,Nest,What the provider asks for in its file is not typed in yet.',
    );
  });
});

describe('letters', () => {
  test('go to each household in its own words, before its payslips in the print run', async () => {
    const { id } = await client.outputs.saveLetter({
      id: null,
      name: 'Your payslips',
      body: 'Dear {employer},\n\n{pas} were paid {net-pay} on {pay-days}.\n\n{organisation}',
    });
    const preview = await client.outputs.previewLetter({
      of: DAYS.of,
      name: 'Your payslips',
      body: 'Dear {person}, {pas}: {net-pay}',
    });
    expect(preview).toMatchObject({
      household: 'Ann Price',
      to: ['Employer of Ann Price', '4 Orchard Row', 'Leeds', 'LS1 1AA'],
      // £65.00 each; Maya's own share of the pension is 0: she earns less than the band begins at.
      blocks: [{ kind: 'text', text: 'Dear Ann Price, Maya Lewis and Tom Reid: £130.00' }],
    });
    await made({ kinds: ['letters', 'print-run'], letterId: id });
    const files = await savedZip();
    expect(Object.keys(files).sort()).toEqual([
      'Ann Price/2026-04-20 letter Your payslips.pdf',
      'Bob Aziz/2026-04-20 letter Your payslips.pdf',
      'Payslips to print 2026-03-20.pdf',
    ]);
    const pages = await pdfPages(files['Payslips to print 2026-03-20.pdf'] ?? new Uint8Array());
    expect(pages).toHaveLength(5);
    expect(pages[0]).toContain('Maya Lewis and Tom Reid were paid £130.00 on 20 March 2026.');
    expect(pages[3]).toContain('Grace Okafor were paid £65.00 on 20 March 2026.');
  });

  test('with a place that is not known are refused with its line, and names are each their own', async () => {
    const body = 'Dear {council}';
    expect(await refusal(client.outputs.saveLetter({ id: null, name: 'Other', body }))).toBe(
      'letter.place-unknown',
    );
    expect(await refusal(client.outputs.previewLetter({ of: null, name: '', body }))).toBe(
      'letter.place-unknown',
    );
    expect(await refusal(client.outputs.saveLetter({ id: null, name: 'your PAYSLIPS', body: 'Hello' }))).toBe(
      'letter.name-taken',
    );
  });

  test('with a hole in them are not made, and say what is missing', async () => {
    const { id } = await client.outputs.saveLetter({ id: null, name: 'From', body: 'From {your-name}' });
    expect(await made({ kinds: ['letters'], letterId: id })).toMatchObject({
      state: 'nothing',
      notMadeCount: 2,
      notMade: [{ code: 'letter.place-empty', values: { place: 'your-name' } }, {}],
    });
    await client.outputs.removeLetter({ id });
    expect(await refusal(client.outputs.start({ ...DAYS, kinds: ['letters'], letterId: id }))).toBe(
      'outputs.letter-not-chosen',
    );
  });
});

describe('the year end', () => {
  test('of all households is made of each one’s own papers', async () => {
    const year = { kind: 'year', taxYear: '2025-26' } as const;
    const state = await made({ of: year, kinds: ['year-end'] });
    expect(state).toMatchObject({ state: 'done', notMadeCount: 0 });
    const files = await savedZip();
    expect(Object.keys(files).sort()).toEqual([
      'Ann Price/2025-26 P60 figures Maya Lewis.pdf',
      'Ann Price/2025-26 P60 figures Tom Reid.pdf',
      'Ann Price/2025-26 payments.csv',
      'Bob Aziz/2025-26 P60 figures Grace Okafor.pdf',
      'Bob Aziz/2025-26 payments.csv',
    ]);
    const [worker] = (await client.pay.yearPapers({ householdId: bob.id, taxYear: '2025-26' })).p60;
    const same = (name: string, bytes: Uint8Array): void =>
      expect(Buffer.from(files[name] ?? []).equals(Buffer.from(bytes))).toBe(true);
    same(
      'Bob Aziz/2025-26 P60 figures Grace Okafor.pdf',
      p60FiguresFile(given.context, bob.id, '2025-26', worker?.workerId ?? '').bytes,
    );
    same('Bob Aziz/2025-26 payments.csv', yearFile(given.context, bob.id, '2025-26').bytes);
  });

  test('is refused for pay days, and for a tax year that is not over', async () => {
    expect(await refusal(client.outputs.start({ ...DAYS, kinds: ['year-end'] }))).toBe(
      'outputs.year-end-of-year',
    );
    const of = { kind: 'year', taxYear: '2026-27' } as const;
    expect(await refusal(client.outputs.start({ ...DAYS, of, kinds: ['year-end'] }))).toBe(
      'pay.year-not-over',
    );
  });
});

test('where nobody was paid there is nothing to make; what is stopped leaves no file', async () => {
  const of = { kind: 'days', from: isoDay('2024-05-01'), to: isoDay('2024-05-31') } as const;
  expect(await refusal(client.outputs.start({ ...DAYS, of }))).toBe('outputs.nobody-paid');
  await client.outputs.start(DAYS);
  expect(await client.outputs.stop()).toMatchObject({ state: 'stopped' });
  expect(await refusal(client.outputs.file())).toBe('outputs.nothing-made');
  expect((await made({})).state).toBe('done');
});
