import type { MainstayClient } from '@shared/api/contract';
import type { OrganisationDetails } from '@shared/api/organisation';
import { isoDay } from '@shared/dates';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOf } from '../support/client-of';
import { addTestHousehold, TEST_PASSPHRASE, type TestWorkspace, testWorkspace } from '../support/workspace';

const DETAILS: OrganisationDetails = {
  name: 'Aire Valley Living',
  addressLine1: '4 Mill Lane',
  addressLine2: '',
  town: 'Leeds',
  postcode: 'LS1 4AP',
  phone: '0113 496 0000',
  email: '',
  secondCheck: true,
  bankNameOnAccount: 'Aire Valley Living CIC',
  sortCode: '20-00-00',
  accountNumber: '12345678',
  invoiceNote: '',
  vatNumber: '',
};

let home: TestWorkspace;
let client: MainstayClient;
let householdId: string;
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return (error as { data?: unknown }).data;
  }
  return 'nothing was refused';
};

beforeAll(async () => {
  home = await testWorkspace('2026-11-21', 'organisation');
  client = clientOf(home.context);
  householdId = addTestHousehold(home.context, { name: 'Ruth' });
});
afterAll(() => home.close());

it('nothing of an organisation is there until one is set up', async () => {
  expect(await client.organisation.state()).toEqual({ organisation: null, staff: [], me: null });
  expect((await client.organisation.view()).details).toBeNull();
});

it('the desk is on once the organisation has a name, and its staff say who works now', async () => {
  await client.organisation.save(DETAILS);
  const { id: ann } = await client.organisation.saveStaff({ id: null, initials: 'ap', name: 'Ann Price' });
  await client.organisation.saveStaff({ id: null, initials: 'ML', name: 'Moss Lewis' });
  await client.organisation.workNow({ staffId: ann });
  const state = await client.organisation.state();
  expect(state.organisation).toEqual({ name: 'Aire Valley Living', secondCheck: true });
  expect(state.me).toEqual({ id: ann, initials: 'AP', name: 'Ann Price' });
  // Spaces and dashes in the sort code are not kept.
  expect((await client.organisation.view()).details?.sortCode).toBe('200000');
});

it('what is done has the initials of who works now', async () => {
  await client.household.saveDetails({
    householdId,
    details: { ...(await client.household.get({ householdId })).details, phone: '0113 496 0101' },
  });
  expect((await client.workspace.undoState({ householdId })).undo?.initials).toBe('AP');
});

it('initials belong to one person for good', async () => {
  const { staff } = await client.organisation.view();
  const ann = staff.find((one) => one.initials === 'AP')!;
  expect(
    await refusal(client.organisation.saveStaff({ id: null, initials: 'Ap', name: 'Adam Poole' })),
  ).toMatchObject({ code: 'staff.initials-taken', field: 'initials', details: { name: 'Ann Price' } });
  expect(
    await refusal(client.organisation.saveStaff({ id: ann.id, initials: 'ANP', name: 'Ann Price' })),
  ).toMatchObject({ code: 'staff.initials-used' });
  // Her name may change all the same.
  await client.organisation.saveStaff({ id: ann.id, initials: 'AP', name: 'Ann Price-Hall' });
  expect((await client.organisation.state()).me?.name).toBe('Ann Price-Hall');
});

it('who left is not offered any more, and who works now is asked again', async () => {
  const ann = (await client.organisation.view()).staff.find((one) => one.initials === 'AP')!;
  await client.organisation.staffLeft({ id: ann.id, leftOn: isoDay('2026-11-21') });
  const state = await client.organisation.state();
  expect(state.staff.map((one) => one.initials)).toEqual(['ML']);
  expect(state.me).toBeNull();
  expect(await refusal(client.organisation.workNow({ staffId: ann.id }))).toMatchObject({
    code: 'not-found',
  });
  await client.organisation.staffLeft({ id: ann.id, leftOn: null });
  expect((await client.organisation.state()).staff).toHaveLength(2);
});

it('locking forgets who works now', async () => {
  const { staff } = await client.organisation.state();
  await client.organisation.workNow({ staffId: staff[0]!.id });
  await client.workspace.lock();
  await client.workspace.unlock({ secret: TEST_PASSPHRASE, kind: 'passphrase' });
  expect((await client.organisation.state()).me).toBeNull();
});

it('turned off, nothing of the desk is left to see; turned on again, it is as it was', async () => {
  await client.organisation.turnOff();
  expect(await client.organisation.state()).toEqual({ organisation: null, staff: [], me: null });
  const { on, details } = await client.organisation.view();
  expect(on).toBe(false);
  expect(details).toEqual({ ...DETAILS, sortCode: '200000' });
  await client.organisation.save(details!);
  expect((await client.organisation.state()).staff).toHaveLength(2);
});
