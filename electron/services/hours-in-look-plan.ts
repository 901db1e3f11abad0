import type { HoursFileProblem, PayDays, PersonHours } from '@shared/api/hours-in';
import type { IsoDay } from '@shared/dates';
import type { SaidAmount } from '@shared/desk/hours-in-types';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import type { RotaShift } from '@shared/rota/shift';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { type LookedThrough, lookOf, type PersonToTake, sumsOf, takeable } from './hours-in-look';
import { type PaidPeriod, periodsPaidOn } from './hours-in-periods';
import { paidPer, rateBookOf } from './hours-in-plan';
import type { SaidByFile } from './hours-in-rows';
import { loadRota } from './rota-data';
import { workerName } from './worker-name';

const NOTHING_ACCEPTED: ReadonlySet<string> = new Set();

/**
 * What the rota plans of each kind of work in a PA's pay period, with what is confirmed already; nothing where nothing waits, null
 * where something is still to come.
 */
function plannedOf(
  db: WorkspaceDatabase,
  { worker, from, to }: PaidPeriod,
  today: IsoDay,
): SaidByFile[] | null {
  const { window } = loadRota(db, worker.household_id, from, to);
  const own = window.shifts.filter((shift) => shift.workerId === worker.id);
  if (own.some((shift) => shift.state === 'planned' && shift.day > today)) return null;
  const rates = rateBookOf(db, worker.household_id);
  const byKind = new Map<KindOfWork, RotaShift[]>();
  for (const shift of own) {
    if (shift.state !== 'planned' && shift.state !== 'confirmed') continue;
    const list = byKind.get(shift.kindOfWork);
    if (list) list.push(shift);
    else byKind.set(shift.kindOfWork, [shift]);
  }
  return [...byKind].flatMap(([kind, shifts]): SaidByFile[] => {
    if (!shifts.some((shift) => shift.state === 'planned')) return [];
    const per = paidPer(rates, worker.id, kind, from, to) ?? 'hour';
    const amount: SaidAmount =
      per === 'shift'
        ? { per, shifts: shifts.length }
        : { per, minutes: shifts.reduce((sum, shift) => sum + shift.minutes, 0) };
    const person = { worker, household: worker.household, otherName: false };
    return [{ person, kind, from, to, amount, lines: [0], asks: new Set() }];
  });
}

/**
 * What confirming the rota as planned would take in, for everybody whose planned shifts of the pay period are over and who is paid on the given days: one
 * PA a piece, nothing is stored. Refuses as `payDaysOf`.
 */
export function* lookAtPlan(
  context: ServiceContext,
  pay: PayDays,
): Generator<{ done: number; of: number }, LookedThrough> {
  const db = databaseOf(context);
  const today = todayOf(context);
  const all = periodsPaidOn(db, pay);
  let notOver = 0;
  const problems: HoursFileProblem[] = [];
  const people: PersonHours[] = [];
  const households = new Map<string, { householdId: string; household: string; people: PersonToTake[] }>();
  for (const [done, period] of all.entries()) {
    yield { done, of: all.length };
    const said = plannedOf(db, period, today);
    if (said === null) notOver += 1;
    if (said === null || said.length === 0) continue;
    const { worker, from, to } = period;
    const { kept, plan, told } = takeable(db, worker, said, NOTHING_ACCEPTED, today);
    for (const { line, severity, code, values } of told)
      problems.push({
        line,
        severity,
        code,
        values: { ...values, name: workerName(worker) },
        householdId: worker.household_id,
        workerId: worker.id,
      });
    const taken = kept.filter((_one, at) => !plan.here.includes(at));
    if (taken.length === 0) continue;
    const sums = sumsOf(taken);
    people.push({
      householdId: worker.household_id,
      household: worker.household,
      workerId: worker.id,
      name: workerName(worker),
      from,
      to,
      ...sums,
      rows: taken.length,
      how: 'planned',
    });
    const id = worker.household_id;
    const home = households.get(id) ?? { householdId: id, household: worker.household, people: [] };
    households.set(id, home);
    home.people.push({ workerId: worker.id, said: taken, ...sums });
  }
  if (notOver > 0)
    problems.push({
      line: 0,
      severity: 'note',
      code: 'hours-in.not-over',
      values: { count: notOver },
      householdId: null,
      workerId: null,
    });
  const none = new Set<number>();
  const found = { people, problems, takenLines: none, hereLines: none, accept: NOTHING_ACCEPTED };
  return {
    look: lookOf('', 0, found),
    sha256: null,
    households: [...households.values()],
    accept: NOTHING_ACCEPTED,
  };
}
