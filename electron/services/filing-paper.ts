import names from '@resources/documents/file-names.json';
import type { IsoDay } from '@shared/dates';
import { addPence, NO_MONEY } from '@shared/money';
import { figuresBetween, hoursBand, paperQuarters } from '@shared/payroll/year-figures';
import { type PaperSummary, paperQuarterPdf, type QuarterPerson } from '../files/documents/paper-quarter-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { recoveredUpTo, wasAnybodyPaid } from './filing-eps';
import { sentReports } from './filing-reports';
import { quarterAbout } from './filing-view';
import { starterStatement } from './filing-worker';
import { inForce, loadPayRecord, type PayRecord, type WorkerRow } from './pay-record';
import {
  addressOf,
  countsOn,
  earlierSoftware,
  employerBoxes,
  lastOf,
  personBoxes,
  stoodWith,
  sumOf,
  taxCodeOf,
  toDateBoxes,
} from './pay-year-papers';
import type { MadeFile } from './program-files';

function within(day: IsoDay | null, from: IsoDay, to: IsoDay): IsoDay | null {
  return day !== null && from <= day && day <= to ? day : null;
}

function quarterPerson(
  record: PayRecord,
  worker: WorkerRow,
  taxYear: string,
  from: IsoDay,
  to: IsoDay,
): QuarterPerson {
  const now = stoodWith(record, worker.id, taxYear, (row) => countsOn(row) <= to);
  const before = stoodWith(record, worker.id, taxYear, (row) => countsOn(row) < from);
  const sums = figuresBetween(
    sumOf(record, worker.id, taxYear, now),
    sumOf(record, worker.id, taxYear, before),
  );
  const last = lastOf(now);
  const startedOn = within(worker.started_on, from, to);
  const contract = inForce(record.contracts, worker.id, to, (one) => one.starts_on);
  return {
    person: {
      ...personBoxes(worker),
      birthDate: worker.birth_date,
      gender: worker.gender,
      address: addressOf(worker),
    },
    startedOn,
    statement: startedOn === null ? null : starterStatement(record, worker.id, taxYear).declaration,
    loanOnStarting: startedOn !== null && last?.input.input.worker.loans.plan != null,
    leftOn: within(worker.left_on, from, to),
    frequency: last?.input.input.frequency ?? null,
    hoursBand: hoursBand(contract?.hours_kind === 'fixed' ? contract.weekly_minutes : null),
    ...taxCodeOf(last?.result.result.taxCode ?? ''),
    quarter: { ...sums, pay: sums.taxablePay },
    toDate: toDateBoxes(record, worker.id, taxYear, now),
    hasEarlierSoftware: earlierSoftware(record, worker.id, taxYear).length > 0,
  };
}

/** What form RT5 is for: nobody paid, the Employment Allowance, and family pay got back. */
function summaryOf(
  record: PayRecord,
  taxYear: string,
  number: number,
  from: IsoDay,
  to: IsoDay,
): PaperSummary {
  const recovered = recoveredUpTo(record, taxYear, number * 3);
  const claimedBefore = sentReports(record).some(
    (one) =>
      one.kind === 'paper-quarter' && one.taxYear === taxYear && one.about !== quarterAbout(taxYear, number),
  );
  return {
    nobodyPaid: !wasAnybodyPaid(record, from, to),
    claimsAllowance: record.employer?.employment_allowance === 1 && !claimedBefore,
    recovered: recovered.map(({ code, recovered: amount, compensation }) => ({ code, amount, compensation })),
    recoveredInAll: addPence(NO_MONEY, ...recovered.flatMap((one) => [one.recovered, one.compensation])),
  };
}

/** The figures of a quarter for those who report on paper. Refuses with `pay.not-on-paper` and `not-found`. */
export function paperQuarterFile(
  context: ServiceContext,
  householdId: string,
  taxYear: string,
  number: number,
): MadeFile {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  if (record.employer?.filing_route !== 'paper') refuse('pay.not-on-paper');
  const quarter = paperQuarters(taxYear).find((one) => one.number === number) ?? refuse('not-found');
  const { from, to } = quarter;
  const paid = record.workers.filter((worker) =>
    record.payslips.some(
      (row) =>
        row.worker_id === worker.id &&
        row.tax_year === taxYear &&
        from <= countsOn(row) &&
        countsOn(row) <= to,
    ),
  );
  const bytes = paperQuarterPdf({
    employer: employerBoxes(record),
    taxYear,
    quarter,
    asOf: record.today,
    isOver: record.today > to,
    people: paid.map((worker) => quarterPerson(record, worker, taxYear, from, to)),
    summary: summaryOf(record, taxYear, number, from, to),
  });
  const name = fill(names.paperQuarter, { year: taxYear, number });
  return { name: safeFileName(name), mediaType: 'application/pdf', bytes };
}
