import { clockTime } from '@shared/clock-time';
import { addDays, addMonths, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { HmrcRecord } from '../../../electron/files/documents/hmrc-record-pdf';
import type { PaymentSheet } from '../../../electron/files/documents/payment-sheet-pdf';
import type { RotaPrint } from '../../../electron/files/documents/rota-pdf';
import type { Timesheet } from '../../../electron/files/documents/timesheet-pdf';

export const paymentSheet: PaymentSheet = {
  householdName: 'Ruth Bell',
  payDate: isoDay('2026-11-27'),
  payFrom: 'Direct payment account ending 4417',
  payments: [
    {
      group: 'worker',
      payee: 'Maya Lewis',
      sortCode: '200000',
      accountNumber: '01234567',
      method: 'transfer',
      amount: pence(30597),
      reference: 'WAGES 27 NOV',
      payBy: isoDay('2026-11-27'),
    },
    {
      group: 'worker',
      payee: 'Aleksandra-Małgorzata Brzęczyszczykiewicz-Llywelyn',
      method: 'transfer',
      amount: pence(123456),
      reference: 'WAGES 27 NOV',
      payBy: isoDay('2026-11-27'),
    },
    {
      group: 'worker',
      payee: 'Joe Okafor',
      sortCode: '60-00-01',
      accountNumber: '31926819',
      method: 'transfer',
      amount: pence(8810),
      reference: 'WAGES 27 NOV',
      payBy: isoDay('2026-11-27'),
      paidOn: isoDay('2026-11-26'),
    },
    {
      group: 'hmrc',
      payee: 'HMRC Cumbernauld',
      sortCode: '083210',
      accountNumber: '12001039',
      method: 'transfer',
      amount: pence(40221),
      reference: '120PA001234562707',
      payBy: isoDay('2026-11-22'),
    },
    {
      group: 'pension',
      payee: 'NEST',
      method: 'direct-debit',
      amount: pence(1563),
      reference: 'EMP000123456',
      payBy: isoDay('2026-12-15'),
    },
  ],
};

export const hmrcRecord: HmrcRecord = {
  employerName: 'Ruth Bell',
  payeReference: '120/AB12345',
  accountsOfficeReference: '120PA00123456',
  taxYear: '2026-27',
  asOf: isoDay('2026-11-21'),
  months: Array.from({ length: 8 }, (_, index) => ({
    number: index + 1,
    ends: addMonths(isoDay('2026-05-05'), index),
    incomeTax: pence(8080),
    studentLoan: pence(index === 3 ? 700 : 0),
    niWorkers: pence(3240),
    niEmployer: pence(11400),
    employmentAllowance: pence(11400),
    recovered: pence(index === 5 ? 9000 : 0),
  })),
  payments: [
    {
      firstMonth: 1,
      lastMonth: 3,
      due: isoDay('2026-07-22'),
      reference: '120PA001234562703',
      amount: pence(33960),
      paid: pence(33960),
      paidOn: isoDay('2026-07-20'),
      state: 'paid',
    },
    {
      firstMonth: 4,
      lastMonth: 6,
      due: isoDay('2026-10-22'),
      reference: '120PA001234562706',
      amount: pence(25660),
      paid: pence(20000),
      state: 'overdue',
    },
    {
      firstMonth: 7,
      lastMonth: 9,
      due: isoDay('2027-01-22'),
      reference: '120PA001234562709',
      amount: pence(22640),
      paid: pence(0),
      state: 'not-due',
    },
  ],
  runs: Array.from({ length: 40 }, (_, index) => ({
    payDate: addDays(isoDay('2026-04-10'), 7 * Math.floor(index / 2)),
    workerName: index % 2 === 0 ? 'Maya Lewis' : 'Joe Okafor',
    pay: pence(34320),
    incomeTax: pence(index === 11 ? -1200 : 2020),
    studentLoan: pence(0),
    niWorker: pence(810),
    niEmployer: pence(2850),
    ...(index < 38 ? { sentOn: addDays(isoDay('2026-04-10'), 7 * Math.floor(index / 2)) } : {}),
  })),
};

const day = isoDay('2026-11-23');
const at = clockTime;

export const rotaPrint: RotaPrint = {
  householdName: 'Ruth Bell',
  weekFrom: day,
  workers: ['Maya Lewis', 'Joe Okafor', 'Aleksandra-Małgorzata Brzęczyszczykiewicz'],
  shifts: [
    ...[0, 1, 2, 3].map((index) => ({
      workerName: 'Maya Lewis',
      fromDay: addDays(day, index),
      from: at('07:30'),
      toDay: addDays(day, index),
      to: at('14:00'),
      kind: 'shift' as const,
    })),
    {
      workerName: 'Joe Okafor',
      fromDay: addDays(day, 1),
      from: at('18:00'),
      toDay: addDays(day, 1),
      to: at('22:00'),
      kind: 'shift',
    },
    {
      workerName: 'Joe Okafor',
      fromDay: addDays(day, 1),
      from: at('22:00'),
      toDay: addDays(day, 2),
      to: at('07:00'),
      kind: 'sleep-in',
    },
    { fromDay: addDays(day, 5), from: at('09:00'), toDay: addDays(day, 5), to: at('12:30'), kind: 'shift' },
  ],
  absences: [{ workerName: 'Joe Okafor', day: addDays(day, 4), kind: 'holiday' }],
  printedOn: isoDay('2026-11-21'),
  contact: { name: 'Sam Bell', phone: '0113 496 0000' },
};

export const timesheet: Timesheet = {
  householdName: 'Ruth Bell',
  workerName: 'Joe Okafor',
  payrollNumber: '003',
  period: { from: isoDay('2026-10-26'), to: isoDay('2026-11-22') },
  lines: Array.from({ length: 14 }, (_, index) => ({
    day: addDays(isoDay('2026-10-26'), index * 2),
    from: at(index % 3 === 0 ? '22:00' : '07:30'),
    to: at(index % 3 === 0 ? '07:00' : '14:00'),
    overMidnight: index % 3 === 0,
    breakMinutes: index % 3 === 0 ? 0 : 20,
    minutes: index % 3 === 0 ? 540 : 370,
    work: index % 3 === 0 ? 'Sleep-in' : 'Weekday',
    isNight: index % 3 === 0,
  })),
  absences: [{ day: isoDay('2026-11-03'), kind: 'holiday' }],
  printedOn: isoDay('2026-11-23'),
};
