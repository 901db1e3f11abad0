import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { fpsFaults } from '@shared/payroll/rti/check-rti';
import { correctingEmployee } from '@shared/payroll/rti/fps-correction';
import type { FpsEmployee } from '@shared/payroll/rti/fps-types';
import { bundledRates } from '@shared/rates/bundled-rates';
import { describe, expect, it } from 'vitest';
import { writeFps } from '../../../electron/files/hmrc/fps-xml';
import { hmrcFilesAreHere, schemaErrors } from './hmrc-files';
import { goodFps, type Loose, oneEmployee } from './rti-messages';

/** The worker of `oneEmployee` with something in it changed. */
function changed(change: (employee: Loose<FpsEmployee>) => void): FpsEmployee {
  const employee = structuredClone(oneEmployee()) as Loose<FpsEmployee>;
  change(employee);
  return employee as FpsEmployee;
}

function job({ employments }: FpsEmployee) {
  return employments[0]!;
}

describe('a correcting FPS', () => {
  it('holds nothing in the period where nothing was changed, and says H', () => {
    const same = correctingEmployee(oneEmployee(), oneEmployee(), false);
    expect(job(same).payment).toMatchObject({ taxablePay: 0, tax: 0, lateReason: 'H' });
    expect(job(same).payment.payAfterStatutoryDeductions).toBeUndefined();
    expect(job(same).nationalInsurance).toMatchObject([
      { letter: 'A', earnings: 0, employee: 0, employer: 0 },
    ]);
    expect(job(same).toDate).toEqual(job(oneEmployee()).toDate);
  });

  it('moves National Insurance from a wrong letter to the right one', () => {
    // First C, with no employee's National Insurance; rightly A: £1,200.00, £18.64 and £122.25.
    const was = changed((employee) => {
      const ni = employee.employments[0]!.nationalInsurance[0]!;
      ni.letter = 'C';
      ni.employee = pence(0);
    });
    const made = correctingEmployee(oneEmployee(), was, false);
    expect(job(made).nationalInsurance).toMatchObject([
      { letter: 'A', earnings: 120_000, employee: 1_864, employer: 12_225, earningsToDate: 120_000 },
      { letter: 'C', earnings: -120_000, employee: 0, employer: -12_225, earningsToDate: 0 },
    ]);
    const overNow = correctingEmployee(oneEmployee(), was, true);
    expect(job(overNow).nationalInsurance.map((ni) => [ni.letter, ni.earnings, ni.earningsToDate])).toEqual([
      ['A', 0, 120_000],
      ['C', 0, 0],
    ]);
  });

  it('passes HMRC’s rules, our checks and the schema, with less and with more', () => {
    for (const amount of [90_000, 150_000]) {
      const was = changed((employee) => {
        const { payment, nationalInsurance } = employee.employments[0]!;
        payment.taxablePay = pence(amount);
        payment.tax = pence(2_000);
        payment.studentLoan = { plan: '02', amount: pence(1_500) };
        nationalInsurance[0]!.earnings = pence(amount);
        nationalInsurance[0]!.employee = pence(3_000);
      });
      const message = goodFps();
      const correcting = {
        ...message,
        submission: { ...message.submission, employees: [correctingEmployee(oneEmployee(), was, false)] },
      };
      const faults = fpsFaults(correcting, isoDay('2026-10-20'), bundledRates);
      // Less loan than was reported: £15.00 goes back, in whole pounds.
      expect(job(correcting.submission.employees[0]!).payment.studentLoan).toEqual({
        plan: '02',
        amount: -1_500,
      });
      expect(faults).toEqual([]);
      if (hmrcFilesAreHere('corrections against the schema'))
        expect(schemaErrors(writeFps(correcting).xml, '2026-27', 'FPS')).toBe('');
    }
  });
});
