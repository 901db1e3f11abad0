import type { ChangeShiftInput, PatternScope, RotaOutcome } from '@shared/api/shifts';
import type { ClockTime } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { ok, type Result } from '@shared/result';
import type { RotaPattern } from '@shared/rota/pattern';
import { changeOccurrence, type OccurrenceChange, type PatternPlanned } from '@shared/rota/pattern-change';
import { occurrenceOfKey } from '@shared/rota/pattern-exceptions';
import {
  type Change,
  type KeptShift,
  keyOfKept,
  type Planned,
  type Subject,
  shiftPlan,
  standIn,
} from '@shared/rota/rota-plan';
import { cancelShift, joinShifts, type MoveTo, moveShift, splitShift } from '@shared/rota/shift-operations';
import { takeOutOfShare } from '@shared/rota/shift-share';
import { momentOf } from '@shared/rota/span';
import { shiftByOccurrence } from '../db/queries/rota';
import { coversOfPattern, keptOfPattern, outsideCoverOf } from '../db/queries/rota-shifts';
import type { ActionWriter, WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { aroundDays, carryOut, coversOf, groupOf, keptOfRow, subjectOf } from './rota-plans';
import { workerShortName } from './worker-name';

/** Values of an action about one shift. */
function about(db: WorkspaceDatabase, workerId: string | null, day: IsoDay) {
  const worker = workerId === null ? undefined : db.byId('worker', workerId);
  return { name: worker === undefined ? '' : workerShortName(worker), day };
}

/** Refuses a PA of another household. */
function refuseStranger(
  db: WorkspaceDatabase,
  householdId: string,
  workerId: string | null | undefined,
): void {
  if (workerId != null) ownedRow(db.byId('worker', workerId), householdId);
}

/** Only what was said. */
function moveTo(to: ChangeShiftInput['to']): MoveTo {
  return {
    ...(to.day === undefined ? {} : { day: to.day }),
    ...(to.start === undefined ? {} : { start: to.start }),
    ...(to.end === undefined ? {} : { end: to.end }),
    ...(to.endsNextDay === undefined ? {} : { endsNextDay: to.endsNextDay }),
    ...(to.workerId === undefined ? {} : { workerId: to.workerId }),
    ...(to.kindOfWork === undefined ? {} : { kindOfWork: to.kindOfWork }),
  };
}

/** A change of a pattern's shift, by its scope. */
function occurrencePlan(
  context: ServiceContext,
  householdId: string,
  pattern: RotaPattern,
  key: string,
  scope: PatternScope,
  change: OccurrenceChange,
  days: readonly IsoDay[],
): Result<PatternPlanned> {
  const db = databaseOf(context);
  return changeOccurrence({
    pattern,
    occurrenceKey: key,
    scope,
    change,
    kept: keptOfPattern(db, householdId, pattern.id).map(keptOfRow),
    covers: coversOfPattern(db, householdId, pattern.id).map(keptOfRow),
    around: aroundDays(db, householdId, days),
    nextId: () => context.ids.next(),
  });
}

/**
 * Moves a shift to another day, time or PA, or changes its kind of work or note: of a pattern this one, from here on, or
 * all. Refuses and asks as `moveShift` and `changeOccurrence`.
 */
export function changeShift(
  context: ServiceContext,
  householdId: string,
  input: ChangeShiftInput,
): RotaOutcome {
  const db = databaseOf(context);
  const { key, said, scope } = input;
  const to = moveTo(input.to);
  refuseStranger(db, householdId, to.workerId);
  const { subject, pattern } = subjectOf(context, householdId, key);
  const { now } = subject;
  const days = [to.day ?? now.day, now.day];
  const workerId = to.workerId === undefined ? now.workerId : to.workerId;
  const values = about(db, workerId, to.day ?? now.day);
  const shownKey = keyOfKept(now);
  if (pattern === null || scope === 'this-one') {
    if (scope !== 'this-one') refuse('pattern.no-such-shift');
    const result = moveShift({
      subject,
      to,
      covers: coversOf(db, householdId, shownKey),
      around: aroundDays(db, householdId, days),
    });
    return carryOut(context, householdId, withNote(result, now.id, input.note), {
      name: 'rota.shift-changed',
      values,
      key: shownKey,
      said,
    });
  }
  const result = occurrencePlan(context, householdId, pattern, shownKey, scope, { kind: 'change', to }, days);
  const after = result.ok ? (result.value.keyAfter(shownKey) ?? shownKey) : shownKey;
  return carryOut(
    context,
    householdId,
    result.ok && input.note !== undefined && input.note !== now.note
      ? ok(noteOnOne(context, householdId, result.value, after, input.note))
      : result,
    {
      name: scope === 'all' ? 'rota.pattern-shift-changed' : 'rota.pattern-changed-from',
      values,
      key: after,
      said,
      ...(result.ok ? { keyAfter: { patternId: pattern.id, of: result.value.keyAfter } } : {}),
    },
  );
}

function withNote(result: Result<Planned>, id: string, note: string | undefined): Result<Planned> {
  if (!result.ok || note === undefined) return result;
  const { plan } = result.value;
  const shifts = plan.shifts.map(
    (change): Change<KeptShift> =>
      change.kind !== 'remove' && change.after.id === id
        ? { ...change, after: { ...change.after, note } }
        : change,
  );
  return ok({ ...result.value, plan: { ...plan, shifts } });
}

/** A note is for one day: the shift that was edited is kept with it, whatever its pattern becomes. */
function noteOnOne(
  context: ServiceContext,
  householdId: string,
  planned: Planned,
  key: string,
  note: string,
): Planned {
  const { plan } = planned;
  const written = plan.shifts.find(
    (change) => change.kind !== 'remove' && change.after.occurrenceKey === key,
  );
  if (written !== undefined && written.kind !== 'remove') {
    const shifts = plan.shifts.map((change) =>
      change === written ? { ...written, after: { ...written.after, note } } : change,
    );
    return { ...planned, plan: { ...plan, shifts } };
  }
  // A day changed by hand that stays as it is: the plan does not write it.
  const row = shiftByOccurrence(databaseOf(context), householdId, key);
  if (row !== undefined && !plan.shifts.some((change) => idBefore(change) === row.id)) {
    const before = keptOfRow(row);
    const change: Change<KeptShift> = { kind: 'update', before, after: { ...before, note } };
    return { ...planned, plan: { ...plan, shifts: [...plan.shifts, change] } };
  }
  const occurrence = plan.patterns
    .flatMap((change) => (change.kind === 'remove' ? [] : (occurrenceOfKey(change.after, key) ?? [])))
    .at(0);
  if (occurrence === undefined) return planned;
  const kept: KeptShift = { ...standIn(occurrence, context.ids.next()), note };
  return { ...planned, plan: { ...plan, shifts: [...plan.shifts, { kind: 'insert', after: kept }] } };
}

function idBefore(change: Change<KeptShift>): string | null {
  return change.kind === 'insert' ? null : change.before.id;
}

/** What is left of a group when one of it goes: the last one is a shift like any other. */
function groupChanges(
  db: WorkspaceDatabase,
  householdId: string,
  subject: Subject,
): readonly Change<KeptShift>[] {
  if (subject.now.groupKey === null || subject.now.paidIn !== null) return [];
  const result = takeOutOfShare({ subject, group: groupOf(db, householdId, subject.now) });
  if (!result.ok) return [];
  return result.value.plan.shifts.filter(
    (change) => change.kind === 'update' && change.before.id !== subject.now.id,
  );
}

/** Takes a shift off the rota; of a pattern this one, from here on, or all. Covers of it stay as shifts of their own. */
export function takeOff(
  context: ServiceContext,
  householdId: string,
  key: string,
  scope: PatternScope,
  said: readonly string[],
): RotaOutcome {
  const db = databaseOf(context);
  const { subject, pattern } = subjectOf(context, householdId, key);
  const { now } = subject;
  const shownKey = keyOfKept(now);
  const values = about(db, now.workerId, now.day);
  if (pattern === null || scope === 'this-one') {
    if (scope !== 'this-one') refuse('pattern.no-such-shift');
    const result = cancelShift({ subject, covers: coversOf(db, householdId, shownKey) });
    const whole = result.ok
      ? ok({
          problems: result.value.problems,
          plan: shiftPlan([...result.value.plan.shifts, ...groupChanges(db, householdId, subject)]),
        })
      : result;
    return carryOut(context, householdId, whole, { name: 'rota.shift-removed', values, key: shownKey, said });
  }
  const result = occurrencePlan(context, householdId, pattern, shownKey, scope, { kind: 'remove' }, [
    now.day,
  ]);
  return carryOut(context, householdId, result, {
    name: scope === 'all' ? 'rota.pattern-shift-removed' : 'rota.pattern-removed-from',
    values,
    key: shownKey,
    said,
    ...(result.ok ? { keyAfter: { patternId: pattern.id, of: result.value.keyAfter } } : {}),
  });
}

/** Lets a pattern's shift stand again as planned. Refuses `shift.paid`, `shift.is-confirmed` and `shift.not-of-a-pattern`. */
export function putBack(context: ServiceContext, householdId: string, key: string): RotaOutcome {
  const db = databaseOf(context);
  const { subject, pattern } = subjectOf(context, householdId, key);
  const { kept } = subject;
  if (pattern === null) refuse('shift.not-of-a-pattern');
  if (kept === null) return { done: true, key, told: [] };
  if (kept.paidIn !== null) refuse('shift.paid');
  if (kept.status === 'confirmed') refuse('shift.is-confirmed');
  const plan = shiftPlan([{ kind: 'remove', before: kept }, ...groupChanges(db, householdId, subject)]);
  return carryOut(context, householdId, ok({ plan, problems: [] }), {
    name: 'rota.shift-put-back',
    values: about(db, kept.workerId, kept.day),
    key: keyOfKept(kept),
    said: [],
  });
}

/** Splits a shift at a time; the second part may go to another PA, or to nobody yet. Refuses and asks as `splitShift`. */
export function splitShiftAt(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly key: string;
    readonly at: ClockTime;
    readonly secondWorkerId?: string | null | undefined;
    readonly said: readonly string[];
  },
): RotaOutcome {
  const db = databaseOf(context);
  refuseStranger(db, householdId, input.secondWorkerId);
  const { subject } = subjectOf(context, householdId, input.key);
  const { now } = subject;
  const key = keyOfKept(now);
  const secondId = context.ids.next();
  const around = aroundDays(db, householdId, [now.day, now.endDay]);
  const result = splitShift({
    subject,
    at: input.at,
    secondId,
    covers: coversOf(db, householdId, key),
    around,
  });
  const second = result.ok ? partOf(result.value, secondId) : undefined;
  const given =
    result.ok && second !== undefined && input.secondWorkerId !== undefined
      ? givenTo(result.value, second, input.secondWorkerId, around)
      : result;
  const outside = outsideCoverOf(db, householdId, key);
  const cut = second === undefined ? 0 : momentOf(second.day, second.start);
  const goes = outside.filter((row) => momentOf(row.day, row.start_time) >= cut);
  return carryOut(context, householdId, given, {
    name: 'rota.shift-split',
    values: about(db, now.workerId, now.day),
    key,
    said: input.said,
    timesGoTo: new Map([[now.id, secondId]]),
    also: (write) => {
      for (const row of goes) write.update('outside_cover', row.id, { covers_key: secondId });
    },
  });
}

function partOf(planned: Planned, id: string): KeptShift | undefined {
  return planned.plan.shifts
    .flatMap((change) => (change.kind === 'remove' ? [] : [change.after]))
    .find((shift) => shift.id === id);
}

/** The second part of a split in other hands. What was worked was worked by who worked it. */
function givenTo(
  planned: Planned,
  second: KeptShift,
  workerId: string | null,
  around: ReturnType<typeof aroundDays>,
): Result<Planned> {
  if (workerId === second.workerId) return ok(planned);
  const moved = moveShift({
    subject: { kept: null, now: second },
    to: { workerId },
    covers: [],
    around: { ...around, shifts: around.shifts.filter((shift) => shift.workerId === workerId) },
  });
  if (!moved.ok) return moved;
  const after = moved.value.plan.shifts[0];
  const shifts = planned.plan.shifts.map((change) =>
    change.kind === 'insert' && change.after.id === second.id && after !== undefined ? after : change,
  );
  // Who is paid is another now, so what one PA would be paid for both parts says nothing.
  const problems = planned.problems.filter((problem) => !problem.code.startsWith('shift.pay-'));
  return ok({ plan: { ...planned.plan, shifts }, problems: [...problems, ...moved.value.problems] });
}

/** Joins two shifts that touch. Refuses and asks as `joinShifts`. */
export function joinTwoShifts(
  context: ServiceContext,
  householdId: string,
  input: { readonly key: string; readonly otherKey: string; readonly said: readonly string[] },
): RotaOutcome {
  const db = databaseOf(context);
  const one = subjectOf(context, householdId, input.key).subject;
  const other = subjectOf(context, householdId, input.otherKey).subject;
  const isInOrder = momentOf(one.now.day, one.now.start) <= momentOf(other.now.day, other.now.start);
  const [first, second] = isInOrder ? [one.now, other.now] : [other.now, one.now];
  const secondKey = keyOfKept(second);
  const firstKey = keyOfKept(first);
  const result = joinShifts({
    one,
    other,
    covers: coversOf(db, householdId, secondKey),
    around: aroundDays(db, householdId, [first.day, second.endDay]),
  });
  const outside = outsideCoverOf(db, householdId, secondKey);
  return carryOut(context, householdId, result, {
    name: 'rota.shifts-joined',
    values: about(db, first.workerId, first.day),
    key: firstKey,
    said: input.said,
    timesGoTo: new Map([[second.id, first.id]]),
    also: (write: ActionWriter) => {
      for (const row of outside) write.update('outside_cover', row.id, { covers_key: firstKey });
    },
  });
}
