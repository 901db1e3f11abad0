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
import { finishedRun } from '../../electron/services/pay-finished';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { payslipsToPutRight } from '../../electron/services/pay-put-right';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { savePension } from '../../electron/services/people-save-pension';
import { saveTax } from '../../electron/services/people-save-tax';
import { saveRates } from '../../electron/services/people-save-terms';
import { tries } from '../support/tries';
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

/** A mistake in the record of a PA, found after two weeks were paid. */
type Mistake = {
  readonly rate: string;
  readonly taxCode: string;
  readonly niCategory: 'A' | 'J';
  readonly employeePercentHundredths: number;
};
const RIGHT: Mistake = { rate: '13.00', taxCode: '1257L', niCategory: 'A', employeePercentHundredths: 500 };

/**
 * Three weeks of one PA with the same hours. The first two are finished with the record as it was first; then it is put
 * right for all days, each payslip that does not fit it is corrected, the oldest first, and the third week is finished.
 */
async function threeWeeksOf(weeks: readonly (readonly number[])[], first: Mistake) {
  const given = await testWorkspace(TODAY);
  try {
    const { context } = given;
    const householdId = addTestHousehold(context, {});
    const worker = addTestWorker(context, householdId, {
      startedOn: '2026-11-02',
      taxCode: first.taxCode,
      niCategory: first.niCategory,
      rates: { weekday: first.rate },
      pension: { employeePercentHundredths: first.employeePercentHundredths },
    });
    weeks.forEach((hours, week) => {
      hours.forEach((of, index) => {
        const day = addDays(must(MONDAYS[week], 'a Monday'), index);
        addTestShift(context, householdId, worker, day, '08:00', until(of));
      });
    });
    const finish = (week: number): string => {
      const key = `weekly:${MONDAYS[week]}`;
      return finishRun(context, householdId, key, payRun(context, householdId, key).totals.net);
    };
    finish(0);
    finish(1);
    saveRates(
      context,
      householdId,
      worker,
      [{ kindOfWork: 'weekday', per: 'hour', rate: RIGHT.rate, fromDay: isoDay('2026-11-02') }],
      true,
    );
    saveTax(
      context,
      householdId,
      worker,
      {
        fromDay: isoDay('2026-11-02'),
        taxCode: RIGHT.taxCode,
        taxBasis: 'cumulative',
        niCategory: RIGHT.niCategory,
        studentLoanPlan: null,
        postgraduateLoan: false,
        learnedFrom: 'other',
      },
      true,
    );
    savePension(
      context,
      householdId,
      worker,
      {
        fromDay: isoDay('2026-11-02'),
        status: 'member',
        provider: 'Nest',
        treatment: 'relief-at-source',
        earningsBasis: 'qualifying-earnings',
        employeePercentHundredths: RIGHT.employeePercentHundredths,
        employerPercentHundredths: 300,
        postponedUntil: null,
      },
      true,
    );
    let corrected = 0;
    for (;;) {
      const [oldest] = payslipsToPutRight(context, householdId, worker);
      if (oldest === undefined) break;
      correctPayslip(context, householdId, oldest.payslipId, isoDay(TODAY));
      corrected += 1;
    }
    const last = must(finishedRun(context, householdId, finish(2)).lines[0], 'the third payslip');
    const postings = ledgerEntries(context, householdId).flatMap((one) => one.entry.postings);
    return {
      corrected,
      toDate: last.toDate,
      hmrc: hmrcView(context, householdId, '2026-27').months.map((month) => [month.taxMonth, month.owed]),
      ledger: [...new Set(postings.map((one) => one.account))]
        .sort()
        .map((account) => [
          account,
          sumPence(postings.filter((one) => one.account === account).map((one) => one.amount)),
        ])
        .filter(([, amount]) => amount !== 0),
      chain: checkChain(context, householdId),
    };
  } finally {
    given.close();
  }
}

describe('corrections', () => {
  test('of a wrong rate, tax code, letter or pension come to what never having erred would give', async () => {
    const mistake = fc.record({
      rate: fc.constantFrom('12.80', '13.00', '15.25'),
      taxCode: fc.constantFrom('1257L', 'BR', '0T', 'K100', '1257L W1'),
      niCategory: fc.constantFrom('A' as const, 'J' as const),
      employeePercentHundredths: fc.constantFrom(500, 800),
    });
    const hours = fc.array(fc.integer({ min: 4, max: 12 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(hours, hours, hours), mistake, async (weeks, first) => {
        const { corrected, ...put } = await threeWeeksOf(weeks, first);
        const { corrected: none, ...never } = await threeWeeksOf(weeks, RIGHT);
        expect(none).toBe(0);
        // A pension alone makes no difference to a week whose pay is below its lower limit.
        const others = { ...first, employeePercentHundredths: RIGHT.employeePercentHundredths };
        if (JSON.stringify(others) !== JSON.stringify(RIGHT)) expect(corrected).toBe(2);
        expect(put).toEqual(never);
      }),
      { numRuns: tries(8, 3) },
    );
  }, 60_000);

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
      { numRuns: tries(6, 3) },
    );
  }, 60_000);
});
