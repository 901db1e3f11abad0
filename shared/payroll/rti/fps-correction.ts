import { NO_MONEY, type Pence, takePence } from '../../money';
import type { FpsEmployee, FpsEmployment, FpsNi, FpsPayment } from './fps-types';

type Maybe = Pence | undefined;

/** What an amount moved by; nothing where neither was there or it stayed. */
function moved(now: Maybe, was: Maybe): Maybe {
  const difference = takePence(now ?? NO_MONEY, was ?? NO_MONEY);
  return difference === 0 ? undefined : difference;
}

function movedPayment(now: FpsPayment, was: FpsPayment): FpsPayment {
  const loan = moved(now.studentLoan?.amount, was.studentLoan?.amount);
  const plan = now.studentLoan?.plan ?? was.studentLoan?.plan;
  return {
    ...now,
    taxablePay: takePence(now.taxablePay, was.taxablePay),
    notTaxedOrNiced: moved(now.notTaxedOrNiced, was.notTaxedOrNiced),
    deductionsFromNetPay: moved(now.deductionsFromNetPay, was.deductionsFromNetPay),
    payAfterStatutoryDeductions: moved(now.payAfterStatutoryDeductions, was.payAfterStatutoryDeductions),
    pensionNetPay: moved(now.pensionNetPay, was.pensionNetPay),
    itemsForClass1: moved(now.itemsForClass1, was.itemsForClass1),
    pensionAfterTax: moved(now.pensionAfterTax, was.pensionAfterTax),
    studentLoan: loan === undefined || plan === undefined ? undefined : { plan, amount: loan },
    postgraduateLoan: moved(now.postgraduateLoan, was.postgraduateLoan),
    tax: takePence(now.tax, was.tax),
  };
}

/** A letter of which nothing is left. */
function emptied(letter: string): FpsNi {
  return {
    letter,
    earnings: NO_MONEY,
    earningsToDate: NO_MONEY,
    atLelToDate: NO_MONEY,
    lelToPtToDate: NO_MONEY,
    ptToUelToDate: NO_MONEY,
    employer: NO_MONEY,
    employerToDate: NO_MONEY,
    employee: NO_MONEY,
    employeeToDate: NO_MONEY,
  };
}

function movedNi(now: readonly FpsNi[], was: readonly FpsNi[]): readonly FpsNi[] {
  const before = new Map(was.map((ni) => [ni.letter, ni]));
  const gone = was.filter((ni) => ni.earnings !== 0 && !now.some((one) => one.letter === ni.letter));
  return [...now, ...gone.map((ni) => emptied(ni.letter))].map((ni) => {
    const old = before.get(ni.letter) ?? emptied(ni.letter);
    return {
      ...ni,
      earnings: takePence(ni.earnings, old.earnings),
      employer: takePence(ni.employer, old.employer),
      employee: takePence(ni.employee, old.employee),
    };
  });
}

/** Nothing in the period: a tax year that is over is put right by its figures to date alone. */
function nothingInPeriod(ni: FpsNi): FpsNi {
  return { ...ni, earnings: NO_MONEY, employer: NO_MONEY, employee: NO_MONEY };
}

/**
 * One worker's part of a correcting FPS: the payment day and frequency first reported, the difference in the period,
 * the right figures to date, and late reason H. For a tax year that is over, nothing in the period. `now` has the
 * right figures to date in it; `was` is the payment as it was first worked out, for the same person and job.
 * Source: GOV.UK, Fix problems with running payroll, "You paid your employee the wrong amount or made incorrect
 * deductions" and "You made a mistake in your FPS or EPS".
 */
export function correctingEmployee(now: FpsEmployee, was: FpsEmployee, isYearOver: boolean): FpsEmployee {
  return {
    ...now,
    employments: now.employments.map((employment, index) => {
      const before = was.employments[index];
      const marked: FpsEmployment = { ...employment, payment: { ...employment.payment, lateReason: 'H' } };
      const letters = movedNi(marked.nationalInsurance, before?.nationalInsurance ?? []);
      return {
        ...marked,
        payment: movedPayment(marked.payment, isYearOver ? marked.payment : (before ?? marked).payment),
        nationalInsurance: isYearOver ? letters.map(nothingInPeriod) : letters,
      };
    }),
  };
}
