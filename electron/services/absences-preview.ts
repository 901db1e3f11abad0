import type { AbsencePreview, AbsenceProblemShown } from '@shared/api/absences';
import type { Coded } from '@shared/api/common';
import { addDays, earlierDay, type IsoDay, isoDay, laterDay } from '@shared/dates';
import { bankHolidaysBetween } from '@shared/payroll/bank-holidays';
import { weeksPayReference } from '@shared/payroll/holiday-rates';
import {
  absenceEffect,
  checkCarersLeave,
  openAbsenceTo,
  type TouchedShifts,
  touchedShifts,
} from '@shared/rota/absence-and-pay';
import { checkAbsence } from '@shared/rota/absence-rules';
import { fitNotesState, linkedSickness } from '@shared/rota/fit-notes';
import type { RotaProblem } from '@shared/rota/problem';
import { payslipsOf } from '../db/queries/pay';
import { contractsOf } from '../db/queries/people';
import { absencesOfWorker } from '../db/queries/rota';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { Refusal, refuse } from '../refusal';
import { effectsOf, slipsOf } from './absences-pay';
import { type AbsenceToSave, countedTo, saveAbsence } from './absences-save';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { payslipsToPutRight } from './pay-put-right';
import { loadPayRecord, type PayRecord } from './pay-record';
import { sickPayOfDays } from './pay-sickness';
import { balancesOn, bookedAfter, holidayMinutes, nextPeriodFrom, periodFromOf } from './people-holiday';
import { averageWeekWorked } from './people-holiday-away';
import { absenceOfRow, divisionOf, loadRota } from './rota-data';
import { workerShortName } from './worker-name';

/**
 * What time away would do, by doing it and leaving everything as it was: the shifts it opens, each payslip with and
 * without it, sick pay, holiday and leave. Refuses what saving refuses, except questions, which are told.
 */
export function previewAbsence(
  context: ServiceContext,
  householdId: string,
  input: AbsenceToSave,
): AbsencePreview {
  const db = databaseOf(context);
  const today = todayOf(context);
  const worker = ownedRow(db.byId('worker', input.workerId), householdId);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const contract = contractsOf(db, householdId)
    .filter((one) => one.worker_id === worker.id && one.starts_on <= input.firstDay)
    .at(-1);
  const counted = lastCounted(db, householdId, input, today);
  const plan = checkAbsence(
    { ...input, id: input.id ?? '' },
    { id: worker.id, firstDay: worker.started_on, lastDay: worker.left_on },
    absencesOfWorker(db, worker.id).map(absenceOfRow),
  );
  const effect = absenceEffect({
    reason: input.kind === 'other' ? input.reason || 'other' : input.kind,
    holidayMethod: contract?.holiday_method ?? 'accrual',
    payKept: input.payKept ?? false,
  });
  const rota = loadRota(db, householdId, input.firstDay, counted).window.shifts;
  const touched = touchedShifts({ ...input, id: input.id ?? '' }, rota, counted);
  // Only days that are paid already can put a finished payslip wrong.
  const mayPutWrong = payslipsOf(db, householdId).some(
    (one) => one.worker_id === worker.id && one.period_to >= input.firstDay,
  );
  const toPutRight = () => (mayPutWrong ? payslipsToPutRight(context, householdId, worker.id) : []);
  const rightBefore = new Set(toPutRight().map((one) => one.payslipId));
  // Without this one: an absence that is being changed counts as not there.
  const payUntil = laterDay(today, counted);
  const holidayDay = laterDay(input.firstDay, today);
  const balance = () => {
    const found = balancesOn(db, householdId, holidayDay).find((one) => one.workerId === worker.id);
    if (found === undefined) return undefined;
    const booked = bookedAfter(db, worker.id, holidayDay, found.leaveYearTo);
    return { ...found, leftMinutes: found.leftMinutes - booked };
  };
  const { without, before } = db.rehearse(() => {
    if (input.id !== null) takeAway(db, householdId, input.id);
    return {
      without: slipsOf(loadPayRecord(db, householdId, payUntil), worker.id, input.firstDay, counted),
      before: balance(),
    };
  });
  return db.rehearse(() => {
    const { id } = saveAbsence(context, householdId, {
      ...input,
      confirmed: plan.problems.filter((one) => one.severity === 'ask').map((one) => one.code),
    });
    const record = loadPayRecord(db, householdId, payUntil);
    const withIt = slipsOf(record, worker.id, input.firstDay, counted);
    const payslips = effectsOf(without, withIt);
    const after = balance();
    const row = db.byId('absence', id) ?? refuse('not-found');
    const opened = loadRota(db, householdId, input.firstDay, counted).window.shifts.filter(
      (shift) => shift.absenceId === id && shift.needsSomeone,
    );
    const carers = input.kind === 'carers' ? carersOf(db, householdId, input, touched, today) : null;
    return {
      name: workerShortName(worker),
      pay: effect.pay,
      holiday: effect.holiday,
      mayKeepPay: effect.mayKeepPay,
      source: { ...effect.source },
      problems: [...plan.problems, ...(carers?.problems ?? [])].map(shownProblem),
      opened: opened.map((shift) => ({
        key: shift.key,
        day: shift.day,
        start: shift.start,
        endDay: shift.endDay,
        end: shift.end,
        minutes: shift.plannedMinutes,
        kindOfWork: shift.kindOfWork,
      })),
      touched: touched.shifts,
      worked: touched.worked,
      paidAlready: touched.paidAlready,
      countedTo: counted,
      payslips,
      toPutRight: toPutRight()
        .filter((one) => !rightBefore.has(one.payslipId))
        .map(({ payslipId, periodFrom, periodTo }) => ({ payslipId, periodFrom, periodTo })),
      whyNone: payslips.length > 0 ? null : (withIt.why ?? without.why),
      sickness: input.kind === 'sickness' ? sicknessOf(record, input, id, counted, today) : null,
      holidayTaken:
        input.kind !== 'holiday' || after === undefined
          ? null
          : {
              method: after.method,
              minutes: holidayMinutes(db, row, counted),
              leftBefore: before?.leftMinutes ?? 0,
              leftAfter: after.leftMinutes,
              yearEnds: after.leaveYearTo,
            },
      bankHolidays:
        input.kind !== 'holiday'
          ? []
          : bankHolidaysBetween(divisionOf(household.nation), input.firstDay, counted).map(
              ({ day, title }) => ({
                day,
                title,
                worksThen: touched.days.includes(day),
              }),
            ),
      carers: carers?.shown ?? null,
    };
  });
}

/** The same while it is typed: days that can't be are told as an answer. Refuses what is not about the days. */
export function lookAtAbsence(
  context: ServiceContext,
  householdId: string,
  input: AbsenceToSave,
): { effect: AbsencePreview | null; refused: Coded | null } {
  try {
    return { effect: previewAbsence(context, householdId, input), refused: null };
  } catch (error) {
    if (error instanceof Refusal && error.field !== undefined)
      return { effect: null, refused: { code: error.code, values: { ...error.details } } };
    throw error;
  }
}

/** A problem of the rota's rules as it crosses the contract. */
export function shownProblem(problem: RotaProblem): AbsenceProblemShown {
  return { code: problem.code, severity: problem.severity, values: { ...problem.details } };
}

/** An absence without an end is looked at to the end of the pay period it begins in, or of the running one. */
function lastCounted(
  db: WorkspaceDatabase,
  householdId: string,
  input: AbsenceToSave,
  today: IsoDay,
): IsoDay {
  if (input.lastDay !== null) return countedTo(input);
  const worker = db.byId('worker', input.workerId);
  const day = laterDay(input.firstDay, today);
  const contract = contractsOf(db, householdId)
    .filter((one) => one.worker_id === input.workerId && one.starts_on <= day)
    .at(-1);
  const periodEnd =
    contract === undefined
      ? countedTo(input)
      : addDays(
          nextPeriodFrom(contract.pay_frequency, contract.first_period_from, periodFromOf(contract, day)),
          -1,
        );
  return openAbsenceTo(input.firstDay, periodEnd, worker?.left_on ?? null);
}

function sicknessOf(
  record: PayRecord,
  input: AbsenceToSave,
  id: string,
  counted: IsoDay,
  today: IsoDay,
): AbsencePreview['sickness'] {
  const pay = sickPayOfDays(record, input.workerId, input.firstDay, counted);
  const own = (pay?.days ?? []).filter((one) => input.firstDay <= one.day && one.day <= counted);
  const refused = new Map<string, number>();
  for (const day of own)
    if (day.outcome === 'refused') refused.set(day.code, (refused.get(day.code) ?? 0) + 1);
  const earlier = record.absences
    .filter((one) => one.worker_id === input.workerId && one.kind === 'sickness' && one.id !== id)
    .map((one) => ({ id: one.id, firstDay: one.first_day, lastDay: one.last_day }));
  const link = linkedSickness({ firstDay: input.firstDay, lastDay: counted }, earlier, today);
  const notes = fitNotesState({ firstDay: input.firstDay, lastDay: null }, [], today);
  return {
    qualifyingDays: own.filter((one) => one.outcome !== 'not-qualifying').length,
    paidDays: own.filter((one) => one.outcome === 'paid').length,
    waitingDays: own.filter((one) => one.outcome === 'waiting').length,
    refused: [...refused].map(([code, days]) => ({ code, days })),
    linkedFrom: link.absenceIds.length === 0 ? null : link.linkedFrom,
    daysBetween: link.daysBetween,
    countedTo: counted,
    fitNoteFrom: notes.neededFrom ?? addDays(input.firstDay, 7),
  };
}

function carersOf(
  db: WorkspaceDatabase,
  householdId: string,
  input: AbsenceToSave,
  touched: TouchedShifts,
  today: IsoDay,
): {
  shown: NonNullable<AbsencePreview['carers']>;
  problems: ReturnType<typeof checkCarersLeave>['problems'];
} {
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const contract = contractsOf(db, householdId)
    .filter((one) => one.worker_id === input.workerId && one.starts_on <= input.firstDay)
    .at(-1);
  const lastDay = earlierDay(input.lastDay ?? touched.countedTo, touched.countedTo);
  const since = loadRota(db, householdId, addDays(input.firstDay, -364), input.firstDay).window.shifts;
  const own = since.filter((shift) => shift.workerId === input.workerId);
  const weekMinutes =
    contract?.hours_kind === 'fixed'
      ? contract.weekly_minutes
      : averageWeekWorked(own, input.firstDay, weeksPayReference);
  const taken = absencesOfWorker(db, input.workerId)
    .filter((one) => one.kind === 'carers' && one.id !== input.id)
    .map((one) => ({
      firstDay: one.first_day,
      minutes: own
        .filter((shift) => shift.absenceId === one.id)
        .reduce((sum, shift) => sum + shift.plannedMinutes, 0),
    }));
  const { problems, leftMinutes, postponeTo, source } = checkCarersLeave({
    firstDay: input.firstDay,
    lastDay,
    askedOn: input.toldOn ?? today,
    nation: household.nation,
    days: touched.days.length,
    minutes: touched.minutes,
    weekMinutes,
    taken,
  });
  return { shown: { leftMinutes, weekMinutes, postponeTo, source: source.source }, problems };
}

/** Puts an absence out of the way for a rehearsal; what hangs on it stays. */
function takeAway(db: WorkspaceDatabase, householdId: string, id: string): void {
  ownedRow(db.byId('absence', id), householdId);
  db.act({ name: 'rota.absence-removed', householdId }, (write) =>
    write.update('absence', id, { kind: 'unpaid', pay_kept: 0, first_day: NEVER, last_day: NEVER }),
  );
}

const NEVER = isoDay('2199-12-31');
