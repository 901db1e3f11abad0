import type { RetentionRow } from '@shared/api/endings';
import type { IsoDay } from '@shared/dates';
import {
  authorityRule,
  EMPLOYER_RULES,
  RECORD_KINDS,
  RETENTION_AUDITS,
  type RetentionRule,
  retentionClock,
} from '@shared/returns/retention';
import { oldestRecords } from '../db/queries/endings';
import { agreementsOf } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { returnProfileOf } from './returns-profile';

/** The employer's rules and those of each agreement's authority. */
export function retentionRulesOf(context: ServiceContext, householdId: string): RetentionRule[] {
  const db = databaseOf(context);
  const own = agreementsOf(db, householdId).flatMap((agreement) =>
    returnProfileOf(db, agreement).retention.flatMap(
      (rule) => authorityRule(agreement.funder_name, rule) ?? [],
    ),
  );
  return [...EMPLOYER_RULES, ...own];
}

/** Each kind of record that is kept: its oldest, when that may go, and by whose rule. Nothing is ever taken away by itself. */
export function retentionRows(context: ServiceContext, householdId: string): RetentionRow[] {
  const db = databaseOf(context);
  const oldest = oldestRecords(db, householdId);
  const rules = retentionRulesOf(context, householdId);
  const workers = workersOf(db, householdId);
  const checked = workers.filter((worker) => worker.right_to_work_checked_on !== null);
  return RECORD_KINDS.flatMap((records): RetentionRow[] => {
    const found =
      records === 'right-to-work'
        ? {
            oldest: checked.map((worker) => worker.right_to_work_checked_on).sort()[0] ?? null,
            count: checked.length,
          }
        : oldest[records];
    if (found.oldest === null || found.count === 0) return [];
    const first = checked.toSorted((a, b) =>
      (a.right_to_work_checked_on ?? '') < (b.right_to_work_checked_on ?? '') ? -1 : 1,
    )[0];
    const endedOn: IsoDay | null = records === 'right-to-work' ? (first?.left_on ?? null) : null;
    const clock = retentionClock(records, found.oldest, endedOn, rules);
    if (clock === undefined) return [];
    const { who, source, mark } = clock.because;
    return [
      {
        records,
        count: found.count,
        oldest: clock.oldest,
        mayGoOn: clock.mayGoOn,
        because: { who, source, mark },
        rules: clock.rules.map(({ rule, until }) => ({
          who: rule.who,
          years: rule.years,
          counted: rule.counted,
          until,
          source: rule.source,
          mark: rule.mark,
        })),
      },
    ];
  });
}

/** The page of how long records are kept. */
export function retentionView(context: ServiceContext, householdId: string) {
  return {
    today: todayOf(context),
    rows: retentionRows(context, householdId),
    auditYears: RETENTION_AUDITS.years,
    auditSource: RETENTION_AUDITS.source,
  };
}

/** The latest day to which any money record that is kept today has to stay; null where there is none. */
export function longestKept(context: ServiceContext, householdId: string): IsoDay | null {
  const today = todayOf(context);
  const days = retentionRulesOf(context, householdId)
    .filter((rule) => rule.records.some((one) => one === 'statements' || one === 'payslips'))
    .flatMap((rule) => retentionClock(rule.records[0] ?? 'statements', today, null, [rule])?.mayGoOn ?? []);
  return days.sort().at(-1) ?? null;
}
