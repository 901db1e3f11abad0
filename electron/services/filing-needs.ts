import type { ReportMonth, ReportState } from '@shared/api/filing';
import type { Need } from '@shared/api/today';
import { addDays, type IsoDay } from '@shared/dates';
import { taxYearBefore } from '@shared/payroll/new-tax-year';
import { taxYearOf } from '@shared/payroll/tax-period';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { reportingRoute } from './filing-record';
import { reportMonths, reportQuarters } from './filing-view';
import { loadPayRecord, type PayRecord } from './pay-record';

/** A month's reports are asked for while it runs and until the next is over: no older ones, so that it stays calm. */
const MONTHS = 2;
/** Those of two tax years. */
const ALL_MONTHS = 24;
/** How long before its day a paper return is asked for. */
const PAPER_AHEAD = 14;

/** A report that HMRC waits for by a day, and the day it is noted as sent. */
export type ReportDuty = {
  readonly code: 'hmrc-fps' | 'hmrc-eps';
  readonly dueOn: IsoDay;
  readonly taxYear: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly doneOn: IsoDay | null;
};

function isOpen(state: ReportState): boolean {
  return state === 'missing' || state === 'due';
}

/** Months of this tax year and the one before, newest first, with their tax year. */
function recentMonths(
  record: PayRecord,
  most: number,
): readonly (ReportMonth & { readonly taxYear: string })[] {
  const thisYear = taxYearOf(record.today);
  const monthsOf = (taxYear: string) => reportMonths(record, taxYear).map((month) => ({ ...month, taxYear }));
  const newest = monthsOf(thisYear);
  return (newest.length >= most ? newest : [...newest, ...monthsOf(taxYearBefore(thisYear))]).slice(0, most);
}

function monthNeed(month: ReportMonth & { readonly taxYear: string }): Need | undefined {
  const target: Need['target'] = { place: 'hmrc', values: { part: 'reports', taxYear: month.taxYear } };
  const open = month.payDays.filter((one) => isOpen(one.state));
  const dueOn = open.map((one) => one.dueOn).sort()[0];
  if (dueOn !== undefined)
    return {
      code: 'hmrc.fps-not-noted',
      urgency: 'attention',
      by: dueOn,
      values: { count: open.length, by: dueOn, month: month.to },
      target,
    };
  if (!isOpen(month.summary.state)) return undefined;
  return {
    code: 'hmrc.eps-not-noted',
    urgency: 'attention',
    by: month.summary.dueOn,
    values: { by: month.summary.dueOn, month: month.to, reason: month.summary.reasons[0] ?? '' },
    target,
  };
}

/** What HMRC waits to be told, as needs: one a tax month at the most; one quarter for paper filers. */
export function filingNeeds(context: ServiceContext, householdId: string): Need[] {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  const route = reportingRoute(record);
  if (route === 'none') return [];
  if (route === 'paper') return paperNeed(record);
  return recentMonths(record, MONTHS).flatMap((month) => monthNeed(month) ?? []);
}

function paperNeed(record: PayRecord): Need[] {
  const year = taxYearOf(record.today);
  const last = taxYearOf(addDays(record.today, -PAPER_AHEAD * 3));
  const quarters = [...new Set([year, last])].flatMap((taxYear) =>
    reportQuarters(record, taxYear).map((quarter) => ({ ...quarter, taxYear })),
  );
  const newest = quarters.find((one) => one.to < record.today);
  if (newest === undefined || !isOpen(newest.state)) return [];
  return [
    {
      code: 'hmrc.paper-not-noted',
      urgency: 'attention',
      by: newest.sendBy,
      values: { by: newest.sendBy, from: newest.from, to: newest.to },
      target: { place: 'hmrc', values: { part: 'reports', taxYear: newest.taxYear } },
    },
  ];
}

/** The reports of each tax month as duties, with the day each is noted as sent. Online employers alone have them. */
export function reportDuties(context: ServiceContext, householdId: string): ReportDuty[] {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  if (reportingRoute(record) !== 'online') return [];
  return recentMonths(record, ALL_MONTHS).flatMap((month): ReportDuty[] => {
    const { taxYear } = month;
    const days = month.payDays.map((one) => one.dueOn).sort();
    const sent = month.payDays.map((one) => one.reports[0]?.sentOn);
    const fps: ReportDuty[] = days.slice(-1).map((dueOn) => ({
      code: 'hmrc-fps',
      dueOn,
      taxYear,
      values: { count: days.length, month: month.to },
      doneOn: sent.every((day) => day !== undefined)
        ? (sent
            .filter((day) => day !== undefined)
            .sort()
            .at(-1) ?? null)
        : null,
    }));
    const { summary } = month;
    return summary.state === 'not-needed'
      ? fps
      : [
          ...fps,
          {
            code: 'hmrc-eps',
            dueOn: summary.dueOn,
            taxYear,
            values: { month: month.to },
            doneOn: summary.reports[0]?.sentOn ?? null,
          },
        ];
  });
}

/** Paper quarters that are noted as sent, by the day HMRC must have them. */
export function paperSentOn(context: ServiceContext, householdId: string): ReadonlyMap<IsoDay, IsoDay> {
  const record = loadPayRecord(databaseOf(context), householdId, todayOf(context));
  if (reportingRoute(record) !== 'paper') return new Map();
  const years = new Set(record.payslips.map((row) => row.tax_year));
  return new Map(
    [...years].flatMap((taxYear) =>
      reportQuarters(record, taxYear).flatMap((one) => {
        const [report] = one.reports;
        return report === undefined ? [] : [[one.sendBy, report.sentOn] as const];
      }),
    ),
  );
}
