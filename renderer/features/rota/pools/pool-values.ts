import type { PoolInput, PoolView } from '@shared/api/pools';
import { formatHours } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { type DateText, dateText, NO_DATE } from '../../../components/date-text';
import { type Read, readDate, readHours, readText } from '../../../components/read-fields';
import type { Checked, Problems } from '../../../components/use-form';
import { pools as words } from '../../../text/pools';

export type RuleKind = PoolInput['rules'][number]['kind'];

/** A household that may share: of the employer it says whether it is supported too. */
export type MemberRow = {
  readonly householdId: string;
  readonly name: string;
  readonly shares: boolean;
  readonly from: DateText;
  readonly to: DateText;
  /** Empty for the one in force. */
  readonly agreementId: string;
};

export type RuleRow = {
  readonly id: number;
  readonly from: DateText;
  readonly kind: RuleKind;
  /** What was typed, by household. */
  readonly parts: Readonly<Record<string, string>>;
};

/** Whom a repeating week supports; none where it is not shared. */
export type WeekRow = {
  readonly patternId: string;
  readonly name: string;
  readonly households: readonly string[];
  readonly hours: Readonly<Record<string, string>>;
};

/** A shared PA as it is typed. Problems of a row are named `member-<id>-from`, `rule-<id>-<part>`, `week-<id>-<household>`. */
export type PoolValues = {
  readonly name: string;
  readonly note: string;
  readonly endedOn: DateText;
  readonly members: readonly MemberRow[];
  readonly rules: readonly RuleRow[];
  readonly patterns: readonly WeekRow[];
} & { readonly [Name in `${'member' | 'rule' | 'week'}-${string}`]?: undefined };

type Household = { readonly id: string; readonly name: string };
type Week = { readonly id: string; readonly name: string };

/** A new shared PA: of everybody here, equally, from a day on. */
export function newPool(households: readonly Household[], weeks: readonly Week[], from: IsoDay): PoolValues {
  return {
    name: '',
    note: '',
    endedOn: NO_DATE,
    members: households.map(({ id, name }) => ({
      householdId: id,
      name,
      shares: households.length === 2,
      from: dateText(from),
      to: NO_DATE,
      agreementId: '',
    })),
    rules: [{ id: 1, from: dateText(from), kind: 'equal', parts: {} }],
    patterns: weeks.map(({ id, name }) => ({ patternId: id, name, households: [], hours: {} })),
  };
}

/** A shared PA that is kept, as it would be typed. */
export function typedPool(
  pool: PoolView,
  households: readonly Household[],
  weeks: readonly Week[],
  from: IsoDay,
): PoolValues {
  const fresh = newPool(households, weeks, from);
  return {
    name: pool.name,
    note: pool.note,
    endedOn: dateText(pool.endedOn),
    members: fresh.members.map((row) => {
      const stay = pool.members.findLast((one) => one.householdId === row.householdId);
      if (stay === undefined) return { ...row, shares: false };
      return {
        ...row,
        shares: true,
        from: dateText(stay.from),
        to: dateText(stay.to),
        agreementId: stay.agreementId ?? '',
      };
    }),
    rules: pool.rules.map((rule, index) => ({
      id: index + 1,
      from: dateText(rule.from),
      kind: rule.kind,
      parts: Object.fromEntries(rule.shares.map((share) => [share.householdId, String(share.parts)])),
    })),
    patterns: fresh.patterns.map((row) => {
      const kept = pool.patterns.find((one) => one.patternId === row.patternId);
      if (kept === undefined) return row;
      return {
        ...row,
        households: kept.supported.map((one) => one.householdId),
        hours: Object.fromEntries(
          kept.supported.flatMap((one) =>
            one.minutes === null ? [] : [[one.householdId, formatHours(one.minutes)]],
          ),
        ),
      };
    }),
  };
}

function isEmpty(date: DateText): boolean {
  return `${date.day}${date.month}${date.year}`.trim() === '';
}

function readLast(date: DateText, label: string): Read<IsoDay | null> {
  return isEmpty(date) ? { ok: true, value: null } : readDate(date, label);
}

/**
 * Reads what was typed. Stays of a household before its last one, and patterns that are not in sight any more, are kept
 * from `known` as they are.
 */
export function readPool(values: PoolValues, known: PoolView | undefined): Checked<PoolValues, PoolInput> {
  const problems: Record<string, string> = {};
  const take = <Value>(name: string, read: Read<Value>): Value | undefined => {
    if (read.ok) return read.value;
    problems[name] ??= read.message;
    return undefined;
  };
  const name = take('name', readText(values.name, words.nameEmpty));
  const members: PoolInput['members'] = [];
  for (const row of values.members) {
    const stays = known?.members.filter((one) => one.householdId === row.householdId) ?? [];
    members.push(...stays.slice(0, -1));
    if (!row.shares) continue;
    const { householdId } = row;
    const from = take(`member-${householdId}-from`, readDate(row.from, words.fromDay(row.name)));
    const to = take(`member-${householdId}-to`, readLast(row.to, words.lastDay(row.name)));
    if (from !== undefined && to !== undefined)
      members.push({ householdId, agreementId: row.agreementId || null, from, to });
  }
  const sharing = values.members.filter((row) => row.shares);
  const rules: PoolInput['rules'] = [];
  values.rules.forEach((row, index) => {
    const from = take(`rule-${row.id}-from`, readDate(row.from, words.ruleFrom(index + 1)));
    const shares: { householdId: string; parts: number }[] = [];
    if (row.kind === 'fixed')
      for (const member of sharing) {
        const typed = (row.parts[member.householdId] ?? '').trim();
        if (/^\d{1,6}$/.test(typed) && Number(typed) > 0)
          shares.push({ householdId: member.householdId, parts: Number(typed) });
        else problems[`rule-${row.id}-${member.householdId}`] = words.partsEmpty(member.name);
      }
    if (from !== undefined) rules.push({ from, kind: row.kind, shares });
  });
  const patterns = readWeeks(values, known, take);
  const endedOn = take('endedOn', readLast(values.endedOn, words.end));
  if (Object.keys(problems).length > 0 || name === undefined || endedOn === undefined)
    return { ok: false, problems: problems as Problems<PoolValues> };
  return { ok: true, value: { name, note: values.note, endedOn, members, rules, patterns } };
}

function readWeeks(
  values: PoolValues,
  known: PoolView | undefined,
  take: <Value>(name: string, read: Read<Value>) => Value | undefined,
): PoolInput['patterns'] {
  const inSight = new Set(values.patterns.map((row) => row.patternId));
  const patterns: PoolInput['patterns'] = (known?.patterns ?? []).filter(
    (one) => !inSight.has(one.patternId),
  );
  const sharing = new Map(
    values.members.filter((row) => row.shares).map((row) => [row.householdId, row.name]),
  );
  for (const row of values.patterns) {
    const supported: PoolInput['patterns'][number]['supported'] = [];
    for (const householdId of row.households) {
      const name = sharing.get(householdId);
      // Whoever was ticked and then taken out of sharing has no shift any more.
      if (name === undefined) continue;
      const typed = (row.hours[householdId] ?? '').trim();
      const minutes =
        typed === ''
          ? null
          : take(`week-${row.patternId}-${householdId}`, readHours(typed, words.forHours(name, row.name)));
      if (minutes !== undefined) supported.push({ householdId, minutes });
    }
    if (supported.length > 0) patterns.push({ patternId: row.patternId, supported });
  }
  return patterns;
}
