import type { IsoDay } from '@shared/dates';
import { addPence, type Pence, pence, sumPence, takePence } from '@shared/money';
import { exact, roundedToNearest } from '@shared/payroll/exact';

/** What one PA's pay cost the employer, in whole pence; of a correction, what it changed. */
export type CostLine = {
  readonly workerName: string;
  readonly gross: Pence;
  readonly employerNi: Pence;
  readonly employerPension: Pence;
  /** Expenses and mileage paid back. */
  readonly expenses: Pence;
  /** Employment Allowance used against the employer's National Insurance. */
  readonly allowance: Pence;
  /** Statutory family pay that HMRC gives back. */
  readonly recovered: Pence;
  /** Minutes paid by the hour. */
  readonly minutes: number;
};

/** The employer's cost of a pay run, or of one PA in it. It is a paper for the employer alone, never on a payslip. */
export type CostSheet = {
  readonly employerName: string;
  readonly period: { readonly from: IsoDay; readonly to: IsoDay };
  readonly payDate: IsoDay;
  readonly isCorrection: boolean;
  readonly of: 'run' | 'worker';
  readonly lines: readonly CostLine[];
};

/** All that a PA's pay cost: what was paid and what goes with it, less what HMRC leaves or gives back. */
export function wholeCost(line: CostLine): Pence {
  const paid = addPence(line.gross, line.employerNi, line.employerPension, line.expenses);
  return takePence(paid, addPence(line.allowance, line.recovered));
}

/** The cost of one hour without expenses, to the nearest penny; undefined where no hours were paid by the hour. */
export function costOfAnHour(line: CostLine): Pence | undefined {
  if (line.minutes <= 0) return undefined;
  const cost = takePence(wholeCost(line), line.expenses);
  return pence(roundedToNearest(exact(cost).times(60).div(line.minutes), 0).toNumber());
}

/** The lines of a run as one. */
export function together(lines: readonly CostLine[], workerName: string): CostLine {
  const sum = (of: (line: CostLine) => Pence): Pence => sumPence(lines.map(of));
  return {
    workerName,
    gross: sum((line) => line.gross),
    employerNi: sum((line) => line.employerNi),
    employerPension: sum((line) => line.employerPension),
    expenses: sum((line) => line.expenses),
    allowance: sum((line) => line.allowance),
    recovered: sum((line) => line.recovered),
    minutes: lines.reduce((total, line) => total + line.minutes, 0),
  };
}

/**
 * An amount shared out by weights, in whole pence that add up to it again. Where the weights come to nothing, the first
 * has all of it.
 */
export function sharedOut(amount: Pence, weights: readonly Pence[]): Pence[] {
  const whole = sumPence(weights);
  let reached = 0;
  let given = 0;
  return weights.map((weight, index) => {
    reached += weight;
    const upTo =
      whole === 0 ? amount : roundedToNearest(exact(amount).times(reached).div(whole), 0).toNumber();
    const share = (index === weights.length - 1 ? amount : upTo) - given;
    given += share;
    return pence(share);
  });
}
