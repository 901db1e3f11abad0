import type { TakeOnProblem, TakeOnStanding } from '@shared/api/take-on';
import type { IsoDay } from '@shared/dates';
import { plainName, TAKE_ON_COLUMNS, type TakeOnHeader } from '@shared/desk/take-on-columns';
import { parseNiNumber } from '@shared/payroll/ni-number';
import { workersOf } from '../db/queries/people';
import { householdNames } from '../db/queries/take-on';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { TableRow, TakeOnTable } from '../files/take-on/read-table';
import { TakeOnCells } from './take-on-cells';
import { type HouseholdOfFile, readHouseholdRow } from './take-on-household-row';
import { namesWorker, readWorkerRow, type WorkerOfFile } from './take-on-worker-row';

/** One household of a file, read. What the record says to it comes later. */
export type PlannedHousehold = {
  readonly row: number;
  readonly name: string;
  readonly employer: string;
  readonly payeReference: string;
  readonly household: HouseholdOfFile | null;
  /** PAs that are not here yet. */
  people: WorkerOfFile[];
  /** Who already was; their rows change nothing. */
  readonly header: TakeOnHeader;
  readonly rows: readonly TableRow[];
  readonly problems: TakeOnProblem[];
  householdId: string | null;
  standing: TakeOnStanding;
};

const PA_PARTS = new Set(['pa', 'terms', 'rates', 'tax', 'starter', 'figures', 'pension']);
const HOUSEHOLD_KEYS = TAKE_ON_COLUMNS.filter((one) => !PA_PARTS.has(one.part)).map((one) => one.key);

const plainReference = (text: string): string => text.replace(/\s/g, '').toUpperCase();

type Group = { readonly name: string; reference: string; readonly rows: TableRow[] };

/**
 * The rows of each household: the same name and the same PAYE reference. A row without a reference belongs to the household of
 * that name that was named last.
 */
function groupsOf({ header, rows }: TakeOnTable): Group[] {
  const groups: Group[] = [];
  const byName = new Map<string, Group[]>();
  for (const row of rows) {
    const cells = new TakeOnCells(header, row, []);
    const name = plainName(cells.text('household'));
    const reference = plainReference(cells.text('payeReference'));
    const same = byName.get(name) ?? [];
    const found =
      name === ''
        ? undefined
        : reference === ''
          ? same.at(-1)
          : (same.find((one) => one.reference === reference) ?? same.find((one) => one.reference === ''));
    if (found === undefined) {
      const group: Group = { name, reference, rows: [row] };
      groups.push(group);
      byName.set(name, [...same, group]);
    } else {
      if (found.reference === '') found.reference = reference;
      found.rows.push(row);
    }
  }
  return groups;
}

/** Notes where a later row of a household says something else of it than its first row. */
function noteDifferences(first: TakeOnCells, later: TakeOnCells): void {
  for (const key of HOUSEHOLD_KEYS) {
    const [one, other] = [first.text(key), later.text(key)];
    if (other !== '' && plainName(one) !== plainName(other))
      later.note('problem', key, 'take-on.differs', { row: first.row, first: one.slice(0, 80) });
  }
}

const personKeys = (one: WorkerOfFile): string[] => {
  const ni = parseNiNumber(one.details.niNumber);
  return ni.ok ? [ni.value] : [`${plainName(one.name)} ${one.details.birthDate ?? ''}`];
};

/** Notes a PA who stands in a household twice. */
function noteTwice(people: readonly { readonly cells: TakeOnCells; readonly worker: WorkerOfFile }[]): void {
  const seen = new Map<string, number>();
  for (const { cells, worker } of people)
    for (const key of personKeys(worker)) {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, worker.row);
      else cells.note('problem', 'firstNames', 'take-on.row-twice', { row: before, name: worker.name });
    }
}

function planGroup(header: TakeOnHeader, { rows }: Group, today: IsoDay): PlannedHousehold {
  const problems: TakeOnProblem[] = [];
  const cells = rows.map((row) => new TakeOnCells(header, row, problems));
  const [first, ...others] = cells;
  if (first === undefined) throw new Error('A household without a row');
  first.lacks('household');
  for (const later of others) noteDifferences(first, later);
  const household = readHouseholdRow(first);
  const people = cells.flatMap((one) => {
    if (!namesWorker(one)) {
      if (one !== first) one.note('problem', '', 'take-on.row-without-pa');
      return [];
    }
    const worker = readWorkerRow(one, today);
    return worker === null ? [] : [{ cells: one, worker }];
  });
  noteTwice(people);
  return {
    row: first.row,
    name: first.text('household'),
    employer: first.text('employer') || first.text('household'),
    payeReference: plainReference(first.text('payeReference')),
    household,
    people: people.map((one) => one.worker),
    ...{ header, rows, problems, householdId: null, standing: 'ready' },
  };
}

/** Every household of a table, read cell by cell. */
export function planHouseholds(table: TakeOnTable, today: IsoDay): PlannedHousehold[] {
  return groupsOf(table).map((group) => planGroup(table.header, group, today));
}

/** The households that are here, by name and PAYE reference. */
export class KnownHouseholds {
  readonly #byNameAndReference = new Map<string, string>();
  readonly #byReference = new Map<string, { readonly id: string; readonly name: string }>();

  constructor(db: WorkspaceDatabase) {
    for (const row of householdNames(db)) {
      const reference = plainReference(row.paye_reference ?? '');
      const { id, name } = row;
      for (const each of [row.supported_name, row.legal_name, name])
        if (each !== null && each !== '') this.#byNameAndReference.set(`${plainName(each)} ${reference}`, id);
      if (reference !== '') this.#byReference.set(reference, { id, name });
    }
  }

  /** The household that is the same as one of a file: its PAYE reference and its name. */
  same(planned: PlannedHousehold): string | null {
    for (const name of [planned.name, planned.employer]) {
      const id = this.#byNameAndReference.get(`${plainName(name)} ${planned.payeReference}`);
      if (id !== undefined) return id;
    }
    return null;
  }

  /** The name of another household with the same PAYE reference. */
  otherWithReference(planned: PlannedHousehold): string | undefined {
    return planned.payeReference === '' ? undefined : this.#byReference.get(planned.payeReference)?.name;
  }
}

/** The PAs of a file who are not in a household that is here: by National Insurance number, else by name. */
export function newPeople(
  db: WorkspaceDatabase,
  householdId: string,
  people: readonly WorkerOfFile[],
): WorkerOfFile[] {
  const here = workersOf(db, householdId);
  return people.filter((one) => {
    const ni = parseNiNumber(one.details.niNumber);
    return !here.some(
      (worker) =>
        (ni.ok && worker.ni_number === ni.value) ||
        ((!ni.ok || worker.ni_number === '') &&
          plainName(`${worker.first_names} ${worker.last_name}`) === plainName(one.name)),
    );
  });
}
