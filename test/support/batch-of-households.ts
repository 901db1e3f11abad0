import type { BatchJobState, BatchWork } from '@shared/api/batches';
import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import type { ServiceContext } from '../../electron/services/context';
import { getHousehold } from '../../electron/services/household-record';
import { saveDetails } from '../../electron/services/household-save';
import { workNow } from '../../electron/services/organisation';
import { saveOrganisation, saveStaff } from '../../electron/services/organisation-set-up';
import { addTestHousehold, addTestShift, addTestWorker, type WorkerOptions } from './workspace';

/** The week that the households are paid for, and the Friday they are paid on. */
export const BATCH_WEEK = 'weekly:2026-11-16';
export const BATCH_DAY = isoDay('2026-11-27');

/** An organisation keeps the households of a workspace. Answers the ids of its staff, by initials. */
export function addTestOrganisation(
  context: ServiceContext,
  secondCheck = false,
): Readonly<Record<'AB' | 'CD', string>> {
  saveOrganisation(context, {
    name: 'Anyshire Independent Living',
    addressLine1: '',
    addressLine2: '',
    town: '',
    postcode: '',
    phone: '',
    email: '',
    secondCheck,
    bankNameOnAccount: '',
    sortCode: '',
    accountNumber: '',
    invoiceNote: '',
    vatNumber: '',
  });
  const staff = {
    AB: saveStaff(context, { id: null, initials: 'AB', name: 'Ada Brook' }),
    CD: saveStaff(context, { id: null, initials: 'CD', name: 'Colin Dale' }),
  };
  workNow(context, staff.AB);
  return staff;
}

export type PaidHousehold = {
  readonly name: string;
  readonly pounds?: string;
  /** Of the week from Monday 16 November, each from 09:00 to 13:00. */
  readonly days?: readonly string[];
  readonly worker?: Partial<WorkerOptions>;
};

/** A household with one PA who worked in the week from 16 November 2026. */
export function addPaidHousehold(
  context: ServiceContext,
  given: PaidHousehold,
): { readonly householdId: string; readonly workerId: string } {
  const householdId = addTestHousehold(context);
  const { details } = getHousehold(context, householdId);
  saveDetails(context, householdId, { ...details, supportedName: given.name, knownAs: given.name });
  const workerId = addTestWorker(context, householdId, {
    startedOn: '2026-11-16',
    taxCode: '1257L W1',
    rates: { weekday: given.pounds ?? '13.00' },
    pension: {},
    ...given.worker,
  });
  for (const day of given.days ?? ['2026-11-16', '2026-11-17'])
    addTestShift(context, householdId, workerId, day, '09:00', '13:00');
  return { householdId, workerId };
}

/** Waits until the work that goes on beside is over. */
export async function workDone(client: MainstayClient): Promise<BatchJobState> {
  for (;;) {
    const job = await client.batches.job();
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Does a piece of work of a batch from its start to its end. */
export async function workOn(
  client: MainstayClient,
  batchId: string,
  work: BatchWork,
  everything = false,
): Promise<BatchJobState> {
  await client.batches.start({ batchId, work, everything });
  return await workDone(client);
}

/** A batch of one pay day, worked out. */
export async function workedBatch(client: MainstayClient, day = BATCH_DAY): Promise<string> {
  const { batchId } = await client.batches.create({ payFrom: day, payTo: day });
  await workOn(client, batchId, 'working-out');
  return batchId;
}

/** Every line of a batch. */
export async function linesOf(client: MainstayClient, batchId: string) {
  const { lines } = await client.batches.lines({ batchId, state: null, reason: null, search: '', page: 0 });
  return lines;
}
