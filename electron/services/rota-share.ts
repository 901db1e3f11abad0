import type { RotaOutcome } from '@shared/api/shifts';
import { addBesideSupport } from '@shared/rota/beside-support';
import { keyOfKept } from '@shared/rota/rota-plan';
import { type ShareWith, shareShift, takeOutOfShare } from '@shared/rota/shift-share';
import { databaseOf, ownedRow, type ServiceContext } from './context';
import { aroundDays, carryOut, groupOf, subjectOf } from './rota-plans';
import { workerShortName } from './worker-name';

/** Puts more PAs at a shift, each with a shift of their own. Refuses and asks as `shareShift`. */
export function shareShiftWith(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly key: string;
    readonly withWorkers: readonly {
      readonly workerId: string | null;
      readonly hours: ShareWith['hours'] | null;
    }[];
    readonly said: readonly string[];
  },
): RotaOutcome {
  const db = databaseOf(context);
  for (const { workerId } of input.withWorkers)
    if (workerId !== null) ownedRow(db.byId('worker', workerId), householdId);
  const { subject } = subjectOf(context, householdId, input.key);
  const { now } = subject;
  const result = shareShift({
    subject,
    withWorkers: input.withWorkers.map(({ workerId, hours }) => ({
      workerId,
      ...(hours == null ? {} : { hours }),
    })),
    group: groupOf(db, householdId, now),
    around: aroundDays(db, householdId, [now.day]),
    nextId: () => context.ids.next(),
  });
  const [first] = input.withWorkers;
  const worker = first?.workerId == null ? undefined : db.byId('worker', first.workerId);
  return carryOut(context, householdId, result, {
    name: 'rota.shift-shared',
    values: { name: worker === undefined ? '' : workerShortName(worker), day: now.day },
    key: keyOfKept(now),
    said: input.said,
  });
}

/** Takes one PA out of a shared shift. Refuses as `takeOutOfShare`. */
export function takeOutOf(context: ServiceContext, householdId: string, key: string): RotaOutcome {
  const db = databaseOf(context);
  const { subject } = subjectOf(context, householdId, key);
  const { now } = subject;
  const worker = now.workerId === null ? undefined : db.byId('worker', now.workerId);
  return carryOut(context, householdId, takeOutOfShare({ subject, group: groupOf(db, householdId, now) }), {
    name: 'rota.share-ended',
    values: { name: worker === undefined ? '' : workerShortName(worker), day: now.day },
    key: keyOfKept(now),
    said: [],
  });
}

/** Puts travel or training right before or after a shift. Refuses as `addBesideSupport`. */
export function addBeside(
  context: ServiceContext,
  householdId: string,
  input: {
    readonly key: string;
    readonly kindOfWork: 'travel' | 'training';
    readonly minutesBefore: number;
    readonly minutesAfter: number;
    readonly note: string;
    readonly said: readonly string[];
  },
): RotaOutcome {
  const db = databaseOf(context);
  const { now } = subjectOf(context, householdId, input.key).subject;
  const { kindOfWork, minutesBefore, minutesAfter, note } = input;
  const result = addBesideSupport({
    shift: now,
    kindOfWork,
    minutesBefore,
    minutesAfter,
    note,
    around: aroundDays(db, householdId, [now.day, now.endDay]),
    nextId: () => context.ids.next(),
  });
  return carryOut(context, householdId, result, {
    name: kindOfWork === 'travel' ? 'rota.travel-added' : 'rota.training-added',
    values: { day: now.day },
    key: keyOfKept(now),
    said: input.said,
  });
}
