import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { workOutPay } from '@shared/payroll/pay';
import type { PayInput } from '@shared/payroll/pay-types';
import { bundledRates } from '@shared/rates/bundled-rates';
import { describe, expect, it } from 'vitest';
import { hours, paid, payInput, pounds, WORKER } from './pay-case';

describe('pay for one week', () => {
  // £265.00 in tax week 1 of 2026-27, code 1257L, letter A, no pension.
  // Tax: free pay 241.92; 265.00 − 241.92 = 23.08, whole pounds 23; 23 × 20% = 4.60.
  // Employee NI: (265 − 242) × 8% = 1.84. Employer NI: (265 − 96) × 15% = 25.35.
  // Net: 265.00 − 4.60 − 1.84 = 258.56. Cost: 265.00 + 25.35 = 290.35.
  const result = paid(payInput(pounds('265')));

  it('takes tax and National Insurance to the penny', () => {
    expect(result).toMatchObject({
      gross: 26500,
      taxablePay: 26500,
      tax: 460,
      nationalInsurance: {
        employee: 184,
        employer: 2535,
        earningsAtLel: 12900,
        earningsLelToPt: 11300,
        earningsPtToUel: 2300,
        earningsAboveUel: 0,
      },
      totalDeductions: 644,
      netPay: 25856,
      employerCost: 29035,
      taxCode: '1257L',
      taxPeriod: { taxYear: '2026-27', taxPeriodNumber: 1, taxMonth: 1 },
    });
  });

  it('gives the figures to date after it', () => {
    expect(result.toDate).toMatchObject({ gross: 26500, taxablePay: 26500, tax: 460 });
    expect(result.toDate.nationalInsurance.A).toMatchObject({
      earnings: 26500,
      employee: 184,
      employer: 2535,
    });
  });

  it('explains each figure with steps that end in that figure', () => {
    const figures = {
      gross: result.gross,
      'taxable-pay': result.taxablePay,
      'income-tax': result.tax,
      'employee-national-insurance': result.nationalInsurance.employee,
      'employer-national-insurance': result.nationalInsurance.employer,
      'student-loan': 0,
      'postgraduate-loan': 0,
      'employee-pension': 0,
      'employer-pension': 0,
      'total-deductions': result.totalDeductions,
      'net-pay': result.netPay,
      'employer-cost': result.employerCost,
    };
    for (const [figure, amount] of Object.entries(figures)) {
      const explanation = result.explanations[figure as keyof typeof figures];
      expect(explanation.result, figure).toEqual({ kind: 'money', pence: amount });
      expect(explanation.steps.at(-1)?.result, figure).toEqual({ kind: 'money', pence: amount });
    }
    expect(result.explanations['income-tax'].steps.map((step) => step.code)).toEqual([
      'income-tax.pay-to-date',
      'income-tax.free-pay',
      'income-tax.taxable',
      'income-tax.band',
      'income-tax.sum-of-bands',
      'income-tax.less-tax-before',
    ]);
  });
});

describe('pay for four weeks in Scotland, the second payday of the year', () => {
  // £2,200.00 each time, S1257L, letter A, plan 1 and a postgraduate loan,
  // qualifying earnings 5% and 3% with relief at source. 2026-27.
  // Week 4: free pay 4 × 241.92 = 967.68; taxable 1,232.32, whole 1,232.
  //   19% on 3,967 × 4/52 = 305.1538: 57.9792. 20% on the other 926.8462: 185.3692. Sum 243.3484: 243.34.
  // Week 8: free pay 1,935.36; 4,400.00 − 1,935.36 = 2,464.64, whole 2,464.
  //   19% on 610.3076: 115.9584. 20% on 1,853.6924: 370.7384. Sum 486.6968: 486.69. This time 243.35.
  // NI: (2,200 − 967) × 8% = 98.64; employer (2,200 − 385) × 15% = 272.25.
  // Plan 1: (2,200 − 2,069.23) × 9% = 11.76: 11. Postgraduate: (2,200 − 1,615.38) × 6% = 35.07: 35.
  // Pension: 2,200 − 480 = 1,720. Employer 51.60. Worker 86.00, less 20% relief: 68.80; the provider adds 17.20.
  // Net: 2,200 − 243.35 − 98.64 − 11 − 35 − 68.80 = 1,743.21. Cost: 2,200 + 272.25 + 51.60 = 2,523.85.
  const base: Partial<PayInput> = {
    frequency: 'four-weekly',
    periodFrom: isoDay('2026-04-06'),
    periodTo: isoDay('2026-05-03'),
    payDate: isoDay('2026-05-01'),
    worker: {
      ...WORKER,
      taxCode: 's1257 l',
      loans: { plan: 'plan-1', postgraduate: true },
      pension: {
        kind: 'qualifying-earnings',
        treatment: 'relief-at-source',
        employeePercent: 500,
        employerPercent: 300,
      },
    },
  };
  const first = paid(payInput(pounds('2200'), base));
  const second = paid(
    payInput(pounds('2200'), {
      ...base,
      periodFrom: isoDay('2026-05-04'),
      periodTo: isoDay('2026-05-31'),
      payDate: isoDay('2026-05-29'),
      toDate: first.toDate,
    }),
  );

  it('takes tax over the year so far', () => {
    expect(first).toMatchObject({ tax: 24334, taxPeriod: { taxPeriodNumber: 4 } });
    expect(second).toMatchObject({ tax: 24335, taxPeriod: { taxPeriodNumber: 8 } });
    expect(second.toDate.tax).toBe(48669);
  });

  it('takes loans, pension and National Insurance from each payment by itself', () => {
    expect(second).toMatchObject({
      studentLoan: 1100,
      postgraduateLoan: 3500,
      pensionContributoryPay: 172000,
      pensionEmployee: 6880,
      pensionEmployer: 5160,
      pensionReliefAdded: 1720,
      nationalInsurance: { employee: 9864, employer: 27225 },
      netPay: 174321,
      employerCost: 252385,
    });
    expect(second.toDate).toMatchObject({
      studentLoan: 2200,
      pensionEmployee: 13760,
      pensionEmployer: 10320,
    });
  });
});

describe('pay for a month in Wales with a net pay pension and mileage', () => {
  // £2,000.00 on 29 August 2025, C1257L M1, all pay 5% and 3%, £30.00 mileage.
  // Pension 100.00 comes off first: taxable 1,900.00. Free pay 1,048.26: 851.74, whole 851; × 20% = 170.20.
  // NI on the whole 2,000: (2,000 − 1,048) × 8% = 76.16; employer (2,000 − 417) × 15% = 237.45.
  // Net: 2,000 − 170.20 − 76.16 − 100 + 30 = 1,683.64. Cost: 2,000 + 30 + 237.45 + 60 = 2,327.45.
  it('takes the pension before tax and adds the mileage free of tax', () => {
    const result = paid(
      payInput(pounds('2000'), {
        payDate: isoDay('2025-08-29'),
        periodFrom: isoDay('2025-08-01'),
        periodTo: isoDay('2025-08-31'),
        frequency: 'monthly',
        worker: {
          ...WORKER,
          taxCode: 'C1257L M1',
          pension: { kind: 'all-pay', treatment: 'net-pay', employeePercent: 500, employerPercent: 300 },
        },
        reimbursements: [{ code: 'mileage', amount: pounds('30') }],
      }),
    );
    expect(result).toMatchObject({
      gross: 200000,
      taxablePay: 190000,
      tax: 17020,
      taxCode: 'C1257L X',
      nationalInsurance: { employee: 7616, employer: 23745 },
      pensionEmployee: 10000,
      pensionEmployer: 6000,
      pensionReliefAdded: 0,
      reimbursements: 3000,
      netPay: 168364,
      employerCost: 232745,
    });
  });
});

describe('unusual pay', () => {
  it('gives tax back when a week has little pay after weeks with much', () => {
    // Week 2, £100 after £500 in week 1. Week 1: 500 − 241.92 = 258.08: 258 × 20% = 51.60.
    // Week 2: 600 − 483.84 = 116.16: 116 × 20% = 23.20. Refund 28.40.
    const first = paid(payInput(pounds('500')));
    const second = paid(payInput(pounds('100'), { payDate: isoDay('2026-04-17'), toDate: first.toDate }));
    expect(first.tax).toBe(5160);
    expect(second.tax).toBe(-2840);
    expect(second.netPay).toBe(12840);
    expect(second.explanations['income-tax'].code).toBe('pay.income-tax-refund');
  });

  it('never takes more than half of the pay in tax', () => {
    // K475 in week 1: 60 + 91.52 = 151.52: 151 × 20% = 30.20; half of 60.00 is 30.00.
    const result = paid(payInput(pounds('60'), { worker: { ...WORKER, taxCode: 'K475' } }));
    expect(result.tax).toBe(3000);
    expect(result.explanations['income-tax'].steps.at(-1)?.code).toBe('income-tax.half-of-pay-limit');
  });

  it('counts pay and tax from an earlier job this year, but not in this job’s figures', () => {
    // Month 2, £2,000 after £3,000 elsewhere with £390.20 tax. Free pay 2,096.52; 5,000 − 2,096.52 = 2,903.48.
    // 2,903 × 20% = 580.60; less 390.20 = 190.40.
    const result = paid(
      payInput(pounds('2000'), {
        frequency: 'monthly',
        payDate: isoDay('2026-05-29'),
        worker: {
          ...WORKER,
          previousEmployment: { taxablePay: pounds('3000'), tax: pounds('390.20') },
        },
      }),
    );
    expect(result.tax).toBe(19040);
    expect(result.toDate).toMatchObject({ taxablePay: 200000, tax: 19040 });
  });

  it('uses one week’s free pay on the 53rd payday', () => {
    // Monday 5 April 2027 is in week 53 of 2026-27: 300 − 241.92 = 58.08: 58 × 20% = 11.60, whatever was paid before.
    const before = paid(payInput(pounds('900'))).toDate;
    const result = paid(payInput(pounds('300'), { payDate: isoDay('2027-04-05'), toDate: before }));
    expect(result).toMatchObject({ tax: 1160, taxPeriod: { taxPeriodNumber: 53, isExtraPayday: true } });
  });

  it('takes a payroll gift before tax and a repaid loan after it', () => {
    // 265 − 20 = 245; 245 − 241.92 = 3.08: 3 × 20% = 0.60. NI still on 265: 1.84.
    // Net: 265 − 0.60 − 1.84 − 20 − 5 = 237.56.
    const result = paid(
      payInput(pounds('265'), {
        otherDeductions: [
          { code: 'payroll-giving', amount: pounds('20'), afterTax: false },
          { code: 'advance', amount: pounds('5'), afterTax: true },
        ],
      }),
    );
    expect(result).toMatchObject({ taxablePay: 24500, tax: 60, otherDeductions: 2500, netPay: 23756 });
  });

  it('asks no employer National Insurance for a worker under 21, and no employee’s over State Pension age', () => {
    const young = paid(
      payInput(pounds('400'), {
        worker: { ...WORKER, birthDate: isoDay('2006-01-01'), niCategory: 'M' },
      }),
    );
    // (400 − 242) × 8% = 12.64.
    expect(young.nationalInsurance).toMatchObject({ employee: 1264, employer: 0 });
    const older = paid(
      payInput(pounds('400'), {
        worker: { ...WORKER, birthDate: isoDay('1955-01-01'), niCategory: 'C' },
      }),
    );
    // (400 − 96) × 15% = 45.60.
    expect(older.nationalInsurance).toMatchObject({ employee: 0, employer: 4560 });
  });

  it('lets a correction lower the pay', () => {
    const result = paid(
      payInput(pounds('265'), {
        earnings: [hours(pounds('300')), hours(pence(-3500), { code: 'correction', minutes: undefined })],
      }),
    );
    expect(result).toMatchObject({ gross: 26500, netPay: 25856 });
  });
});

describe('pay that cannot be worked out', () => {
  const refusal = (input: PayInput): unknown => {
    const result = workOutPay(input, bundledRates);
    return result.ok ? 'worked out' : result.code;
  };
  const withWorker = (rest: Partial<PayInput['worker']>): PayInput =>
    payInput(pounds('265'), { worker: { ...WORKER, ...rest } });

  it('is refused with a code that says what to mend', () => {
    expect(refusal(withWorker({ taxCode: '  ' }))).toBe('pay.tax-code-missing');
    expect(refusal(withWorker({ taxCode: 'HELLO' }))).toBe('pay.tax-code-not-valid');
    expect(refusal(withWorker({ niCategory: '' }))).toBe('pay.ni-category-missing');
    expect(refusal(withWorker({ niCategory: 'Q' }))).toBe('pay.ni-category-unknown');
    expect(refusal(withWorker({ birthDate: isoDay('2026-05-01') }))).toBe('pay.birth-date-not-valid');
    expect(refusal(payInput(pounds('265'), { payDate: isoDay('2027-04-06') }))).toBe('rates.unknown-date');
    expect(refusal(payInput(pounds('265'), { periodTo: isoDay('2026-03-01') }))).toBe('pay.period-not-valid');
    expect(refusal(payInput(pence(-1)))).toBe('pay.amount-negative');
    expect(refusal(payInput(pounds('1'), { earnings: [hours(pounds('1'), { minutes: -60 })] }))).toBe(
      'pay.hours-negative',
    );
    expect(refusal(payInput(pounds('1'), { earnings: [hours(pence(-1), { code: 'correction' })] }))).toBe(
      'pay.gross-below-zero',
    );
    expect(refusal(payInput(pounds('1000000.01')))).toBe('pay.amount-too-large');
  });

  it('is refused for a letter that the worker’s age rules out, with the one to use', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['2006-01-01', 'C', 'M'], // 20, not over State Pension age
      ['2006-01-01', 'A', 'M'], // 20
      ['2005-04-10', 'M', 'A'], // 21 on the pay date
      ['2001-04-10', 'H', 'A'], // 25 on the pay date
      ['1955-01-01', 'A', 'C'], // 71
      ['2010-04-11', 'A', 'X'], // 15
    ];
    for (const [birth, letter, instead] of cases)
      expect(
        workOutPay(withWorker({ birthDate: isoDay(birth), niCategory: letter }), bundledRates),
      ).toMatchObject({ code: 'pay.ni-category-not-for-age', details: { category: letter, instead } });
  });

  it('is refused for a plan 5 loan before 6 April 2026', () => {
    const worker = { ...WORKER, loans: { plan: 'plan-5', postgraduate: false } } as const;
    expect(refusal(payInput(pounds('265'), { worker }))).toBe('worked out');
    for (const payDate of [isoDay('2026-04-05'), isoDay('2024-05-01')])
      expect(refusal(payInput(pounds('265'), { worker, payDate }))).toBe('pay.loan-plan-not-in-force');
  });

  it('is refused rather than paying less than nothing', () => {
    const result = workOutPay(
      payInput(pounds('100'), {
        otherDeductions: [{ code: 'advance', amount: pounds('100.01'), afterTax: true }],
      }),
      bundledRates,
    );
    expect(result).toMatchObject({ code: 'pay.net-below-zero', details: { short: 1 } });
  });
});
