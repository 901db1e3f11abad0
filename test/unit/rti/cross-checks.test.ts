import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { fpsFaults } from '@shared/payroll/rti/check-rti';
import { fpsCrossFaults } from '@shared/payroll/rti/fps-cross-checks';
import { fpsShapeFaults } from '@shared/payroll/rti/rti-shape';
import { bundledRates } from '@shared/rates/bundled-rates';
import { describe, expect, it } from 'vitest';
import { type Message, ni } from './fps-rule-cases';
import { first, goodFps, job, TODAY } from './rti-messages';

const CASES: readonly (readonly [code: string, what: string, spoil: (message: Message) => void])[] = [
  [
    'rti.to-date-below-period',
    'less pay to date than now',
    (m) => {
      job(m).toDate.taxablePay = pence(1);
    },
  ],
  [
    'rti.to-date-below-period',
    'less National Insurance to date than now',
    (m) => {
      ni(m).employerToDate = pence(1);
    },
  ],
  [
    'rti.period-not-for-date',
    'week 20 on 18 September',
    (m) => {
      job(m).payment.period = { week: 20 };
    },
  ],
  [
    'rti.period-kind-not-for-frequency',
    'monthly pay with a week',
    (m) => {
      job(m).payment.frequency = 'M1';
    },
  ],
  [
    'rti.ni-not-as-worked-out',
    'employer and worker in one figure',
    (m) => {
      ni(m).employer = pence(14_040);
      ni(m).employerToDate = pence(14_040);
    },
  ],
  [
    'rti.ni-not-as-worked-out',
    'a penny too much of the worker',
    (m) => {
      ni(m).employee = pence(ni(m).employee + 1);
      ni(m).employeeToDate = ni(m).employee;
    },
  ],
  [
    'rti.ni-bands-above-earnings',
    'bands above the earnings',
    (m) => {
      ni(m).ptToUelToDate = pence(200_000);
    },
  ],
  [
    'rti.ni-missing',
    'no National Insurance at £1,200',
    (m) => {
      job(m).nationalInsurance = [];
    },
  ],
  [
    'rti.ni-letter-not-for-age',
    'letter M at 36',
    (m) => {
      ni(m).letter = 'M';
    },
  ],
  [
    'rti.same-worker-twice',
    'the same NI number',
    (m) => {
      m.submission.employees.push(structuredClone(first(m)));
    },
  ],
  [
    'rti.same-worker-twice',
    'the same name and day of birth',
    (m) => {
      m.submission.employees.push(structuredClone(first(m)));
      first(m).details.niNumber = undefined;
    },
  ],
  [
    'rti.net-above-gross',
    'net above gross',
    (m) => {
      job(m).payment.payAfterStatutoryDeductions = pence(120_001);
    },
  ],
  [
    'rti.start-implausible',
    'a start in 2006',
    (m) => {
      job(m).starter!.startDate = isoDay('2006-09-01');
    },
  ],
  [
    'rti.leaving-before-start',
    'left before they began',
    (m) => {
      job(m).leavingDate = isoDay('2026-08-31');
    },
  ],
  [
    'rti.late-without-reason',
    'paid last week',
    (m) => {
      job(m).payment.paymentDate = isoDay('2026-09-11');
    },
  ],
];

describe('what HMRC would take though it is wrong', () => {
  it.each(CASES)('%s: %s', (code, _what, spoil) => {
    const message = goodFps();
    spoil(message);
    expect(fpsCrossFaults(message, TODAY, bundledRates)).toContainEqual(
      expect.objectContaining({ code, hmrcError: null }),
    );
  });

  it('asks a person about a late payment and an old start, and stops the rest', () => {
    const message = goodFps();
    job(message).starter!.startDate = isoDay('2006-09-01');
    expect(fpsCrossFaults(message, TODAY, bundledRates).map(({ severity }) => severity)).toEqual([
      'unlikely',
    ]);
  });

  it('does not stop a tax refund that makes net pay more than gross', () => {
    const message = goodFps();
    const { payment, toDate } = job(message);
    payment.tax = pence(-20_000);
    payment.payAfterStatutoryDeductions = pence(138_136);
    toDate.tax = pence(-20_000);
    expect(fpsFaults(message, TODAY, bundledRates)).toEqual([]);
  });

  it('does not ask for National Insurance on pay below both limits', () => {
    // The secondary threshold is £5,000 a year: £385 for four weeks, and the lower earnings limit £516.
    const message = goodFps();
    job(message).nationalInsurance = [];
    job(message).payment.taxablePay = pence(38_500);
    job(message).payment.payAfterStatutoryDeductions = pence(38_500);
    expect(fpsCrossFaults(message, TODAY, bundledRates)).toEqual([]);
    job(message).payment.taxablePay = pence(38_501);
    expect(fpsCrossFaults(message, TODAY, bundledRates)).toContainEqual(
      expect.objectContaining({ code: 'rti.ni-missing' }),
    );
  });
});

describe('what is not in the form of HMRC’s schema', () => {
  it.each<readonly [string, (message: Message) => void]>([
    [
      'Payment/TaxCode',
      (m) => {
        job(m).payment.taxCode = 'S1257L';
      },
    ],
    [
      'NIlettersAndValues/AtLELYTD',
      (m) => {
        ni(m).atLelToDate = pence(51_650);
      },
    ],
    [
      'Payment/PmtDate',
      (m) => {
        job(m).payment.paymentDate = isoDay('2027-04-06');
      },
    ],
    [
      'EmployeeDetails/NINO',
      (m) => {
        first(m).details.niNumber = 'QQ123456C';
      },
    ],
    [
      'EmployeeDetails/Name/Sur',
      (m) => {
        first(m).details.name.surname = 'Kovač';
      },
    ],
    [
      'EmployeeDetails/Address/Line',
      (m) => {
        first(m).details.address!.lines[0] = 'x'.repeat(36);
      },
    ],
    [
      'Payment/WeekNo',
      (m) => {
        job(m).payment.period = { week: 55 };
      },
    ],
    [
      'FiguresToDate/StudentLoansTD',
      (m) => {
        job(m).toDate.studentLoans = pence(150);
      },
    ],
    [
      'Payment/StudentLoanRecovered',
      (m) => {
        m.year = '2025-26';
        job(m).payment.studentLoan = { plan: '05', amount: pence(100) };
      },
    ],
    [
      'EmpRefs/AORef',
      (m) => {
        m.submission.references.accountsOfficeReference = '120A00012345';
      },
    ],
  ])('%s', (element, spoil) => {
    const message = goodFps();
    spoil(message);
    expect(fpsShapeFaults(message)).toContainEqual(
      expect.objectContaining({ code: 'rti.not-in-hmrc-form', element }),
    );
  });
});
