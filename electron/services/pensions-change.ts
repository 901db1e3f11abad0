import type { EmployerPensionDays, PensionChange, PensionPlan } from '@shared/api/pensions';
import type { IsoDay } from '@shared/dates';
import { lettersOf } from '../db/queries/pay-life';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { loadPayRecord, workerOfRecord } from './pay-record';
import { lastPaidTo, lastSpell, membershipsOf } from './pensions-membership';
import { planChange, shownPlan } from './pensions-plan';
import { canTakeBack } from './pensions-standing';
import { workerShortName } from './worker-name';

/** What a change of a PA's pension would do. Changes nothing. */
export function planPension(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  change: PensionChange,
): PensionPlan {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  return shownPlan(planChange(record, workerOfRecord(record, workerId), change));
}

const ACTIONS: Readonly<Record<PensionChange['kind'], string>> = {
  enrol: 'pensions.enrolled',
  join: 'pensions.joined',
  postpone: 'pensions.postponed',
  'opt-out': 'pensions.opted-out',
  stop: 'pensions.stopped',
};

/** Keeps a change of a PA's pension; what was planned for later days goes. Refuses what `planPension` refuses. */
export function savePensionChange(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  change: PensionChange,
): void {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  const { row, informed } = planChange(record, worker, change);
  const rows = membershipsOf(record, workerId);
  const same = rows.find((one) => one.from_day === row.from_day);
  db.act(
    { name: ACTIONS[change.kind], householdId, values: { name: workerShortName(worker), day: row.from_day } },
    (write) => {
      for (const later of rows.filter((one) => one.from_day > row.from_day))
        write.remove('pension_membership', later.id);
      if (informed !== null) write.update('pension_membership', informed.rowId, { informed_on: informed.on });
      if (same === undefined)
        write.insert('pension_membership', {
          id: context.ids.next(),
          household_id: householdId,
          worker_id: workerId,
          ...row,
        });
      else write.update('pension_membership', same.id, row);
    },
  );
}

/** Takes an entry of a PA's pension back. Refuses with `pension.already-paid` where pay was finished by it. */
export function takePensionBack(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  rowId: string,
): void {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  const row = membershipsOf(record, workerId).find((one) => one.id === rowId) ?? refuse('not-found');
  const last = lastPaidTo(record, workerId);
  if (!canTakeBack(row, last)) refuse('pension.already-paid', { day: last ?? row.from_day });
  db.act({ name: 'pensions.taken-back', householdId, values: { name: workerShortName(worker) } }, (write) =>
    write.remove('pension_membership', rowId),
  );
}

/** Keeps the employer's own days: when duties began, when the regulator was told, when PAs were put back in. */
export function savePensionDays(
  context: ServiceContext,
  householdId: string,
  days: EmployerPensionDays,
): void {
  const db = databaseOf(context);
  const { employer, today } = loadPayRecord(db, householdId, todayOf(context));
  if (employer === undefined) refuse('pension.no-employer');
  const { dutiesOn, declaredOn, reEnrolledOn } = days;
  for (const [field, day] of Object.entries({ declaredOn, reEnrolledOn }))
    if (day !== null && day > today) refuse('day.in-the-future', {}, field);
  for (const [field, day] of Object.entries({ declaredOn, reEnrolledOn }))
    if (day !== null && dutiesOn !== null && day < dutiesOn)
      refuse('pension.before-duties', { day: dutiesOn }, field);
  db.act({ name: 'pensions.days-saved', householdId }, (write) =>
    write.update('employer', employer.id, {
      pension_duties_on: dutiesOn,
      pension_declared_on: declaredOn,
      re_enrolled_on: reEnrolledOn,
    }),
  );
}

/** Notes the day a letter was given, or takes that back. The day of an enrolment letter begins the time to opt out. */
export function savePensionLetterGiven(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  letterId: string,
  givenOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const worker = workerOfRecord(record, workerId);
  const letter = ownedRow(db.byId('letter', letterId), householdId);
  if (letter.worker_id !== workerId) refuse('not-found');
  if (givenOn !== null && givenOn > record.today) refuse('day.in-the-future', {}, 'givenOn');
  const spell = lastSpell(record, workerId);
  const isEnrolment = letter.kind === 'pension-enrolment' || letter.kind === 'pension-re-enrolment';
  const others = lettersOf(db, householdId).filter(
    (one) => one.id !== letterId && one.about === letter.about && one.kind === letter.kind,
  );
  const informed = givenOn ?? others.find((one) => one.given_on !== null)?.given_on ?? null;
  db.act(
    { name: 'pensions.letter-given', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      write.update('letter', letterId, { given_on: givenOn });
      if (isEnrolment && spell?.first.id === letter.about)
        write.update('pension_membership', letter.about, { informed_on: informed });
    },
  );
}
