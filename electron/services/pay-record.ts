import type { IsoDay } from '@shared/dates';
import { openRateBook, type RateBook, type WorkerRate } from '@shared/rota/rate';
import type { RotaShift } from '@shared/rota/shift';
import { shiftPremiumsOf } from '../db/queries/cover';
import { agreementsOf, employerOf } from '../db/queries/household';
import {
  allAbsencesOf,
  confirmedUnpaidShifts,
  draftLinesOf,
  firstRotaDay,
  payslipsOf,
  runsOf,
} from '../db/queries/pay';
import {
  accommodationOf,
  attachmentOrdersOf,
  familyLeavesOf,
  holidayCarriedOf,
  lateChangesOf,
  payDayChoicesOf,
} from '../db/queries/pay-life';
import { contractsOf, figuresToDateOf, pensionsOf, taxDetailsOf, workersOf } from '../db/queries/people';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { type PaidPayslip, paidPayslip, type StoredPayslip, storedPayslip } from './pay-stored';
import { ratesBookOf } from './rates';
import { bankHolidayOn, loadRates, loadRota } from './rota-data';

export type PayslipRow = ReturnType<typeof payslipsOf>[number];
export type WorkerRow = WorkspaceSchema['worker'];

/** Everything of a household that pay is worked out from, as it is at one moment. */
export type PayRecord = {
  readonly db: WorkspaceDatabase;
  readonly householdId: string;
  readonly today: IsoDay;
  readonly workers: readonly WorkerRow[];
  readonly employer: WorkspaceSchema['employer'] | undefined;
  readonly agreements: readonly WorkspaceSchema['funding_agreement'][];
  readonly contracts: readonly WorkspaceSchema['contract'][];
  readonly tax: readonly WorkspaceSchema['tax_detail'][];
  readonly pensions: readonly WorkspaceSchema['pension_membership'][];
  readonly figures: readonly WorkspaceSchema['figures_to_date'][];
  readonly absences: readonly WorkspaceSchema['absence'][];
  readonly familyLeaves: readonly WorkspaceSchema['family_leave'][];
  readonly orders: readonly WorkspaceSchema['attachment_order'][];
  readonly accommodation: readonly WorkspaceSchema['accommodation'][];
  readonly carried: readonly WorkspaceSchema['holiday_carried'][];
  /** Changes to paid hours, those of one shift in their order. */
  readonly lateChanges: readonly WorkspaceSchema['late_change'][];
  /** Pay days that were moved, by the run's key. */
  readonly payDays: ReadonlyMap<string, IsoDay>;
  readonly drafts: readonly WorkspaceSchema['pay_line_draft'][];
  readonly rates: readonly WorkerRate[];
  readonly rateBook: RateBook;
  readonly unpaid: readonly WorkspaceSchema['shift'][];
  /** What was agreed to be paid on top for covers, by shift. */
  readonly premiums: ReadonlyMap<string, WorkspaceSchema['shift_premium']>;
  readonly runs: readonly WorkspaceSchema['pay_run'][];
  readonly payslips: readonly PayslipRow[];
  /** Payslips that a later correction stands in for. */
  readonly superseded: ReadonlySet<string>;
  readonly firstDay: IsoDay | undefined;
  readonly isBankHoliday: (day: IsoDay) => boolean;
  /** Shifts of the rota that start from one day to another, both included. */
  readonly shifts: (from: IsoDay, to: IsoDay) => readonly RotaShift[];
  /** What a finished payslip was made from, read once. */
  readonly stored: (payslipId: string) => StoredPayslip;
  /** The same without what explains and shows its figures: for sums over many. */
  readonly paid: (payslipId: string) => PaidPayslip;
};

/** Gathers a household's record for pay. Refuses with `not-found`. */
export function loadPayRecord(db: WorkspaceDatabase, householdId: string, today: IsoDay): PayRecord {
  return db.remember(`pay ${householdId} ${today}`, () => readPayRecord(db, householdId, today));
}

function readPayRecord(db: WorkspaceDatabase, householdId: string, today: IsoDay): PayRecord {
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const rates = loadRates(db, householdId);
  const payslips = payslipsOf(db, householdId);
  const read = new Map<string, StoredPayslip>();
  // Many where hours are confirmed and not yet paid, and not all that is asked of a record needs them.
  let unpaid: PayRecord['unpaid'] | undefined;
  let loaded: { from: IsoDay; to: IsoDay; shifts: readonly RotaShift[] } | undefined;
  return {
    db,
    householdId,
    today,
    workers: workersOf(db, householdId),
    employer: employerOf(db, householdId),
    agreements: agreementsOf(db, householdId),
    contracts: contractsOf(db, householdId),
    tax: taxDetailsOf(db, householdId),
    pensions: pensionsOf(db, householdId),
    figures: figuresToDateOf(db, householdId),
    absences: allAbsencesOf(db, householdId),
    familyLeaves: familyLeavesOf(db, householdId),
    orders: attachmentOrdersOf(db, householdId),
    accommodation: accommodationOf(db, householdId),
    carried: holidayCarriedOf(db, householdId),
    lateChanges: lateChangesOf(db, householdId),
    payDays: new Map(payDayChoicesOf(db, householdId).map((one) => [one.run_key, one.pay_date])),
    drafts: draftLinesOf(db, householdId),
    rates,
    rateBook: openRateBook(rates),
    get unpaid() {
      unpaid ??= confirmedUnpaidShifts(db, householdId);
      return unpaid;
    },
    premiums: new Map(shiftPremiumsOf(db, householdId).map((one) => [one.shift_id, one])),
    runs: runsOf(db, householdId),
    payslips,
    superseded: new Set(payslips.flatMap((one) => (one.corrects_id === null ? [] : [one.corrects_id]))),
    firstDay: firstRotaDay(db, householdId),
    isBankHoliday: (day) => bankHolidayOn(household.nation, day) !== null,
    shifts: (from, to) => {
      if (loaded !== undefined && from >= loaded.from && to <= loaded.to)
        return loaded.shifts.filter((shift) => shift.day >= from && shift.day <= to);
      const shifts = loadRota(db, householdId, from, to).window.shifts;
      if (loaded === undefined || (from <= loaded.from && to >= loaded.to)) loaded = { from, to, shifts };
      return shifts;
    },
    stored: (payslipId) => {
      const known = read.get(payslipId) ?? storedPayslip(db, payslipId);
      read.set(payslipId, known);
      return known;
    },
    paid: (payslipId) => read.get(payslipId) ?? paidPayslip(db, payslipId),
  };
}

/** The first pay date that there are rates for. */
export function firstKnownPayDate(db: WorkspaceDatabase): IsoDay | undefined {
  return ratesBookOf(db).years[0]?.from;
}

/** A PA's row; refuses with `not-found` for another household's. */
export function workerOfRecord(record: PayRecord, workerId: string): WorkerRow {
  return record.workers.find((one) => one.id === workerId) ?? refuse('not-found');
}

/** The newest of dated rows of a PA that has begun by a day. */
export function inForce<Row extends { worker_id: string }>(
  rows: readonly Row[],
  workerId: string,
  day: IsoDay,
  fromOf: (row: Row) => IsoDay,
): Row | undefined {
  return rows.filter((row) => row.worker_id === workerId && fromOf(row) <= day).at(-1);
}

/** A PA's payslips that stand: not those a correction stands in for. */
export function standingPayslips(record: PayRecord, workerId: string): PayslipRow[] {
  return record.payslips.filter((one) => one.worker_id === workerId && !record.superseded.has(one.id));
}
