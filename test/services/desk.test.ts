import type { DeskFilter } from '@shared/api/desk';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServiceContext } from '../../electron/services/context';
import { DeskJob } from '../../electron/services/desk-job';
import { needsOf } from '../../electron/services/household-look';
import { getHousehold, listHouseholds } from '../../electron/services/household-record';
import { addHousehold, saveDetails, saveEmployer } from '../../electron/services/household-save';
import { clientOf } from '../support/client-of';
import { addSmallHousehold } from '../support/small-household';
import { addTestHousehold, addTestWorker, type TestWorkspace, testWorkspace } from '../support/workspace';

const EVERY: DeskFilter = {
  state: null,
  kind: null,
  waitsFor: null,
  level: null,
  pay: 'any',
  search: '',
};

let given: TestWorkspace;
let context: ServiceContext;
let ann: string;
let zoe: string;
let bare: string;

beforeAll(async () => {
  given = await testWorkspace('2026-11-18');
  context = given.context;
  ann = addSmallHousehold(context, '');
  call(ann, 'Ann Price');
  zoe = addTestHousehold(context);
  call(zoe, 'Zoë O’Neill');
  saveEmployer(context, zoe, {
    legalName: 'Zoë O’Neill',
    payeStatus: 'registered',
    payeReference: '475/BZ12345',
    accountsOfficeReference: '475PB00098765',
    employmentAllowance: false,
    smallEmployersRelief: true,
    filingRoute: 'paper',
    hmrcPayments: 'monthly',
    contactName: '',
    contactPhone: '',
  });
  addTestWorker(context, zoe, {
    firstNames: 'Maya',
    lastName: 'Lewis',
    niNumber: 'JG123456C',
    startedOn: '2026-11-02',
    taxCode: '1257L W1',
  });
  bare = addHousehold(context, 'bare one');
});
afterAll(() => given.close());

/** Gives the person whose household it is a name. */
function call(householdId: string, supportedName: string): void {
  const { details } = getHousehold(context, householdId);
  saveDetails(context, householdId, {
    ...details,
    supportedName,
    knownAs: supportedName.split(' ')[0] ?? '',
  });
}

/** Runs the job until nothing is left to look at. */
async function lookAtAll(job: DeskJob): Promise<void> {
  job.start();
  while (job.state().state === 'running') await new Promise((resolve) => setImmediate(resolve));
}

const list = (filter: Partial<DeskFilter> = {}, order: 'due' | 'name' = 'name', offset = 0) =>
  clientOf(context).desk.list({ filter: { ...EVERY, ...filter }, order, offset });

const names = (found: { rows: readonly { name: string }[] }): string[] => found.rows.map((row) => row.name);

test('before anybody looked, every household is there and says so', async () => {
  const found = await list();
  expect(names(found)).toEqual(['Ann Price', 'bare one', 'Zoë O’Neill']);
  expect(found.states).toEqual({ wrong: 0, attention: 0, note: 0, clear: 0, unlooked: 3 });
  expect(found.rows.every((row) => row.state === 'unlooked' && row.isOld)).toBe(true);
});

test('looking keeps the needs of the household’s own Today, in their order, beside those of the desk', async () => {
  const job = new DeskJob(context);
  await lookAtAll(job);
  expect(job.state()).toEqual({ state: 'idle', looked: 3, of: 3 });
  const kept = (await list({ search: 'Ann Price' })).rows[0];
  const own = needsOf(context, ann);
  expect(own.length).toBeGreaterThan(1);
  expect(kept?.lines[0]).toMatchObject({ code: own[0]?.code, values: own[0]?.values, by: own[0]?.by });
  expect((kept?.lines.length ?? 0) + (kept?.more ?? 0)).toBeGreaterThanOrEqual(own.length);
  expect(kept?.state).toBe(own[0]?.urgency);
});

test('a household is old once anything is done in it or undone, and only that one is looked at again', async () => {
  const client = clientOf(context);
  const job = new DeskJob(context);
  addTestWorker(context, bare, { startedOn: '2026-11-02' });
  expect(job.state()).toMatchObject({ looked: 2 });
  await lookAtAll(job);
  expect(job.state()).toMatchObject({ looked: 3 });
  await client.workspace.undo({ householdId: bare });
  expect(job.state()).toMatchObject({ looked: 2 });
  await lookAtAll(job);
  given.goTo('2026-11-19');
  expect(job.state()).toMatchObject({ looked: 0 });
  await lookAtAll(job);
  given.goTo('2026-11-18');
  await lookAtAll(job);
});

test('a look that was stopped stays stopped until somebody goes on, and keeps what was found', async () => {
  const job = new DeskJob(context);
  given.goTo('2026-11-20');
  job.start();
  expect(job.stop()).toEqual({ state: 'stopped', looked: 0, of: 3 });
  job.wake();
  expect(job.state().state).toBe('stopped');
  await lookAtAll(job);
  expect(job.state()).toEqual({ state: 'idle', looked: 3, of: 3 });
  given.goTo('2026-11-18');
  await lookAtAll(job);
});

test('a search finds by household, PA, National Insurance number and PAYE reference, whatever the spaces and case', async () => {
  const search = async (text: string) => names(await list({ search: text }));
  for (const text of [
    'zoe',
    'ZOË o neill',
    'o’neill zo',
    'maya LEWIS',
    'lewis',
    'jg 12 34 56 c',
    '123456',
    '475/bz12345',
    '475 BZ',
    '475pb00098765',
  ])
    expect([text, await search(text)]).toEqual([text, ['Zoë O’Neill']]);
  expect(await search('nobody of this name')).toEqual([]);
  const [byNumber] = await clientOf(context).desk.search({ text: 'JG123456C' });
  expect(byNumber).toEqual({ id: zoe, name: 'Zoë O’Neill', found: { by: 'ni-number', text: 'Maya Lewis' } });
});

test('states, kinds, whom it waits for, service and pay day choose households, and the counts agree with the rows', async () => {
  const all = await list({}, 'due');
  const sum = Object.values(all.states).reduce((total, count) => total + count, 0);
  expect([sum, all.total]).toEqual([3, 3]);
  for (const [state, count] of Object.entries(all.states))
    expect((await list({ state: state as 'note' })).rows).toHaveLength(count);
  expect(all.kinds.length).toBeGreaterThan(2);
  for (const { kind, count } of all.kinds) {
    const found = await list({ kind });
    expect([kind, found.total]).toEqual([kind, count]);
    expect(found.rows.every((row) => row.lines[0]?.kind === kind)).toBe(true);
  }
  for (const { waitsFor, count } of all.waits) {
    const found = await list({ waitsFor });
    expect([waitsFor, found.total]).toEqual([waitsFor, count]);
    expect(found.rows.every((row) => row.lines[0]?.waitsFor === waitsFor)).toBe(true);
  }
  expect((await list({ level: 'none' })).total).toBe(3);
  expect((await list({ level: 'payroll' })).total).toBe(0);
  // Ann’s PA is paid for each week on the Friday after it: 2 to 8 November is paid, so 20 November is open.
  expect(names(await list({ pay: isoDay('2026-11-20') }))).toContain('Ann Price');
  expect((await list({ pay: 'today' })).total).toBe(0);
});

test('what is agreed with the organisation is a line of its own, and a tax code that waits for HMRC says so', async () => {
  const row = (await list({ search: 'zoe', kind: 'agreement' })).rows[0];
  expect(row?.lines[0]).toMatchObject({ code: 'service-missing', urgency: 'note', waitsFor: 'us' });
  const waits = (await list({ waitsFor: 'hmrc' })).rows.map((one) => [one.name, one.lines[0]?.values]);
  expect(waits).toContainEqual(['Zoë O’Neill', { name: 'Maya', taxCode: '1257L', basis: 'week1-month1' }]);
});

test('a view is kept under its name once, changed, and forgotten', async () => {
  const client = clientOf(context);
  const filter = { ...EVERY, kind: 'hours' as const, waitsFor: 'household' as const };
  const { id } = await client.desk.saveView({ id: null, name: 'Hours not in', filter, order: 'due' });
  await expect(
    client.desk.saveView({ id: null, name: 'hours NOT in', filter, order: 'due' }),
  ).rejects.toMatchObject({ data: { code: 'desk.view-name-taken', field: 'name' } });
  await client.desk.saveView({ id, name: 'Hours late', filter, order: 'name' });
  expect(await client.desk.views()).toEqual([{ id, name: 'Hours late', filter, order: 'name' }]);
  await client.desk.removeView({ id });
  expect(await client.desk.views()).toEqual([]);
});

test('the frame is told of one household and of all of them only while they are few', async () => {
  const client = clientOf(context);
  const frame = await client.desk.frame({ current: zoe });
  expect(frame).toMatchObject({
    count: 3,
    first: ann,
    current: { id: zoe, name: 'Zoë', fullName: 'Zoë O’Neill' },
  });
  expect(frame.few.map((one) => one.id)).toEqual(listHouseholds(context).map((one) => one.id));
  expect((await client.desk.frame({ current: 'gone' })).current).toBeNull();
});

test('a household that can’t be looked at says so, and the others are looked at all the same', async () => {
  const broken = addTestHousehold(context);
  call(broken, 'Torn Page');
  const { agreements } = getHousehold(context, broken);
  context.workspace.database.act({ name: 'household.agreement-saved', householdId: broken }, (write) => {
    write.update('funding_agreement', agreements[0]?.id ?? '', { return_period_json: 'no longer JSON' });
  });
  addTestWorker(context, bare, { startedOn: '2026-11-02' });
  const job = new DeskJob(context);
  await lookAtAll(job);
  expect(job.state()).toEqual({ state: 'idle', looked: 4, of: 4 });
  const found = await list({ state: 'wrong' });
  expect(found.rows.find((row) => row.id === broken)?.lines).toMatchObject([
    { code: 'look-failed', values: { why: 'desk.fault' }, target: { place: 'duties' } },
  ]);
});
