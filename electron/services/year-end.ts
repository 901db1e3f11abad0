import workingYear from '@resources/rates/duties.json';
import parentalRates from '@resources/rates/statutory-parental.json';
import type { YearEnd, YearEndLine } from '@shared/api/year';
import { ageOn, type IsoDay, isoDay, laterDay } from '@shared/dates';
import { addPence, type Pence, sumPence } from '@shared/money';
import { minimumHourlyRate, minimumWageRatesOn } from '@shared/payroll/minimum-wage';
import { firstDayOf, lastDayOf, taxYearAfter, taxYearBefore } from '@shared/payroll/new-tax-year';
import { sickPayRateOn } from '@shared/payroll/sick-pay-rates';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { must } from '@shared/result';
import { KINDS_OF_WORK, kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { parseRate } from '@shared/rota/rate';
import { reportsSentOf } from '../db/queries/pay-life';
import { dutiesDoneOf } from '../db/queries/today';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { hmrcView } from './pay-hmrc';
import { inForce, loadPayRecord, type PayRecord, type WorkerRow } from './pay-record';
import { payRuns } from './pay-run';
import { p60Workers } from './pay-year-papers';
import { ratesBookOf } from './rates';
import { workerName, workerShortName } from './worker-name';
import { yearView } from './year-view';

type Facts = {
  readonly context: ServiceContext;
  readonly record: PayRecord;
  readonly taxYear: string;
  readonly nextYear: string;
  readonly to: IsoDay;
  readonly newFrom: IsoDay;
  readonly isOver: boolean;
  readonly done: ReadonlyMap<string, IsoDay>;
  readonly sent: ReturnType<typeof reportsSentOf>;
};

/** `year-end:2025-26:checked`: the keys of what only the person knows. */
export function yearEndKey(taxYear: string, what: string): string {
  return `year-end:${taxYear}:${what}`;
}

/** The day of the calendar year in which a tax year ends. */
function dayAfter(taxYear: string, monthDay: string | undefined): IsoDay {
  return isoDay(`${lastDayOf(taxYear).slice(0, 4)}-${must(monthDay, 'a day of the year')}`);
}

/** From when on a tax year's end is got ready: 1 March. */
export function getReadyFrom(taxYear: string): IsoDay {
  return dayAfter(taxYear, workingYear.getReadyForNewTaxYear[0]);
}

/** By when P60s must be given: 31 May. */
export function p60By(taxYear: string): IsoDay {
  return dayAfter(taxYear, workingYear.p60By[0]);
}

type Draft = Partial<YearEndLine> & Pick<YearEndLine, 'code' | 'state'>;

function line(draft: Draft): YearEndLine {
  return {
    key: draft.workerId == null ? draft.code : `${draft.code}:${draft.workerId}`,
    values: {},
    dueOn: null,
    tick: null,
    workerId: null,
    target: null,
    ...draft,
  };
}

/** Something that only the person knows: done once ticked. */
function ticked(facts: Facts, what: string, draft: Draft): YearEndLine {
  const key = yearEndKey(facts.taxYear, what);
  const on = facts.done.get(key) ?? null;
  return line({ ...draft, state: on === null ? draft.state : 'done', tick: { key, on } });
}

function payDays(facts: Facts): YearEndLine {
  const { context, record, taxYear, to, isOver } = facts;
  const open = payRuns(context, record.householdId).open.filter(
    (run) => firstDayOf(taxYear) <= run.payDate && run.payDate <= to,
  );
  const due = isOver ? open : open.filter((run) => run.payDate <= record.today);
  const [first] = due;
  return line({
    code: 'pay-days',
    state: first !== undefined ? 'to-do' : isOver ? 'done' : 'wait',
    values: {
      count: due.length,
      finished: record.payslips.filter((one) => one.tax_year === taxYear && one.corrects_id === null).length,
      ...(first === undefined ? {} : { payDate: first.payDate, key: first.key }),
    },
    target: 'pay',
  });
}

/**
 * The last report of the year: for paper filers the last quarter's return, for others the FPS of the last pay day, or the
 * EPS of month 12 that closes the year. Only what the person noted counts.
 */
function lastReport(facts: Facts): YearEndLine {
  const { record, taxYear, isOver, sent } = facts;
  const lastRun = record.runs.findLast(
    (run) =>
      run.kind === 'regular' &&
      record.payslips.some((one) => one.pay_run_id === run.id && one.tax_year === taxYear),
  );
  const onPaper = record.employer?.filing_route === 'paper';
  const found = sent.findLast((one) =>
    onPaper
      ? one.kind === 'paper-quarter' && one.about === `${taxYear}:4`
      : (one.kind === 'fps' && one.about === lastRun?.id) ||
        (one.kind === 'eps' && one.about === `${taxYear}:12`),
  );
  return line({
    code: onPaper ? 'last-paper-return' : 'last-report',
    state: found !== undefined ? 'done' : isOver ? 'to-do' : 'wait',
    values: {
      ...(lastRun === undefined ? {} : { payDate: lastRun.pay_date }),
      ...(found === undefined ? {} : { sentOn: found.sent_on }),
    },
    dueOn: dayAfter(taxYear, workingYear.finalReportBy[0]),
    target: 'reports',
  });
}

function p60s(facts: Facts): YearEndLine[] {
  const { record, taxYear, isOver, sent } = facts;
  return p60Workers(record, taxYear).map((worker) => {
    const given = sent.findLast(
      (one) => one.kind === 'p60' && one.tax_year === taxYear && one.about === worker.id,
    );
    return line({
      code: 'p60',
      state: given !== undefined ? 'done' : isOver ? 'to-do' : 'wait',
      workerId: worker.id,
      values: { name: workerName(worker), short: workerShortName(worker) },
      dueOn: p60By(taxYear),
      tick: isOver ? { key: yearEndKey(taxYear, `p60:${worker.id}`), on: given?.sent_on ?? null } : null,
    });
  });
}

function hmrcPaid(facts: Facts, hmrc: ReturnType<typeof hmrcView> | null): YearEndLine[] {
  if (hmrc === null) return [];
  const unpaid = hmrc.months.filter((month) => month.owed > 0 && month.paidOn === null);
  const last = hmrc.months.at(-1);
  const { isOver } = facts;
  return [
    line({
      code: 'hmrc-paid',
      state: isOver ? (unpaid.length === 0 ? 'done' : 'to-do') : 'wait',
      values: {
        count: unpaid.length,
        amountPence: sumPence(unpaid.map((month) => month.owed)),
        totalPence: sumPence(hmrc.months.map((month) => month.owed)),
      },
      dueOn: last?.dueElectronic ?? null,
      target: 'hmrc',
    }),
  ];
}

/** Those who go on working in the new tax year. */
export function goesOn(worker: WorkerRow, newFrom: IsoDay): boolean {
  return worker.left_on === null || worker.left_on >= newFrom;
}

function studentLoans(facts: Facts, ratesKnown: boolean): YearEndLine[] {
  const { record, newFrom, to } = facts;
  const people = record.workers.filter((worker) => {
    const tax = inForce(record.tax, worker.id, to, (one) => one.from_day);
    return (
      goesOn(worker, newFrom) &&
      tax !== undefined &&
      (tax.student_loan_plan !== null || tax.postgraduate_loan === 1)
    );
  });
  if (people.length === 0) return [];
  return [
    line({
      code: 'student-loans',
      state: ratesKnown ? 'done' : 'unknown',
      values: { names: people.map(workerShortName).join(', '), year: facts.nextYear },
      target: ratesKnown ? null : 'rates-file',
    }),
  ];
}

function minimumWage(facts: Facts): YearEndLine[] {
  const { record, newFrom, taxYear } = facts;
  const day = dayAfter(taxYear, workingYear.minimumWageChange[0]);
  const rates = minimumWageRatesOn(day);
  const state = facts.isOver || record.today >= getReadyFrom(taxYear);
  if (rates === undefined)
    return [line({ code: 'minimum-wage-unknown', state: 'unknown', values: { day }, target: null })];
  const low = record.workers
    .filter((worker) => goesOn(worker, newFrom) && worker.birth_date !== null)
    .flatMap((worker) => {
      const from = laterDay(day, worker.started_on);
      const least = minimumHourlyRate(
        rates,
        ageOn(must(worker.birth_date ?? undefined, 'a birth date'), from),
        false,
      );
      const lowest = lowestHourly(record, worker.id, from);
      return lowest !== undefined && lowest.value < tenThousandths(least)
        ? [{ worker, least, lowest: lowest.text }]
        : [];
    });
  if (low.length === 0)
    return [line({ code: 'minimum-wage', state: state ? 'done' : 'wait', values: { day }, dueOn: day })];
  return low.map(({ worker, least, lowest }) =>
    line({
      code: 'minimum-wage-low',
      state: 'to-do',
      workerId: worker.id,
      values: { name: workerShortName(worker), day, least, lowest },
      dueOn: day,
      target: 'rates',
    }),
  );
}

function tenThousandths(text: string): number {
  const read = parseRate(text);
  if (!read.ok) throw new Error(`Not a rate: ${text}`);
  return read.value;
}

/** The lowest hourly rate of work that counts hour by hour, in force on a day. */
function lowestHourly(record: PayRecord, workerId: string, day: IsoDay) {
  return KINDS_OF_WORK.flatMap((kind) => {
    const rate = record.rateBook.find(workerId, kind, day);
    return rate === null || rate.per !== 'hour' || kindOfWorkFacts(kind).minimumWageHours !== 'all'
      ? []
      : [{ text: rate.pounds, value: tenThousandths(rate.pounds) }];
  }).sort((a, b) => a.value - b.value)[0];
}

/** All Class 1 National Insurance of the year, before any allowance: what decides who is a small employer. */
function classOne(facts: Facts): Pence {
  const { total } = yearView(facts.context, facts.record.householdId, facts.taxYear);
  return addPence(total.employeeNi, total.employerNi);
}

function relief(facts: Facts): YearEndLine[] {
  const book = ratesBookOf(facts.record.db);
  const rates = [facts.nextYear, facts.taxYear]
    .map((year) => ratesForTaxYear(book, year))
    .find((one) => one.ok);
  if (rates === undefined || !rates.ok) return [];
  const limit = rates.value.statutoryPayRecovery.smallEmployerLimit;
  const total = classOne(facts);
  const isSmall = total <= limit;
  const agrees = isSmall === (facts.record.employer?.small_employers_relief !== 0);
  return [
    line({
      code: isSmall ? 'small-employer' : 'not-small-employer',
      state: !facts.isOver ? 'wait' : agrees ? 'done' : 'to-do',
      values: { totalPence: total, limitPence: limit, year: facts.nextYear },
      target: facts.isOver && !agrees ? 'employer' : null,
    }),
  ];
}

function newRates(facts: Facts, ratesKnown: boolean): YearEndLine[] {
  const { newFrom, nextYear } = facts;
  const parentalKnown = parentalRates.rates.some((row) => row.to > newFrom);
  const known = sickPayRateOn(newFrom) !== undefined && parentalKnown;
  return [
    line({
      code: 'new-rates',
      state: ratesKnown ? 'done' : 'unknown',
      values: { year: nextYear, from: newFrom },
      target: ratesKnown ? null : 'rates-file',
    }),
    line({
      code: 'statutory-rates',
      state: known ? 'done' : 'unknown',
      values: { year: nextYear, from: newFrom },
    }),
  ];
}

function codes(facts: Facts): YearEndLine {
  const { taxYear, nextYear, record, newFrom } = facts;
  const startedOn = facts.done.get(yearEndKey(taxYear, 'started')) ?? null;
  return line({
    code: 'codes',
    state: startedOn !== null ? 'done' : record.today >= getReadyFrom(taxYear) ? 'to-do' : 'wait',
    values: { year: nextYear, from: newFrom, ...(startedOn === null ? {} : { startedOn }) },
    dueOn: newFrom,
    target: 'start',
  });
}

/** What is left to do before and after a tax year's end, worked out from the record. Refuses with `not-found`. */
export function yearEnd(context: ServiceContext, householdId: string, taxYear: string): YearEnd {
  const db = databaseOf(context);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const nextYear = taxYearAfter(taxYear);
  const to = lastDayOf(taxYear);
  const done = new Map(dutiesDoneOf(db, householdId).map((row) => [row.duty_key, row.done_on]));
  const facts: Facts = {
    context,
    record,
    taxYear,
    nextYear,
    to,
    newFrom: firstDayOf(nextYear),
    isOver: record.today > to,
    done,
    sent: reportsSentOf(db, householdId),
  };
  const book = ratesBookOf(db);
  const nextKnown = ratesForTaxYear(book, nextYear).ok;
  const hasPay =
    record.payslips.some((one) => one.tax_year === taxYear) ||
    record.figures.some((one) => one.tax_year === taxYear && one.source === 'earlier-software');
  const hmrc = ratesForTaxYear(book, taxYear).ok ? hmrcView(context, householdId, taxYear) : null;
  const registered = record.employer?.paye_status === 'registered';
  return {
    taxYear,
    nextYear,
    from: firstDayOf(taxYear),
    to,
    isOver: facts.isOver,
    startedOn: done.get(yearEndKey(taxYear, 'started')) ?? null,
    lines: !hasPay
      ? []
      : [
          payDays(facts),
          ticked(facts, 'checked', {
            code: 'checked',
            state: facts.isOver ? 'to-do' : 'wait',
            target: 'year',
          }),
          ...(registered ? [lastReport(facts)] : []),
          ...p60s(facts),
          ...(registered ? hmrcPaid(facts, hmrc) : []),
          codes(facts),
          ...newRates(facts, nextKnown),
          ...studentLoans(facts, nextKnown),
          ...minimumWage(facts),
          ...(registered && record.employer?.employment_allowance === 1
            ? [
                ticked(facts, 'employment-allowance', {
                  code: 'employment-allowance',
                  state: facts.isOver ? 'to-do' : 'wait',
                  values: { year: nextYear },
                  target: 'reports',
                }),
              ]
            : []),
          ...(registered ? relief(facts) : []),
        ],
  };
}

export type YearEndNeed = {
  readonly taxYear: string;
  /** The first day of the new tax year. */
  readonly from: IsoDay;
  readonly p60By: IsoDay;
  /** Not over yet: the new year is got ready. */
  readonly isReady: boolean;
  readonly left: number;
};

/** What a tax year's end asks for today: from March until the P60s are due at the end of May, else null. */
export function yearEndNeed(context: ServiceContext, householdId: string): YearEndNeed | null {
  const today = todayOf(context);
  const thisYear = taxYearOf(today);
  const isReady = today >= getReadyFrom(thisYear);
  const taxYear = isReady ? thisYear : taxYearBefore(thisYear);
  if (today > p60By(taxYear)) return null;
  const { lines } = yearEnd(context, householdId, taxYear);
  const left = lines.filter(
    (one) => one.state === 'to-do' && (!isReady || one.code === 'codes' || one.code === 'minimum-wage-low'),
  ).length;
  if (left === 0) return null;
  return { taxYear, from: firstDayOf(taxYearAfter(taxYear)), p60By: p60By(taxYear), isReady, left };
}
