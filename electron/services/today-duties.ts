import workingYear from '@resources/rates/duties.json';
import type { Duty, Need } from '@shared/api/today';
import { addDays, addMonths, addYears, type IsoDay, isoDay, laterDay, taxYearStart } from '@shared/dates';
import { taxYearBefore } from '@shared/payroll/new-tax-year';
import { taxYearOf } from '@shared/payroll/tax-period';
import { certificatesOf, employerOf } from '../db/queries/household';
import { contractsOf, workersOf } from '../db/queries/people';
import { dutiesDoneOf } from '../db/queries/today';
import { refuse } from '../refusal';
import { absenceDuties } from './absences-needs';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { paperSentOn, reportDuties } from './filing-needs';
import { hmrcView } from './pay-hmrc';
import { allToPutRight } from './pay-put-right';
import { payRuns } from './pay-run';
import { pensionDutyDays } from './pensions-duties';
import { listReturns } from './returns';
import { bankHolidayOn } from './rota-data';
import { workerShortName } from './worker-name';
import { p60sGivenOn } from './year-p60';
import { newYear } from './year-start';

type Draft = Omit<Duty, 'doneOn' | 'doneElsewhere'> & { readonly knownDone?: IsoDay | null };

/** The months the calendar of duties shows: two back, twelve ahead. */
const BACK_MONTHS = 2;
const AHEAD_MONTHS = 12;

function draft(
  code: string,
  dueOn: IsoDay,
  values: Duty['values'],
  place: Need['target']['place'] | null,
  target: Record<string, string> = {},
  name = '',
): Draft {
  return {
    key: `${code}:${name === '' ? '' : `${name}:`}${dueOn}`,
    code,
    values,
    dueOn,
    target: place === null ? null : { place, values: target },
  };
}

/** A day of the year (`MM-DD`) in each year that a window touches. */
function yearly(monthDay: string, from: IsoDay, to: IsoDay): IsoDay[] {
  const days: IsoDay[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const day = isoDay(`${year}-${monthDay}`);
    if (day >= from && day <= to) days.push(day);
  }
  return days;
}

/** Every duty of an employer from two months back to a year ahead, from the record's own dates, with what is done. */
export function listDuties(context: ServiceContext, householdId: string): Duty[] {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const today = todayOf(context);
  const from = addMonths(today, -BACK_MONTHS);
  const to = addMonths(today, AHEAD_MONTHS);
  const within = (day: IsoDay): boolean => day >= from && day <= to;
  const employer = employerOf(db, householdId);
  const workers = workersOf(db, householdId).filter(
    (worker) => worker.left_on === null || worker.left_on >= today,
  );
  const drafts: Draft[] = [];
  for (const run of payRuns(context, householdId).open) {
    drafts.push(
      draft('pay-day', run.payDate, { frequency: run.frequency }, 'pay-run', { key: run.key }, run.frequency),
    );
  }
  if (employer?.paye_status === 'registered') {
    for (const month of hmrcView(context, householdId, null).months) {
      if (month.owed > 0)
        drafts.push({
          ...draft(
            'hmrc-payment',
            month.dueElectronic,
            { amountPence: month.owed, month: month.to },
            'hmrc',
            {
              taxYear: month.taxYear,
            },
          ),
          knownDone: month.paidOn,
        });
    }
    for (const report of reportDuties(context, householdId)) {
      drafts.push({
        ...draft(report.code, report.dueOn, report.values, 'hmrc', {
          part: 'reports',
          taxYear: report.taxYear,
        }),
        knownDone: report.doneOn,
      });
    }
    for (const monthDay of workingYear.p60By)
      for (const day of yearly(monthDay, from, to))
        drafts.push({
          ...draft('p60', day, { taxYearEnd: addDays(taxYearStart(day), -1) }, 'year-end', {
            taxYear: taxYearBefore(taxYearOf(day)),
          }),
          knownDone: p60sGivenOn(context, householdId, taxYearBefore(taxYearOf(day))),
        });
    if (employer.filing_route === 'paper') {
      const sentOn = paperSentOn(context, householdId);
      for (const monthDay of workingYear.paperReturns)
        for (const day of yearly(monthDay, from, to))
          drafts.push({
            ...draft('paper-return', day, {}, 'hmrc', { part: 'reports' }),
            knownDone: sentOn.get(day) ?? null,
          });
    }
    for (const monthDay of workingYear.newTaxYear)
      for (const day of yearly(monthDay, from, to)) {
        const taxYear = taxYearBefore(taxYearOf(day));
        drafts.push({
          ...draft('new-tax-year', day, {}, 'year-end', { taxYear }),
          knownDone: newYear(context, householdId, taxYearOf(day)).startedOn,
        });
      }
  }
  for (const monthDay of workingYear.minimumWageChange)
    for (const day of yearly(monthDay, from, to))
      drafts.push(draft('minimum-wage-change', day, {}, 'person'));
  for (const one of listReturns(context, householdId)) {
    drafts.push({
      ...draft(
        'return-due',
        one.dueOn,
        { funder: one.funderName, from: one.from, to: one.to },
        'return',
        { agreementId: one.agreementId, from: one.from, to: one.to },
        one.agreementId,
      ),
      knownDone: one.sentOn,
    });
  }
  for (const one of certificatesOf(db, householdId)) {
    if (one.kind === 'employers-liability-insurance' && one.valid_to !== null) {
      drafts.push(
        draft('insurance-renewal', one.valid_to, { name: one.name }, 'settings', { part: 'certificates' }),
      );
    }
  }
  const contracts = contractsOf(db, householdId);
  for (const worker of workers) {
    const name = workerShortName(worker);
    const person = { workerId: worker.id };
    if (worker.right_to_work_until !== null)
      drafts.push(
        draft('right-to-work-check', worker.right_to_work_until, { name }, 'person', person, worker.id),
      );
    if (worker.dbs_on !== null)
      drafts.push(
        draft(
          'dbs-renewal',
          addYears(worker.dbs_on, workingYear.dbsYears),
          { name },
          'person',
          person,
          worker.id,
        ),
      );
    const contract = contracts.filter((one) => one.worker_id === worker.id).at(-1);
    if (contract !== undefined) {
      const starts = contract.leave_year_starts === '02-29' ? '03-01' : contract.leave_year_starts;
      for (const day of yearly(starts, from, addDays(to, 1)))
        drafts.push(draft('leave-year-end', addDays(day, -1), { name }, 'rota', {}, worker.id));
    }
  }
  for (const { workerId, name, count, changedOn } of allToPutRight(context, householdId))
    drafts.push(
      draft(
        'put-right',
        laterDay(changedOn, from),
        { name, count },
        'person',
        { workerId, part: 'put-right' },
        workerId,
      ),
    );
  for (const one of absenceDuties(context, householdId))
    drafts.push(draft(one.code, one.dueOn, { ...one.values }, 'rota', one.target, one.id));
  for (const one of pensionDutyDays(context, householdId)) {
    const { place, values } = one.target;
    drafts.push({
      ...draft(one.code, one.dueOn, { ...one.values }, place, values, one.name),
      knownDone: one.doneOn,
    });
  }
  for (let day = today; day <= addMonths(today, 3); day = addDays(day, 1)) {
    const title = bankHolidayOn(household.nation, day);
    if (title !== null) drafts.push(draft('bank-holiday', day, { title }, 'rota', { day }));
  }
  const done = new Map(dutiesDoneOf(db, householdId).map((row) => [row.duty_key, row.done_on]));
  return drafts
    .filter((one) => within(one.dueOn))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map(({ knownDone = null, ...one }) => ({
      ...one,
      doneOn: knownDone ?? done.get(one.key) ?? null,
      doneElsewhere: knownDone !== null,
    }));
}

/** Ticks a duty as done on a day, or takes the tick back. */
export function markDuty(
  context: ServiceContext,
  householdId: string,
  key: string,
  doneOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const existing = dutiesDoneOf(db, householdId).find((row) => row.duty_key === key);
  db.act({ name: doneOn === null ? 'duties.not-done' : 'duties.done', householdId }, (write) => {
    if (existing !== undefined) write.remove('duty_done', existing.id);
    if (doneOn !== null)
      write.insert('duty_done', {
        id: context.ids.next(),
        household_id: householdId,
        duty_key: key,
        done_on: doneOn,
      });
  });
}
