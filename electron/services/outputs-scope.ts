import type { OutputSources, OutputsOf, OutputsOutline } from '@shared/api/outputs';
import { addDays, type IsoDay } from '@shared/dates';
import { taxMonthDays } from '@shared/payroll/hmrc';
import { taxYearOf } from '@shared/payroll/tax-period';
import {
  batchesThatPaid,
  householdsWithEarlierFigures,
  type OutputRun,
  payDaysOfAll,
  payslipCount,
  pensionsOfSome,
  runsOfBatch,
  runsOnDays,
} from '../db/queries/outputs';
import { distinctFileNames } from '../files/documents/safe-file-name';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';

/** A household that papers are made for, with its finished runs, oldest first. */
export type OutputHousehold = {
  readonly id: string;
  readonly name: string;
  /** Its own folder: its name, made safe, with a number where another has the same. */
  readonly folder: string;
  readonly runs: readonly { readonly id: string; readonly payDate: IsoDay }[];
};

/** What papers are made of: whose, of which pay days, of which tax years. */
export type OutputScope = {
  readonly households: readonly OutputHousehold[];
  /** The first and last day that it is about. */
  readonly days: { readonly from: IsoDay; readonly to: IsoDay };
  readonly taxYears: readonly string[];
  /** The tax year that was asked for as a whole; null for pay days. */
  readonly wholeYear: string | null;
};

export function daysOfTaxYear(taxYear: string): { readonly from: IsoDay; readonly to: IsoDay } {
  return { from: taxMonthDays(taxYear, 1).from, to: taxMonthDays(taxYear, 12).to };
}

function byHousehold(
  runs: readonly OutputRun[],
  others: readonly { readonly household_id: string; readonly household: string }[] = [],
): OutputHousehold[] {
  const found = new Map<string, { id: string; name: string; runs: { id: string; payDate: IsoDay }[] }>();
  const of = (id: string, name: string) => {
    const known = found.get(id) ?? { id, name, runs: [] };
    found.set(id, known);
    return known;
  };
  for (const run of runs)
    of(run.household_id, run.household).runs.push({ id: run.run_id, payDate: run.pay_date });
  for (const one of others) of(one.household_id, one.household);
  const all = [...found.values()];
  const folders = distinctFileNames(all.map((one) => one.name));
  return all.map((one, index) => ({ ...one, folder: folders[index] ?? one.id }));
}

/** Gathers what papers are made of. Refuses with `not-found` a batch that is not here, and days that end before they start. */
export function outputScope(context: ServiceContext, of: OutputsOf): OutputScope {
  const db = databaseOf(context);
  switch (of.kind) {
    case 'batch': {
      const batch = db.byId('batch', of.batchId) ?? refuse('not-found', {}, 'batchId');
      const runs = runsOfBatch(db, batch.id);
      const days = runs.map((run) => run.pay_date).sort();
      return {
        households: byHousehold(runs),
        days: { from: days[0] ?? batch.pay_from, to: days.at(-1) ?? batch.pay_to },
        taxYears: taxYearsOf(runs),
        wholeYear: null,
      };
    }
    case 'days': {
      if (of.to < of.from) refuse('day.end-before-start', {}, 'to');
      const runs = runsOnDays(db, of.from, of.to);
      return {
        households: byHousehold(runs),
        days: { from: of.from, to: of.to },
        taxYears: taxYearsOf(runs),
        wholeYear: null,
      };
    }
    case 'year': {
      const days = daysOfTaxYear(of.taxYear);
      return {
        households: byHousehold(
          runsOnDays(db, days.from, days.to),
          householdsWithEarlierFigures(db, of.taxYear),
        ),
        days,
        taxYears: [of.taxYear],
        wholeYear: of.taxYear,
      };
    }
  }
}

function taxYearsOf(runs: readonly OutputRun[]): string[] {
  return [...new Set(runs.map((run) => taxYearOf(run.pay_date)))].sort();
}

/** What can be chosen to make papers of. */
export function outputSources(context: ServiceContext): OutputSources {
  const db = databaseOf(context);
  const today = todayOf(context);
  const known = payDaysOfAll(db);
  const taxYears: OutputSources['taxYears'] = [];
  if (known !== undefined)
    for (let day = known.first; ; day = addDays(daysOfTaxYear(taxYearOf(day)).to, 1)) {
      const name = taxYearOf(day);
      const { to } = daysOfTaxYear(name);
      taxYears.unshift({ name, isOver: today > to, p60From: addDays(to, 1) });
      if (to >= known.last) break;
    }
  return {
    batches: batchesThatPaid(db).map((one) => ({
      id: one.id,
      payFrom: one.pay_from,
      payTo: one.pay_to,
      finished: one.finished,
      closed: one.closed_at !== null,
      madeAt: one.made_at,
    })),
    newest: known === undefined ? null : { from: known.last, to: known.last },
    taxYears,
  };
}

/** What some papers would be about: how many households, runs and payslips, and the pensions of those households. */
export function outputsOutline(context: ServiceContext, of: OutputsOf): OutputsOutline {
  const db = databaseOf(context);
  const { households } = outputScope(context, of);
  const runIds = households.flatMap((one) => one.runs.map((run) => run.id));
  return {
    households: households.length,
    runs: runIds.length,
    payslips: payslipCount(db, runIds),
    pensions: pensionsOfSome(
      db,
      households.map((one) => one.id),
    ),
  };
}
