import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { fpsEmployee } from '@shared/payroll/rti/build-fps';
import type { PayFrequency } from '@shared/rates/tax-year-rates';
import { describe, expect, it } from 'vitest';
import { paid, payInput } from '../payroll/pay-case';
import { GRACE, JOB } from './rti-messages';

function reported(rest: Parameters<typeof payInput>[1]) {
  const input = payInput(pence(26_000), rest);
  const employee = fpsEmployee(GRACE, JOB, input, paid(input));
  if (!employee.ok) throw new Error(employee.code);
  const payment = employee.value.employments[0]?.payment;
  return { day: payment?.paymentDate, period: payment?.period };
}

describe('the payment day of an FPS', () => {
  it('is the regular pay day where banks are closed on it, with that day’s tax week', () => {
    // Easter Monday, 6 April 2026, is the first day of 2026-27; the money is there on Thursday 2 April.
    expect(reported({ payDate: isoDay('2026-04-02'), regularPayDate: isoDay('2026-04-06') })).toEqual({
      day: '2026-04-06',
      period: { week: 1 },
    });
    expect(reported({ payDate: isoDay('2026-04-02') })).toEqual({ day: '2026-04-02', period: { week: 52 } });
  });

  it.each<[PayFrequency, object]>([
    ['weekly', { week: 53 }],
    ['two-weekly', { week: 54 }],
    ['four-weekly', { week: 56 }],
    ['monthly', { month: 12 }],
  ])('%s pay on 5 April 2027 is %j', (frequency, period) => {
    expect(reported({ payDate: isoDay('2027-04-05'), frequency }).period).toEqual(period);
  });
});
