import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { PayslipDocument } from '../../../electron/files/documents/payslip-document';

/** A weekly payslip of an invented PA: 26 h at £13.20 = £343.20, less 20.20 + 8.10 + 8.93 = 37.23, leaves £305.97. */
export const weeklyPayslip: PayslipDocument = {
  employerName: 'Ruth Bell',
  payeReference: '120/AB12345',
  workerName: 'Maya Lewis',
  niNumber: 'QQ123456C',
  payrollNumber: '002',
  taxCode: '1257L',
  niLetter: 'A',
  taxYear: '2026-27',
  taxPeriod: { kind: 'week', number: 34 },
  period: { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') },
  payDate: isoDay('2026-11-27'),
  payments: [{ by: 'bank', amount: pence(30597) }],
  earnings: [
    {
      kind: 'work',
      name: 'Weekday',
      quantity: { kind: 'hours', minutes: 1560 },
      rate: '13.2000',
      amount: pence(34320),
    },
  ],
  deductions: [
    { kind: 'income-tax', amount: pence(2020) },
    { kind: 'national-insurance', amount: pence(810) },
    { kind: 'pension', purpose: 'NEST, your 4 %', amount: pence(893) },
  ],
  reimbursements: [],
  netPay: pence(30597),
  hoursWorkedMinutes: 1560,
  employerPension: { scheme: 'NEST', amount: pence(670) },
  yearToDate: {
    pay: pence(984160),
    tax: pence(32320),
    nationalInsurance: pence(13144),
    pensionWorker: pence(23110),
    pensionEmployer: pence(21640),
  },
  holiday: {
    kind: 'accrued',
    earnedMinutes: 71 * 60,
    takenMinutes: 42 * 60,
    leftMinutes: 29 * 60,
    leaveYearEnd: isoDay('2027-03-31'),
  },
  taxWorking: {
    basis: 'cumulative',
    payToDate: pence(984160),
    freePayToDate: pence(822528),
    taxableToDate: pence(161600),
    taxDueToDate: pence(32320),
    taxPaidBefore: pence(30300),
    limited: false,
  },
  // 8 % of 343.20 − 242.00 = 101.20 is 8.096; 4 % of 343.20 − 120.00 = 223.20 is 8.928.
  workings: [
    {
      of: 'national-insurance',
      letter: 'A',
      bands: [{ percent: '8', on: pence(10120), from: pence(24200) }],
    },
    {
      of: 'pension',
      percent: '4',
      on: pence(22320),
      between: { lower: pence(12000), upper: pence(96700) },
      treatment: 'net-pay',
    },
  ],
  contact: { name: 'Sam Bell', phone: '0113 496 0000' },
};

/** Everything a payslip can say at once: 26 lines of pay, a refund of tax, two expenses, long names. */
export const longPayslip: PayslipDocument = {
  ...weeklyPayslip,
  employerName: 'Gwenllïan Ŵyn-Humphreys-Featherstonehaugh, by her deputy Bartholomew Cholmondeley-Warner',
  workerName: 'Aleksandra-Małgorzata Brzęczyszczykiewicz-Llywelyn-Fitzsimmons',
  payrollNumber: '2026-000417',
  earnings: [
    ...Array.from({ length: 24 }, (_, index) => ({
      kind: 'work' as const,
      name: `Weekend evening with travel, shift ${index + 1}`,
      quantity: { kind: 'hours' as const, minutes: 195 },
      rate: '14.0525',
      amount: pence(4567),
    })),
    {
      kind: 'sleep-in',
      quantity: { kind: 'count', count: '2', of: 'shift' },
      rate: '62.50',
      amount: pence(12500),
    },
    { kind: 'rolled-up-holiday', quantity: { kind: 'percent', percent: '12.07' }, amount: pence(14737) },
    { kind: 'ssp', quantity: { kind: 'count', count: '2.5', of: 'day' }, rate: '24.65', amount: pence(6163) },
  ],
  deductions: [
    { kind: 'income-tax', amount: pence(-12340) },
    { kind: 'national-insurance', amount: pence(4210) },
    { kind: 'pension', purpose: 'The People’s Pension, your 5 %', amount: pence(3310) },
    { kind: 'student-loan', plan: 'plan-2', amount: pence(700) },
    { kind: 'attachment', purpose: 'Leeds County Court, order 7XY01234', amount: pence(2500) },
  ],
  reimbursements: [
    { kind: 'mileage', note: '42 miles at 55p', amount: pence(2310) },
    { kind: 'expenses', note: 'bus fares with Ruth', amount: pence(560) },
  ],
  // 24 × 45.67 = 1,096.08; + 125.00 + 147.37 + 61.63 = 1,430.08; taken off −16.20; paid back 28.70.
  netPay: pence(143008 + 1620 + 2870),
  payments: [
    { by: 'before', on: isoDay('2026-11-20'), amount: pence(150000) },
    { by: 'bank', amount: pence(143008 + 1620 + 2870 - 150000) },
  ],
  yearToDate: {
    ...weeklyPayslip.yearToDate,
    gross: pence(1901200),
    studentLoan: pence(4200),
    postgraduateLoan: pence(1100),
    pay: pence(1843201),
  },
  holiday: { kind: 'rolled-up' },
  taxWorking: {
    basis: 'cumulative',
    payToDate: pence(1843201),
    freePayToDate: pence(822528),
    taxableToDate: pence(1020600),
    taxDueToDate: pence(204120),
    taxPaidBefore: pence(216460),
    limited: false,
  },
  notes: ['Your rate went up on 1 November.', 'Thank you for covering the two Sundays.'],
  replacesPayDate: isoDay('2026-11-20'),
  contact: { name: 'Bartholomew Cholmondeley-Warner', email: 'b.cholmondeley-warner@example.org' },
};

/** A week without work. */
export const zeroPayslip: PayslipDocument = {
  employerName: 'Ruth Bell',
  workerName: 'Joe Okafor',
  payrollNumber: '003',
  taxCode: 'BR',
  niLetter: 'A',
  taxYear: '2026-27',
  taxPeriod: { kind: 'month', number: 8 },
  period: { from: isoDay('2026-10-06'), to: isoDay('2026-11-05') },
  payDate: isoDay('2026-11-05'),
  payments: [],
  earnings: [],
  deductions: [],
  reimbursements: [],
  netPay: pence(0),
  hoursWorkedMinutes: 0,
  yearToDate: {
    pay: pence(0),
    tax: pence(0),
    nationalInsurance: pence(0),
    pensionWorker: pence(0),
    pensionEmployer: pence(0),
  },
  holiday: {
    kind: 'accrued',
    earnedMinutes: 330,
    takenMinutes: 450,
    leftMinutes: -120,
    leaveYearEnd: isoDay('2027-03-31'),
  },
  taxWorking: { basis: 'flat', percent: '20' },
};
