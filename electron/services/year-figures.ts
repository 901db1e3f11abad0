import type { YearFigures } from '@shared/api/year';
import { addPence, NO_MONEY, type Pence, sumPence, takePence } from '@shared/money';
import type { FiguresToDate, PayResult } from '@shared/payroll/pay-types';

export const NO_FIGURES: YearFigures = {
  gross: NO_MONEY,
  tax: NO_MONEY,
  employeeNi: NO_MONEY,
  employerNi: NO_MONEY,
  studentLoan: NO_MONEY,
  postgraduateLoan: NO_MONEY,
  pensionEmployee: NO_MONEY,
  pensionEmployer: NO_MONEY,
  otherDeductions: NO_MONEY,
  reimbursements: NO_MONEY,
  net: NO_MONEY,
  employerCost: NO_MONEY,
};

/** One finished payment as a line of the year. */
export function figuresOfResult(result: PayResult): YearFigures {
  return {
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
  };
}

/** Figures to date as a line of the year; what was paid out and what it cost is not in them. */
export function figuresOfToDate(sum: FiguresToDate): YearFigures {
  const ni = Object.values(sum.nationalInsurance);
  return {
    ...NO_FIGURES,
    gross: sum.gross,
    tax: sum.tax,
    employeeNi: sumPence(ni.map((one) => one.employee)),
    employerNi: sumPence(ni.map((one) => one.employer)),
    studentLoan: sum.studentLoan,
    postgraduateLoan: sum.postgraduateLoan,
    pensionEmployee: sum.pensionEmployee,
    pensionEmployer: sum.pensionEmployer,
    net: null,
    employerCost: null,
  };
}

function each(
  a: YearFigures,
  b: YearFigures,
  how: (a: Pence, b: Pence) => Pence,
  unknown: 'skip' | 'keep',
): YearFigures {
  const maybe = (x: Pence | null, y: Pence | null): Pence | null => {
    if (x !== null && y !== null) return how(x, y);
    return unknown === 'keep' ? null : (x ?? y);
  };
  return {
    gross: how(a.gross, b.gross),
    tax: how(a.tax, b.tax),
    employeeNi: how(a.employeeNi, b.employeeNi),
    employerNi: how(a.employerNi, b.employerNi),
    studentLoan: how(a.studentLoan, b.studentLoan),
    postgraduateLoan: how(a.postgraduateLoan, b.postgraduateLoan),
    pensionEmployee: how(a.pensionEmployee, b.pensionEmployee),
    pensionEmployer: how(a.pensionEmployer, b.pensionEmployer),
    otherDeductions: how(a.otherDeductions, b.otherDeductions),
    reimbursements: how(a.reimbursements, b.reimbursements),
    net: maybe(a.net, b.net),
    employerCost: maybe(a.employerCost, b.employerCost),
  };
}

/** The sum of two lines; a figure that one of them does not know counts as nothing. */
export function addFigures(a: YearFigures, b: YearFigures): YearFigures {
  return each(a, b, (x, y) => addPence(x, y), 'skip');
}

/** One line less another. */
export function takeFigures(a: YearFigures, b: YearFigures): YearFigures {
  return each(a, b, takePence, 'keep');
}
