import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { p45Figures, p60Figures, paperQuarters, statutoryPaid } from '@shared/payroll/year-figures';
import type { ToolsSheet } from '../../../electron/files/documents/basic-paye-tools-pdf';
import type { P45Sheet } from '../../../electron/files/documents/p45-figures-pdf';
import type { P60Sheet } from '../../../electron/files/documents/p60-figures-pdf';
import type { QuarterSheet } from '../../../electron/files/documents/paper-quarter-pdf';

const employer = { employerName: 'Ruth Bell', payeReference: '120/AB12345' };
const person = { name: 'Grace Okafor', niNumber: 'QQ 12 34 56 C', payrollNumber: '7' };
const ni = {
  earnings: pence(1_300_000),
  earningsAtLel: pence(670_800),
  earningsLelToPt: pence(587_640),
  earningsPtToUel: pence(41_560),
  earningsAboveUel: pence(0),
  employee: pence(3_325),
  employer: pence(119_880),
};
const year = {
  gross: pence(1_300_000),
  taxablePay: pence(1_300_000),
  tax: pence(8_580),
  nationalInsurance: { A: ni },
  studentLoan: pence(0),
  postgraduateLoan: pence(0),
  pensionEmployee: pence(27_000),
  pensionEmployer: pence(20_250),
};
const earlierJob = { pay: pence(210_050), tax: pence(4_200) };
const nothing = statutoryPaid([]);
const loansAndPension = {
  studentLoan: pence(4_200),
  postgraduateLoan: pence(0),
  pensionNetPay: pence(0),
  pensionNotNetPay: pence(27_000),
};

export const p60Sheet: P60Sheet = {
  employer,
  person,
  taxYear: '2025-26',
  asOf: isoDay('2026-05-10'),
  taxCode: '1257L',
  isWeek1Month1: false,
  figures: p60Figures({ ...year, studentLoan: pence(18_200) }, earlierJob, {
    ...nothing,
    'statutory-maternity-pay': pence(189_432),
  }),
  hasEarlierSoftware: false,
};

export const p45Sheet: P45Sheet = {
  employer,
  person: {
    ...person,
    birthDate: isoDay('1988-03-09'),
    gender: 'female',
    address: '12 Mill Lane, Flat 3, Otley, LS21 1AA',
  },
  asOf: isoDay('2026-11-30'),
  taxYear: '2026-27',
  leftOn: isoDay('2026-11-28'),
  taxCode: '1257L',
  isWeek1Month1: false,
  loanContinues: true,
  lastPeriod: { kind: 'week', number: 35 },
  figures: p45Figures(year, earlierJob, false),
  hasUnpaidHours: false,
  hasEarlierSoftware: false,
};

export const toolsSheet: ToolsSheet = {
  employer,
  payDate: isoDay('2026-11-27'),
  payments: [
    {
      person,
      payDate: isoDay('2026-11-27'),
      frequency: 'weekly',
      taxPeriod: { kind: 'week', number: 34 },
      hoursBand: 'D',
      taxCode: '1257L',
      isWeek1Month1: true,
      niLetter: 'A',
      loanPlan: 'plan-2',
      now: {
        taxablePay: pence(65_000),
        notSubject: pence(1_350),
        fromNetPay: pence(500),
        tax: pence(8_160),
        niEarnings: pence(65_000),
        employeeNi: pence(3_264),
        employerNi: pence(8_310),
        studentLoan: pence(600),
        postgraduateLoan: pence(0),
        pensionNetPay: pence(0),
        pensionNotNetPay: pence(2_120),
      },
      toDate: {
        ...loansAndPension,
        taxablePay: pence(1_300_000),
        tax: pence(8_580),
        nationalInsurance: [{ letter: 'A', ...ni }],
        statutory: nothing,
      },
      replaces: null,
      hasEarlierSoftware: false,
    },
  ],
};

export function quarterSheet(isOver: boolean): QuarterSheet {
  const quarter = paperQuarters('2026-27')[2];
  if (quarter === undefined) throw new Error('There are four quarters');
  return {
    employer,
    taxYear: '2026-27',
    quarter,
    asOf: isoDay('2026-11-27'),
    isOver,
    people: [
      {
        person: {
          ...person,
          birthDate: isoDay('1988-03-09'),
          gender: 'female',
          address: '12 Mill Lane, Otley, LS21 1AA',
        },
        startedOn: isoDay('2026-11-16'),
        statement: 'B',
        loanOnStarting: true,
        frequency: 'weekly',
        hoursBand: 'C',
        leftOn: null,
        taxCode: '1257L',
        isWeek1Month1: false,
        quarter: {
          pay: pence(520_000),
          tax: pence(6_000),
          employeeNi: pence(1_500),
          employerNi: pence(50_000),
          studentLoan: pence(0),
          postgraduateLoan: pence(0),
        },
        toDate: {
          ...loansAndPension,
          taxablePay: pence(1_300_000),
          tax: pence(8_580),
          nationalInsurance: [{ letter: 'A', ...ni }],
          statutory: nothing,
        },
        hasEarlierSoftware: true,
      },
      {
        person: {
          name: 'Maya Lewis',
          niNumber: '',
          payrollNumber: '8',
          birthDate: null,
          gender: null,
          address: '',
        },
        startedOn: null,
        statement: null,
        loanOnStarting: false,
        frequency: 'four-weekly',
        hoursBand: 'E',
        leftOn: isoDay('2026-12-11'),
        taxCode: 'S1257L',
        isWeek1Month1: true,
        quarter: {
          pay: pence(100_010),
          tax: pence(-2_500),
          employeeNi: pence(0),
          employerNi: pence(0),
          studentLoan: pence(0),
          postgraduateLoan: pence(0),
        },
        toDate: {
          ...loansAndPension,
          taxablePay: pence(200_020),
          tax: pence(-2_500),
          nationalInsurance: [],
          statutory: nothing,
        },
        hasEarlierSoftware: false,
      },
    ],
    summary: {
      nobodyPaid: false,
      claimsAllowance: true,
      recovered: [{ code: 'statutory-maternity-pay', amount: pence(18_718), compensation: pence(1_591) }],
      recoveredInAll: pence(20_309),
    },
  };
}
