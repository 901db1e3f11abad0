import { clockTime } from '@shared/clock-time';
import { addDays, isoDay } from '@shared/dates';
import { type Pence, sumPence } from '@shared/money';
import { must } from '@shared/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftsBetween } from '../../electron/db/queries/rota';
import { databaseOf } from '../../electron/services/context';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { yearOfWorker, yearView } from '../../electron/services/year-view';
import { addTestHousehold, addTestShift, addTestWorker, testWorkspace } from '../support/workspace';

const MONDAYS = ['2026-11-02', '2026-11-09', '2026-11-16'].map(isoDay);
const TODAY = '2026-11-27';

type Shift = { readonly written: number; readonly worked: number };

const until = (hours: number): string => `${String(8 + hours).padStart(2, '0')}:00`;
const shift = fc.record({
  written: fc.integer({ min: 2, max: 14 }),
  worked: fc.integer({ min: 2, max: 14 }),
});
const people = fc.array(fc.tuple(shift, shift, shift), { minLength: 1, maxLength: 2 });

/** A PA works one long shift a week; the hours that were written down wrong are corrected after every run is finished. */
async function yearsOf(shifts: readonly (readonly Shift[])[], taxCode: string, allowance: boolean) {
  const given = await testWorkspace(TODAY);
  try {
    const { context } = given;
    const householdId = addTestHousehold(context, { employmentAllowance: allowance });
    const workers = shifts.map((weeks, index) => {
      const worker = addTestWorker(context, householdId, {
        firstNames: `PA ${index}`,
        startedOn: '2026-11-02',
        taxCode,
        rates: { weekday: '33.10' },
        pension: {},
      });
      weeks.forEach((one, week) => {
        const day = addDays(must(MONDAYS[week], 'a Monday'), index);
        addTestShift(context, householdId, worker, day, '08:00', until(one.written));
      });
      return worker;
    });
    const runs = MONDAYS.map((monday) => {
      const key = `weekly:${monday}`;
      return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    });
    for (const [index, weeks] of shifts.entries())
      for (const [week, one] of weeks.entries()) {
        if (one.written === one.worked) continue;
        const day = addDays(must(MONDAYS[week], 'a Monday'), index);
        const line = finishedRun(context, householdId, must(runs[week], 'a run')).lines.find(
          (other) => other.workerId === workers[index],
        );
        correctPayslip(context, householdId, must(line?.payslipId ?? undefined, 'a payslip'), isoDay(TODAY), [
          {
            shiftId: must(shiftsBetween(databaseOf(context), householdId, day, day)[0], 'a shift').id,
            actual: {
              start: clockTime('08:00'),
              end: clockTime(until(one.worked)),
              endsNextDay: false,
              awakeMinutes: null,
              reason: 'Written down wrong',
            },
          },
        ]);
      }
    return {
      view: yearView(context, householdId, '2026-27'),
      workers: workers.map((worker) => yearOfWorker(context, householdId, '2026-27', worker)),
    };
  } finally {
    given.close();
  }
}

describe('whatever was paid and put right in a year', () => {
  test('its lines come to its totals, and PAs and employer together to HMRC’s record', async () => {
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.constantFrom('1257L', 'S1257L M1', 'BR'),
        fc.boolean(),
        async (shifts, taxCode, allowance) => {
          const { view, workers } = await yearsOf(shifts, taxCode, allowance);
          for (const check of [...view.checks, ...workers.flatMap((one) => one.checks)])
            expect(check.left, check.code).toBe(check.right);
          for (const worker of workers) {
            const corrections = worker.rows.filter((row) => row.kind === 'correction').length;
            expect(worker.rows).toHaveLength(3 + corrections);
            for (const name of ['gross', 'tax', 'employeeNi', 'employerNi', 'net', 'employerCost'] as const)
              expect(worker.total[name], name).toBe(
                sumPence(worker.rows.map((row) => row.figures[name] as Pence)),
              );
          }
          const hmrc = must(view.hmrc ?? undefined, 'rates of the year');
          const { total } = view;
          expect(hmrc.owed + hmrc.employmentAllowance).toBe(
            total.tax + total.employeeNi + total.employerNi + total.studentLoan + total.postgraduateLoan,
          );
          expect(hmrc.employmentAllowance).toBe(allowance ? total.employerNi : 0);
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);
});
