import type { ServiceInput } from '@shared/api/casework';
import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../support/client-of';
import { addTestHousehold, type TestWorkspace, testWorkspace } from '../support/workspace';
import { readPdf } from '../unit/documents/read-pdf';

let home: TestWorkspace;
let client: MainstayClient;
let householdId: string;
let otherId: string;
const day = isoDay;
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return (error as { data?: unknown }).data;
  }
  return 'nothing was refused';
};
const note = (text: string, followUpOn: string | null = null, id: string | null = null) =>
  client.casework.saveNote({
    householdId,
    note: { id, text, followUpOn: followUpOn === null ? null : day(followUpOn) },
  });
const service = (input: Partial<ServiceInput> = {}): ServiceInput => ({
  id: null,
  level: 'payroll',
  startsOn: day('2026-04-06'),
  endsOn: null,
  signedOn: null,
  paperFilingToldOn: null,
  note: '',
  ...input,
});
const save = (input: Partial<ServiceInput>, file: { name: string; base64: string } | null = null) =>
  client.casework.saveService({ householdId, service: service(input), file });
const card = () => client.casework.card({ householdId });

beforeAll(async () => {
  home = await testWorkspace('2026-11-21', 'casework');
  client = clientOf(home.context);
  householdId = addTestHousehold(home.context, { name: 'Ruth' });
  otherId = addTestHousehold(home.context, { name: 'Amir' });
  await client.organisation.save({
    name: 'Aire Valley Living',
    addressLine1: '',
    addressLine2: '',
    town: '',
    postcode: '',
    phone: '',
    email: '',
    secondCheck: false,
    bankNameOnAccount: '',
    sortCode: '',
    accountNumber: '',
    invoiceNote: '',
    vatNumber: '',
  });
  for (const [initials, name] of [
    ['AP', 'Ann Price'],
    ['ML', 'Moss Lewis'],
  ] as const)
    await client.organisation.saveStaff({ id: null, initials, name });
  await work('AP');
});
afterAll(() => home.close());

async function work(initials: string): Promise<void> {
  const { staff } = await client.organisation.state();
  await client.organisation.workNow({ staffId: staff.find((one) => one.initials === initials)!.id });
}

describe('notes', () => {
  it('have the day and the initials of who wrote them; what to come back to stands first, by its day', async () => {
    await note('Rang Ruth about her new PA.');
    await note('Ask for the P45 of Maya.', '2026-12-04');
    await note('Ask the council for the uplift letter.', '2026-11-27');
    const { notes } = await card();
    expect(notes.map((one) => [one.text, one.day, one.initials, one.followUpOn])).toEqual([
      ['Ask the council for the uplift letter.', '2026-11-21', 'AP', '2026-11-27'],
      ['Ask for the P45 of Maya.', '2026-11-21', 'AP', '2026-12-04'],
      ['Rang Ruth about her new PA.', '2026-11-21', 'AP', null],
    ]);
  });

  it('are done by whom they are ticked by, and wait again when another day is set', async () => {
    const [first] = (await card()).notes;
    await work('ML');
    await client.casework.noteDone({ householdId, id: first!.id, done: true });
    const done = (await card()).notes.find((one) => one.id === first!.id)!;
    expect(done).toMatchObject({ doneOn: '2026-11-21', doneBy: 'ML', initials: 'AP' });
    // The other one that waits stands first now.
    expect((await card()).notes[0]?.text).toBe('Ask for the P45 of Maya.');
    await note(done.text, '2026-12-18', done.id);
    expect((await card()).notes.find((one) => one.id === first!.id)).toMatchObject({
      doneOn: null,
      doneBy: '',
      followUpOn: '2026-12-18',
    });
  });

  it('are told of their own household alone, and can be undone', async () => {
    const [first] = (await card()).notes;
    expect(await refusal(client.casework.removeNote({ householdId: otherId, id: first!.id }))).toMatchObject({
      code: 'not-found',
    });
    await client.casework.removeNote({ householdId, id: first!.id });
    await client.workspace.undo({ householdId });
    expect((await card()).notes).toHaveLength(3);
  });
});

describe('what the organisation may do', () => {
  it('changes from a day: the one before ends the day before', async () => {
    await save({ level: 'payroll', startsOn: day('2026-04-06'), signedOn: day('2026-04-02') });
    await save({
      level: 'managed-account',
      startsOn: day('2026-10-01'),
      paperFilingToldOn: day('2026-09-20'),
    });
    const { services } = await card();
    expect(services.map((one) => [one.level, one.startsOn, one.endsOn, one.inForce])).toEqual([
      ['managed-account', '2026-10-01', null, true],
      ['payroll', '2026-04-06', '2026-09-30', false],
    ]);
  });

  it('is one thing at a time', async () => {
    expect(await refusal(save({ startsOn: day('2026-09-01'), endsOn: day('2026-09-30') }))).toMatchObject({
      code: 'service.overlaps',
      field: 'startsOn',
      details: { from: '2026-04-06' },
    });
    expect(await refusal(save({ startsOn: day('2026-12-01'), endsOn: day('2026-11-01') }))).toMatchObject({
      code: 'day.end-before-start',
      field: 'endsOn',
    });
    expect(await refusal(save({ signedOn: day('2027-01-01'), startsOn: day('2027-02-01') }))).toMatchObject({
      code: 'day.in-the-future',
      field: 'signedOn',
    });
  });

  it('keeps the signed paper as it was brought in, also when the words change later', async () => {
    const [now] = (await card()).services;
    const paper = Buffer.from('%PDF-1.7 signed');
    const file = { name: '../signed paper.pdf', base64: paper.toString('base64') };
    await save({ ...now!, signedOn: day('2026-09-28') }, file);
    await save({ ...now!, signedOn: day('2026-09-28'), note: 'Signed at home.' });
    const kept = await client.casework.serviceFile({ householdId, id: now!.id });
    expect(Buffer.from(kept.base64, 'base64')).toEqual(paper);
    expect(kept.name).not.toContain('/');
    const text = { name: 'note.txt', base64: Buffer.from('hello').toString('base64') };
    expect(await refusal(save({ ...now! }, text))).toMatchObject({
      code: 'file.kind-not-taken',
      field: 'file',
    });
    expect(await refusal(client.casework.serviceFile({ householdId: otherId, id: now!.id }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('ends on its last day when the household leaves, and what was to begin later is taken out', async () => {
    await client.casework.saveService({
      householdId: otherId,
      service: service({ startsOn: day('2026-04-06') }),
      file: null,
    });
    await client.casework.saveService({
      householdId: otherId,
      service: service({ level: 'managed-account', startsOn: day('2027-01-01') }),
      file: null,
    });
    await client.casework.endService({ householdId: otherId, lastDay: day('2026-11-30') });
    const of = async () =>
      (await client.casework.card({ householdId: otherId })).services.map((one) => [one.level, one.endsOn]);
    expect(await of()).toEqual([['payroll', '2026-11-30']]);
    await client.workspace.undo({ householdId: otherId });
    expect(await of()).toEqual([
      ['managed-account', null],
      ['payroll', '2026-12-31'],
    ]);
    await client.casework.endService({ householdId, lastDay: day('2027-03-31') });
    expect((await card()).services[0]).toMatchObject({ endsOn: '2027-03-31', inForce: true });
    expect(
      await refusal(client.casework.endService({ householdId, lastDay: day('2027-04-01') })),
    ).toMatchObject({ code: 'service.none', field: 'lastDay' });
  });
});

describe('the report of what was done', () => {
  const period = { from: day('2026-11-01'), to: day('2026-11-30') };

  it('says who did what when, the newest first, and how often by whom', async () => {
    const report = await client.casework.activity({ householdId, ...period });
    expect(report.lines[0]).toMatchObject({
      name: 'casework.service-ended',
      initials: 'ML',
      day: '2026-11-21',
      undone: false,
    });
    expect(report.lines.filter((one) => one.name === 'casework.note-saved')).toHaveLength(4);
    // Ann wrote three notes. What was done before anybody said who they are has no initials.
    expect(report.people.find((one) => one.initials === 'AP')).toEqual({
      initials: 'AP',
      name: 'Ann Price',
      count: 3,
    });
    expect(report.people.some((one) => one.initials === '')).toBe(true);
    const none = await client.casework.activity({
      householdId,
      from: day('2026-10-01'),
      to: day('2026-10-31'),
    });
    expect(none.lines).toEqual([]);
  });

  it('says of what was undone that it was', async () => {
    await note('Typed by mistake.');
    await client.workspace.undo({ householdId });
    const report = await client.casework.activity({ householdId, ...period });
    expect(report.lines[0]).toMatchObject({ name: 'casework.note-saved', undone: true });
  });

  it('is a paper and a table with the same lines, each in words', async () => {
    const { lines } = await client.casework.activity({ householdId, ...period });
    const said = Object.fromEntries(lines.map((one) => [String(one.id), `did ${one.name}`]));
    const pdf = await client.casework.activityFile({ householdId, ...period, format: 'pdf', said });
    const text = readPdf(Buffer.from(pdf.base64, 'base64')).text.replace(/\s+/g, ' ');
    expect(text).toContain('For Margaret Ellis');
    expect(text).toContain('By Aire Valley Living');
    expect(text).toContain('did casework.service-ended');
    const csv = await client.casework.activityFile({ householdId, ...period, format: 'csv', said });
    const rows = Buffer.from(csv.base64, 'base64').toString('utf8').trim().split('\r\n');
    expect(rows).toHaveLength(lines.length + 1);
    expect(rows[1]).toMatch(/^2026-11-21,\d\d:\d\d,ML,Moss Lewis,did casework\.note-saved,Undone again$/);
  });
});
