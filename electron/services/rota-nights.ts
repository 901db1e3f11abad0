import type { RotaOutcome, ShiftTime, ShiftTimes } from '@shared/api/shifts';
import { ok, type Result } from '@shared/result';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { callOutsOf, liveInMinutes } from '@shared/rota/nights-and-days';
import type { RotaProblem } from '@shared/rota/problem';
import { changeTo, type KeptShift, keyOfKept, type Planned, shiftPlan } from '@shared/rota/rota-plan';
import { spanThatCounts } from '@shared/rota/shift';
import type { Span } from '@shared/rota/span';
import { stretchesOf } from '../db/queries/rota-shifts';
import type { ShiftStretchRow, WorkspaceSchema } from '../db/schema';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { carryOut, keptOfRow, rowOfKept, subjectOf } from './rota-plans';
import { workerShortName } from './worker-name';

const NO_TIMES: ShiftTimes = { callOuts: [], rests: [], night: null };

/** The times that are kept inside a shift; none for one that is only planned. */
export function timesInside(db: WorkspaceDatabase, shiftId: string | null): ShiftTimes {
  if (shiftId === null) return NO_TIMES;
  const rows = stretchesOf(db, shiftId);
  const of = (kind: ShiftStretchRow['kind']): ShiftTime[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ start: row.start_time, end: row.end_time, note: row.note }));
  return { callOuts: of('call-out'), rests: of('rest'), night: of('night')[0] ?? null };
}

/**
 * Minutes of work that the times in a shift come to: awake in a sleep-in, all but rests and the night in a live-in day. Null
 * for a kind of work that is work from start to end. Refuses as `callOutsOf` and `liveInMinutes`.
 */
export function workInside(
  shift: Span & Pick<KeptShift, 'kindOfWork'>,
  times: ShiftTimes,
): Result<{ readonly minutes: number | null; readonly problems: readonly RotaProblem[] }> {
  const facts = kindOfWorkFacts(shift.kindOfWork);
  if (facts.hasOwnTime) {
    const day = liveInMinutes({ ...shift, rests: times.rests, night: times.night, callOuts: times.callOuts });
    return day.ok ? ok({ minutes: day.value.workMinutes, problems: day.value.problems }) : day;
  }
  if (!facts.maySleep) return ok({ minutes: null, problems: [] });
  const called = callOutsOf(shift, times.callOuts);
  return called.ok ? ok({ minutes: called.value.awakeMinutes, problems: called.value.problems }) : called;
}

/**
 * Keeps the times inside a sleep-in or a live-in day: when the PA was woken, rests, the agreed night. A confirmed shift is paid
 * by them. Refuses `shift.paid`, `shift.cancelled`, `times.not-for-this-kind`, and as `workInside`.
 */
export function saveShiftTimes(
  context: ServiceContext,
  householdId: string,
  key: string,
  times: ShiftTimes,
): RotaOutcome {
  const db = databaseOf(context);
  const { subject } = subjectOf(context, householdId, key);
  const { now } = subject;
  if (now.paidIn !== null) refuse('shift.paid');
  if (now.status === 'cancelled') refuse('shift.cancelled');
  const facts = kindOfWorkFacts(now.kindOfWork);
  if (!facts.maySleep && !facts.hasOwnTime) refuse('times.not-for-this-kind');
  if (!facts.hasOwnTime && (times.rests.length > 0 || times.night !== null))
    refuse('times.not-for-this-kind');
  const work = workInside({ ...spanThatCounts(now), kindOfWork: now.kindOfWork }, times);
  if (!work.ok) refuse(work.code, work.details);
  const after = withWork(now, work.value.minutes);
  const planned: Planned = {
    plan: shiftPlan(subject.kept !== null && after === now ? [] : [changeTo(subject, after)]),
    problems: work.value.problems,
  };
  const worker = now.workerId === null ? undefined : db.byId('worker', now.workerId);
  return carryOut(context, householdId, ok(planned), {
    name: facts.hasOwnTime ? 'rota.day-times-saved' : 'rota.times-awake-saved',
    values: { name: worker === undefined ? '' : workerShortName(worker), day: now.day },
    key: keyOfKept(now),
    said: [],
    also: (write) => replaceTimes(context, db, write, householdId, now.id, times),
  });
}

/**
 * A shift's row as it is confirmed, with the work that the times kept inside it come to. What the person said is never changed;
 * times that no longer lie in what was worked are refused with `times.outside-worked`.
 */
export function withTimesInside(
  db: WorkspaceDatabase,
  row: WorkspaceSchema['shift'],
): WorkspaceSchema['shift'] {
  if (row.actual_awake_minutes !== null) return row;
  const shift = keptOfRow(row);
  const facts = kindOfWorkFacts(shift.kindOfWork);
  if (!facts.maySleep && !facts.hasOwnTime) return row;
  const times = timesInside(db, row.id);
  if (times.callOuts.length === 0 && times.rests.length === 0 && times.night === null) return row;
  const work = workInside({ ...spanThatCounts(shift), kindOfWork: shift.kindOfWork }, times);
  if (!work.ok) refuse('times.outside-worked', { day: row.day, ...work.details });
  return rowOfKept(withWork(shift, work.value.minutes), row.household_id);
}

/** A confirmed shift with the minutes of work that its times come to. */
function withWork(shift: KeptShift, minutes: number | null): KeptShift {
  if (shift.status !== 'confirmed' || minutes === null) return shift;
  const { actual } = shift;
  if ((actual?.awakeMinutes ?? 0) === minutes && (actual !== null || minutes === 0)) return shift;
  const { start, endDay, end } = spanThatCounts(shift);
  return { ...shift, actual: { start, endDay, end, awakeMinutes: minutes, reason: actual?.reason ?? '' } };
}

function replaceTimes(
  context: ServiceContext,
  db: WorkspaceDatabase,
  write: ActionWriter,
  householdId: string,
  shiftId: string,
  times: ShiftTimes,
): void {
  const wanted = [
    ...times.callOuts.map((time) => ({ kind: 'call-out' as const, ...time })),
    ...times.rests.map((time) => ({ kind: 'rest' as const, ...time })),
    ...(times.night === null ? [] : [{ kind: 'night' as const, ...times.night }]),
  ];
  const same = (row: ShiftStretchRow, one: (typeof wanted)[number]): boolean =>
    row.kind === one.kind &&
    row.start_time === one.start &&
    row.end_time === one.end &&
    row.note === one.note;
  const there = stretchesOf(db, shiftId);
  for (const row of there) if (!wanted.some((one) => same(row, one))) write.remove('shift_stretch', row.id);
  for (const one of wanted) {
    if (there.some((row) => same(row, one))) continue;
    write.insert('shift_stretch', {
      id: context.ids.next(),
      household_id: householdId,
      shift_id: shiftId,
      kind: one.kind,
      start_time: one.start,
      end_time: one.end,
      note: one.note,
    });
  }
}
