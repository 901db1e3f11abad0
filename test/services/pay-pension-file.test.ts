import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../electron/refusal';
import { saveAbsence } from '../../electron/services/absences-save';
import type { ServiceContext } from '../../electron/services/context';
import { payments } from '../../electron/services/pay-payments';
import { pensionFile, pensionFileNotes } from '../../electron/services/pay-pension-file';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { savePensionChange } from '../../electron/services/pensions-change';
import { getWorker } from '../../electron/services/people-record';
import { saveWorkerDetails } from '../../electron/services/people-save-details';
import { addTestHousehold, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

const TYPED = { employerReference: 'emp001234567', paymentSource: 'My source' };

/** A file for NEST, with what is typed for it. */
function nestFile(
  context: ServiceContext,
  householdId: string,
  { runId, provider = 'Nest', ...typed }: { runId: string; provider?: string } & typeof TYPED,
) {
  return pensionFile(context, householdId, { runId, provider, file: { kind: 'nest', ...typed } });
}

/** The code, details and field a service refuses with. */
function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
}

/** 32 h at £13 for Grace and 8 h for Tom in the week of Monday 2 November 2026, paid and finished. */
async function oneWeek(today = '2026-11-09') {
  const { context } = await workspaceForTest(today);
  const householdId = addTestHousehold(context);
  const started = { startedOn: '2026-11-02', pension: {}, niNumber: '' };
  const grace = addTestWorker(context, householdId, started);
  const tom = addTestWorker(context, householdId, { ...started, firstNames: 'Tom', lastName: 'O’Hara' });
  const outside = { startedOn: '2026-11-02', firstNames: 'Una', lastName: 'Bell' };
  const una = addTestWorker(context, householdId, outside);
  for (const day of ['02', '03', '04', '05'])
    addTestShift(context, householdId, grace, `2026-11-${day}`, '09:00', '17:00');
  addTestShift(context, householdId, tom, '2026-11-06', '09:00', '17:00');
  addTestShift(context, householdId, una, '2026-11-07', '09:00', '17:00');
  const key = 'weekly:2026-11-02';
  const runId = finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
  return { context, householdId, grace, tom, runId };
}

describe('the pension file of a finished run', () => {
  test('has what each member’s payslip gave, and a reason where nothing was paid in', async () => {
    const { context, householdId, grace, tom, runId } = await oneWeek();
    const numbers = [grace, tom].map((one) => getWorker(context, householdId, one).details.payrollNumber);
    const file = nestFile(context, householdId, { runId, ...TYPED });
    expect(file.name).toBe('NEST contributions to 2026-11-08.csv');
    // Grace: £416.00 − £120 = £296.00; employer 3 % = £8.88; member 5 % = £14.80 less 20 % relief = £11.84.
    // Tom: £104.00 is under £120 a week, so nothing. Neither has a National Insurance number yet. Una is no member.
    expect(new TextDecoder().decode(file.bytes)).toBe(
      [
        'H,EMP001234567,CS,2026-11-08,My source,,Weekly,,,2026-11-02',
        `D,Okafor,,${numbers[0]},296.00,,8.88,11.84,`,
        `D,O'Hara,,${numbers[1]},0.00,,0.00,0.00,5`,
        'T,2,3',
        '',
      ].join('\r\n'),
    );
    const owed = payments(context, householdId, runId).find((one) => one.payee === 'pension');
    // £8.88 + £11.84.
    expect(owed).toMatchObject({ name: 'Nest', amount: 2_072 });
  });

  test('says which field is wrong, and refuses a pension nobody in it is in', async () => {
    const { context, householdId, runId } = await oneWeek();
    const refused = (change: Partial<typeof TYPED> & { provider?: string }) =>
      refusalOf(() => nestFile(context, householdId, { runId, ...TYPED, ...change }));
    expect(refused({ employerReference: 'EMP1' })).toMatchObject({
      code: 'nest.employer-reference-wrong',
      field: 'employerReference',
    });
    expect(refused({ paymentSource: '=1+1' })).toMatchObject({
      code: 'nest.payment-source-not-allowed',
      field: 'paymentSource',
    });
    expect(refused({ provider: 'Another' })).toMatchObject({ code: 'pension-file.nobody' });
  });

  test('is not made for a member on family leave, nor for another household', async () => {
    const { context, householdId, grace, runId } = await oneWeek();
    const other = addTestHousehold(context);
    expect(refusalOf(() => nestFile(context, other, { runId, ...TYPED }))).toMatchObject({
      code: 'not-found',
    });
    saveAbsence(context, householdId, {
      id: null,
      workerId: grace,
      kind: 'family',
      firstDay: isoDay('2026-11-06'),
      lastDay: null,
      holidayMinutes: null,
      note: '',
    });
    expect(refusalOf(() => nestFile(context, householdId, { runId, ...TYPED }))).toMatchObject({
      code: 'pension-file.family-leave',
      details: { name: 'Grace' },
    });
  });

  test('is made as PAPDIS and for The People’s Pension with the details of each member', async () => {
    const { context, householdId, grace, tom } = await oneWeek('2026-11-16');
    const details = getWorker(context, householdId, grace).details;
    for (const workerId of [grace, tom])
      saveWorkerDetails(context, householdId, workerId, {
        ...getWorker(context, householdId, workerId).details,
        addressLine1: '14 Mill Lane',
        town: 'Leeds',
        postcode: 'LS1 4AB',
      });
    addTestShift(context, householdId, grace, '2026-11-09', '06:00', '18:00');
    addTestShift(context, householdId, tom, '2026-11-09', '05:00', '21:00');
    const key = 'weekly:2026-11-09';
    const runId = finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    const papdis = pensionFile(context, householdId, {
      runId,
      provider: 'Nest',
      file: { kind: 'papdis', employerId: 'E1', providerId: '', group: '' },
    });
    const lines = new TextDecoder().decode(papdis.bytes).split('\r\n');
    const column = (row: number, name: string) =>
      lines[row]?.split(',')[lines[0]?.split(',').indexOf(name) ?? -1];
    // Grace: 12 h, £156.00 − £120 = £36.00: 3 % is £1.08, 4 % is £1.44. Paid on 20 November 2026: tax week 33.
    expect(papdis.name).toBe('Pension contributions to 2026-11-15 PAPDIS.csv');
    expect(
      [
        'Surname',
        'EmployeeId',
        'EmployerContributionsAmount',
        'EmployeeContributionsAmount',
        'TaxPeriod',
        'FrequencyCode',
      ].map((name) => column(1, name)),
    ).toEqual(['Okafor', details.payrollNumber, '1.08', '1.44', '33', 'W1']);
    const tpp = pensionFile(context, householdId, {
      runId,
      provider: 'Nest',
      file: { kind: 'peoples-pension', account: 'A1', fileType: 'FULL', workerGroup: 'ALL' },
    });
    const rows = new TextDecoder().decode(tpp.bytes).split('\r\n');
    expect(rows[0]).toBe('H,A1,09/11/2026,15/11/2026,FULL');
    // Tom: 16 h, £208.00 − £120 = £88.00: £2.64 and £3.52. Together £8.68.
    expect(rows.at(-2)).toBe('T,8.68');
    expect(
      refusalOf(() =>
        pensionFile(context, householdId, {
          runId,
          provider: 'Nest',
          file: { kind: 'peoples-pension', account: '', fileType: 'FULL', workerGroup: 'ALL' },
        }),
      ),
    ).toMatchObject({ code: 'peoples-pension.account-missing', field: 'account' });
  });

  test('leaves a refund out, says so before, and is not made for a refund alone', async () => {
    const { context, householdId, grace, runId } = await oneWeek('2026-11-16');
    savePensionChange(context, householdId, grace, {
      kind: 'opt-out',
      noticeOn: isoDay('2026-11-09'),
      informedOn: isoDay('2026-11-05'),
    });
    expect(pensionFileNotes(context, householdId, runId, 'Nest')).toEqual({
      isCorrection: false,
      members: 2,
      refunds: [],
    });
    addTestShift(context, householdId, grace, '2026-11-09', '09:00', '17:00');
    const key = 'weekly:2026-11-09';
    const refundRun = finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    // What the week before took: £11.84 from Grace and £8.88 from the employer.
    expect(pensionFileNotes(context, householdId, refundRun, 'Nest')).toEqual({
      isCorrection: false,
      members: 0,
      refunds: [{ name: 'Grace', own: 1_184, employer: 888 }],
    });
    expect(refusalOf(() => nestFile(context, householdId, { runId: refundRun, ...TYPED }))).toMatchObject({
      code: 'pension-file.only-refunds',
    });
    // Nothing is to be paid to Nest for it: it comes back.
    expect(payments(context, householdId, refundRun).some((one) => one.payee === 'pension')).toBe(false);
  });
});
