import type { earlierJobHere } from '@shared/api/people-life';
import type { IsoDay } from '@shared/dates';
import { taxYearOf } from '@shared/payroll/tax-period';
import { p45Figures } from '@shared/payroll/year-figures';
import type { z } from 'zod';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { inForce, type PayRecord, standingPayslips } from './pay-record';
import { figuresToDateOfWorker, previousEmployment } from './pay-to-date';
import { workerName } from './worker-name';

type WorkerRow = WorkspaceSchema['worker'];

function overlaps(
  a: { readonly started_on: IsoDay; readonly left_on: IsoDay | null },
  b: { readonly started_on: IsoDay; readonly left_on: IsoDay | null },
): boolean {
  return (
    (a.left_on === null || b.started_on <= a.left_on) && (b.left_on === null || a.started_on <= b.left_on)
  );
}

/**
 * Refuses a second record of one person (the same National Insurance number) for the same time: kinds of work with their
 * own rates are one job, and its earnings count together for National Insurance. Somebody who left may come back, with a
 * new record and a payroll number of its own. Source: SSCR 2001 reg 14; CWG2, several jobs with one employer. (RECALLED)
 */
export function checkSamePerson(
  workers: readonly WorkerRow[],
  one: Pick<WorkerRow, 'started_on' | 'left_on' | 'ni_number' | 'payroll_number'> & {
    readonly id: string | null;
  },
): void {
  const others = workers.filter((other) => other.id !== one.id);
  if (one.ni_number !== '') {
    const twin = others.find((other) => other.ni_number === one.ni_number && overlaps(one, other));
    if (twin !== undefined) refuse('worker.same-person', { name: workerName(twin) }, 'niNumber');
  }
  const number = one.payroll_number;
  const sameNumber = number === '' ? undefined : others.find((other) => other.payroll_number === number);
  if (sameNumber !== undefined)
    refuse('worker.payroll-number-used', { name: workerName(sameNumber), number }, 'payrollNumber');
}

/** The figures that our own P45 gave somebody who came back in the same tax year; null for anyone else. */
export function earlierJobOf(record: PayRecord, worker: WorkerRow): z.infer<typeof earlierJobHere> | null {
  if (worker.ni_number === '') return null;
  const year = taxYearOf(worker.started_on);
  const before = record.workers
    .filter(
      (one) =>
        one.id !== worker.id &&
        one.ni_number === worker.ni_number &&
        one.left_on !== null &&
        one.left_on < worker.started_on &&
        taxYearOf(one.left_on) === year,
    )
    .sort((a, b) => ((a.left_on ?? '') < (b.left_on ?? '') ? -1 : 1))
    .at(-1);
  if (before === undefined || before.left_on === null) return null;
  const last = standingPayslips(record, before.id)
    .filter((row) => row.tax_year === year)
    .at(-1);
  const tax = inForce(record.tax, before.id, before.left_on, (one) => one.from_day);
  if (last === undefined || tax === undefined) return null;
  const previous = previousEmployment(record, before.id, year);
  const figures = p45Figures(
    figuresToDateOfWorker(record, before.id, year),
    previous === null ? null : { pay: previous.taxablePay, tax: previous.tax },
    tax.tax_basis === 'week1-month1',
  );
  const total = figures.total ?? figures.here;
  return {
    workerId: before.id,
    name: workerName(before),
    leftOn: before.left_on,
    taxCode: tax.tax_code,
    taxBasis: tax.tax_basis,
    pay: total?.pay ?? figuresToDateOfWorker(record, before.id, year).taxablePay,
    tax: total?.tax ?? figuresToDateOfWorker(record, before.id, year).tax,
  };
}
