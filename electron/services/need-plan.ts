import type { NeedEntry, NeedHours, NeedPlan } from '@shared/api/need';
import { clockTime } from '@shared/clock-time';
import { addDays, type IsoDay, laterDay, mondayOf, type Weekday } from '@shared/dates';
import { checkNeedBeside } from '@shared/rota/need-beside';
import { checkNeed, type NeedLine, planHours } from '@shared/rota/need-plan';
import { agreementsOf } from '../db/queries/household';
import { needLinesOf } from '../db/queries/need';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { bit, databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { isWeeklyOnly, needLineOfRow, planLinesOf } from './need-lines';
import { refuseProblems } from './rota-find';

type NeedRow = WorkspaceSchema['need_line'];

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** What the plan of each agreement pays for, as it was entered. */
export function needPlan(context: ServiceContext, householdId: string): NeedPlan {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const today = todayOf(context);
  const rows = needLinesOf(db, householdId);
  const lines = planLinesOf(db, householdId).filter((line) => !isWeeklyOnly(line));
  return {
    agreements: agreementsOf(db, householdId).map((agreement) => {
      const own = lines.filter((line) => line.agreementId === agreement.id);
      return {
        agreementId: agreement.id,
        name: agreement.funder_name,
        startsOn: agreement.starts_on,
        endsOn: agreement.ends_on,
        hasEnded: agreement.ends_on !== null && agreement.ends_on < today,
        weeklyMinutes: agreement.weekly_minutes,
        entries: entriesOf(rows.filter((row) => row.agreement_id === agreement.id)),
        week: weekOf(own, today),
      };
    }),
  };
}

/** What lines come to in the week of a day, or in the first week after, or else the last before, in which all is theirs. */
function weekOf(lines: readonly NeedLine[], today: IsoDay): NeedPlan['agreements'][number]['week'] {
  if (lines.length === 0) return null;
  const first = lines.map((line) => line.from).sort()[0] ?? today;
  const ends = lines.map((line) => line.to);
  const last = ends.includes(null)
    ? null
    : (ends
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null);
  let from = mondayOf(laterDay(first, today));
  if (from < first) from = addDays(from, 7);
  if (last !== null && addDays(from, 6) > last) from = addDays(last, -6);
  const hours = planHours(lines, from, addDays(from, 6));
  return hours === null ? null : { ...hours, from };
}

/** Lines that differ in their weekday only are one entry. */
function entriesOf(rows: readonly NeedRow[]): NeedEntry[] {
  const entries = new Map<string, NeedEntry & { readonly ids: string[]; readonly weekdays: number[] }>();
  for (const row of rows) {
    const { id, household_id, weekday, ...same } = row;
    const key = JSON.stringify(same);
    const days = row.kind === 'any-time' ? [] : weekday === null ? EVERY_DAY : [weekday];
    const known = entries.get(key);
    // The same line a second time stays its own entry, so that each can be removed.
    if (known !== undefined && days.length > 0 && !days.some((day) => known.weekdays.includes(day))) {
      known.ids.push(id);
      known.weekdays.push(...days);
      known.weekdays.sort();
      continue;
    }
    entries.set(known === undefined ? key : `${key} ${id}`, {
      ids: [id],
      agreementId: row.agreement_id,
      kind: row.kind,
      from: row.from_day,
      to: row.to_day,
      weekdays: [...days],
      minutes: row.minutes,
      sleepIns: row.weekly_sleep_ins,
      start: row.start_time,
      end: row.end_time,
      endsNextDay: row.ends_next_day === 1,
      people: row.people,
      sleepIn: row.sleep_in === 1,
      what: row.what,
    });
  }
  return [...entries.values()].sort(
    (a, b) => (a.weekdays[0] ?? -1) - (b.weekdays[0] ?? -1) || ((a.start ?? '') < (b.start ?? '') ? -1 : 1),
  );
}

/** The weekdays that hours are kept on, a line each: null is any day. */
function weekdaysOf(hours: NeedHours): readonly (Weekday | null)[] {
  if (hours.kind === 'any-time') return [null];
  const days = [...new Set(hours.weekdays)].sort() as Weekday[];
  if (days.length === 0) refuse('need.no-days', {}, 'weekdays');
  return hours.kind === 'at-a-time' && days.length === 7 ? [null] : days;
}

function rowOf(id: string, householdId: string, hours: NeedHours, weekday: Weekday | null): NeedRow {
  const timed = hours.kind === 'at-a-time';
  if (timed && hours.start === null) refuse('time.empty', {}, 'start');
  if (timed && hours.end === null) refuse('time.empty', {}, 'end');
  return {
    id,
    household_id: householdId,
    agreement_id: hours.agreementId,
    kind: hours.kind,
    from_day: hours.from,
    to_day: hours.to,
    weekday,
    start_time: timed ? (hours.start ?? clockTime('00:00')) : null,
    end_time: timed ? (hours.end ?? clockTime('00:00')) : null,
    ends_next_day: bit(timed && hours.endsNextDay),
    people: timed ? hours.people : 1,
    sleep_in: bit(timed && hours.sleepIn),
    minutes: timed ? 0 : hours.minutes,
    weekly_sleep_ins: hours.kind === 'any-time' ? hours.sleepIns : 0,
    what: hours.what,
  };
}

/**
 * Keeps hours of a plan, in the place of the lines named by `ids`. Asks with `need.ends-next-day`, `need.more-than-a-day`,
 * `need.more-than-a-week`, `need.overlaps` and `need.again` until that code is among those `confirmed`.
 */
export function saveNeed(
  context: ServiceContext,
  householdId: string,
  ids: readonly string[],
  hours: NeedHours,
  confirmed: readonly string[],
): void {
  const db = databaseOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', hours.agreementId), householdId);
  const before = ids.map((id) => ownedRow(db.byId('need_line', id), householdId));
  const { starts_on, ends_on } = agreement;
  if (hours.from < starts_on) refuse('need.before-agreement', { day: starts_on }, 'from');
  if (ends_on !== null && hours.from > ends_on) refuse('need.after-agreement', { day: ends_on }, 'from');
  if (ends_on !== null && hours.to !== null && hours.to > ends_on)
    refuse('need.after-agreement', { day: ends_on }, 'to');
  const left = [...before];
  const rows = weekdaysOf(hours).map((weekday) => {
    const at = left.findIndex((row) => row.weekday === weekday);
    const [kept] = at < 0 ? [] : left.splice(at, 1);
    return { isNew: kept === undefined, weekday, id: kept?.id ?? context.ids.next() };
  });
  const made = rows.map(({ id, weekday, isNew }) => ({
    isNew,
    row: rowOf(id, householdId, hours, weekday),
  }));
  const others = needLinesOf(db, householdId)
    .filter((row) => !ids.includes(row.id))
    .map(needLineOfRow);
  // That hours end on the next day is said in the hours themselves.
  const agreed = confirmed.filter((code) => code !== 'need.ends-next-day');
  for (const { row } of made) {
    const line = needLineOfRow(row);
    refuseProblems(checkNeed(line), agreed);
    refuseProblems(checkNeedBeside(line, others), agreed);
  }
  const name = ids.length === 0 ? 'need.added' : 'need.changed';
  db.act({ name, householdId, values: { name: agreement.funder_name } }, (write) => {
    for (const row of left) write.remove('need_line', row.id);
    for (const { row, isNew } of made) {
      if (isNew) write.insert('need_line', row);
      else write.update('need_line', row.id, row);
    }
  });
}

/** Takes hours out of a plan. */
export function removeNeed(context: ServiceContext, householdId: string, ids: readonly string[]): void {
  const db = databaseOf(context);
  const rows = ids.map((id) => ownedRow(db.byId('need_line', id), householdId));
  const agreement = rows[0] === undefined ? undefined : db.byId('funding_agreement', rows[0].agreement_id);
  const values = { name: agreement?.funder_name ?? '' };
  db.act({ name: 'need.removed', householdId, values }, (write) => {
    for (const row of rows) write.remove('need_line', row.id);
  });
}
