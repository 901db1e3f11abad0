import names from '@resources/documents/file-names.json';
import type { ReviewView } from '@shared/api/endings';
import type { IsoDay } from '@shared/dates';
import { NO_MONEY, type Pence, pence, sumPence } from '@shared/money';
import { moneyByKind, unexplainedBetween } from '../db/queries/endings';
import { agreementsOf, categoriesOf } from '../db/queries/household';
import { contractsOf, workersOf } from '../db/queries/people';
import { reviewCsv, reviewPdf } from '../files/documents/review-paper';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { coverReportView } from './cover-papers-report';
import { listOutcomes } from './endings-outcomes';
import type { MadeFile } from './program-files';
import { workerShortName } from './worker-name';

type Hours = { readonly minutes: number; readonly sleepIns: number };

/** Accounts that say where money is or what is owed and settled are shown as what they pay. */
const NOT_SPENT: ReadonlySet<string> = new Set(['bank', 'cash', 'transfer', 'timing', 'unpresented']);

function spendingOf(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): Pick<ReviewView, 'spending' | 'moneyIn' | 'moneyOut'> {
  const db = databaseOf(context);
  const categories = new Map(categoriesOf(db, householdId).map((one) => [one.id, one.name]));
  const kinds = moneyByKind(db, householdId, from, to).filter((one) => !NOT_SPENT.has(one.account));
  const out = kinds.filter((one) => one.total < 0);
  const into: readonly Pence[] = kinds.filter((one) => one.total > 0).map((one) => pence(one.total));
  return {
    moneyIn: sumPence(into),
    moneyOut: sumPence(out.map((one) => pence(-one.total))),
    spending: out
      .map((one) => ({
        account: one.account,
        name: one.category_id === null ? '' : (categories.get(one.category_id) ?? ''),
        amount: pence(-one.total),
        lines: one.lines,
      }))
      .sort((a, b) => b.amount - a.amount),
  };
}

/** What changed in the time: who started and left, new terms, agreements that began and ended. */
function changesOf(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): ReviewView['changes'] {
  const db = databaseOf(context);
  const inside = (day: IsoDay | null): day is IsoDay => day !== null && day >= from && day <= to;
  const workers = workersOf(db, householdId);
  const nameOf = new Map(workers.map((worker) => [worker.id, workerShortName(worker)]));
  const started = new Map(workers.map((worker) => [worker.id, worker.started_on]));
  const found: ReviewView['changes'] = [];
  const add = (code: string, day: IsoDay, name: string): void =>
    void found.push({ code, day, values: { name } });
  for (const worker of workers) {
    if (inside(worker.started_on)) add('review.pa-started', worker.started_on, workerShortName(worker));
    if (inside(worker.left_on)) add('review.pa-left', worker.left_on, workerShortName(worker));
  }
  for (const contract of contractsOf(db, householdId))
    if (inside(contract.starts_on) && contract.starts_on !== started.get(contract.worker_id))
      add('review.new-terms', contract.starts_on, nameOf.get(contract.worker_id) ?? '');
  for (const agreement of agreementsOf(db, householdId)) {
    if (inside(agreement.starts_on))
      add('review.agreement-began', agreement.starts_on, agreement.funder_name);
    if (inside(agreement.ends_on)) add('review.agreement-ended', agreement.ends_on, agreement.funder_name);
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What a review asks about any time: hours, what was not met and why, outcomes, spending, and what changed. */
export function reviewView(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
): ReviewView {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const report = coverReportView(context, householdId, from, to);
  const hours = (one: Hours): Hours => ({ minutes: one.minutes, sleepIns: one.sleepIns });
  return {
    from,
    to,
    name: household.supported_name || household.name,
    hours: {
      plan: report.plan === null ? null : hours(report.plan),
      planned: hours(report.needed),
      worked: hours(report.worked),
      covered: hours(report.covered),
      lost: hours(report.uncovered),
      coverCost: report.extraCost ?? NO_MONEY,
      coverCostComplete: report.costComplete,
    },
    reasons: report.byCause.map((one) => ({
      because: one.because,
      shifts: one.shifts,
      covered: hours(one.covered),
      lost: hours(one.uncovered),
    })),
    unmet: report.uncoveredShifts.map((one) => ({
      day: one.day,
      start: one.start,
      end: one.end,
      because: one.because,
      minutes: one.sleepIn ? 0 : one.uncoveredMinutes,
      sleepIn: one.sleepIn,
    })),
    outcomes: listOutcomes(context, householdId, from, to).reverse(),
    ...spendingOf(context, householdId, from, to),
    unexplained: unexplainedBetween(db, householdId, from, to),
    changes: changesOf(context, householdId, from, to),
  };
}

/** The same as a paper, or as a table. */
export function reviewFile(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
  format: 'pdf' | 'csv',
): MadeFile {
  const household = databaseOf(context).byId('household', householdId) ?? refuse('not-found');
  const view = reviewView(context, householdId, from, to);
  const name = format === 'pdf' ? names.reviewPackPdf : names.reviewPackCsv;
  return {
    name: safeFileName(fill(name, { household: household.name, day: to })),
    mediaType: format === 'pdf' ? 'application/pdf' : 'text/csv',
    bytes: format === 'pdf' ? reviewPdf({ view, printedOn: todayOf(context) }) : reviewCsv(view),
  };
}
