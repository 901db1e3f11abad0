import names from '@resources/documents/file-names.json';
import kinds from '@resources/documents/kinds-of-work.json';
import { daysFromTo, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { type RotaShift, spanThatCounts } from '@shared/rota/shift';
import { employerOf } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { type RotaPrintShift, rotaPdf, rotaPersonPdf } from '../files/documents/rota-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { type TimesheetLine, timesheetPdf } from '../files/documents/timesheet-pdf';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import type { MadeFile } from './program-files';
import { type LoadedRota, loadRota } from './rota-data';
import { timesheetOf } from './timesheets-view';
import { workerName } from './worker-name';

function printKind(shift: RotaShift): RotaPrintShift['kind'] {
  switch (shift.kindOfWork) {
    case 'training':
    case 'travel':
    case 'waking-night':
    case 'live-in':
      return shift.kindOfWork;
    default:
      return kindOfWorkFacts(shift.kindOfWork).maySleep ? 'sleep-in' : 'shift';
  }
}

/** Days somebody is away, with no more of the reason than that it is holiday. */
function daysAway(
  loaded: LoadedRota,
  from: IsoDay,
  to: IsoDay,
): { workerId: string; day: IsoDay; kind: 'holiday' | 'away' }[] {
  return loaded.absences.flatMap((absence) =>
    daysFromTo(laterDay(absence.firstDay, from), earlierDay(absence.lastDay ?? to, to)).map((day) => ({
      workerId: absence.workerId,
      day,
      kind: absence.kind === 'holiday' ? ('holiday' as const) : ('away' as const),
    })),
  );
}

/** The week to print: of everybody, to pin up, or of one PA, to be given to them. */
export function weekFile(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
  workerId: string | null = null,
): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const only = workerId === null ? null : ownedRow(db.byId('worker', workerId), householdId);
  const loaded = loadRota(db, householdId, from, to);
  const workers = new Map(workersOf(db, householdId).map((worker) => [worker.id, worker]));
  const nameOf = (id: string | null): string | undefined => {
    const worker = id === null ? undefined : workers.get(id);
    return worker === undefined ? undefined : workerName(worker);
  };
  const shown = [...workers.values()].filter(
    (worker) => worker.started_on <= to && (worker.left_on === null || worker.left_on >= from),
  );
  const employer = employerOf(db, householdId);
  const print = {
    householdName: household.name,
    weekFrom: from,
    shifts: printedShifts(loaded, nameOf),
    absences: daysAway(loaded, from, to).flatMap(({ workerId: away, day, kind }) => {
      const name = nameOf(away);
      return name === undefined ? [] : [{ workerName: name, day, kind }];
    }),
    printedOn: todayOf(context),
    ...(employer === undefined || employer.contact_name === ''
      ? {}
      : { contact: { name: employer.contact_name, phone: employer.contact_phone } }),
  };
  const file = (name: string, bytes: Uint8Array): MadeFile => ({
    name: safeFileName(name),
    mediaType: 'application/pdf',
    bytes,
  });
  if (only === null)
    return file(fill(names.rotaWeek, { day: from }), rotaPdf({ ...print, workers: shown.map(workerName) }));
  const worker = workerName(only);
  return file(fill(names.rotaWeekOf, { worker, day: from }), rotaPersonPdf({ ...print, workerName: worker }));
}

/** Shifts as they are printed: those somebody works, and each time at which nobody is there. */
function printedShifts(
  { window, groups }: LoadedRota,
  nameOf: (workerId: string | null) => string | undefined,
): RotaPrintShift[] {
  const groupOf = (shift: RotaShift) => (shift.shiftId === null ? undefined : groups.get(shift.shiftId));
  const working = window.shifts.filter((shift) => shift.state !== 'off' && !shift.needsSomeone);
  const worked = working.flatMap((shift): RotaPrintShift[] => {
    const name = nameOf(shift.workerId);
    if (name === undefined) return [];
    const group = groupOf(shift);
    const others = working.filter((other) => other !== shift && groupOf(other) === group);
    const counts = spanThatCounts(shift);
    return [
      {
        workerName: name,
        fromDay: counts.day,
        from: counts.start,
        toDay: counts.endDay,
        to: counts.end,
        kind: printKind(shift),
        withNames: group === undefined ? [] : others.flatMap((other) => nameOf(other.workerId) ?? []),
        note: shift.note,
      },
    ];
  });
  const gaps = window.gaps.flatMap(({ shift, uncovered }) =>
    uncovered.map(
      (span): RotaPrintShift => ({
        fromDay: span.day,
        from: span.start,
        toDay: span.endDay,
        to: span.end,
        kind: printKind(shift),
        note: shift.note,
      }),
    ),
  );
  return [...worked, ...gaps];
}

/** Hours of which only the sum in the period is known stand in one line a kind of work, and on no day. */
function withoutInventedDays(lines: readonly TimesheetLine[]): readonly TimesheetLine[] {
  const sums = new Map<string, TimesheetLine>();
  const days: TimesheetLine[] = [];
  for (const line of lines) {
    if (line.timesKnown !== 'period' || line.isNight === true) {
      days.push(line);
      continue;
    }
    const sum = sums.get(line.work);
    sums.set(line.work, sum === undefined ? line : { ...sum, minutes: sum.minutes + line.minutes });
  }
  return [...sums.values(), ...days];
}

/** A PA's hours of a period, as worked where confirmed, else as planned, to check and sign. */
export function timesheetFile(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  from: IsoDay,
  to: IsoDay,
): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const sheet = timesheetOf(db, householdId, workerId, { from, to });
  const loaded = loadRota(db, householdId, from, to);
  const bytes = timesheetPdf({
    householdName: household.name,
    workerName: workerName(worker),
    payrollNumber: worker.payroll_number,
    period: { from, to },
    lines: withoutInventedDays(
      sheet.lines.flatMap((line): TimesheetLine[] => {
        if (line.standing === 'away' || line.standing === 'cancelled') return [];
        const { planned } = line;
        const counts = line.worked ?? planned;
        const isNight = kindOfWorkFacts(line.kindOfWork).maySleep;
        const differs = counts.start !== planned.start || counts.end !== planned.end;
        return [
          {
            day: planned.day,
            from: counts.start,
            to: counts.end,
            overMidnight: counts.endDay > counts.day,
            breakMinutes: 0,
            minutes: line.worked === null ? line.plannedMinutes : line.workedMinutes,
            work: kinds[line.kindOfWork],
            isNight,
            isOpen: line.worked === null,
            reason: line.reason,
            awakeMinutes: line.awakeMinutes,
            timesKnown: loaded.timesKnown.get(line.shiftId ?? ''),
            ...(differs ? { planned: { from: planned.start, to: planned.end } } : {}),
          },
        ];
      }),
    ),
    // Once everything is confirmed there is nothing left to write in.
    emptyRows: sheet.lines.some((line) => line.standing === 'to-confirm') ? 2 : 0,
    ...(sheet.agreed && sheet.agreement !== null ? { agreement: sheet.agreement } : {}),
    absences: daysAway(loaded, from, to)
      .filter((away) => away.workerId === workerId)
      .map(({ day, kind }) => ({ day, kind })),
    printedOn: todayOf(context),
  });
  return {
    name: safeFileName(fill(names.timesheet, { worker: workerName(worker), day: to })),
    mediaType: 'application/pdf',
    bytes,
  };
}
