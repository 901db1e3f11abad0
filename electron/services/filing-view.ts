import type { FilingView, PayDayReport, ReportMonth, ReportQuarter, SentReport } from '@shared/api/filing';
import type { IsoDay } from '@shared/dates';
import { taxMonthDays } from '@shared/payroll/hmrc';
import { taxYearOf } from '@shared/payroll/tax-period';
import { paperQuarters } from '@shared/payroll/year-figures';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { epsAbout, epsDueOn, epsReasons, wasAnybodyPaid } from './filing-eps';
import { fpsDueOn, reportedDay } from './filing-fps';
import { isWithin, reportingRoute, whyNoFile } from './filing-record';
import { sentReports, stateOf } from './filing-reports';
import { hmrcDayOfCorrection } from './pay-hmrc';
import { loadPayRecord, type PayRecord, type PayslipRow, workerOfRecord } from './pay-record';
import { workerShortName } from './worker-name';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The day that a run stands under in the list: the pay day reported; a correction's own. */
function listedOn(record: PayRecord, row: PayslipRow): IsoDay {
  return row.corrects_id === null
    ? reportedDay(record, row)
    : hmrcDayOfCorrection(row.pay_date, row.tax_year);
}

function byAbout(all: readonly SentReport[], kind: SentReport['kind'], about: string): SentReport[] {
  return all.filter((one) => one.kind === kind && one.about === about);
}

function payDays(
  record: PayRecord,
  taxYear: string,
  from: IsoDay,
  to: IsoDay,
  all: readonly SentReport[],
): PayDayReport[] {
  return record.runs.flatMap((run): PayDayReport[] => {
    const rows = record.payslips.filter((row) => row.pay_run_id === run.id);
    const first = rows[0];
    if (first === undefined || first.tax_year !== taxYear || !isWithin(listedOn(record, first), from, to))
      return [];
    const dueOn = fpsDueOn(record, first);
    const reports = byAbout(all, 'fps', run.id);
    return [
      {
        runId: run.id,
        kind: run.kind,
        payDate: reportedDay(record, first),
        dueOn,
        names: rows.map((row) => workerShortName(workerOfRecord(record, row.worker_id))),
        state: stateOf(reports, taxMonthDays(taxYear, 1).from, dueOn, record.today),
        reports,
      },
    ];
  });
}

/** Tax months with pay, and those begun since the household's first pay; newest first. */
export function reportMonths(record: PayRecord, taxYear: string): ReportMonth[] {
  const firstPay = record.payslips[0]?.pay_date;
  const all = sentReports(record);
  return MONTHS.flatMap((taxMonth): ReportMonth[] => {
    const { from, to } = taxMonthDays(taxYear, taxMonth);
    const days = payDays(record, taxYear, from, to, all);
    const hasBegun = from <= record.today && firstPay !== undefined && firstPay <= to;
    if (days.length === 0 && !hasBegun) return [];
    const reasons = epsReasons(record, taxYear, taxMonth);
    const dueOn = epsDueOn(taxYear, taxMonth);
    const reports = byAbout(all, 'eps', epsAbout(taxYear, taxMonth));
    const state =
      reasons.length === 0 && reports.length === 0 ? 'not-needed' : stateOf(reports, to, dueOn, record.today);
    return [{ taxMonth, from, to, payDays: days, summary: { reasons, dueOn, state, reports } }];
  }).reverse();
}

/** `2026-27:3` of a quarter. */
export function quarterAbout(taxYear: string, number: number): string {
  return `${taxYear}:${number}`;
}

/** Quarters begun since the household's first pay, for those who report on paper; newest first. */
export function reportQuarters(record: PayRecord, taxYear: string): ReportQuarter[] {
  const firstPay = record.payslips[0]?.pay_date;
  const all = sentReports(record);
  return paperQuarters(taxYear)
    .filter((one) => one.from <= record.today && firstPay !== undefined && firstPay <= one.to)
    .map((one): ReportQuarter => {
      const reports = byAbout(all, 'paper-quarter', quarterAbout(taxYear, one.number));
      return {
        ...one,
        nobodyPaid: !wasAnybodyPaid(record, one.from, one.to),
        state: stateOf(reports, one.to, one.sendBy, record.today),
        reports,
      };
    })
    .reverse();
}

/** What is noted as told to HMRC in a tax year, and what is not: this year's unless another is named. */
export function filingView(context: ServiceContext, householdId: string, taxYear: string | null): FilingView {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const thisYear = taxYearOf(record.today);
  const years = [...new Set([thisYear, ...record.payslips.map((row) => row.tax_year)])].sort().reverse();
  const wanted = taxYear ?? thisYear;
  const route = reportingRoute(record);
  return {
    taxYear: wanted,
    years,
    route,
    filingRoute: record.employer?.filing_route ?? null,
    whyNoFile: whyNoFile(record, wanted),
    months: route === 'online' ? reportMonths(record, wanted) : [],
    quarters: route === 'paper' ? reportQuarters(record, wanted) : [],
  };
}
