import { createHash } from 'node:crypto';
import type { HoursFileProblem, HoursLook, HoursMapping, PayDays, PersonHours } from '@shared/api/hours-in';
import { addDays, earlierDay, laterDay } from '@shared/dates';
import type { HoursPlan } from '@shared/desk/hours-in-types';
import { minutesOfSpan } from '@shared/rota/span';
import { hoursFileOf } from '../db/queries/hours-in';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { type HoursRowProblem, readHours } from '../files/timesheets/read-hours';
import { readHoursTable } from '../files/timesheets/read-table';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { peopleFinder } from './hours-in-find';
import { type PaidPeriod, periodsPaidOn } from './hours-in-periods';
import { planFor } from './hours-in-plan';
import { asSaid, contractsByWorker, type SaidByFile, saidByRows, type ToldAboutRow } from './hours-in-rows';
import { workerName } from './worker-name';

/** How much of what was found is shown. */
const PEOPLE_SHOWN = 200;
const PROBLEMS_SHOWN = 500;

export type HoursFile = { readonly name: string; readonly bytes: Uint8Array };

export type PersonToTake = {
  readonly workerId: string;
  readonly said: readonly SaidByFile[];
  readonly minutes: number;
  readonly nights: number;
};

/** A file that was looked through: what is to be taken in, household by household. */
export type LookedThrough = {
  readonly look: HoursLook;
  /** Null where the hours come from the rota, and not from a file. */
  readonly sha256: string | null;
  readonly households: readonly {
    readonly householdId: string;
    readonly household: string;
    readonly people: readonly PersonToTake[];
  }[];
  readonly accept: ReadonlySet<string>;
};

/** Questions about the whole file: nothing is taken before they are answered. */
const OF_THE_FILE = new Set(['hours-in.total-differs', 'hours-in.same-file']);

/** Whether something stands against taking what was said. */
export function mayTake(one: SaidByFile, accept: ReadonlySet<string>): boolean {
  return [...one.asks].every((code) => accept.has(code));
}

/** What is told of one PA's plan, put to the lines it comes from. */
function toldOfPlan(plan: Pick<HoursPlan, 'problems'>, said: readonly SaidByFile[]): ToldAboutRow[] {
  return plan.problems.flatMap((problem) => {
    const one = said[problem.at];
    if (one === undefined) return [];
    const { code, severity, details } = problem;
    return [{ line: one.lines[0] ?? 0, code, severity, values: { ...details }, person: one.person }];
  });
}

const NO_PLAN: HoursPlan = {
  confirm: [],
  takeOff: [],
  putBack: [],
  remove: [],
  add: [],
  here: [],
  problems: [],
};

/** Those of what was said that nothing stands against, with the plan of them alone. */
export function takeable(
  db: WorkspaceDatabase,
  worker: SaidByFile['person']['worker'],
  said: readonly SaidByFile[],
  accept: ReadonlySet<string>,
  today: Parameters<typeof planFor>[3],
): {
  readonly kept: readonly SaidByFile[];
  readonly plan: HoursPlan;
  readonly told: readonly ToldAboutRow[];
} {
  const replace = accept.has('hours-in.other-here');
  const asked = said.filter((one) => mayTake(one, accept));
  if (asked.length === 0) return { kept: [], plan: NO_PLAN, told: [] };
  const first = planFor(
    db,
    worker,
    asked.map((one) => asSaid(one, replace)),
    today,
  );
  const out = new Set(
    first.problems
      .filter(
        (problem) => problem.severity === 'stop' || (problem.severity === 'ask' && !accept.has(problem.code)),
      )
      .map((problem) => problem.at),
  );
  // What is only told of is no matter where the hours are left out.
  const told = toldOfPlan(
    { problems: first.problems.filter((one) => one.severity !== 'note' || !out.has(one.at)) },
    asked,
  );
  if (out.size === 0) return { kept: asked, plan: first, told };
  const kept = asked.filter((_one, at) => !out.has(at));
  if (kept.length === 0) return { kept, plan: NO_PLAN, told };
  return {
    kept,
    plan: planFor(
      db,
      worker,
      kept.map((one) => asSaid(one, replace)),
      today,
    ),
    told,
  };
}

function howOf(plan: HoursPlan): PersonHours['how'] {
  if (plan.takeOff.length > 0) return 'in-place';
  if (plan.add.some((shift) => shift.timesKnown !== 'times')) return 'hours';
  return plan.add.length > 0 ? 'times' : 'planned';
}

export function sumsOf(said: readonly SaidByFile[]): { minutes: number; nights: number } {
  let minutes = 0;
  let nights = 0;
  for (const { from, amount } of said) {
    if (amount.per === 'hour') minutes += amount.minutes;
    if (amount.per === 'shift') nights += amount.shifts;
    if (amount.per !== 'times') continue;
    for (const { start, end, endsNextDay } of amount.spans)
      minutes += minutesOfSpan({ day: from, start, endDay: endsNextDay ? addDays(from, 1) : from, end });
  }
  return { minutes, nights };
}

/**
 * Looks through a timesheet file in pieces, one PA a piece, and answers what would be taken in and what stands against it.
 * Nothing is stored. Refuses as `readHoursTable`, `readHours` and `payDaysOf`.
 */
export function* lookThrough(
  context: ServiceContext,
  file: HoursFile,
  mapping: HoursMapping,
  pay: PayDays | null,
  accept: ReadonlySet<string>,
): Generator<{ done: number; of: number }, LookedThrough> {
  const db = databaseOf(context);
  const today = todayOf(context);
  const table = readHoursTable(file.bytes, mapping.delimiter);
  if (!table.ok) refuse(table.code, table.details, 'file');
  const read = readHours(table.value, mapping);
  if (!read.ok) refuse(read.code, read.details, 'file');
  const unread = read.value.problems.filter((problem) => !OF_THE_FILE.has(problem.code)).length;
  const rowCount = read.value.rows.length + unread;
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const told: ToldAboutRow[] = read.value.problems.map((problem) => ofRow(problem));
  const earlier = hoursFileOf(db, sha256);
  if (earlier !== undefined)
    told.push({
      line: 0,
      severity: 'ask',
      code: 'hours-in.same-file',
      values: { day: earlier.read_at.slice(0, 10), by: earlier.read_by },
      person: null,
    });
  // What follows takes long: what is wrong with the file as a whole is known by now.
  yield { done: 0, of: rowCount };
  let periods: Map<string, PaidPeriod[]> | null = null;
  if (pay !== null) {
    periods = new Map();
    for (const period of periodsPaidOn(db, pay)) {
      const list = periods.get(period.worker.id);
      if (list) list.push(period);
      else periods.set(period.worker.id, [period]);
    }
  }
  const against = { find: peopleFinder(db), contractsOf: contractsByWorker(db), periods };
  const reading = saidByRows(db, read.value.rows, against, accept);
  let piece = reading.next();
  for (; piece.done !== true; piece = reading.next()) yield { done: 0, of: rowCount };
  const found = piece.value;
  told.push(...found.told);

  const byWorker = new Map<string, SaidByFile[]>();
  for (const one of found.said) {
    const list = byWorker.get(one.person.worker.id);
    if (list) list.push(one);
    else byWorker.set(one.person.worker.id, [one]);
  }
  const households = new Map<string, { householdId: string; household: string; people: PersonToTake[] }>();
  const people: PersonHours[] = [];
  const takenLines = new Set<number>();
  const hereLines = new Set<number>();
  let done = 0;
  for (const [workerId, said] of byWorker) {
    yield { done, of: byWorker.size };
    done += 1;
    const person = said[0]?.person;
    if (person === undefined) continue;
    const { kept, plan, told: more } = takeable(db, person.worker, said, accept, today);
    // That the plan was another is told with the PA, not row by row.
    told.push(...more.filter((one) => one.code !== 'hours-in.plan-differs'));
    if (kept.length === 0) continue;
    const here = kept.filter((_one, at) => plan.here.includes(at));
    const taken = kept.filter((_one, at) => !plan.here.includes(at));
    for (const one of here) for (const line of one.lines) hereLines.add(line);
    for (const one of taken) for (const line of one.lines) takenLines.add(line);
    if (taken.length === 0) continue;
    people.push({
      householdId: person.worker.household_id,
      household: person.household,
      workerId,
      name: workerName(person.worker),
      from: taken.map((one) => one.from).reduce(earlierDay),
      to: taken.map((one) => one.to).reduce(laterDay),
      ...sumsOf(taken),
      rows: taken.reduce((sum, one) => sum + one.lines.length, 0),
      how: howOf(plan),
    });
    const id = person.worker.household_id;
    const home = households.get(id) ?? { householdId: id, household: person.household, people: [] };
    households.set(id, home);
    home.people.push({ workerId, said: taken, ...sumsOf(taken) });
  }
  const problems = told.map(
    ({ person, ...problem }): HoursFileProblem => ({
      ...problem,
      householdId: person?.worker.household_id ?? null,
      workerId: person?.worker.id ?? null,
    }),
  );
  return {
    look: lookOf(file.name, rowCount, { people, problems, takenLines, hereLines, accept }),
    sha256,
    households: [...households.values()],
    accept,
  };
}

const ORDER = { stop: 0, ask: 1, note: 2 } as const;

export function lookOf(
  fileName: string,
  rows: number,
  found: {
    readonly people: readonly PersonHours[];
    readonly problems: readonly HoursFileProblem[];
    readonly takenLines: ReadonlySet<number>;
    readonly hereLines: ReadonlySet<number>;
    readonly accept: ReadonlySet<string>;
  },
): HoursLook {
  const { people, problems, takenLines, hereLines, accept } = found;
  const asks = new Map<string, number>();
  for (const problem of problems)
    if (problem.severity === 'ask') asks.set(problem.code, (asks.get(problem.code) ?? 0) + 1);
  const lines = new Set(
    problems
      .filter(
        (problem) => problem.severity === 'stop' || (problem.severity === 'ask' && !accept.has(problem.code)),
      )
      .map((problem) => problem.line),
  );
  const taken = [...takenLines].filter((line) => !lines.has(line));
  const here = [...hereLines].filter((line) => !lines.has(line) && !takenLines.has(line));
  const sorted = [...problems].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.line - b.line);
  return {
    fileName,
    rows,
    taken: taken.length,
    here: here.length,
    leftOut: rows - taken.length - here.length,
    households: new Set(people.map((one) => one.householdId)).size,
    minutes: people.reduce((sum, one) => sum + one.minutes, 0),
    nights: people.reduce((sum, one) => sum + one.nights, 0),
    people: { count: people.length, first: people.slice(0, PEOPLE_SHOWN) },
    problems: { count: problems.length, first: sorted.slice(0, PROBLEMS_SHOWN) },
    blocked: [...asks.keys()].some((code) => OF_THE_FILE.has(code) && !accept.has(code)),
    asks: [...asks]
      .map(([code, count]) => ({ code, rows: count }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

function ofRow(problem: HoursRowProblem): ToldAboutRow {
  const severity = OF_THE_FILE.has(problem.code) ? 'ask' : 'stop';
  return { line: problem.line, severity, code: problem.code, values: { ...problem.values }, person: null };
}
