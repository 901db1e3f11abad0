import type { MainstayClient } from '@shared/api/contract';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveShift } from '../../electron/services/rota-shifts';
import { clientOf } from '../support/client-of';
import {
  addTestAbsence,
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type TestWorkspace,
  testWorkspace,
} from '../support/workspace';
import { readPdf } from '../unit/documents/read-pdf';

let home: TestWorkspace;
let client: MainstayClient;
let householdId: string;
let grace: string;
let maya: string;

const day = isoDay;
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return (error as { data?: unknown }).data;
  }
  return 'nothing was refused';
};
const bytesOf = (file: { base64: string }) => Buffer.from(file.base64, 'base64');
const pdfText = (file: { base64: string }) => readPdf(bytesOf(file)).text.replace(/\s+/g, ' ');
const unzip = (file: { base64: string }) => unzipSync(bytesOf(file));

beforeAll(async () => {
  home = await testWorkspace('2026-08-17', 'privacy');
  client = clientOf(home.context);
  householdId = addTestHousehold(home.context, { from: '2026-07-06' });
  grace = addTestWorker(home.context, householdId, { startedOn: '2026-07-06', niNumber: 'AB654321C' });
  maya = addTestWorker(home.context, householdId, {
    firstNames: 'Maya',
    lastName: 'Lindqvist',
    startedOn: '2026-07-06',
    niNumber: 'AB111222C',
  });
  addTestShift(home.context, householdId, grace, '2026-07-07', '09:00', '14:00');
  addTestShift(home.context, householdId, maya, '2026-07-08', '09:00', '12:00');
  saveShift(home.context, householdId, {
    key: null,
    workerId: grace,
    day: day('2026-07-20'),
    start: clockTime('09:00'),
    end: clockTime('10:00'),
    endsNextDay: false,
    kindOfWork: 'weekday',
    coversKey: null,
    note: 'Swapped with Maya, who was at the dentist. Ask MAYA LINDQVIST.',
  });
  addTestAbsence(home.context, householdId, grace, 'sickness', '2026-07-13', '2026-07-15');
  const { open } = await client.pay.runs({ householdId });
  // 5 hours and 3 hours at £13.00: £65.00 and £39.00.
  await client.pay.finish({ householdId, key: open[0]!.key, expectedNet: pence(10_400) });
});
afterAll(() => home.close());

describe('the list of data', () => {
  it('counts what is kept of each group now', async () => {
    const { groups } = await client.privacy.view({ householdId });
    const count = (id: string) => groups.find((one) => one.id === id)?.count;
    expect(count('pa-contact')).toBe(2);
    expect(count('pa-away')).toBe(1);
    expect(count('pa-right-to-work')).toBe(0);
    expect(count('pa-orders')).toBe(0);
    // Two shifts that were worked and one that is planned.
    expect(count('pa-hours')).toBe(3);
  });

  it('says how long by the longest rule that counts', async () => {
    const { groups } = await client.privacy.view({ householdId });
    const pay = groups.find((one) => one.id === 'pa-tax')?.rules;
    expect(pay).toMatchObject([{ records: 'payslips', years: 6, counted: 'after-financial-year' }]);
    const work = groups.find((one) => one.id === 'pa-right-to-work')?.rules;
    expect(work).toMatchObject([
      { records: 'right-to-work', years: 2, counted: 'after-end', mark: 'RECALLED' },
    ]);
  });

  it('is a paper, and a table for a spreadsheet', async () => {
    const text = pdfText(await client.privacy.listFile({ householdId, format: 'pdf' }));
    expect(text).toContain('Illness and other time away');
    expect(text).toContain('Schedule 1, paragraph 1');
    const csv = bytesOf(await client.privacy.listFile({ householdId, format: 'csv' })).toString('utf8');
    expect(csv).toContain('Right to work in the UK');
  });
});

describe('the privacy notice', () => {
  it('names the employer as the controller, and whoever acts beside them', async () => {
    await client.household.saveRepresentative({
      householdId,
      representative: {
        id: null,
        name: 'Priya Nair',
        role: 'appointee',
        mandate: '',
        startsOn: null,
        endsOn: null,
        phone: '',
        email: '',
        usesMainstay: true,
      },
    });
    await client.privacy.saveChoices({
      householdId,
      choices: {
        contact: 'Ann, 0113 496 0000',
        helpers: 'Leeds Independent Living',
        paper: 'a locked drawer',
      },
    });
    const text = pdfText(await client.privacy.noticeFile({ householdId, format: 'pdf' }));
    expect(text).toContain('Margaret Ellis is your employer, and decides what is kept');
    expect(text).toContain(
      'Priya Nair acts for Margaret Ellis as appointee. Margaret Ellis stays the employer',
    );
    expect(text).toContain('Leeds Independent Living helps with pay or records');
    expect(text).toContain('Ask: Ann, 0113 496 0000.');
    expect(text).toContain('Paper is kept here: a locked drawer.');
    expect(text).toContain('Leeds City Council: hours, pay and proof of them');
    expect(text).toContain('within one month');
    expect(text).toContain('within 30 days');
    expect(text).toContain('ico.org.uk');
  });

  it('tells of each group of data about a PA, with its time', async () => {
    const text = pdfText(await client.privacy.noticeFile({ householdId, format: 'pdf' }));
    expect(text).toContain('Name, address, phone and email');
    expect(text).toContain('Training');
    expect(text).toContain('To give and pay the holiday');
    expect(text.replace(/\s+/g, ' ')).toContain('Opting out: At least 4 years');
  });

  it('can be changed in a word processor', async () => {
    const file = await client.privacy.noticeFile({ householdId, format: 'odt' });
    expect(file.name).toBe('Privacy notice Margaret Ellis 2026-08-17.odt');
    const content = strFromU8(unzip(file)['content.xml']!);
    expect(content).toContain('text:outline-level="2">Your rights</text:h>');
    expect(content).toContain('<text:list-item>');
  });

  it('is noted as given, and the note can be taken back', async () => {
    await client.privacy.noteNoticeGiven({ householdId, workerId: grace, givenOn: day('2026-08-10') });
    const given = async () =>
      (await client.privacy.view({ householdId })).workers.find((one) => one.id === grace)?.noticeGivenOn;
    expect(await given()).toBe('2026-08-10');
    await client.privacy.noteNoticeGiven({ householdId, workerId: grace, givenOn: null });
    expect(await given()).toBeNull();
  });

  it('takes a text away that was emptied', async () => {
    await client.privacy.saveChoices({ householdId, choices: { contact: '', helpers: '', paper: '' } });
    const text = pdfText(await client.privacy.noticeFile({ householdId, format: 'pdf' }));
    expect(text).not.toContain('locked drawer');
    expect(text).toContain('Ask: Ann Ellis, 0113 496 0000.');
  });
});

describe('the policy on health data', () => {
  it('names the condition, the principles, how long, and when it was looked at', async () => {
    const before = pdfText(await client.privacy.policyFile({ householdId, format: 'pdf' }));
    expect(before).toContain('Not yet looked at');
    await client.privacy.notePolicyReviewed({ householdId, reviewedOn: day('2026-08-17') });
    const text = pdfText(await client.privacy.policyFile({ householdId, format: 'pdf' }));
    expect(text).toContain('Data Protection Act 2018, Schedule 1, paragraph 1: employment');
    expect(text).toContain('Illness and other time away');
    expect(text).toContain('Lawful, fair and open');
    expect(text).toContain('Last looked at on 17 August 2026. To be looked at again by 17 August 2027.');
    expect((await client.privacy.view({ householdId })).policy.reviewBy).toBe('2027-08-17');
  });

  it('refuses to have been looked at tomorrow', async () => {
    const call = client.privacy.notePolicyReviewed({ householdId, reviewedOn: day('2026-08-18') });
    expect(await refusal(call)).toMatchObject({ code: 'day.in-the-future', field: 'reviewedOn' });
  });
});

describe('requests to see data', () => {
  it('are due a month later, and on the next working day', async () => {
    // 31 July 2026 and a month: 31 August is the summer bank holiday, so 1 September.
    const { id } = await client.privacy.saveRequest({
      householdId,
      request: { id: null, workerId: grace, askedOn: day('2026-07-31'), answeredOn: null, note: 'By text' },
    });
    const one = async () =>
      (await client.privacy.view({ householdId })).requests.find((request) => request.id === id);
    expect(await one()).toMatchObject({ workerName: 'Grace Okafor', dueOn: '2026-09-01', answeredOn: null });
    const { needs } = await client.today.view({ householdId });
    expect(needs.find((need) => need.code === 'access-request')).toMatchObject({
      urgency: 'attention',
      by: '2026-09-01',
      values: { name: 'Grace' },
    });
    const answer = { id, workerId: grace, askedOn: day('2026-07-31'), note: 'By text' };
    const early = client.privacy.saveRequest({
      householdId,
      request: { ...answer, answeredOn: day('2026-07-30') },
    });
    expect(await refusal(early)).toMatchObject({
      code: 'privacy.answered-before-asked',
      field: 'answeredOn',
    });
    await client.privacy.saveRequest({ householdId, request: { ...answer, answeredOn: day('2026-08-14') } });
    expect(await one()).toMatchObject({ answeredOn: '2026-08-14' });
    await client.privacy.removeRequest({ householdId, id });
    expect(await one()).toBeUndefined();
  });
});

describe('the copy for a PA who asked', () => {
  it('holds all that is about them', async () => {
    const file = await client.privacy.copyForWorker({ householdId, workerId: grace });
    expect(file.name).toBe('Data kept about Grace Okafor 2026-08-17.zip');
    const files = unzip(file);
    const record = JSON.parse(strFromU8(files['record.json']!));
    expect(record.tables.worker).toMatchObject([{ ni_number: 'AB654321C', sort_code: '200001' }]);
    expect(record.tables.payslip).toMatchObject([{ worker_id: grace, net_pence: 6500 }]);
    expect(record.tables.shift).toHaveLength(2);
    expect(record.tables.absence).toMatchObject([{ kind: 'sickness', first_day: '2026-07-13' }]);
    expect(record.tables.ledger_posting.length).toBeGreaterThan(0);
    expect(strFromU8(files['tables/worker.csv']!)).toContain('AB654321C');
    const text = readPdf(files['Read this first.pdf']!).text.replace(/\s+/g, ' ');
    expect(text).toContain('National Insurance number AB 65 43 21 C');
    expect(text).toContain('£65.00');
    expect(text).toContain('7 Jul 2026');
    expect(text).toContain('To pay sick pay (SSP)');
  });

  it('says nothing of another PA, in no file of it', async () => {
    const files = unzip(await client.privacy.copyForWorker({ householdId, workerId: grace }));
    const texts = Object.entries(files).map(([name, bytes]) =>
      name.endsWith('.pdf') ? readPdf(bytes).text : strFromU8(bytes),
    );
    for (const text of texts) {
      expect(text).not.toMatch(/maya|lindqvist|AB111222C/i);
      expect(text).not.toContain(maya);
    }
    const record = JSON.parse(strFromU8(files['record.json']!));
    expect(record.tables.shift.map((one: { note: string }) => one.note)).toContain(
      'Swapped with [somebody else], who was at the dentist. Ask [somebody else].',
    );
  });

  it('refuses a PA of another household', async () => {
    const other = addTestHousehold(home.context, { name: 'Other' });
    const call = client.privacy.copyForWorker({ householdId: other, workerId: grace });
    expect(await refusal(call)).toMatchObject({ code: 'not-found' });
  });
});
