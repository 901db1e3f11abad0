import { ok, type Result, refused } from '@shared/result';
import { householdsToFind, peopleToFind } from '../db/queries/hours-in';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { HoursRow } from '../files/timesheets/read-hours';
import { plainName } from './hours-in-names';
import { workerName } from './worker-name';

type PersonRow = ReturnType<typeof peopleToFind>[number];

export type FoundPerson = {
  readonly worker: PersonRow;
  readonly household: string;
  /** The name in the file is not theirs: somebody is asked whether they are meant. */
  readonly otherName: boolean;
};

export type FindProblem =
  | 'hours-in.unknown'
  | 'hours-in.household-not-known'
  | 'hours-in.ambiguous'
  | 'hours-in.other-household';

export type FindPerson = (who: HoursRow['who']) => Result<FoundPerson, FindProblem>;

const MOST_NAMED = 4;

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** A household's name without what is said around it: `Mrs Ann Price’s household` and `Price, Ann` are `ann price`. */
function plainHousehold(name: string): string {
  const [last = '', first = ''] = name.split(',');
  return plainName((first === '' ? name : `${first} ${last}`).replace(/[’']s\b/g, ''))
    .replace(/\b(household|mr|mrs|ms|miss|mx|dr|the)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** A reference or number without spaces and signs, in capitals. */
const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Every way in which a PA's name may stand in a file. */
function namesOf(row: PersonRow): readonly string[] {
  const last = plainName(row.last_name);
  const first = plainName(row.first_names);
  const called = plainName(row.known_as);
  const one = first.split(' ')[0] ?? '';
  const firsts = [first, one, called, one.slice(0, 1)].filter((name) => name !== '');
  return firsts.flatMap((name) => [`${name} ${last}`.trim(), `${last} ${name}`.trim()]);
}

/**
 * Finds PAs as a timesheet file names them: by National Insurance number, else payroll number, else name, within the household that the
 * file says. Refuses with who is not known, and where more than one could be meant.
 */
export function peopleFinder(db: WorkspaceDatabase): FindPerson {
  const labels = new Map<string, string>();
  const households = new Map<string, string[]>();
  for (const row of householdsToFind(db)) {
    labels.set(row.id, row.supported_name || row.name);
    for (const name of [row.supported_name, row.name, row.known_as, row.legal_name ?? ''])
      put(households, plainHousehold(name), row.id);
    put(households, bare(row.paye_reference ?? ''), row.id);
  }
  const people = peopleToFind(db);
  const byNiNumber = new Map<string, PersonRow[]>();
  const byPayroll = new Map<string, PersonRow[]>();
  const byName = new Map<string, PersonRow[]>();
  const byHousehold = new Map<string, PersonRow[]>();
  for (const row of people) {
    put(byNiNumber, bare(row.ni_number), row);
    put(byPayroll, bare(row.payroll_number), row);
    put(byHousehold, row.household_id, row);
    for (const name of namesOf(row)) put(byName, name, row);
  }
  const labelOf = (row: PersonRow): string => labels.get(row.household_id) ?? '';

  return (who) => {
    const name = plainName(who.name);
    const at =
      who.household === ''
        ? undefined
        : (households.get(plainHousehold(who.household)) ?? households.get(bare(who.household)) ?? []);
    const numbered = byNiNumber.get(bare(who.niNumber)) ?? byPayroll.get(bare(who.payrollNumber)) ?? [];
    const named = byName.get(name) ?? [];
    const inHouse = (at ?? []).flatMap((id) => byHousehold.get(id) ?? []);
    // A first name alone says enough within one household.
    const calledSo =
      named.length > 0 || at === undefined
        ? named
        : inHouse.filter((row) =>
            [row.first_names, row.known_as, row.last_name].some(
              (one) => name !== '' && plainName(one) === name,
            ),
          );
    const all = numbered.length > 0 ? numbered : calledSo;
    const said = { name: who.name || who.payrollNumber || who.niNumber, household: who.household };
    if (at?.length === 0 && numbered.length !== 1)
      return refused('hours-in.household-not-known', { household: who.household });
    const here =
      at === undefined || at.length === 0 ? all : all.filter((row) => at.includes(row.household_id));
    if (all.length > 0 && here.length === 0)
      return refused('hours-in.other-household', {
        ...said,
        found: all.slice(0, MOST_NAMED).map(labelOf).join(', '),
      });
    if (here.length === 0)
      return refused('hours-in.unknown', {
        ...said,
        people: inHouse.slice(0, MOST_NAMED).map(workerName).join(', '),
      });
    const ofName = here.filter((row) => named.includes(row));
    const likely = here.length > 1 && ofName.length > 0 ? ofName : here;
    const working = likely.filter((row) => row.left_on === null);
    const [first, ...others] = working.length === 1 ? working : likely;
    if (first === undefined || others.length > 0)
      return refused('hours-in.ambiguous', {
        ...said,
        count: likely.length,
        found: likely
          .slice(0, MOST_NAMED)
          .map((row) => `${workerName(row)} (${labelOf(row)})`)
          .join(', '),
      });
    const otherName = name !== '' && numbered.length > 0 && !named.includes(first);
    return ok({ worker: first, household: labelOf(first), otherName });
  };
}
