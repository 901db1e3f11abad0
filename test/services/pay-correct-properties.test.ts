import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { sumPence } from '@shared/money';
import { must } from '@shared/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftsBetween } from '../../electron/db/queries/rota';
import { databaseOf } from '../../electron/services/context';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { correctPayslip } from '../../electron/services/pay-correct';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { finishedRun, finishRun, payRun } from '../../electron/services/pay-run';
import { addTestHousehold, addTestShift, addTestWorker, testWorkspace } from '../support/workspace';

const MONDAYS = ['2026-11-02', '2026-11-09', '2026-11-16'].map(isoDay);
const TODAY = '2026-11-23';

/** Hours of one shift: what was worked, and what was written down first. */
type Shift = { readonly worked: number; readonly written: number };
type Weeks = readonly (readonly Shift[])[];

const until = (hours: number): string => `${String(8 + hours).padStart(2, '0')}:00`;

/**
 * Three weeks of one PA. The first two are finished with the hours of `first`; where those are wrong their payslips are
 * corrected, and then the third is finished. Answers everything that has to be the same whatever happened on the way.
 */
async function threeWeeks(weeks: Weeks, first: 'worked' | 'written', taxCode: string) {
  const given = await testWorkspace(TODAY);
  try {
    const { context } = given;
    const householdId = addTestHousehold(context, {});
    const worker = addTestWorker(context, householdId, { startedOn: '2026-11-02', taxCode, pension: {} });
    const dayOf = (week: number, index: number): IsoDay => addDays(must(MONDAYS[week], 'a Monday'), index);
    weeks.forEach((shifts, week) => {
      shifts.forEach((shift, index) => {
        const hours = week === 2 ? shift.worked : shift[first];
        addTestShift(context, householdId, worker, dayOf(week, index), '08:00', until(hours));
      });
    });
    const finish = (week: number): string => {
      const key = `weekly:${MONDAYS[week]}`;
      return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    };
    const runs = [finish(0), finish(1)];
    if (first === 'written')
      runs.forEach((runId, week) => {
        const shifts = must(weeks[week], 'a week');
        const wrong = shifts.flatMap((shift, index) =>
          shift.worked === shift.written ? [] : [{ shift, day: dayOf(week, index) }],
        );
        // The same hours in all are the same pay: there is nothing to correct, and the program says so.
        if (shifts.reduce((sum, shift) => sum + shift.worked - shift.written, 0) === 0) return;
        const [line] = finishedRun(context, householdId, runId).lines;
        correctPayslip(
          context,
          householdId,
          must(line?.payslipId ?? undefined, 'a payslip'),
          isoDay(TODAY),
          wrong.map(({ shift, day }) => ({
            shiftId: must(shiftsBetween(databaseOf(context), householdId, day, day)[0], 'a shift').id,
            actual: {
              start: clockTime('08:00'),
              end: clockTime(until(shift.worked)),
              endsNextDay: false,
              awakeMinutes: null,
              reason: 'Written down wrong',
            },
          })),
        );
      });
    const last = must(finishedRun(context, householdId, finish(2)).lines[0], 'the third payslip');
    const postings = ledgerEntries(context, householdId).flatMap((one) => one.entry.postings);
    const balance = (account: string): number =>
      sumPence(postings.filter((one) => one.account === account).map((one) => one.amount));
    return {
      // Tax of the third week itself may differ: it makes good what the wrong weeks took. To date, all is the same.
      toDate: last.toDate,
      gross: last.gross,
      nationalInsurance: [last.employeeNi, last.employerNi],
      hmrc: hmrcView(context, householdId, '2026-27').months.map((month) => [
        month.taxMonth,
        month.tax,
        month.employeeNi,
        month.employerNi,
        month.employmentAllowance,
        month.owed,
      ]),
      ledger: [...new Set(postings.map((one) => one.account))]
        .sort()
        .map((account) => [account, balance(account)])
        .filter(([, amount]) => amount !== 0),
      chain: checkChain(context, householdId),
    };
  } finally {
    given.close();
  }
}

const shift = fc.record({
  worked: fc.integer({ min: 2, max: 12 }),
  written: fc.integer({ min: 2, max: 12 }),
});
const week = fc.array(shift, { minLength: 1, maxLength: 5 });

describe('corrections', () => {
  test('come to what never having erred would give: figures to date, what HMRC is owed, the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(week, week, week),
        fc.constantFrom('BR', '0T', 'S0T', 'D0'),
        async (weeks, taxCode) => {
          expect(await threeWeeks(weeks, 'written', taxCode)).toEqual(
            await threeWeeks(weeks, 'worked', taxCode),
          );
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);
});
