import file from '@resources/returns/retention.json';
import { z } from 'zod';
import { addDays, addYears, type IsoDay, isoDay } from '../dates';

/** The kinds of records that are kept. */
export const RECORD_KINDS = [
  'statements',
  'receipts',
  'returns',
  'agreements',
  'equipment',
  'payslips',
  'hours',
  'holiday',
  'pension',
  'opt-out',
  'right-to-work',
  'insurance',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const ruleSchema = z.strictObject({
  id: z.string(),
  records: z.array(z.enum(RECORD_KINDS)).min(1),
  /** Whose rule: shown beside it. */
  who: z.string(),
  years: z.int().min(0).max(100),
  counted: z.enum(['after-financial-year', 'after-tax-year', 'after-day', 'after-end', 'for-good']),
  source: z.string(),
  mark: z.enum(['SEEN', 'RECALLED']),
});

const fileSchema = z.strictObject({
  about: z.string(),
  /** How far back councils have gone, and what that was seen in. */
  audits: z.strictObject({ years: z.int(), source: z.string() }),
  /** Which of a profile's words for records mean which kinds. */
  profileRecords: z.record(z.string(), z.array(z.enum(RECORD_KINDS))),
  rules: z.array(ruleSchema),
});

const data = fileSchema.parse(file);

export const RETENTION_AUDITS = data.audits;

/** How long something is kept, after what, by whose rule. */
export type RetentionRule = z.infer<typeof ruleSchema>;

/** The rules of law and of whoever else asks every employer. */
export const EMPLOYER_RULES: readonly RetentionRule[] = data.rules;

/** A rule of an authority's profile, as the clock takes it. */
export function authorityRule(
  who: string,
  rule: {
    readonly records: string;
    readonly years: number;
    readonly counted: string;
    readonly source: string;
  },
): RetentionRule | undefined {
  const records = data.profileRecords[rule.records];
  if (records === undefined) return undefined;
  return {
    id: `authority:${who}:${rule.records}`,
    records,
    who,
    years: rule.years,
    counted:
      rule.counted === 'life-plus'
        ? 'after-end'
        : rule.counted === 'for-good'
          ? 'for-good'
          : 'after-financial-year',
    source: rule.source,
    mark: 'SEEN',
  };
}

/** The last day of the year, ending on a day of a month, that a day is in. */
function yearEnd(day: IsoDay, monthDay: string): IsoDay {
  const own = isoDay(`${day.slice(0, 4)}-${monthDay}`);
  return day <= own ? own : addYears(own, 1);
}

/** The last day that a record is kept by a rule; null while what it is counted from has not ended, and for good. */
export function keptUntil(rule: RetentionRule, day: IsoDay, endedOn: IsoDay | null): IsoDay | null {
  switch (rule.counted) {
    case 'after-financial-year':
      return addYears(yearEnd(day, '03-31'), rule.years);
    case 'after-tax-year':
      return addYears(yearEnd(day, '04-05'), rule.years);
    case 'after-day':
      return addYears(day, rule.years);
    case 'after-end':
      return endedOn === null ? null : addYears(endedOn, rule.years);
    case 'for-good':
      return null;
  }
}

export type RetentionClock = {
  readonly records: RecordKind;
  readonly oldest: IsoDay;
  /** The first day on which the oldest may go by every rule; null while something it is counted from goes on. */
  readonly mayGoOn: IsoDay | null;
  /** The rule that keeps it longest. */
  readonly because: RetentionRule;
  readonly rules: readonly { readonly rule: RetentionRule; readonly until: IsoDay | null }[];
};

/**
 * When the oldest record of a kind may go: never before the longest of the rules. Nothing where no rule names the kind.
 * `endedOn` is when what it is about ended (a job, equipment), null while it goes on.
 */
export function retentionClock(
  records: RecordKind,
  oldest: IsoDay,
  endedOn: IsoDay | null,
  rules: readonly RetentionRule[],
): RetentionClock | undefined {
  const own = rules
    .filter((rule) => rule.records.includes(records))
    .map((rule) => ({ rule, until: keptUntil(rule, oldest, endedOn) }));
  const longest = own.reduce<(typeof own)[number] | undefined>((best, one) => {
    if (best === undefined || one.until === null) return one;
    if (best.until === null) return best;
    // Of equal ones the authority's own is told: it comes last.
    return one.until >= best.until ? one : best;
  }, undefined);
  if (longest === undefined) return undefined;
  return {
    records,
    oldest,
    mayGoOn: longest.until === null ? null : addDays(longest.until, 1),
    because: longest.rule,
    rules: own,
  };
}
