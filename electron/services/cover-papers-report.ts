import type { CoverReport as ShownReport } from '@shared/api/cover-papers';
import { addDays, daysBetween, type IsoDay, mondayOf } from '@shared/dates';
import { addPence, NO_MONEY, type Pence, pence, sumPence, takePence } from '@shared/money';
import {
  type CoverReport,
  type CoverShiftCost,
  coverReport,
  type OutsideCovered,
} from '@shared/rota/cover-report';
import { coverMonths } from '@shared/rota/cover-report-months';
import { parseRate, payAtRate, rateText } from '@shared/rota/rate';
import { isStaffed, type RotaShift } from '@shared/rota/shift';
import { asksFrom, contactsOf, outsideCoversBetween } from '../db/queries/cover';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { askOfRow } from './cover-around';
import { namesForCover } from './cover-known';
import { planLinesOf } from './need-lines';
import { onCostsOf } from './on-cost';
import { premiumOfShift } from './pay-cover';
import { loadPayRecord, type PayRecord } from './pay-record';
import { sickPayOfDays } from './pay-sickness';
import { loadRota } from './rota-data';

/** The longest time that one report looks at: three years. */
const MOST_DAYS = 1096;

/** What covers cost and what was spared, worked out once a week and PA. */
class Costs {
  readonly #record: PayRecord;
  readonly #byWeek = new Map<string, Pence | undefined>();
  readonly #staffed = new Map<string, RotaShift[]>();
  readonly #onCost: (workerId: string, wages: Pence, monday: IsoDay) => Pence;
  readonly #sickPayLeft = new Map<string, Pence>();

  constructor(record: PayRecord, shifts: readonly RotaShift[]) {
    this.#record = record;
    this.#onCost = onCostsOf(record.db, record.householdId);
    for (const shift of shifts) {
      if (shift.workerId === null || !isStaffed(shift)) continue;
      const own = this.#staffed.get(shift.workerId);
      if (own === undefined) this.#staffed.set(shift.workerId, [shift]);
      else own.push(shift);
    }
  }

  /** What a PA earns in the week of a day: of all the weeks, only those of covers and of what was spared are asked for. */
  #weekOf(workerId: string, day: IsoDay): Pence | undefined {
    const monday = mondayOf(day);
    const key = `${workerId} ${monday}`;
    if (this.#byWeek.has(key)) return this.#byWeek.get(key);
    const sunday = addDays(monday, 6);
    const wages = (this.#staffed.get(workerId) ?? []).flatMap((shift) =>
      shift.day < monday || shift.day > sunday ? [] : (this.#wagesOf(workerId, shift, shift.minutes) ?? []),
    );
    const week = wages.length === 0 ? undefined : addPence(...wages);
    this.#byWeek.set(key, week);
    return week;
  }

  #wagesOf(workerId: string, shift: RotaShift, minutes: number): Pence | null {
    const rate = this.#record.rateBook.find(workerId, shift.kindOfWork, shift.day);
    return rate === null ? null : payAtRate(rate, minutes, 1);
  }

  #added(workerId: string, day: IsoDay, without: Pence, wages: Pence): Pence {
    const monday = mondayOf(day);
    const onCost = this.#onCost;
    return takePence(onCost(workerId, addPence(without, wages), monday), onCost(workerId, without, monday));
  }

  /** Wages of a PA's cover with what is paid on top, and what both add to that week's on-costs. */
  readonly costOf = (shift: RotaShift): CoverShiftCost | null => {
    const { workerId } = shift;
    if (workerId === null) return null;
    const rate = this.#record.rateBook.find(workerId, shift.kindOfWork, shift.day);
    const plain = this.#wagesOf(workerId, shift, shift.minutes);
    if (rate === null || plain === null) return null;
    const read = parseRate(rate.pounds);
    if (!read.ok) throw new Error(`Not a rate: ${rate.pounds}`);
    const wages = addPence(plain, premiumOfShift(this.#record, shift));
    const week = this.#weekOf(workerId, shift.day) ?? plain;
    return {
      rate: { per: rate.per, pounds: rateText(read.value) },
      wages,
      onCosts: this.#added(workerId, shift.day, takePence(week, plain), wages),
    };
  };

  /** What the one away is not paid for a shift, less sick pay (SSP) of that day. Nothing where the time is paid. */
  readonly sparedOn = (shift: RotaShift): Pence => {
    const { workerId, day } = shift;
    if (workerId === null || shift.offBecause !== 'absence' || shift.absenceId === null) return NO_MONEY;
    const absence = this.#record.absences.find((one) => one.id === shift.absenceId);
    if (absence === undefined || absence.kind === 'holiday' || absence.pay_kept === 1) return NO_MONEY;
    const wages = this.#wagesOf(workerId, shift, shift.plannedMinutes);
    if (wages === null) return NO_MONEY;
    const week = this.#weekOf(workerId, day) ?? NO_MONEY;
    const unpaid = addPence(wages, this.#added(workerId, day, week, wages));
    return absence.kind === 'sickness' ? this.#afterSickPay(workerId, day, unpaid) : unpaid;
  };

  /** Less sick pay of the day, which counts once however many shifts it had: what one shift does not use up is left. */
  #afterSickPay(workerId: string, day: IsoDay, unpaid: Pence): Pence {
    const key = `${workerId} ${day}`;
    const left =
      this.#sickPayLeft.get(key) ?? sickPayOfDays(this.#record, workerId, day, day)?.amount ?? NO_MONEY;
    const used = pence(Math.min(unpaid, left));
    this.#sickPayLeft.set(key, takePence(left, used));
    return takePence(unpaid, used);
  }
}

function outsideOf(
  db: WorkspaceDatabase,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): readonly OutsideCovered[] {
  const kinds = new Map(contactsOf(db, householdId).map((row) => [row.id, row.kind]));
  return outsideCoversBetween(db, householdId, from, to).map((row) => ({
    id: row.id,
    coversShiftKey: row.covers_key,
    who: { kind: kinds.get(row.contact_id) ?? 'agency', id: row.contact_id },
    day: row.day,
    start: row.start_time,
    endDay: row.end_day,
    end: row.end_time,
    charge: row.charge_pence,
    pounds: row.rate_ten_thousandths === null ? null : rateText(row.rate_ten_thousandths),
    confirmed: row.confirmed === 1,
  }));
}

/** A period that a report or a claim can be made of. Refuses `day.end-before-start` and `cover-report.too-long`. */
function checkPeriod(from: IsoDay, to: IsoDay): void {
  if (to < from) refuse('day.end-before-start', {}, 'to');
  if (daysBetween(from, to) >= MOST_DAYS) refuse('cover-report.too-long', {}, 'to');
}

/** What was needed, covered and left from one day to another, by the rules. */
export function coverReportOf(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): CoverReport {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  checkPeriod(from, to);
  return db.remember(`cover-report ${householdId} ${from} ${to}`, () => {
    const { window } = loadRota(db, householdId, addDays(from, -1), addDays(to, 1));
    const costs = new Costs(loadPayRecord(db, householdId, todayOf(context)), window.shifts);
    return coverReport({
      from,
      to,
      rota: window,
      asks: asksFrom(db, householdId, addDays(from, -1)).map(askOfRow),
      outside: outsideOf(db, householdId, addDays(from, -1), addDays(to, 1)),
      planLines: planLinesOf(db, householdId),
      costOf: costs.costOf,
      sparedOn: costs.sparedOn,
    });
  });
}

/** The report of a period as it is shown and printed: of an absence only its kind is told. */
export function coverReportView(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): ShownReport {
  const report = coverReportOf(context, householdId, from, to);
  const names = namesForCover(databaseOf(context), householdId);
  const { lines, byWho, ...sums } = report;
  return {
    ...sums,
    byCause: report.byCause.map((one) => ({ ...one })),
    byMonth: coverMonths(report).map((one) => ({ ...one })),
    byWho: byWho.map(({ who, ...rest }) => ({ ...rest, kind: who.kind, name: names(who.kind, who.id).name })),
    extraCost: sumPence([report.extraCost]),
    uncoveredShifts: lines
      .filter((line) => line.uncoveredMinutes > 0)
      .toSorted((a, b) => (`${a.day}${a.start}` < `${b.day}${b.start}` ? -1 : 1))
      .map((line) => ({
        key: line.key,
        day: line.day,
        start: line.start,
        endDay: line.endDay,
        end: line.end,
        because: line.because,
        name: line.workerId === null ? null : names('worker', line.workerId).name,
        sleepIn: line.sleepIn,
        minutes: line.minutes,
        uncoveredMinutes: line.uncoveredMinutes,
        search: line.search,
      })),
  };
}
