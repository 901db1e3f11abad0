import { isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../electron/refusal';
import { payments } from '../../electron/services/pay-payments';
import { nestFile } from '../../electron/services/pay-pension-file';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { getWorker } from '../../electron/services/people-record';
import { saveAbsence } from '../../electron/services/rota-absences';
import { addTestHousehold, addTestShift, addTestWorker } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';

const TYPED = { provider: 'Nest', employerReference: 'emp001234567', paymentSource: 'My source' };

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
async function oneWeek() {
  const { context } = await workspaceForTest('2026-11-09');
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
    const refused = (change: Partial<typeof TYPED>) =>
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
});
