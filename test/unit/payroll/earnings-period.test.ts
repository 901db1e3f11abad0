import { describe, expect, it } from 'vitest';
import { NO_PENCE, paid, payInput, pounds, WORKER } from './pay-case';

const month = (amount: string, taken?: { studentLoan: string; postgraduateLoan: string }) =>
  paid(
    payInput(pounds(amount), {
      frequency: 'monthly',
      worker: { ...WORKER, loans: { plan: 'plan-2', postgraduate: true } },
      ...(taken === undefined
        ? {}
        : {
            earlierInEarningsPeriod: {
              nicablePay: pounds('600.00'),
              // Employee: (600 − 242) × 8% = 28.64. Employer: (600 − 96) × 15% = 75.60.
              nationalInsurance: {
                employee: pounds('28.64'),
                employer: pounds('75.60'),
                earningsAtLel: pounds('129.00'),
                earningsLelToPt: pounds('113.00'),
                earningsPtToUel: pounds('358.00'),
                earningsAboveUel: NO_PENCE,
              },
              loans: {
                studentLoan: pounds(taken.studentLoan),
                postgraduateLoan: pounds(taken.postgraduateLoan),
              },
            },
          }),
    }),
  );

describe('a month’s pay after a week’s in the same tax month', () => {
  it('takes loans on both together, less what the week took', () => {
    // Together 2,600: plan 2 (2,600 − 2,448.75) × 9% = 13.61, so 13; postgraduate (2,600 − 1,750) × 6% = 51.
    // The week alone took plan 2 (600 − 565.09) × 9% = 3.14, so 3; postgraduate (600 − 403.84) × 6% = 11.76, so 11.
    const result = month('2000.00', { studentLoan: '3.00', postgraduateLoan: '11.00' });
    expect(result.studentLoan).toBe(1000);
    expect(result.postgraduateLoan).toBe(4000);
    expect(result.explanations['student-loan'].result).toEqual({ kind: 'money', pence: 1000 });
    expect(result.explanations['student-loan'].steps.map((step) => step.code)).toEqual([
      'loan.above-threshold',
      'loan.percent-rounded-down-to-pound',
      'loan.taken-earlier-in-period',
    ]);
    // Employee National Insurance on both: (2,600 − 1,048) × 8% = 124.16, less 28.64.
    expect(result.nationalInsurance.employee).toBe(9552);
  });

  it('gives no loan money back where the week took more than both ask', () => {
    // Together 2,400: plan 2 nothing; postgraduate (2,400 − 1,750) × 6% = 39, less 11.
    const result = month('1800.00', { studentLoan: '3.00', postgraduateLoan: '11.00' });
    expect(result.studentLoan).toBe(0);
    expect(result.postgraduateLoan).toBe(2800);
  });

  it('is worked out alone where nothing was paid before', () => {
    // 2,000 is under 2,448.75; postgraduate (2,000 − 1,750) × 6% = 15.
    const result = month('2000.00');
    expect(result.studentLoan).toBe(0);
    expect(result.postgraduateLoan).toBe(1500);
  });
});
