import { DESK_PAGE, type DeskFilter, type DeskList, type DeskOrder, type DeskRow } from '@shared/api/desk';
import { type DeskKind, payDaysOf } from '@shared/desk/desk-lines';
import {
  type DeskChoice,
  deskKinds,
  deskLinesOf,
  deskRows,
  deskStates,
  deskTotal,
  deskWaits,
  householdLines,
} from '../db/queries/desk';
import { householdCount } from '../db/queries/organisation';
import type { DeskLineRow } from '../db/schema';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { searchHouseholds } from './desk-search';

/** So many lines of a household stand in the list. */
const LINES_SHOWN = 3;
/** Found while somebody types: a list that can be taken in. */
const MOST_FOUND = 12;
/** So many households can stand in a menu. */
const FEW = 30;

function lineFrom(row: DeskLineRow): DeskRow['lines'][number] {
  return {
    code: row.code,
    values: JSON.parse(row.values_json),
    urgency: row.urgency === 'later' ? 'note' : row.urgency,
    kind: row.kind as DeskKind,
    waitsFor: row.waits_for,
    by: row.due_on,
    target: JSON.parse(row.target_json),
  };
}

/** A page of the households that fit, with how many there are of each state, kind, and for whom they wait. */
export function deskList(
  context: ServiceContext,
  input: { readonly filter: DeskFilter; readonly order: DeskOrder; readonly offset: number },
): DeskList {
  const db = databaseOf(context);
  const today = todayOf(context);
  const { search, pay, ...filter } = input.filter;
  const found = search === '' ? null : searchHouseholds(db, search);
  const choice: DeskChoice = {
    ...filter,
    today,
    payDays: payDaysOf(pay, today),
    found: found === null ? null : found.map(({ id }) => id),
  };
  const why = new Map(found?.map((one) => [one.id, one.found]));
  const rows = deskRows(db, choice, input.order, input.offset, DESK_PAGE);
  const lines = new Map<string, DeskLineRow[]>(rows.map(({ id }) => [id, []]));
  for (const line of deskLinesOf(db, [...lines.keys()])) lines.get(line.household_id)?.push(line);
  const states = new Map(deskStates(db, choice).map((one) => [one.state, one.count]));
  const count = (state: DeskRow['state']): number => states.get(state) ?? 0;
  return {
    today,
    rows: rows.map((row) => {
      const all = lines.get(row.id) ?? [];
      // What was chosen by stands first, so that it is seen.
      const first = all.filter((line) => fits(line, filter));
      const shown = [...first, ...all.filter((line) => !first.includes(line))].slice(0, LINES_SHOWN);
      return {
        id: row.id,
        name: row.name,
        payeReference: row.payeReference ?? '',
        level: row.level ?? 'none',
        state: row.state,
        isOld: row.lookedDay !== today,
        nextDue: row.nextDueOn,
        lines: shown.map(lineFrom),
        more: all.length - shown.length,
        found: why.get(row.id) ?? null,
      };
    }),
    total: deskTotal(db, choice),
    states: {
      wrong: count('wrong'),
      attention: count('attention'),
      note: count('note'),
      clear: count('clear'),
      unlooked: count('unlooked'),
    },
    kinds: deskKinds(db, choice).map((one) => ({ kind: one.kind as DeskKind, count: one.count })),
    waits: deskWaits(db, choice),
  };
}

function fits(line: DeskLineRow, { kind, waitsFor }: Pick<DeskFilter, 'kind' | 'waitsFor'>): boolean {
  return (kind === null || line.kind === kind) && (waitsFor === null || line.waits_for === waitsFor);
}

/** The first few households by part of a name or number, for who is still typing. */
export function deskSearch(context: ServiceContext, text: string) {
  return searchHouseholds(databaseOf(context), text).slice(0, MOST_FOUND);
}

/** What the frame of the window shows of the households: it does not grow with them. */
export function deskFrame(context: ServiceContext, current: string | null) {
  const db = databaseOf(context);
  const count = householdCount(db);
  const few = count <= FEW ? householdLines(db, { first: FEW }) : [];
  return {
    count,
    first: few[0]?.id ?? householdLines(db, { first: 1 })[0]?.id ?? null,
    current:
      current === null
        ? null
        : (few.find((one) => one.id === current) ?? householdLines(db, { id: current })[0] ?? null),
    few,
  };
}
