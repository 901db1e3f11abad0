import type { PayLine, EarningsLine as ShownLine } from '@shared/api/pay';
import { isoDay } from '@shared/dates';
import type { Explanation } from '@shared/explain';
import { NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import { holidayPayForMinutes, weeksPay } from '@shared/payroll/holiday-pay';
import type { EarningsCode, EarningsLine, OtherDeduction, PayInput } from '@shared/payroll/pay-types';
import { sickPayForPeriod } from '@shared/payroll/sick-pay';
import { parentalPayForPeriod } from '@shared/payroll/statutory-parental';
import type { Result } from '@shared/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payslipContent } from '../../electron/files/documents/payslip-content';
import { payslipPdf } from '../../electron/files/documents/payslip-pdf';
import { payslipDocument } from '../../electron/services/pay-payslip';
import { loadPayRecord, type PayRecord, type PayslipRow } from '../../electron/services/pay-record';
import type { StoredPayslip } from '../../electron/services/pay-stored';
import { addTestHousehold } from '../support/workspace';
import { workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';
import { hours, paid, payInput, pounds, WORKER } from '../unit/payroll/pay-case';

/** A line that is no pay for time: whatever the code, it is taxed and has National Insurance. */
function lineOf(code: EarningsCode, amount: Pence, rest: Partial<EarningsLine> = {}): EarningsLine {
  return { ...hours(amount), code, countsForMinimumWage: false, ...rest };
}

/** A stored payslip of a payment, as finishing it keeps it. */
function storedOf(
  input: PayInput,
  rest: { added?: StoredPayslip['input']['added']; shown?: Partial<ShownLine>[] } = {},
) {
  const result = paid(input);
  const shown = input.earnings.map(
    (line, index): ShownLine => ({
      code: line.code,
      kindOfWork: line.code === 'hours' ? 'weekday' : null,
      minutes: line.minutes ?? null,
      units: line.units === undefined ? null : Number(line.units),
      rate: line.rate ?? null,
      amount: line.amount,
      note: '',
      ...rest.shown?.[index],
    }),
  );
  const line = {
    workerId: 'w',
    payslipId: null,
    name: 'Grace Okafor',
    shortName: 'Grace',
    periodFrom: input.periodFrom,
    periodTo: input.periodTo,
    payDate: input.payDate,
    taxYear: result.taxPeriod.taxYear,
    taxPeriod: { kind: 'week' as const, number: result.taxPeriod.taxPeriodNumber },
    taxCode: result.taxCode,
    taxBasis: input.worker.taxBasis,
    niCategory: result.niCategory,
    earnings: shown,
    minutes: shown.reduce((sum, one) => sum + (one.minutes ?? 0), 0),
    gross: result.gross,
    tax: result.tax,
    employeeNi: result.nationalInsurance.employee,
    employerNi: result.nationalInsurance.employer,
    studentLoan: result.studentLoan,
    postgraduateLoan: result.postgraduateLoan,
    pensionEmployee: result.pensionEmployee,
    pensionEmployer: result.pensionEmployer,
    otherDeductions: result.otherDeductions,
    reimbursements: result.reimbursements,
    net: result.netPay,
    employerCost: result.employerCost,
    toDate: {
      taxablePay: result.toDate.taxablePay,
      tax: result.toDate.tax,
      employeeNi: result.nationalInsurance.employee,
      studentLoan: sumPence([result.toDate.studentLoan, result.toDate.postgraduateLoan]),
      pensionEmployee: result.toDate.pensionEmployee,
      pensionEmployer: result.toDate.pensionEmployer,
    },
    replaces: null,
    correctedBy: null,
    explanations: {},
  } as unknown as PayLine;
  const kept: StoredPayslip['input'] = {
    format: 1,
    input,
    shiftIds: [],
    added: rest.added ?? [],
    weeks: [],
    from: input.periodFrom,
    to: input.periodTo,
    runKey: 'weekly:2026-03-30',
    pensionProvider: input.worker.pension.kind === 'none' ? '' : 'NEST',
    niNumber: 'QQ123456C',
    payrollNumber: '001',
    paidBy: 'bank',
    employerName: 'Margaret Ellis',
    payeReference: '120/AB12345',
    holiday: null,
  };
  return { input: kept, result: { format: 1 as const, result, line } };
}

/** The value of a result that must not be refused. */
function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

async function recordForTest(): Promise<PayRecord> {
  const { context } = await workspaceForTest('2026-04-10');
  const householdId = addTestHousehold(context);
  const db = context.workspace.database;
  return loadPayRecord(db, householdId, isoDay('2026-04-10'));
}

function shownBy(record: PayRecord, stored: StoredPayslip) {
  const row = { id: 'p', pay_date: stored.input.input.payDate } as PayslipRow;
  const document = payslipDocument({ ...record, stored: () => stored } as PayRecord, row);
  const content = payslipContent(document);
  const rows = (table: { rows: readonly { cells: readonly string[] }[] } | undefined) =>
    (table?.rows ?? []).map((one) => one.cells.join(' | '));
  return {
    document,
    earnings: rows(content.earnings),
    deductions: rows(content.deductions),
    toDate: rows(content.yearToDate),
    workings: (content.workings?.lines ?? []).map((line) =>
      typeof line === 'string' ? line : line.map((run) => run.text).join(''),
    ),
    text: readPdf(payslipPdf(document)).text,
  };
}

describe('Every line of pay', () => {
  const CODES: Readonly<Record<EarningsCode, string>> = {
    hours: 'Weekday',
    'fixed-pay': 'Salary',
    'sleep-in': 'Sleep-in',
    'on-call': 'On call',
    'holiday-pay': 'Holiday pay',
    'rolled-up-holiday-pay': 'Holiday pay, paid with wages',
    'holiday-on-leaving': 'Holiday not taken, paid on leaving',
    'statutory-sick-pay': 'Sick pay (SSP)',
    'statutory-maternity-pay': 'Maternity pay (SMP)',
    'statutory-paternity-pay': 'Paternity pay (SPP)',
    'statutory-adoption-pay': 'Adoption pay (SAP)',
    'statutory-shared-parental-pay': 'Shared parental pay (ShPP)',
    'statutory-parental-bereavement-pay': 'Parental bereavement pay (SPBP)',
    'statutory-neonatal-care-pay': 'Neonatal care pay (SNCP)',
    'paid-time-off': 'Time off that is paid',
    'cover-premium': 'On top for covering',
    bonus: 'Bonus',
    'minimum-wage-top-up': 'Top-up to the minimum wage',
    correction: 'Put right from before',
    other: 'Other pay',
  };

  test('stands on its own under its own name', async () => {
    const record = await recordForTest();
    const codes = Object.keys(CODES) as EarningsCode[];
    const input = payInput(NO_MONEY, {
      earnings: codes.map((code, index) => lineOf(code, pence(1000 + index))),
    });
    const { earnings, text } = shownBy(record, storedOf(input));
    codes.forEach((code, index) => {
      expect(earnings[index]).toBe(`${CODES[code]} |  |  | 10.${String(index).padStart(2, '0')}`);
      expect(text).toContain(CODES[code]);
    });
  });

  test('says how many hours, shifts, days or weeks it is for, at which rate, and what a bonus is for', async () => {
    const record = await recordForTest();
    const input = payInput(NO_MONEY, {
      earnings: [
        lineOf('hours', pounds('105.60'), { minutes: 480, rate: '13.2000' }),
        lineOf('correction', pounds('26.40'), { minutes: 120, rate: '13.2000' }),
        lineOf('sleep-in', pounds('125.00'), { units: '2', rate: '62.50' }),
        lineOf('statutory-sick-pay', pounds('49.30'), { units: '2' }),
        lineOf('statutory-maternity-pay', pounds('388.64'), { units: '14' }),
        lineOf('statutory-paternity-pay', pounds('138.80'), { units: '5' }),
        lineOf('bonus', pounds('50.00')),
      ],
    });
    const shown = [{}, { code: 'late-hours', kindOfWork: 'weekend' }, {}, {}, {}, {}, { note: 'Thank you' }];
    const { earnings, text } = shownBy(record, storedOf(input, { shown }));
    expect(earnings).toEqual([
      'Weekday | 8:00 hours | 13.20 | 105.60',
      'Back pay: Weekend | 2:00 hours | 13.20 | 26.40',
      'Sleep-in | 2 shifts | 62.50 | 125.00',
      'Sick pay (SSP) | 2 days |  | 49.30',
      'Maternity pay (SMP) | 2 weeks |  | 388.64',
      'Paternity pay (SPP) | 5 days |  | 138.80',
      'Bonus: Thank you |  |  | 50.00',
      'Total earned (gross pay) |  |  | 883.74',
    ]);
    expect(text).toContain('10:00');
  });
});

describe('Every deduction', () => {
  // 800.00: NI 8 % of 800 − 242 = 558, 44.64. Plan 2: 9 % of 800 − 565.09 = 234.91, 21.14, so £21.
  // Postgraduate: 6 % of 800 − 403.84 = 396.16, 23.76, so £23. Pension: 5 % of 800 − 120 = 680, 34.00, less 20 % 27.20.
  const worker = {
    ...WORKER,
    loans: { plan: 'plan-2', postgraduate: true } as const,
    pension: {
      kind: 'qualifying-earnings',
      treatment: 'relief-at-source',
      employeePercent: 500,
      employerPercent: 300,
    } as const,
  };

  test('says what it is for, with its plan, scheme, payee and reference', async () => {
    const record = await recordForTest();
    const otherDeductions: OtherDeduction[] = [
      { code: 'deduction', amount: pounds('5.00'), afterTax: true },
      { code: 'deduction', amount: pounds('6.00'), afterTax: true, purpose: 'loan' },
      { code: 'deduction', amount: pounds('7.00'), afterTax: true, purpose: 'rent' },
      {
        code: 'attachment-of-earnings',
        amount: pounds('25.00'),
        afterTax: true,
        note: 'Leeds City Council',
        reference: '7XY01234',
      },
      { code: 'attachment-fee', amount: pounds('1.00'), afterTax: true },
    ];
    const added = [
      { code: 'deduction', amount: pounds('5.00'), note: 'Broken mug', purpose: 'other' },
      { code: 'deduction', amount: pounds('6.00'), note: 'Second of four', purpose: 'loan' },
      { code: 'deduction', amount: pounds('7.00'), note: '', purpose: 'rent' },
    ] as unknown as StoredPayslip['input']['added'];
    const input = payInput(pounds('800.00'), { worker, otherDeductions });
    const { deductions, text } = shownBy(record, storedOf(input, { added }));
    expect(deductions.slice(1)).toEqual([
      'National Insurance | 44.64',
      'Workplace pension: NEST | 27.20',
      'Student loan: plan 2 | 21.00',
      'Postgraduate loan | 23.00',
      'Other deduction: Broken mug | 5.00',
      'Loan or advance from your employer: Second of four | 6.00',
      'Rent for your home | 7.00',
      'Attachment of earnings order: Leeds City Council, 7XY01234 | 25.00',
      'For handling that order | 1.00',
      expect.stringMatching(/^Total taken off \| /),
    ]);
    expect(text).toContain('7XY01234');
  });

  test('tells in one line how it was worked out', async () => {
    const record = await recordForTest();
    const { workings } = shownBy(record, storedOf(payInput(pounds('800.00'), { worker })));
    expect(workings.slice(1)).toEqual([
      'National Insurance: 8 % of £558.00, your pay over £242.00.',
      'Student loan: 9 % of £234.91, your pay over £565.09, in whole pounds.',
      'Postgraduate loan: 6 % of £396.16, your pay over £403.84, in whole pounds.',
      'Workplace pension: 5 % of £680.00, your pay between £120.00 and £967.00. The pension adds £6.80 of it as tax relief, so less came off your pay.',
    ]);
  });

  test('of a net pay pension says that it was taken before tax, and shows both kinds of pay to date', async () => {
    const record = await recordForTest();
    const netPay = { ...worker, pension: { ...worker.pension, treatment: 'net-pay' as const } };
    const shown = shownBy(record, storedOf(payInput(pounds('800.00'), { worker: netPay })));
    expect(shown.deductions).toContain('Workplace pension: NEST | 34.00');
    expect(shown.workings.at(-1)).toMatch(/It was taken before tax, so you pay less tax\.$/);
    expect(shown.toDate).toEqual([
      'Pay before anything is taken off | 800.00',
      'Pay that is taxed | 766.00',
      expect.stringMatching(/^Income tax \| /),
      'National Insurance | 44.64',
      'Pension, from your pay | 34.00',
      'Pension, from your employer | 20.40',
      'Student loan | 21.00',
      'Postgraduate loan | 23.00',
    ]);
  });

  test('that goes back to the PA is shown as money back: tax, and a pension after an opt-out', async () => {
    const record = await recordForTest();
    const refund = {
      ...WORKER,
      pension: {
        kind: 'refund',
        treatment: 'relief-at-source',
        employee: pounds('27.20'),
        employer: pounds('20.40'),
      } as const,
    };
    const input = payInput(pounds('100.00'), { worker: refund });
    const toDate = {
      ...input.toDate,
      gross: pounds('500.00'),
      taxablePay: pounds('500.00'),
      tax: pounds('60.00'),
    };
    const { deductions, workings, text } = shownBy(
      record,
      storedOf({ ...input, toDate, payDate: isoDay('2026-04-17') }),
    );
    // Free pay of two weeks is 483.84 or so: tax due on 600 − 484 = 116 at 20 % is 23.20, so 36.80 goes back.
    expect(deductions[0]).toBe('Income tax, paid back to you | −36.80');
    expect(deductions).toContain('Workplace pension, paid back to you: NEST | −27.20');
    expect(workings[0]).toContain('so £36.80 was paid back now');
    expect(text.replace(/\n/g, '')).toContain(
      'Your employer’s own £20.40 in your pension goes back to your employer.',
    );
    expect(workings.some((one) => one.startsWith('Workplace pension'))).toBe(false);
  });
});

describe('How tax was worked out', () => {
  test('of a week 1 code looks at this pay day alone', async () => {
    const record = await recordForTest();
    const input = payInput(pounds('520.00'), { worker: { ...WORKER, taxCode: '1257L W1' } });
    const { workings, text } = shownBy(record, storedOf(input));
    // 520 − 241.92 = 278.08; 278 at 20 % is 55.60.
    expect(workings[0]).toBe(
      'Income tax: Your code 1257L X looks at this pay day alone. Pay £520.00, less £241.92 free of tax, leaves £278.08. The tax on that is £55.60.',
    );
    expect(text).toContain('Tax week 1, tax year 2026-27');
  });

  test('in a 53rd week says why the code looks at that pay day alone', async () => {
    const record = await recordForTest();
    const input = payInput(pounds('520.00'), {
      payDate: isoDay('2027-04-05'),
      periodFrom: isoDay('2027-03-22'),
      periodTo: isoDay('2027-03-28'),
    });
    const { workings, text } = shownBy(record, storedOf(input));
    expect(workings[0]).toContain('one pay day more than most tax years have');
    expect(workings[0]).toContain('The tax on that is £55.60.');
    expect(text).toContain('Tax week 53');
  });

  test('names the pay of an earlier job that is in it', async () => {
    const record = await recordForTest();
    const input = payInput(pounds('520.00'), {
      payDate: isoDay('2026-04-17'),
      worker: { ...WORKER, previousEmployment: { taxablePay: pounds('300.00'), tax: pounds('11.60') } },
    });
    const { workings, toDate } = shownBy(record, storedOf(input));
    expect(workings[0]).toContain('That counts £300.00 from your job before this one.');
    expect(toDate).toContain('Pay | 520.00');
  });

  test('says when National Insurance is none, and of a letter without any', async () => {
    const record = await recordForTest();
    const low = shownBy(record, storedOf(payInput(pounds('200.00'))));
    expect(low.workings[1]).toBe(
      'National Insurance: Your pay is not over £242.00, so there is none to pay.',
    );
    const old = { ...WORKER, niCategory: 'C', birthDate: isoDay('1950-06-15') };
    const pensioner = shownBy(record, storedOf(payInput(pounds('500.00'), { worker: old })));
    expect(pensioner.workings[1]).toBe('National Insurance: With letter C there is none to pay.');
  });
});

describe('How sick, family and holiday pay were worked out', () => {
  const from = isoDay('2026-04-06');

  /** A payslip with one line and its kept explanation. */
  function shownWith(record: PayRecord, line: EarningsLine, name: string, explanation: Explanation) {
    const stored = storedOf(payInput(NO_MONEY, { earnings: [line] }));
    const explained = { ...stored.result.line, explanations: { [name]: explanation } };
    return shownBy(record, { ...stored, result: { ...stored.result, line: explained } });
  }

  test('is told in one line where one rate is the whole of it', async () => {
    const record = await recordForTest();
    // SSP of 2026-27: £123.25 over five days is £24.65 a day; family pay £194.32 a week.
    const sick = sickPayForPeriod({
      absences: [{ firstDay: from, lastDay: isoDay('2026-04-07'), averageWeeklyEarnings: '400' }],
      qualifyingDays: [{ from: isoDay('2026-01-01'), weekdays: [0, 1, 2, 3, 4] }],
      periodStart: from,
      periodEnd: isoDay('2026-04-12'),
    });
    const sickLine = lineOf('statutory-sick-pay', pounds('49.30'), { units: '2' });
    expect(shownWith(record, sickLine, 'sickPay', must(sick).explanation).workings.at(-1)).toBe(
      'Sick pay (SSP): 2 days at £24.65 a day.',
    );
    const family = parentalPayForPeriod(
      { kind: 'SPP', leaveStart: from, averageWeeklyEarnings: '400', weeks: 2 },
      from,
      isoDay('2026-04-19'),
    );
    const familyLine = lineOf('statutory-paternity-pay', pounds('388.64'), { units: '14' });
    expect(
      shownWith(record, familyLine, 'statutory-paternity-pay', must(family).explanation).workings.at(-1),
    ).toBe('Paternity pay (SPP): 2 weeks at £194.32 a week.');
    const average = weeksPay(
      [
        {
          weekEnding: isoDay('2026-03-29'),
          pay: pounds('264.00'),
          minutesWorked: 1200,
          onSickOrStatutoryLeave: false,
        },
      ],
      from,
    );
    // £264.00 for 20 hours is £13.20; 6 hours are £79.20.
    const holiday = must(holidayPayForMinutes(must(average), 360));
    const holidayLine = lineOf('holiday-pay', pounds('79.20'), { minutes: 360 });
    expect(shownWith(record, holidayLine, 'holiday', holiday.explanation).workings.at(-1)).toBe(
      'Holiday pay: 6 hours at £13.20 an hour, as in your one paid week before.',
    );
    // £100.00 for 7 hours is £14.285714…: rounded, and said so.
    const odd = weeksPay(
      [
        {
          weekEnding: isoDay('2026-03-29'),
          pay: pounds('100.00'),
          minutesWorked: 420,
          onSickOrStatutoryLeave: false,
        },
      ],
      from,
    );
    const oddHoliday = must(holidayPayForMinutes(must(odd), 60));
    const oddLine = lineOf('holiday-pay', pounds('14.29'), { minutes: 60 });
    expect(shownWith(record, oddLine, 'holiday', oddHoliday.explanation).workings.at(-1)).toContain(
      'Holiday pay: 1 hour at about £14.29 an hour',
    );
    // Another sum in the same line: the one rate is not the whole, so nothing is said.
    const more = lineOf('holiday-pay', pounds('90.00'), { minutes: 400 });
    expect(shownWith(record, more, 'holiday', holiday.explanation).workings.at(-1)).toMatch(/^National/);
  });
});

test('Whatever lines a payment has, its payslip adds up and can be drawn', async () => {
  const record = await recordForTest();
  const amount = fc.integer({ min: 0, max: 90_000 }).map(pence);
  const some = fc.array(
    fc.tuple(
      fc.constantFrom<EarningsCode>('hours', 'sleep-in', 'holiday-pay', 'bonus', 'statutory-sick-pay'),
      amount,
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(some, amount, fc.boolean(), (lines, expenses, hasLoan) => {
      const earnings = lines.map(([code, each]) => lineOf(code, each));
      const input = payInput(NO_MONEY, {
        earnings,
        reimbursements: expenses === 0 ? [] : [{ code: 'expenses', amount: expenses }],
        worker: { ...WORKER, loans: { plan: hasLoan ? 'plan-1' : null, postgraduate: hasLoan } },
      });
      const added =
        expenses === 0 ? [] : [{ code: 'expenses' as const, amount: expenses, note: '', purpose: '' }];
      const stored = storedOf(input, { added: added as StoredPayslip['input']['added'] });
      const { document } = shownBy(record, stored);
      expect(document.netPay).toBe(stored.result.result.netPay);
    }),
    { numRuns: 40 },
  );
});
