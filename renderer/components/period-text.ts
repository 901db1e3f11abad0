import type { PeriodLength, PeriodRule } from '@shared/returns/profile';
import { periods as words } from '../text/periods';
import type { Read } from './read-fields';

/** A first period of its own length as it is typed. `key` only tells the rows apart. */
export type FirstText = {
  readonly key: string;
  readonly unit: PeriodLength['unit'];
  readonly count: number | null;
};

/** A rule for periods as it is typed. */
export type PeriodText = {
  readonly kind: PeriodRule['kind'];
  readonly count: number | null;
  readonly first: readonly FirstText[];
};

/** The most first periods of their own length. */
export const MOST_FIRST = 6;

/** The texts of a rule. */
export function periodText(rule: PeriodRule): PeriodText {
  const first = rule.kind === 'from-to' ? [] : (rule.first ?? []);
  return {
    kind: rule.kind,
    count: 'count' in rule ? rule.count : 3,
    first: first.map((one, index) => ({ key: `first-${index}`, ...one })),
  };
}

const most = (unit: PeriodLength['unit']): number => (unit === 'weeks' ? 104 : 24);

/** Reads a typed rule; what is wrong in one sentence. */
export function readPeriod({ kind, count, first }: PeriodText): Read<PeriodRule> {
  if (kind === 'from-to') return { ok: true, value: { kind } };
  const lengths: PeriodLength[] = [];
  for (const [index, one] of first.entries()) {
    if (one.count === null || one.count < 1 || one.count > most(one.unit))
      return { ok: false, message: words.firstEmpty(index + 1) };
    lengths.push({ unit: one.unit, count: one.count });
  }
  const rest = lengths.length === 0 ? {} : { first: lengths };
  if (kind === 'calendar-quarters') return { ok: true, value: { kind, ...rest } };
  if (count === null || count < 1 || count > most(kind))
    return { ok: false, message: words.countEmpty[kind] };
  return { ok: true, value: { kind, count, ...rest } };
}
